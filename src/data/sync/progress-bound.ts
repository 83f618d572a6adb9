/**
 * How long an answer may take while bytes keep coming (ms): enough for the largest one at sixty
 * kilobytes a second.
 */
const LONGEST_WAIT = 600_000;

/**
 * Ends a request that goes too long without a byte, and one whose bytes never end.
 */
export type ProgressBound = {
  readonly signal: AbortSignal;
  /** Something came: the wait begins again. */
  readonly heard: () => void;
  /** Nothing is awaited any more. */
  readonly over: () => void;
};

/** The slowest line that a body is waited for on, in bytes a ms. */
const SLOWEST = 8;

/** The longest that a body may take to go out (ms): one of the largest document there is. */
const LONGEST_SENDING = 1_200_000;

/**
 * How long sending such a body may take (ms): browsers report no progress of it.
 */
export const sendingMs = (text = ''): number => Math.min(LONGEST_SENDING, text.length / SLOWEST);

/**
 * A bound of so many ms without a byte, after those that the request takes to go out. A slow line
 * takes its time, as long as anything comes.
 */
export const progressBound = (idleMs: number, outMs = 0): ProgressBound => {
  const ending = new AbortController();
  const end = (): void =>
    ending.abort(new DOMException('the server took too long', 'TimeoutError'));
  const whole = setTimeout(end, LONGEST_WAIT + idleMs + outMs);
  let idle = setTimeout(end, idleMs + outMs);
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
