/** A body may take so long, and as long again as it takes at so many bytes a ms: a phone far out sends a large record. */
const [PATIENCE_MS, SLOWEST] = [120_000, 8];

/** The longest that any body may take (ms): past it the connection is cut. */
export const LONGEST_BODY_MS = 1_230_000;

/** A body that is watched while it comes. */
export type Watched = {
  /** So many bytes more are there. */
  came(bytes: number): void;
  /** Ends the watching. */
  over(): void;
};

/**
 * Calls `end` once a body comes too slowly. What came fast is no time saved up for later: whoever stops sending is waited for no
 * longer than who never began.
 */
export const watchSlowness = (end: () => void): Watched => {
  let until = performance.now() + PATIENCE_MS;
  const look = (): void => {
    const left = until - performance.now();
    if (left > 0) timer = setTimeout(look, Math.ceil(left));
    else end();
  };
  let timer = setTimeout(look, PATIENCE_MS);
  return {
    came: (bytes) => void (until = Math.min(until + bytes / SLOWEST, performance.now() + PATIENCE_MS)),
    over: () => clearTimeout(timer),
  };
};
