import { isSame, type Copy } from '../merge/copy.ts';

/**
 * Remembers what was pulled while something was pushed. RxDB drops a pulled state of a record whose push is still
 * unanswered, and afterwards takes the pushed one for agreed (proven/sync-core.md §3.2).
 */
export type Pushing = {
  begin(sent: readonly Copy[]): void;
  /** The push of these is through and RxDB has taken it in; true when something has to be given again. */
  end(sent: readonly Copy[]): boolean;
  /** These were given to RxDB by a pull. */
  delivered(documents: readonly Copy[]): void;
  /** What a pull gave of that record was not taken over: it is read anew. */
  giveAgain(id: string): void;
  toGiveAgain(): string[];
  gaveAgain(ids: readonly string[]): void;
};

/** The memory of one sync. */
export const openPushing = (): Pushing => {
  let open = 0;
  const during = new Map<string, Copy>();
  const again = new Set<string>();
  return {
    begin: () => void (open += 1),
    end: (sent) => {
      for (const copy of sent) {
        const pulled = during.get(copy.id);
        if (pulled !== undefined && !isSame(pulled, copy)) again.add(copy.id);
      }
      open -= 1;
      if (open === 0) during.clear();
      return again.size > 0;
    },
    delivered: (documents) => {
      if (open > 0) for (const document of documents) during.set(document.id, document);
    },
    giveAgain: (id) => void again.add(id),
    toGiveAgain: () => [...again],
    gaveAgain: (ids) => ids.forEach((id) => again.delete(id)),
  };
};
