import { deepEqual } from 'rxdb/plugins/utils';
import { kindOf } from '#programmes/kinds.ts';
import type { Change } from '#core/record/record.ts';
import { HISTORY_LENGTH, isAhead } from '../records/history.ts';
import type { Copy } from './copy.ts';
import { isPutBackOver } from './put-back.ts';
import { fieldsOf } from '#core/record/fields.ts';

/**
 * Whether `other` is a state that `copy` has behind it: written before it, all that happened to it
 * is known to the copy, and what differs was written there since. Of a deletion only the moment is
 * known of what was deleted. Where it differs the history tells, not the merge: to that a wrap that
 * was taken off a keyring would look like a new one.
 */
export const isPast = (copy: Copy, other: Copy): boolean => {
  if (isPutBackOver(copy, other)) return true;
  const isDeleted = copy._deleted === true;
  if (isDeleted && other._deleted !== true && areOneWrite(copy, other)) return true;
  if (other.updatedAt >= copy.updatedAt) return false;
  if (other._deleted === true) return !isDeleted;
  // Older versions wrote no history of the trash: what is in it may be news.
  const isTrashKnown = other.trashedOn === '' || other.trashedOn === copy.trashedOn;
  // Two may have made the same, and one deleted its own: of what nobody wrote since it is not known
  // which was first, and what nothing ever happened to may be the other one's.
  const isProven = !isDeleted || (hasTrace(other) && !knows(other, copy));
  return isTrashKnown && isProven && knows(copy, other) && wroteSince(copy, other);
};

/**
 * Whether something happened to a record since it was made: what tells one device's record from the
 * same that another made.
 */
const hasTrace = ({ steps, history }: Copy): boolean => steps.length + history.length > 0;

/**
 * Whether a deletion is of the very state: written in that moment, and by the same person. Older
 * versions left no name.
 */
export const areOneWrite = (one: Copy, other: Copy): boolean =>
  one.updatedAt === other.updatedAt &&
  (one.updatedBy === '' || other.updatedBy === '' || one.updatedBy === other.updatedBy);

/** From here on a copy's history is whole; what was written before is forgotten there. */
const rememberedFrom = ({ history }: Copy): number =>
  history.length < HISTORY_LENGTH ? -Infinity : (history[0]?.at ?? -Infinity);

/**
 * Whether all steps and changes of one copy are in the other. What is too old to be kept there
 * counts as known where one that came after it is kept: who wrote that had the older one before
 * them.
 */
export const knows = (copy: Copy, other: Copy): boolean => knowsAll(copy, other, false);

/**
 * The same where nothing says that it is not so: of a copy that was written very often since, its
 * history says little.
 */
export const mayKnow = (copy: Copy, other: Copy): boolean => knowsAll(copy, other, true);

const knowsAll = (copy: Copy, { steps, history, updatedAt }: Copy, isLenient: boolean): boolean => {
  const known = new Set([...copy.steps, ...copy.history].map(({ id }) => id));
  const isThere = ({ id }: { readonly id: string }): boolean => known.has(id);
  const shared = isLenient ? Infinity : (history.findLast(isThere)?.at ?? -Infinity);
  const forgotten = Math.min(rememberedFrom(copy), shared);
  // What claims to be later than the record itself is the first to be forgotten, and nobody wrote
  // it.
  const isForgotten = (change: Change): boolean =>
    change.at <= forgotten || isAhead(change, updatedAt);
  return steps.every(isThere) && history.every((change) => isThere(change) || isForgotten(change));
};

/**
 * Whether each field that differs was written since, over the very value that the other has: two
 * devices may have made the record, each with a value of its own. Fields that no history tells of,
 * or nobody is asked about, say nothing.
 */
export const wroteSince = (copy: Copy, other: Copy): boolean =>
  differing(copy, other).every(isWrittenOver(copy, other));

/**
 * The same where nothing says that it is not so: a history that reaches back to less than the other
 * copy may have forgotten it.
 */
export const mayHaveWritten = (copy: Copy, other: Copy): boolean =>
  rememberedFrom(copy) > other.updatedAt || wroteSince(copy, other);

type Differing = { readonly field: string; readonly then: unknown };

/**
 * The fields that are not the same in both, with the other one's value, but those that say nothing.
 */
const differing = (copy: Copy, other: Copy): Differing[] => {
  const { fieldsWithoutHistory = [], neverAsked = [] } = kindOf(copy.kind) ?? {};
  const silent = ['v', ...fieldsWithoutHistory, ...neverAsked];
  const [now, then] = [copy, other].map(({ data }) => fieldsOf(data));
  return [...new Set([...Object.keys(now ?? {}), ...Object.keys(then ?? {})])]
    .filter((field) => !silent.includes(field) && !deepEqual(now?.[field], then?.[field]))
    .map((field) => ({ field, then: then?.[field] }));
};

const isWrittenOver = (copy: Copy, other: Copy): ((of: Differing) => boolean) => {
  const before = new Set(other.history.map(({ id }) => id));
  const { secretFields = [] } = kindOf(copy.kind) ?? {};
  const isForgetful = rememberedFrom(copy) > -Infinity;
  return ({ field, then }) => {
    const written = copy.history.filter((change) => change.field === field);
    if (written.every(({ id }) => before.has(id))) return false;
    if (isForgetful || secretFields.includes(field)) return true;
    return written.some(({ from, to }) => deepEqual(from, then) || deepEqual(to, then));
  };
};
