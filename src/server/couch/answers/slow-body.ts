/**
 * A body may take so long (ms), and as long again as it takes at so many bytes a ms: a phone far
 * out sends a large record.
 */
export const [PATIENCE_MS, SLOWEST] = [120_000, 8];

/**
 * One that may be no longer than this is waited for less: at the doors many strangers may come from
 * one address, a proxy's or a school's.
 */
export const [SHORT_BODY, SHORT_PATIENCE_MS] = [16_384, 10_000];

/** The longest that any body may take (ms): past it the connection is cut. */
export const LONGEST_BODY_MS = 1_230_000;

/** A body that is watched while it comes. */
export type Watched = {
  /** So many bytes more are there. */
  came(bytes: number): void;
  /** Ends the watching. */
  over(): void;
};

/** Time that is watched. */
type Clock = {
  /** Adds time (ms), with a maximum for the time left from now on. */
  more(ms: number, most: number): void;
  /** Ends the watching. */
  over(): void;
};

/** Calls `end` when the time is over: this much (ms), plus what is added. */
export const watchTime = (ms: number, end: () => void): Clock => {
  let until = performance.now() + ms;
  const look = (): void => {
    const left = until - performance.now();
    if (left > 0) timer = setTimeout(look, Math.ceil(left));
    else end();
  };
  let timer = setTimeout(look, ms);
  const more = (added: number, most: number): void => {
    const before = until;
    until = Math.min(until + added, performance.now() + most);
    if (until >= before) return;
    clearTimeout(timer);
    look();
  };
  return { more, over: () => clearTimeout(timer) };
};

/**
 * Watches a body with a maximum size: calls `end` if it comes too slowly. Sending fast earns no
 * time for later: a client that stops sending gets no longer than one that never began.
 */
export const watchSlowness = (most: number, end: () => void): Watched => {
  const patience = most > SHORT_BODY ? PATIENCE_MS : SHORT_PATIENCE_MS;
  const { more, over } = watchTime(patience, end);
  return { came: (bytes) => more(bytes / SLOWEST, patience), over };
};
