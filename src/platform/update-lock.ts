const LOCK = 'volym-update';

const lock = <T>(mode: LockMode, work: () => Promise<T>): Promise<T> =>
  'locks' in navigator ? navigator.locks.request(LOCK, { mode }, work) : work();

/**
 * Does work that a reload must not cut in two (an import, an undo): in no tab does a new version take over meanwhile,
 * whatever tab the user presses "Update" in.
 */
export const withoutUpdate = <T>(work: () => Promise<T>): Promise<T> => lock('shared', work);

/** Does what makes every tab load anew, as soon as no tab is in the middle of such work. */
export const betweenWork = (update: () => void): Promise<void> => lock('exclusive', async () => update());
