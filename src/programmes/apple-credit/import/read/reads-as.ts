/** What a sheet can be read as here. */
export const reads = { programme: 'apple-credit', readsAs: ['codes'] } as const;
