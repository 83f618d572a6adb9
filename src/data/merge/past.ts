import { deepEqual } from 'rxdb/plugins/utils';
import { kindOf } from '#programmes/kinds.ts';
import type { Change } from '#core/record/record.ts';
import { HISTORY_LENGTH, isAhead } from '../records/history.ts';
import type { Copy } from './copy.ts';
import { isPutBackOver } from './put-back.ts';
import { fieldsOf } from '#core/record/fields.ts';

/**
 * Whether `other` is an earlier state of `copy`: it was written before, the copy knows everything
 * that happened to it, and the differences were written in the copy since. Of a deletion, only the
 * moment of the deleted state is known. The differences are judged by the history, not by a merge:
 * to a merge, a wrap removed from a keyring would look like a new one.
 */
export const isPast = (copy: Copy, other: Copy): boolean => {
  if (isPutBackOver(copy, other)) return true;
  const isDeleted = copy._deleted === true;
  if (isDeleted && other._deleted !== true && areSameWrite(copy, other)) return true;
  if (other.updatedAt >= copy.updatedAt) return false;
  if (other._deleted === true) return !isDeleted;
  // Older versions wrote no history of the trash: being in it may be news.
  const isTrashKnown = other.trashedOn === '' || other.trashedOn === copy.trashedOn;
  // Two devices may have created the same record, and one deleted its own: if nobody has written
  // since, it is unknown which was first, and a record without any changes may be the other one's.
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
export const areSameWrite = (left: Copy, right: Copy): boolean =>
  left.updatedAt === right.updatedAt &&
  (left.updatedBy === '' || right.updatedBy === '' || left.updatedBy === right.updatedBy);

/**
 * The moment from which a copy's history is complete; what was written before is forgotten
 * there.
 */
const rememberedFrom = ({ history }: Copy): number =>
  history.length < HISTORY_LENGTH ? -Infinity : (history[0]?.at ?? -Infinity);

/**
 * Whether all steps and changes of one copy are in the other. A change too old to be kept there
 * counts as known if a later one is kept: whoever wrote the later one had seen the older.
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
  // A change that claims to be later than the record itself is the first to be forgotten; no app
  // wrote it.
  const isForgotten = (change: Change): boolean =>
    change.at <= forgotten || isAhead(change, updatedAt);
  return steps.every(isThere) && history.every((change) => isThere(change) || isForgotten(change));
};

/**
 * Whether each field that differs was written since, replacing exactly the other's value: two
 * devices may have created the record, each with its own value. Fields without history, or without
 * questions, prove nothing.
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
 * The fields that differ, with the other copy's value, except those that prove nothing.
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
