/** A body may take so long, and as long again as it takes at so many bytes a ms: a phone far out sends a large record. */
const [PATIENCE_MS, SLOWEST] = [120_000, 8];

/** The longest that any body may take (ms): past it the connection is cut. */
export const LONGEST_BODY_MS = 1_230_000;

/** Calls `end` once a body comes too slowly; `size` is how much of it came. What is returned ends the waiting. */
export const boundSlowness = (size: () => number, end: () => void): (() => void) => {
  const begun = performance.now();
  const look = (): void => {
    const left = begun + PATIENCE_MS + size() / SLOWEST - performance.now();
    if (left > 0) timer = setTimeout(look, Math.ceil(left));
    else end();
  };
  let timer = setTimeout(look, PATIENCE_MS);
  return () => clearTimeout(timer);
};
