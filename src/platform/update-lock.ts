const LOCK = 'volym-update';

const lock = <T>(mode: LockMode, work: () => Promise<T>): Promise<T> =>
  'locks' in navigator ? navigator.locks.request(LOCK, { mode }, work) : work();

/**
 * How long work goes on holding updates back when it is done, in ms: its tab now fetches what it
 * shows next (a screen, the browser its icon). A fetch that meets the change of workers wakes the
 * old one again, and the new one waits on.
 */
const AFTERWARDS_MS = 2000;

const afterwards = (): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, AFTERWARDS_MS));

/**
 * Runs work that a reload must not interrupt (an import, an undo): no new version takes over during
 * it or just after it, whichever tab the user presses "Update" in. Resolves as soon as the work is
 * done.
 */
export const withoutUpdate = <T>(work: () => Promise<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    const working = async (): Promise<void> => {
      await work().then(resolve, reject);
      await afterwards();
    };
    lock('shared', working).catch(reject);
  });

/** Runs what makes every tab reload, as soon as no tab is in the middle of such work. */
export const betweenWork = (update: () => void): Promise<void> =>
  lock('exclusive', async () => update());
