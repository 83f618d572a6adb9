/** How long a whole answer may take that goes on coming (ms): the largest one through a line of sixty kilobytes a second. */
const LONGEST_ANSWER = 600_000;

/** Ends a request that goes on for too long without a byte, and also one of which they never end. */
export type ProgressBound = {
  readonly signal: AbortSignal;
  /** Something came: the wait begins anew. */
  readonly heard: () => void;
  /** Nothing is waited for any more. */
  readonly over: () => void;
};

/** A bound of so many ms without a byte. A slow line takes its time, as long as anything comes. */
export const progressBound = (idleMs: number): ProgressBound => {
  const ending = new AbortController();
  const end = (): void => ending.abort(new DOMException('the server took too long', 'TimeoutError'));
  const whole = setTimeout(end, LONGEST_ANSWER + idleMs);
  let idle = setTimeout(end, idleMs);
  return {
    signal: ending.signal,
    heard: () => {
      clearTimeout(idle);
      idle = setTimeout(end, idleMs);
    },
    over: () => {
      clearTimeout(idle);
      clearTimeout(whole);
    },
  };
};
