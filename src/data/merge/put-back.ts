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
 * What the history says of a put-back: which version stands now, and over which state a person
 * wrote it.
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
  // After the last moment there is none: who dated a state so wrote that nothing is later.
  const isLater = copy.updatedAt > other.updatedAt || other.updatedAt === LAST_MOMENT;
  return isLater && putBacksIn(copy).some(({ settles }) => settles?.includes(key) === true);
};

/**
 * Whether a record was put back, and the other one, of a newer version, comes of what was there
 * before and has not heard of it.
 */
const isUnheardBy = (copy: Copy, other: Copy): boolean => {
  if (copy._deleted === true || isOfNewerVersion(copy) || !isOfNewerVersion(other)) return false;
  const known = new Set(other.history.map(({ id }) => id));
  const [oldest] = other.history.length < HISTORY_LENGTH ? [] : other.history;
  return putBacksIn(copy).some(({ id, at }) => !known.has(id) && at > (oldest?.at ?? -Infinity));
};

/**
 * The history of a put-back: its own entries, then what could be read before, and in what is left
 * the newest of what nobody could read. Of that only what claims to be earlier than those entries,
 * and than `before`, when what it is in was written: two hundred of now would push out whatever is
 * written from then on.
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

/** The last so many of them; none where there is no room. */
const newest = (changes: readonly Change[], room: number): readonly Change[] =>
  changes.slice(Math.max(0, changes.length - Math.max(0, room)));

/**
 * A put-back with the steps and the history of what it was put back over, and of what this device
 * could read `last` before that. Whoever put it back kept them, as far as they can be read: what
 * lacks them a member wrote by hand, and it erases nothing. No app writes a step again: what could
 * be read last stands, and then the put-back's, or whoever calls a record newer would have
 * rewritten it for good.
 */
export const withPastOf = (copy: Copy, over: Copy, last?: VolymRecord): Copy => {
  const kind = kindOf(copy.kind);
  if (kind === undefined) return copy;
  const there = over.steps.filter((step) => haveKnownSteps(kind, [step]));
  const steps = unionOf(unionOf(there, copy.steps), last?.steps ?? []);
  const told = { ...copy, history: historyWith(copy, over, last) };
  return haveKnownSteps(kind, steps) ? { ...told, steps } : told;
};

/**
 * Any of them may be filled with what never happened. What could be read last comes first, and of
 * what is news against that only as much as leaves half of the history: what people write next
 * pushes nothing of it out. Where nothing could be read, half is the newest of what it was put back
 * over.
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
 * Two states of a record that was put back, where one has not heard of that: another device met
 * what was written over with an edit of its own. That one is read as far as this app can, so that
 * the edit is met and the put-back holds. Undefined of any others.
 */
export const metAsKnown = (one: Copy, other: Copy): readonly [Copy, Copy] | undefined => {
  if (isUnheardBy(one, other)) return [one, asKnown(other, one)];
  return isUnheardBy(other, one) ? [asKnown(one, other), other] : undefined;
};

/**
 * A state in the version of the one that was put back; where that has no form, what was put back,
 * with its steps that can be read and its history.
 */
const asKnown = (copy: Copy, known: Copy): Copy => {
  const kind = kindOf(known.kind);
  const steps = copy.steps.filter((step) => kind !== undefined && haveKnownSteps(kind, [step]));
  const read = { ...copy, data: { ...copy.data, v: known.data.v }, steps };
  if (isInForm(read)) return read;
  const history = keepNewest(unionOf(known.history, copy.history), known.updatedAt);
  const told = { ...known, steps: unionOf(known.steps, steps), history };
  return isInForm(told) ? told : known;
};

/**
 * Whether nothing of what two states became can be told from what was agreed on: it is of another
 * kind, or both were put back over it and it is in no form that this app knows.
 */
export const isNoBase = (known: Copy, [one, other]: readonly [Copy, Copy]): boolean =>
  areTwoKinds(known, one) ||
  areTwoKinds(known, other) ||
  (isOfNewerVersion(known) &&
    !isOfNewerVersion(one) &&
    !isOfNewerVersion(other) &&
    areLive(one, other));

// Of what was deleted the agreed state tells whether it is what was deleted.
const areLive = (one: Copy, other: Copy): boolean =>
  one._deleted !== true && other._deleted !== true;
