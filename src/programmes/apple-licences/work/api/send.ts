import type { Reply } from '#programmes/apple-licences/rules/api/reply.ts';
import type { OwnConnection } from '#data/sync/server/connection.ts';

/** A call of Apple's Apps and Books API, below its base address. */
export type AppleCall = {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  readonly query?: Readonly<Record<string, string>>;
  readonly body?: object;
};

/** Sends a call, once. It throws when nobody answers, and when `signal` ends it. */
export type Send = (call: AppleCall, signal: AbortSignal) => Promise<Reply>;

/** Where the workspace's own server passes calls on to Apple. */
const RELAY = '/_apple';

/** Carries the token to the server, which hands it on to Apple and keeps it nowhere. */
const TOKEN = 'x-content-token';

/** Where the server says that it, and not Apple, refuses. */
export const REFUSED = 'volym-refused';

/** The server gives Apple a minute. */
const ANSWER_MS = 75_000;

/** What time the server has: a device may have another one. */
export const DATE = 'date';

/** The headers of an answer that say something here. */
const SAID = ['retry-after', REFUSED, DATE];

/**
 * Sends calls through the workspace's own server: Apple's cannot be asked from a page (apple.md
 * §2.9). `bearer` gives the token's text for each.
 */
export const throughRelay =
  (
    { server, device, credential }: OwnConnection,
    bearer: () => string,
    ask: typeof fetch = fetch,
  ): Send =>
  async ({ method, path, query = {}, body }, signal) => {
    const asked = new URLSearchParams(query).toString();
    const answer = await ask(`${server}${RELAY}${path}${asked === '' ? '' : `?${asked}`}`, {
      method,
      cache: 'no-store',
      credentials: 'omit',
      headers: {
        authorization: `Bearer ${device}.${credential}`,
        [TOKEN]: bearer(),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      signal: AbortSignal.any([signal, AbortSignal.timeout(ANSWER_MS)]),
    });
    return replyOf(answer);
  };

/** What is in an answer, its body as text. */
export const replyOf = async (answer: Response): Promise<Reply> => {
  const headers = SAID.flatMap((name) => {
    const value = answer.headers.get(name);
    return value === null ? [] : [[name, value] as const];
  });
  return { status: answer.status, headers: Object.fromEntries(headers), body: await answer.text() };
};
