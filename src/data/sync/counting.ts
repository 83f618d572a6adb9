import type { Moments } from './kept-moments.ts';
import type { Sync } from './sync.ts';
import type { TabStatus } from './tab-status.ts';

/** Both sides are counted no more often, whoever asks (ms). */
const REST = 3_000;

type Counting = Pick<Sync, 'missing' | 'unreadable' | 'isKeyInUse' | 'compareAll'>;

type Parts = { readonly now: () => number; readonly kept: Moments; /** Asks for `count` once more. */ again(): void };

/**
 * Counts both sides whenever all has come to be in step, and when someone looks. What is missing here twice in a row is
 * fetched again with all else, once on a run: a full disk has been seen to end a first pull with a part of it, and no error. A
 * server that did not answer counted nothing: it is asked again when all is next in step.
 */
export const countingBothSides = (sync: Counting, { now, kept, again }: Parts) => {
  let { missing, countedAt } = kept;
  let [isCounted, isOfNow, wasMissing, hasCompared, mayWriteOver] = [false, false, false, false, false];
  const turns = takingTurns(again);
  let stretch = 0;
  const takeIn = ([found, isKeyInUse]: Found, askedAt: number): void => {
    mayWriteOver = isKeyInUse;
    const isTwice = found > 0 && wasMissing;
    [missing, countedAt, isOfNow, wasMissing] = [found, askedAt, true, found > 0];
    if (found === 0 || hasCompared) return;
    if (isTwice) {
      hasCompared = true;
      return sync.compareAll();
    }
    isCounted = false;
    turns.holdBack();
  };
  return {
    seen: (): Seen => ({ missing, countedAt, isCounted: isOfNow, mayWriteOver }),
    /** All that was counted is of before. */
    begin: (): void => {
      stretch += 1;
      isCounted = isOfNow = false;
    },
    /** Someone looks: what was counted stays until it is counted anew. */
    anew: (): void => void (isCounted = false),
    count: async (): Promise<void> => {
      if (isCounted || !turns.take()) return;
      const [mine, askedAt] = [stretch, now()];
      // Not afterwards: someone may look meanwhile.
      isCounted = true;
      const found = await ask(sync).catch(() => undefined);
      if (found === undefined || mine !== stretch) isCounted = false;
      else takeIn(found, askedAt);
      turns.end();
    },
    stop: turns.stop,
  };
};

type Seen = Pick<TabStatus, 'missing' | 'countedAt' | 'isCounted' | 'mayWriteOver'>;

/** What is missing, and whether what cannot be opened was sealed before the key in use: asked only where there is such. */
type Found = readonly [missing: number, isKeyInUse: boolean];

const ask = (sync: Counting): Promise<Found> =>
  Promise.all([sync.missing(), sync.unreadable.size > 0 && sync.isKeyInUse()]);

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
    /** False while it is not one's turn. */
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
