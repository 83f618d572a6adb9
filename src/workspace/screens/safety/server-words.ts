import type { Moments } from '#data/sync/kept-moments.ts';
import type { TabStatus } from '#data/sync/tabs/tab-status.ts';
import type { Texts } from '#ui/text.ts';

type Words = Pick<Texts, 'sync' | 'format'>;

/**
 * The status as a screen may tell it that is looked at since `lookedAt` (ms): what was counted
 * earlier is no count of now. The sync begins only after the first paint; until then it is known
 * what an earlier run kept.
 */
export const statusSince = (status: TabStatus, lookedAt: number, kept: Moments): TabStatus => {
  const counted = status.isCounted && status.countedAt >= lookedAt;
  const inStepAt = status.inStepAt === 0 ? kept.inStepAt : status.inStepAt;
  return {
    ...status,
    // Both sides are counted only while in step: so one moment is shown, not two.
    inStepAt: counted ? Math.max(inStepAt, status.countedAt) : inStepAt,
    ...(status.countedAt === 0 && {
      countedAt: kept.countedAt,
      missing: kept.missing,
      lacking: kept.lacking,
    }),
    isCounted: counted,
  };
};

/** Whether both sides were counted, and the server has answered for all since. */
export const isCounted = (status: TabStatus): boolean =>
  status.state === 'in-step' && status.isCounted;

/** Why a line about the server has no count of now; '' when it has one. */
export const uncountedWords = (status: TabStatus, now: number, { sync, format }: Words): string => {
  if (isCounted(status)) return '';
  const { countedAt } = status;
  return countedAt === 0
    ? sync.safety.toBeCounted
    : sync.safety.countedLast(format.when(countedAt, now));
};

/** When both sides were counted, for a line that has a count of now. */
export const countedWords = (
  { countedAt }: TabStatus,
  now: number,
  { sync, format }: Words,
): string => sync.safety.countedAt(format.when(countedAt, now));

/** How many records lie on the server alone, those included that cannot be opened. */
export const onlyThere = ({ missing, unreadable, unreadableHere = 0 }: TabStatus): number =>
  missing + unreadable - unreadableHere;

/**
 * Of what cannot be opened: how much of it is here in this device's own state, and how much is
 * there alone.
 */
export const unreadableWords = (
  { state, unreadable, unreadableHere: here = 0 }: TabStatus,
  { sync }: Pick<Texts, 'sync'>,
): string[] => {
  const { unreadableWhy, unreadableKeys, unreadableHere, unreadableThere } = sync.safety;
  const there = unreadable - here;
  // This device has not got the new keys yet: nothing is wrong with what they sealed.
  const why = state === 'other-keys' ? unreadableKeys : unreadableWhy;
  return [
    why,
    ...(here > 0 ? [unreadableHere(here)] : []),
    ...(there > 0 ? [unreadableThere(there)] : []),
  ];
};

/**
 * What the server holds, as far as it was counted, whether that is everything here, and the moment
 * it applies to.
 */
export type ServerWords = {
  readonly isSame: boolean;
  readonly detail: string;
  readonly at: number;
};

/**
 * The words for what the server holds: the same only where both sides were counted and nothing
 * waits.
 */
export const serverWords = (
  status: TabStatus,
  now: number,
  { sync, format }: Words,
): ServerWords => {
  const { waiting, aside, lacking = 0, unreadableHere = 0, inStepAt, countedAt } = status;
  const words = sync.safety;
  const differs = (at: number, ...details: string[]): ServerWords => ({
    isSame: false,
    at,
    detail: [...details, words.sealed].join(' '),
  });
  if (waiting + aside > 0) return differs(inStepAt, words.lacks(waiting + aside));
  const more = onlyThere(status);
  if (more + lacking + unreadableHere > 0)
    return differs(
      countedAt,
      ...(lacking > 0 ? [words.lacksRecords(lacking)] : []),
      ...(more > 0 ? [words.hasMore(more)] : []),
      ...(unreadableHere > 0 ? [words.hasUnreadable(unreadableHere)] : []),
    );
  if (isCounted(status)) return { isSame: true, at: inStepAt, detail: words.same };
  return differs(
    countedAt,
    countedAt === 0 ? words.notCompared : words.sameAt(format.when(countedAt, now)),
  );
};
