import { reportBug } from '#platform/report-bug.ts';
import type { ChangedKeys } from './changed-keys.ts';
import type { SyncStatus } from './status.ts';
import type { Sync } from './sync.ts';
import type { TabStatus } from './tab-status.ts';

/** Beyond this many, what waits is not counted. */
const MOST_WAITING = 1_000;

/** Counting reads the store: it rests between (ms). */
const COUNT_EVERY = 500;

/** Tells each new state, and how much waits: only what was counted to nothing is in step. */
export const tellBy = (
  sync: Sync,
  { inStepBefore, changedKeys }: { readonly inStepBefore: number; readonly changedKeys: ChangedKeys },
  tell: (status: TabStatus) => void,
) => {
  let now: SyncStatus = { state: 'starting', since: 0, inStepAt: 0, fetched: 0 };
  let [waiting, inStepAt] = [0, inStepBefore];
  let timer: ReturnType<typeof setTimeout> | undefined;
  const missing = countingMissing(sync);
  const say = (): void => {
    const { state, fetched } = now;
    const resealing = changedKeys.isResealing();
    tell({ state, fetched, waiting, inStepAt, ...missing.seen(), resealing, ...countsOf(sync) });
  };
  const again = (): void => void (timer ??= setTimeout(() => void count(), COUNT_EVERY));
  const count = async (): Promise<void> => {
    timer = undefined;
    const { state, inStepAt: at } = now;
    waiting = await sync.waiting(MOST_WAITING).catch(() => waiting);
    if (state === 'in-step' && waiting === 0) {
      inStepAt = at;
      if (!(await missing.count(at))) again();
      changedKeys.inStep(sync).catch((error: unknown) => reportBug('changed keys were not seen to', error));
    }
    say();
  };
  const states = sync.status$.subscribe((status) => {
    const isNews = status.state !== now.state;
    if (isNews) missing.begin();
    now = status;
    if (status.state !== 'in-step') say();
    if (isNews && status.state === 'in-step') void count();
    else again();
  });
  const stop = (): void => (clearTimeout(timer), states.unsubscribe());
  return { again, stop };
};

const countsOf = ({ aside, unreadable, writtenBack }: Sync) => ({
  ...{ aside: aside.size, unreadable: unreadable.size, writtenBack: writtenBack() },
});

/**
 * Counts both sides whenever all has come to be in step. What is missing here twice in a row is fetched again with all else,
 * once on a run: a full disk has been seen to end a first pull with a part of it, and no error. A server that did not
 * answer counted nothing: it is asked again when all is next in step.
 */
const countingMissing = (sync: Pick<Sync, 'missing' | 'compareAll'>) => {
  let [seen, countedAt, isCounted, isOfNow, hasCompared] = [0, 0, false, false, false];
  return {
    seen: (): Pick<TabStatus, 'missing' | 'countedAt' | 'isCounted'> => ({
      missing: seen,
      countedAt,
      isCounted: isOfNow,
    }),
    begin: (): void => void (isCounted = isOfNow = false),
    /** False while it has to be counted once more; `at` is when all was in step. */
    count: async (at: number): Promise<boolean> => {
      if (isCounted) return true;
      const [before, found] = [seen, await sync.missing().catch(() => undefined)];
      if (found === undefined) return true;
      [seen, countedAt, isOfNow] = [found, at, true];
      isCounted = seen === 0 || hasCompared;
      if (seen === 0 || before === 0 || hasCompared) return isCounted;
      hasCompared = true;
      sync.compareAll();
      return true;
    },
  };
};
