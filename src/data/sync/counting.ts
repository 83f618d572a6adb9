import type { OneSided } from './server/both-sides.ts';
import type { Moments } from './kept-moments.ts';
import type { Sync } from './sync.ts';
import type { TabStatus } from './tabs/tab-status.ts';

/** Both sides are counted no more often, whoever asks (ms). */
const REST = 3_000;

type Counting = Pick<Sync, 'oneSided' | 'waiting' | 'unreadable' | 'isKeyInUse' | 'compareAll'>;

type Parts = {
  readonly now: () => number;
  readonly kept: Moments;
  /** Requests `count` again. */ again(): void;
};

/**
 * Counts both sides whenever they are in step, and when someone looks, who also learns whether they
 * have the same records. If a side lacks something twice in a row, everything is fetched or sent
 * again, once per run: a full disk has been seen to end a first pull partway without an error. If
 * the server did not answer, it is asked again the next time both are in step.
 */
export const countingBothSides = (sync: Counting, { now, kept, again }: Parts) => {
  let { missing, lacking, countedAt } = kept;
  let [isCounted, isOfNow, wasApart, hasCompared, mayWriteOver] = [
    false,
    false,
    false,
    false,
    false,
  ];
  // Until nothing is found: numbers alone may not show the difference.
  let isClosely = false;
  const turns = takingTurns(again);
  let stretch = 0;
  const takeIn = ([found, isKeyInUse]: Found, askedAt: number): void => {
    mayWriteOver = isKeyInUse;
    const isApart = areApart(found);
    const isTwice = isApart && wasApart;
    ({ missing, lacking } = found);
    [countedAt, isOfNow, wasApart] = [askedAt, true, isApart];
    if (!isApart || hasCompared) return;
    // Again in any case, to see the outcome, too.
    isCounted = false;
    turns.holdBack();
    if (!isTwice) return;
    hasCompared = true;
    sync.compareAll();
  };
  return {
    seen: (): Seen => ({ missing, lacking, countedAt, isCounted: isOfNow, mayWriteOver }),
    /** All that was counted is of before. */
    begin: (): void => {
      stretch += 1;
      isCounted = isOfNow = false;
    },
    /** Someone looks: what was counted stays until it is counted again. */
    anew: (): void => void ([isCounted, isClosely] = [false, true]),
    count: async (): Promise<void> => {
      if (isCounted || !turns.take()) return;
      const [mine, askedAt, wasClosely] = [stretch, now(), isClosely];
      // Not afterwards: someone may look meanwhile.
      [isCounted, isClosely] = [true, false];
      const found = await ask(sync, wasClosely).catch(() => undefined);
      isClosely ||= wasClosely && (found === undefined || mine !== stretch || areApart(found[0]));
      if (found === undefined || mine !== stretch) isCounted = false;
      else takeIn(found, askedAt);
      turns.end();
    },
    stop: turns.stop,
  };
};

type Seen = Pick<TabStatus, 'missing' | 'lacking' | 'countedAt' | 'isCounted' | 'mayWriteOver'>;

/**
 * What one side lacks, and whether unopenable documents were sealed before the key in use: checked
 * only if there are any.
 */
type Found = readonly [sides: OneSided, isKeyInUse: boolean];

const areApart = ({ missing, lacking }: OneSided): boolean => missing + lacking > 0;

/**
 * Undefined when something was written meanwhile, which is no difference: it is counted again once
 * that was sent.
 */
const ask = async (sync: Counting, closely: boolean): Promise<Found | undefined> => {
  const sides = await sync.oneSided(closely);
  if (areApart(sides) && (await sync.waiting(1)) > 0) return undefined;
  return [sides, sync.unreadable.size > 0 && (await sync.isKeyInUse())];
};

/** One at a time, with a rest between; who comes too early is held back, and called later. */
const takingTurns = (call: () => void) => {
  let [isAtWork, isHeldBack] = [false, false];
  let resting: ReturnType<typeof setTimeout> | undefined;
  const release = (): void => {
    if (!isHeldBack || isAtWork || resting !== undefined) return;
    isHeldBack = false;
    call();
  };
  return {
    /** False while it is not the caller's turn. */
    take: (): boolean => {
      isHeldBack = isAtWork || resting !== undefined;
      if (isHeldBack) return false;
      isAtWork = true;
      resting = setTimeout(() => {
        resting = undefined;
        release();
      }, REST);
      return true;
    },
    holdBack: (): void => void (isHeldBack = true),
    end: (): void => {
      isAtWork = false;
      release();
    },
    stop: (): void => clearTimeout(resting),
  };
};
