/** Wrong passwords, counted for each who tries. */
export type Attempts = {
  /** How long this caller must wait (ms); 0 if it may try. */
  waitOf(who: string): number;
  failed(who: string): void;
  passed(who: string): void;
  /** Whether this one was right before, since the server was started. */
  hasPassed(who: string): boolean;
  /** Tries when all that this one began before is done; others do not wait for it. */
  inTurn<T>(who: string, attempt: () => Promise<T>): Promise<T>;
};

/** So many may be wrong. */
export const WRONG_FREE = 10;

/** How long to wait after that, and after how long wrong tries are forgotten (ms). */
export const WAIT_MS = 5 * 60_000;

/** Whoever has more addresses than that waits for nothing anyway. */
const MOST_KEPT = 10_000;

/** From more places than that no admin comes; the newest are kept. */
const MOST_KNOWN = 100;

/** Counts that are gone with the process. */
export const openAttempts = (now: () => number): Attempts => {
  const right = new Set<string>();
  const wrong = new Map<string, { readonly count: number; readonly until: number }>();
  const countOf = (who: string): number => {
    const kept = wrong.get(who);
    return kept === undefined || kept.until <= now() ? 0 : kept.count;
  };
  return {
    waitOf: (who) => (countOf(who) < WRONG_FREE ? 0 : (wrong.get(who)?.until ?? 0) - now()),
    failed: (who) => {
      const count = countOf(who) + 1;
      // Newest last, so that the oldest is forgotten first.
      wrong.delete(who);
      const [oldest] = wrong.keys();
      if (wrong.size >= MOST_KEPT && oldest !== undefined) wrong.delete(oldest);
      wrong.set(who, { count, until: now() + WAIT_MS });
    },
    passed: (who) => {
      wrong.delete(who);
      right.delete(who);
      right.add(who);
      const [oldest = ''] = right;
      if (right.size > MOST_KNOWN) right.delete(oldest);
    },
    hasPassed: (who) => right.has(who),
    inTurn: turns(),
  };
};

const turns = (): Attempts['inTurn'] => {
  const last = new Map<string, Promise<unknown>>();
  return (who, attempt) => {
    const mine = (last.get(who) ?? Promise.resolve()).then(attempt);
    const done: Promise<unknown> = mine
      .catch(() => undefined)
      .then(() => {
        if (last.get(who) === done) last.delete(who);
      });
    last.set(who, done);
    return mine;
  };
};
