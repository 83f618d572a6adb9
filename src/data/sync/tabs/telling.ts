import { KEYRING_ID } from '#workspace/rules/vault/keyring.ts';
import { reportBug } from '#platform/report-bug.ts';
import type { Mending } from '#programmes/upkeep.ts';
import type { ChangedKeys } from '../keys/changed-keys.ts';
import { countingBothSides } from '../counting.ts';
import { NOT_CARRIED } from '../couch/couch-writing.ts';
import type { Moments } from '../kept-moments.ts';
import type { SyncStatus } from '../status.ts';
import type { Sync } from '../sync.ts';
import type { TabStatus } from './tab-status.ts';
import { openWritingOver } from '../refused/writing-over.ts';

/** Beyond this many, what waits is not counted. */
const MOST_WAITING = 1_000;

/** Counting reads the store: it rests between (ms). */
const COUNT_EVERY = 500;

type TellingParts = {
  readonly now: () => number;
  readonly kept: Moments;
  readonly changedKeys: ChangedKeys;
  readonly mending: Pick<Mending, 'mend'>;
};

type Tell = (status: TabStatus) => void;

/** Reports each new state, and how much waits: it is in step only if the count is zero. */
export const tellBy = (
  sync: Sync,
  { now, kept, changedKeys, mending }: TellingParts,
  tell: Tell,
) => {
  let status: SyncStatus = { state: 'starting', since: 0, inStepAt: 0, fetched: 0 };
  let [waiting, inStepAt] = [0, kept.inStepAt];
  const count = async (): Promise<void> => {
    const { state, inStepAt: at } = status;
    waiting = await sync.waiting(MOST_WAITING).catch(() => waiting);
    if (state === 'in-step' && waiting === 0) {
      inStepAt = at;
      await counting.count();
      seeTo(sync, { changedKeys, mending });
    }
    await unopened.count(counting.seen().countedAt);
    say();
  };
  /** Someone looks: tries, and counts both sides again. */
  const look = (): void => (counting.anew(), sync.tryNow(), again());
  const { again, stop } = soon(() => void count());
  const unopened = countingUnopened(sync);
  const { state: writingOver, begin: writeOver } = openWritingOver(sync, {
    now,
    // At once: who pressed knows by it that someone heard.
    changed: () => say(),
    ended: look,
  });
  const counting = countingBothSides(sync, { now, kept, again });
  const say = (): void => {
    const { state, fetched } = status;
    const counted = { waiting, ...unopened.seen(), ...counting.seen() };
    const resealing = changedKeys.isResealing();
    tell({
      state,
      fetched,
      inStepAt,
      ...counted,
      ...sizesOf(sync),
      resealing,
      writingOver: writingOver(),
    });
  };
  const states = sync.status$.subscribe((next) => {
    const isNews = next.state !== status.state;
    if (isNews) counting.begin();
    status = next;
    if (next.state !== 'in-step') say();
    if (isNews && next.state === 'in-step') void count();
    else again();
  });
  return {
    again,
    look,
    writeOver,
    stop: (): void => (stop(), counting.stop(), states.unsubscribe()),
  };
};

type Sizes = Pick<
  TabStatus,
  'aside' | 'notCarried' | 'isKeyringAside' | 'underOldKey' | 'writtenBack'
>;

/** What the sync holds at this moment, by number. */
const sizesOf = ({ aside, underOldKey, writtenBack }: Sync): Sizes => ({
  aside: aside.size,
  notCarried: [...aside.values()].filter(({ reason }) => reason === NOT_CARRIED).length,
  isKeyringAside: aside.has(KEYRING_ID) || undefined,
  underOldKey: underOldKey.size,
  writtenBack: writtenBack(),
});

/** What there is to do each time that all is in step. */
const seeTo = (
  sync: Sync,
  { changedKeys, mending }: Pick<TellingParts, 'changedKeys' | 'mending'>,
): void => {
  changedKeys
    .inStep(sync)
    .catch((error: unknown) => reportBug('changed keys were not seen to', error));
  mending.mend().catch((error: unknown) => reportBug('codes may lie under nothing', error));
};

/**
 * What cannot be opened may be all that the server has: its records are looked for where that has
 * changed, and with each count.
 */
const countingUnopened = (
  sync: Pick<Sync, 'unreadable' | 'unreadableBeyond' | 'unreadableHere'>,
) => {
  let [unreadable, unreadableHere, of] = [0, 0, 0];
  return {
    seen: () => ({ unreadable, unreadableHere }),
    count: async (countedAt: number): Promise<void> => {
      const all = sync.unreadable.size + sync.unreadableBeyond();
      if (all === unreadable && countedAt === of) return;
      const here = await sync.unreadableHere().catch(() => unreadableHere);
      [unreadable, unreadableHere, of] = [all, here, countedAt];
    },
  };
};

/** Does its work a while after a request, once for all requests in that time. */
const soon = (work: () => void) => {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isStopped = false;
  const begin = (): void => {
    timer = undefined;
    work();
  };
  return {
    again: (): void => void (isStopped || (timer ??= setTimeout(begin, COUNT_EVERY))),
    stop: (): void => {
      isStopped = true;
      clearTimeout(timer);
    },
  };
};
