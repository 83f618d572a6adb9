import { deepEqual } from 'rxdb/plugins/utils';
import type { VolymRecord } from '#core/record/record.ts';

/**
 * A record as a device or the server holds it; a tombstone is a record that is deleted for good.
 */
export type Copy = VolymRecord & { readonly _deleted?: boolean };

/**
 * Two copies say the same: deletion and content, whatever revision they have. Two tombstones are
 * equal.
 */
export const isSame = (a: Copy, b: Copy): boolean => {
  const [goneA, goneB] = [a._deleted === true, b._deleted === true];
  return goneA || goneB ? goneA === goneB : deepEqual(contentOf(a), contentOf(b));
};

/** Two copies that differ in nothing but when, and by whom, they were written last. */
export const saysTheSame = (a: Copy, b: Copy): boolean => isSame({ ...a, ...computedOf(b) }, b);

const isMark = (part: string): boolean => part.startsWith('_');

/** A copy without what the store on this device adds to it. */
export const contentOf = (copy: object): Copy =>
  Object.fromEntries(Object.entries(copy).filter(([part]) => !isMark(part))) as Copy;

/**
 * Whether a record from elsewhere has what only a store adds: the store would take the copy for
 * deleted, or for its own revision.
 */
export const hasMarks = (copy: object): boolean => Object.keys(copy).some(isMark);

const computedOf = ({ updatedAt, updatedBy, newestFirst, dueOn: due }: Copy) => ({
  updatedAt,
  updatedBy,
  newestFirst,
  dueOn: due,
});

/** The same text for the same content, in whatever order its parts were written. */
export const spelt = (value: object): string =>
  JSON.stringify(contentOf(value), (_, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );
