/** What a sheet with columns can be read as here. */
export const reads = {
  programme: 'apple-licences',
  readsAs: ['licences', 'installs', 'users', 'assignments'],
} as const;

/** One of them. */
export type ListAs = (typeof reads.readsAs)[number];
