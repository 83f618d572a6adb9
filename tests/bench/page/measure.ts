/** What one measure gave: ms in all, and the longest time for which the page could not answer. */
export type Measured = { readonly ms: number; readonly longest: number };

/** Times a piece of work, and watches with a heartbeat how long the page was blocked meanwhile. */
export const measured = async (work: () => Promise<unknown>): Promise<Measured> => {
  let longest = 0;
  let last = performance.now();
  const channel = new MessageChannel();
  let beating = true;
  channel.port1.onmessage = () => {
    const now = performance.now();
    longest = Math.max(longest, now - last);
    last = now;
    if (beating) setTimeout(() => channel.port2.postMessage(0));
  };
  channel.port2.postMessage(0);
  const start = performance.now();
  await work();
  const ms = performance.now() - start;
  // The heart may not have beaten since, or not at all.
  longest = Math.max(longest, performance.now() - last);
  beating = false;
  return { ms, longest };
};

/** The middle of several times. */
export const median = (times: readonly number[]): number =>
  [...times].sort((a, b) => a - b)[Math.floor(times.length / 2)] ?? 0;
