import type { Connection } from '#data/sync/server/connection.ts';

/** Where our server says, with the app's own start page, which calls it passes on. */
const HEADER = 'volym-relay';

const ANSWER_MS = 10_000;

/**
 * Whether calls to Apple can be made: the workspace is kept in step by the very server that the app
 * came from (`root`, the app's own address with its host), and that passes them on. Another server
 * takes none from here. Undefined where nobody answers now, or the signal came.
 */
export const canAskApple = async (
  root: string,
  connection: Connection | undefined,
  { ask = fetch, signal }: { readonly ask?: typeof fetch; readonly signal?: AbortSignal } = {},
): Promise<boolean | undefined> => {
  if (connection === undefined || connection.kind === 'couch') return false;
  if (withoutSlash(connection.server) !== withoutSlash(root)) return false;
  try {
    const answer = await ask(root, {
      method: 'HEAD',
      cache: 'no-store',
      credentials: 'omit',
      signal: AbortSignal.any([
        AbortSignal.timeout(ANSWER_MS),
        ...(signal === undefined ? [] : [signal]),
      ]),
    });
    return answer.headers.get(HEADER) === 'apple';
  } catch {
    return undefined;
  }
};

const withoutSlash = (address: string): string => address.replace(/(?<!\/)\/+$/, '');
