import type { SyncStore } from './sync-store.ts';

/**
 * Records of which the server showed a state that was not taken over here: a change waited, or
 * stood aside, or this device, which only reads, has it later and will bring that back once it may
 * change. RxDB notes that it has passed the page all the same, so that nothing brings that state
 * again. They are read again, until what the server has is here.
 */
export type Passed = {
  add(id: string): void;
  /**
   * The same, but nothing is to be read of it before `readAll`: what is there cannot be taken over
   * or written over now.
   */
  addForLater(id: string): void;
  /**
   * This device may change records since, someone asks, or it is time for the regular look: all is
   * read once more.
   */
  readAll(): void;
  has(id: string): boolean;
  /**
   * Those to be read again, each with what tells when it was added last: all that are not on their
   * way already, nor left for later.
   */
  toRead(): ReadonlyMap<string, number>;
  /** RxDB was given these. */
  given(ids: readonly string[]): void;
  /** It has written what it was given, or dropped it; true where it was given some. */
  through(): boolean;
  /**
   * What the server has of it is here, or is no longer to be taken over; unless it was passed once
   * more since `added`.
   */
  drop(id: string, added: number): void;
  /**
   * Answers once they are kept over restarts as they are now. After the end of the sync nothing is
   * kept.
   */
  keep(): Promise<void>;
};

const KEPT = 'passed';

/** Those of one sync, with those that were left when the app was closed. */
export const openPassed = async (store: SyncStore, ended: AbortSignal): Promise<Passed> => {
  const before = (await store.get<string[]>(KEPT)) ?? [];
  const passed = new Map(before.map((id, at) => [id, at]));
  let count = before.length;
  let kept = textOf(before);
  const onTheirWay = new Set<string>();
  // Not kept: after a restart each is read once, and waits again.
  const forLater = new Set<string>();
  const add = (id: string): void => void passed.set(id, (count += 1));
  let keeping = Promise.resolve();
  const write = async (): Promise<void> => {
    const ids = [...passed.keys()];
    if (ended.aborted || textOf(ids) === kept) return;
    await store.set(KEPT, ids.length === 0 ? undefined : ids);
    kept = textOf(ids);
  };
  return {
    add: (id) => {
      forLater.delete(id);
      add(id);
    },
    addForLater: (id) => {
      forLater.add(id);
      add(id);
    },
    readAll: () => forLater.clear(),
    has: (id) => passed.has(id),
    toRead: () => new Map([...passed].filter(([id]) => !onTheirWay.has(id) && !forLater.has(id))),
    given: (ids) => {
      for (const id of ids) onTheirWay.add(id);
    },
    through: () => {
      const wereGiven = onTheirWay.size > 0;
      onTheirWay.clear();
      return wereGiven;
    },
    drop: (id, added) => void (passed.get(id) === added && passed.delete(id)),
    // One after the other: who comes while something is written may have added to it.
    keep: () => (keeping = keeping.catch(() => undefined).then(write)),
  };
};

const textOf = (ids: readonly string[]): string => ids.toSorted().join(' ');
