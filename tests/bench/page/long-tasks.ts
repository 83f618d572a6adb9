import type { Measured } from './measure.ts';

/** Watches how long the page was held; what is under 50 ms the browser does not tell. */
export const watchTasks = (): { taken(): number; end(): void } => {
  let longest = 0;
  const hear = (entries: readonly PerformanceEntry[]): void => {
    for (const { duration } of entries) longest = Math.max(longest, duration);
  };
  const observer = new PerformanceObserver((list) => hear(list.getEntries()));
  observer.observe({ type: 'longtask' });
  return {
    taken: () => {
      hear(observer.takeRecords());
      const found = longest;
      longest = 0;
      return found;
    },
    end: () => observer.disconnect(),
  };
};

/** Times a piece of work, and tells the longest task of the page meanwhile. */
export const timed = async (work: () => Promise<unknown>): Promise<Measured> => {
  const tasks = watchTasks();
  const start = performance.now();
  await work();
  const ms = performance.now() - start;
  const longest = tasks.taken();
  tasks.end();
  return { ms, longest };
};
