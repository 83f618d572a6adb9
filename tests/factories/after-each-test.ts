const works = new Set<() => Promise<void> | void>();

/**
 * What a shared helper ends after each test of whoever uses it. Files of one worker share the
 * helper's module, so a hook that it set by itself would hold in the first of them alone.
 */
export const afterEachTest = (work: () => Promise<void> | void): void => void works.add(work);

/**
 * Ends what all helpers of this worker left open, the last first, as one may be built on another:
 * run by the setup of each file.
 */
export const endAll = async (): Promise<void> => {
  for (const work of [...works].reverse()) await work();
};
