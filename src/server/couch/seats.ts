/**
 * The places of those who wait. Someone who waits too often loses the oldest place; in a full house
 * it is whoever has the most.
 */
export type Seats = {
  /**
   * Takes a place for `client`, `leave` is called when it is lost; undefined when there is none.
   * Answers how to give it back.
   */
  take(client: string, leave: () => void): (() => void) | undefined;
  /** Takes the places of clients away, who learn by it that they may not wait any more. */
  empty(isGone: (client: string) => boolean): void;
};

/** A browser's tabs and a few that were cut off without a word: their places are the oldest. */
export const WAITING_EACH = 32;

/** Each costs a connection and a timer. */
export const WAITING_ALL = 2_000;

/** The places of one endpoint. */
export const openSeats = (each = WAITING_EACH, all = WAITING_ALL): Seats => {
  const taken = new Map<string, Set<() => void>>();
  let count = 0;
  return {
    take: (client, leave) => {
      const own = taken.get(client) ?? new Set();
      const [oldest] = own;
      if (own.size >= each && oldest !== undefined) oldest();
      // Only from a client that would still have more: otherwise two would take it from each other
      // forever.
      const most = count < all ? own : largest(taken.values());
      const [spare] = most.size > own.size + 1 ? most : [];
      spare?.();
      if (count >= all) return undefined;
      const give = (andLeave: boolean): void => {
        if (!own.delete(lose)) return;
        count -= 1;
        if (own.size === 0) taken.delete(client);
        if (andLeave) leave();
      };
      const lose = (): void => give(true);
      taken.set(client, own.add(lose));
      count += 1;
      return () => give(false);
    },
    empty: (isGone) => {
      for (const [client, places] of [...taken])
        if (isGone(client)) for (const lose of [...places]) lose();
    },
  };
};

const largest = <T>(sets: Iterable<ReadonlySet<T>>): ReadonlySet<T> =>
  [...sets].reduce((largest, other) => (other.size > largest.size ? other : largest), new Set());
