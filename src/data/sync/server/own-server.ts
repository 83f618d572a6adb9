/**
 * What the server that the app came from keeps in step: a workspace that is connected first, or one
 * that has members already.
 */
export type OwnServer = 'set-up' | 'members';

/** The header in which our endpoint announces itself, on the app's start page. */
const HEADER = 'volym-endpoint';

const ANSWER_MS = 10_000;

/**
 * Asks once whether the server at `root` (the app's own address) syncs workspaces; undefined if it
 * only serves files. The start page exists on any host, and a HEAD request bypasses this device's
 * cache, so that the answer is current and no error is logged.
 */
export const askOwnServer = async (root: string): Promise<OwnServer | undefined> => {
  if (!navigator.onLine) return undefined;
  try {
    const answer = await fetch(root, {
      method: 'HEAD',
      cache: 'no-store',
      credentials: 'omit',
      signal: AbortSignal.timeout(ANSWER_MS),
    });
    const mode = answer.headers.get(HEADER);
    return mode === 'set-up' || mode === 'members' ? mode : undefined;
  } catch {
    return undefined;
  }
};
