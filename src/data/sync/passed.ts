import type { SyncStore } from './sync-store.ts';

/**
 * Records with a server state that was not stored here: a change was waiting or set aside, or this
 * device is read-only, has a later state, and will send that once it may write. RxDB still notes
 * the page as read, so that state would not come again. These records are read again until the
 * server's state is here.
 */
export type Passed = {
  add(id: string): void;
  /**
   * The same, but not to be read before `readAll`: the server's state can be neither stored nor
   * overwritten now.
   */
  addForLater(id: string): void;
  /**
   * Reads all of them again: this device may now change records, the user asked, or the regular
   * check is due.
   */
  readAll(): void;
  has(id: string): boolean;
  /**
   * Those to read again, each with a number that shows when it was last added; not those on their
   * way already or left for later.
   */
  toRead(): ReadonlyMap<string, number>;
  /** RxDB has been given these. */
  given(ids: readonly string[]): void;
  /** It has written what it was given, or dropped it; true where it was given some. */
  through(): boolean;
  /**
   * The server's state is here, or no longer to be stored; unless the record was passed again since
   * `added`.
   */
  drop(id: string, added: number): void;
  /**
   * Resolves once they are saved for the next start as they are now. After the end of the sync
   * nothing is saved.
   */
  keep(): Promise<void>;
};

const KEPT = 'passed';

/** The passed records of one sync, with those left when the app was closed. */
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
