import type { SyncStore } from './sync-store.ts';

/**
 * Records whose state on the server RxDB has passed without taking it over: it is read anew and given again. What is to be read,
 * and what was given and is not written yet, is kept over restarts.
 */
export type GiveAgain = {
  add(id: string): void;
  /** Those to be read now; those that are `left` wait. */
  take(left: (id: string) => boolean): string[];
  /** Whether there are others than those that are `left`. */
  hasMore(left: (id: string) => boolean): boolean;
  /** Those that were taken, and that RxDB has not written yet. */
  taken(): string[];
  /** RxDB has written these. */
  wrote(ids: readonly string[]): void;
  /** Keeps them over restarts, where they have changed. */
  keep(): Promise<void>;
};

const KEPT = 'give-again';

/** Those of one sync, and those that were left when the app was closed. */
export const openGiveAgain = async (store: SyncStore): Promise<GiveAgain> => {
  const kept = (await store.get<string[]>(KEPT)) ?? [];
  const [waiting, taken] = [new Set(kept), new Set<string>()];
  let keptAs = textOf(kept);
  return {
    add: (id) => void waiting.add(id),
    take: (left) => {
      const ids = [...waiting].filter((id) => !left(id));
      for (const id of ids) {
        waiting.delete(id);
        taken.add(id);
      }
      return ids;
    },
    hasMore: (left) => [...waiting].some((id) => !left(id)),
    taken: () => [...taken],
    wrote: (ids) => {
      for (const id of ids) taken.delete(id);
    },
    keep: async () => {
      const ids = [...new Set([...waiting, ...taken])];
      const before = keptAs;
      if (textOf(ids) === before) return;
      keptAs = textOf(ids);
      try {
        await store.set(KEPT, ids.length === 0 ? undefined : ids);
      } catch (error) {
        keptAs = before;
        throw error;
      }
    },
  };
};

const textOf = (ids: readonly string[]): string => ids.toSorted().join(' ');
