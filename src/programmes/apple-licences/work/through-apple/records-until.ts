import type { Records } from '#data/records/records.ts';

/**
 * The records until a signal comes: what is being written then is finished, and every write after
 * it, the next chunk too, throws the signal's reason.
 */
export const recordsUntil = (signal: AbortSignal, records: Records): Records => ({
  ...records,
  create: (draft) => unless(signal, () => records.create(draft)),
  change: (id, command) => unless(signal, () => records.change(id, command)),
  changeMany: (ids, command, watched) =>
    unless(signal, () => records.changeMany(ids, command, { ...watched, signal })),
  insert: (drafts, watched) => unless(signal, () => records.insert(drafts, { ...watched, signal })),
  discard: (ids) => unless(signal, () => records.discard(ids)),
});

const unless = async <T>(signal: AbortSignal, write: () => Promise<T>): Promise<T> => {
  signal.throwIfAborted();
  return write();
};
