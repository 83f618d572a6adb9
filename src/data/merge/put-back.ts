import { haveKnownSteps, kindOf } from '#programmes/kinds.ts';
import { LAST_MOMENT } from '#core/day/moment.ts';
import { answerKey, type Change, type VolymRecord } from '#core/record/record.ts';
import { HISTORY_LENGTH, keepNewest } from '../records/history.ts';
import { isInForm } from '../records/read-record.ts';
import type { Copy } from './copy.ts';
import { isOfNewerVersion } from './newer-version.ts';
import { areTwoKinds } from './two-kinds.ts';
import { unionOf } from './unions.ts';

/**
 * A put-back is in the history under the version of what it was written over: no command ever
 * writes that field.
 */
const VERSION = 'v';

/**
 * The history entry of a put-back: which version holds now, and which state a person replaced.
 */
export const putBackEntry = (
  over: VolymRecord,
  by: Pick<Change, 'id' | 'at' | 'by'>,
  v: number,
): Change => ({
  ...by,
  field: VERSION,
  to: v,
  settles: [answerKey({ by: over.updatedBy, at: over.updatedAt })],
});

const putBacksIn = ({ history }: Copy): readonly Change[] =>
  history.filter(({ field, settles }) => field === VERSION && settles !== undefined);

/**
 * Whether a person put a record back over that very state, which this app does not know the form
 * of. Over what can be read no put-back wins: whoever writes one by hand undoes nothing with it.
 */
export const isPutBackOver = (copy: Copy, other: Copy): boolean => {
  if (copy._deleted === true || isOfNewerVersion(copy) || !isOfNewerVersion(other)) return false;
  const key = answerKey({ by: other.updatedBy, at: other.updatedAt });
  // No moment comes after the last one: nothing can be later than a state dated so.
  const isLater = copy.updatedAt > other.updatedAt || other.updatedAt === LAST_MOMENT;
  return isLater && putBacksIn(copy).some(({ settles }) => settles?.includes(key) === true);
};

/**
 * Whether a record was put back, and the other copy, of a newer version, descends from the earlier
 * state and does not know of the put-back.
 */
const isUnheardBy = (copy: Copy, other: Copy): boolean => {
  if (copy._deleted === true || isOfNewerVersion(copy) || !isOfNewerVersion(other)) return false;
  const known = new Set(other.history.map(({ id }) => id));
  const [oldest] = other.history.length < HISTORY_LENGTH ? [] : other.history;
  return putBacksIn(copy).some(({ id, at }) => !known.has(id) && at > (oldest?.at ?? -Infinity));
};

/**
 * The history of a put-back: its own entries, then those that could be read before, and in the room
 * left the newest of the unreadable state's. Of these only entries dated before its own entries and
 * before `before`, the moment when that state was written: two hundred entries dated now would push
 * out everything written later.
 */
export const keptFirst = (
  known: readonly Change[],
  own: readonly Change[],
  { history, before }: { readonly history: readonly Change[]; readonly before: number },
): Change[] => {
  const room = Math.max(0, HISTORY_LENGTH - own.length);
  const kept = newest(known, room);
  const ids = new Set(known.map(({ id }) => id));
  const others = earlierThan(history, own, before).filter(({ id }) => !ids.has(id));
  return unionOf([...newest(others, room - kept.length), ...kept], own);
};

const earlierThan = (
  history: readonly Change[],
  own: readonly Change[],
  before: number,
): Change[] => {
  const first = Math.min(before, ...own.map(({ at }) => at));
  return history.filter(({ at }) => at < first);
};

/** The last ones that fit; none where there is no room. */
const newest = (changes: readonly Change[], room: number): readonly Change[] =>
  changes.slice(Math.max(0, changes.length - Math.max(0, room)));

/**
 * A put-back with the steps and history of the state it replaced, and of the state that this device
 * could read `last` before. An app that puts a record back keeps them, as far as they can be read:
 * a put-back without them was forged by a member, and must erase nothing. No app rewrites a step:
 * the version read last wins, then the put-back's, or anyone who marks a record as newer could
 * rewrite its steps for good.
 */
export const withPastOf = (copy: Copy, over: Copy, last?: VolymRecord): Copy => {
  const kind = kindOf(copy.kind);
  if (kind === undefined) return copy;
  const there = over.steps.filter((step) => haveKnownSteps(kind, [step]));
  const steps = unionOf(unionOf(there, copy.steps), last?.steps ?? []);
  const withHistory = { ...copy, history: historyWith(copy, over, last) };
  return haveKnownSteps(kind, steps) ? { ...withHistory, steps } : withHistory;
};

/**
 * Any of these histories may be filled with things that never happened. The entries read last come
 * first, and new ones may take at most half of the history: so what people write next pushes none
 * of it out. If nothing could be read, half goes to the newest entries of the replaced state.
 */
const historyWith = (
  copy: Copy,
  { history, updatedAt: before, updatedBy: by }: Copy,
  last?: VolymRecord,
): Change[] => {
  const key = answerKey({ by, at: before });
  const own = putBacksIn(copy).filter(({ settles }) => settles?.includes(key) === true);
  const there = earlierThan(history, own, before);
  const past = last?.history ?? newest(there, HISTORY_LENGTH / 2);
  const room = last === undefined ? HISTORY_LENGTH - past.length : HISTORY_LENGTH / 2;
  const known = new Set([...own, ...past, ...there].map(({ id }) => id));
  const news = copy.history.filter(({ id }) => !known.has(id));
  return keptFirst(unionOf(past, newest(news, room - own.length)), own, { history, before });
};

/**
 * Two states of a record that was put back, one of which does not know of it: another device merged
 * the replaced state with its own edit. That state is read as far as this app can, so that the edit
 * is merged and the put-back holds. Undefined for any other states.
 */
export const metAsKnown = (left: Copy, right: Copy): readonly [Copy, Copy] | undefined => {
  if (isUnheardBy(left, right)) return [left, asKnown(right, left)];
  return isUnheardBy(right, left) ? [asKnown(left, right), right] : undefined;
};

/**
 * A state in the version of the one that was put back; if it is not well-formed in that version,
 * the put-back itself, with the state's readable steps and its history.
 */
const asKnown = (copy: Copy, known: Copy): Copy => {
  const kind = kindOf(known.kind);
  const steps = copy.steps.filter((step) => kind !== undefined && haveKnownSteps(kind, [step]));
  const read = { ...copy, data: { ...copy.data, v: known.data.v }, steps };
  if (isInForm(read)) return read;
  const history = keepNewest(unionOf(known.history, copy.history), known.updatedAt);
  const merged = { ...known, steps: unionOf(known.steps, steps), history };
  return isInForm(merged) ? merged : known;
};

/**
 * Whether the agreed state is useless for merging two states: it is of another kind, or both were
 * put back over it and its form is unknown to this app.
 */
export const isNoBase = (known: Copy, [left, right]: readonly [Copy, Copy]): boolean =>
  areTwoKinds(known, left) ||
  areTwoKinds(known, right) ||
  (isOfNewerVersion(known) &&
    !isOfNewerVersion(left) &&
    !isOfNewerVersion(right) &&
    areLive(left, right));

// For a deletion, the agreed state shows whether it is what was deleted.
const areLive = (left: Copy, right: Copy): boolean =>
  left._deleted !== true && right._deleted !== true;
