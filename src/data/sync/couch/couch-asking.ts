import { overBound } from '#platform/json-values.ts';
import { TooLong } from './body-within.ts';
import { textOf } from './fitting-pages.ts';
import { progressBound, sendingMs } from '../progress-bound.ts';

/**
 * A server said no; `status` is HTTP's, and `waitMs` how long it asks to wait, 0 if it does not
 * say.
 */
export class ServerRefused extends Error {
  readonly status: number;
  readonly waitMs: number;
  constructor(status: number, reason: string, waitMs = 0) {
    super(`the server answered ${status} ${reason}`);
    this.status = status;
    this.waitMs = waitMs;
  }
}

/**
 * A long body was on its way when the line became another one, or someone would not wait: it says
 * nothing of what the line carries.
 */
export class OtherLine extends Error {}

/**
 * How a client reaches its database. `authorization` is called for each request, and its result
 * goes only into the header.
 */
export type CouchAddress = {
  readonly url: string;
  readonly authorization: () => string | undefined;
  readonly ended: AbortSignal;
  /** Ends, with `OtherLine`, what takes long to go out over the line as it is now. */
  readonly line?: () => AbortSignal;
  readonly fetch?: typeof fetch;
};

/** Without a byte (ms). */
export const ANSWER_MS = 30_000;

/** Four times the largest possible document; for a longer answer, half as much is requested. */
export const LONGEST_ANSWER = 32 * 1024 * 1024;

/**
 * Asks one database. A body that is a text goes out as it is; `withinMs` is all the time there is
 * before a byte comes, and without it a long body has more.
 */
export type Ask = (
  method: string,
  path: string,
  body?: unknown,
  withinMs?: number,
) => Promise<object>;

/**
 * Returns the requested JSON, or throws: the login page of a guest network is no answer.
 */
export const asker =
  ({ url, authorization, ended, line, fetch: fetching = fetch }: CouchAddress): Ask =>
  async (method, path, body, withinMs) => {
    const credential = authorization();
    const text = body === undefined || typeof body === 'string' ? body : JSON.stringify(body);
    const outMs = withinMs === undefined ? sendingMs(text) : 0;
    const bound = progressBound(withinMs ?? ANSWER_MS, outMs);
    const ends = [ended, bound.signal];
    if (line !== undefined && outMs > ANSWER_MS) ends.push(line());
    const signal = AbortSignal.any(ends);
    try {
      const response = await fetching(url + path, requestOf({ method, text, credential, signal }));
      const answer = parsed(
        await textOf(response, { most: LONGEST_ANSWER, signal, heard: bound.heard }),
      );
      if (!response.ok)
        throw new ServerRefused(response.status, reasonIn(answer), waitIn(response));
      if (answer === undefined) throw new Error('the answer is no JSON');
      return answer;
    } finally {
      bound.over();
    }
  };

type Parts = {
  readonly method: string;
  readonly text: string | undefined;
  readonly credential: string | undefined;
  readonly signal: AbortSignal;
};

const requestOf = ({ method, text, credential, signal }: Parts): RequestInit => {
  const headers: Record<string, string> = { accept: 'application/json' };
  if (credential !== undefined) headers.authorization = credential;
  const request: RequestInit = { method, cache: 'no-store', credentials: 'omit', headers, signal };
  if (text === undefined) return request;
  headers['content-type'] = 'application/json';
  request.body = text;
  return request;
};

/** Whole seconds, as our server sends it; for a date the usual wait applies. */
const waitIn = ({ headers }: Response): number =>
  Number(/^\d{1,6}$/.exec(headers.get('retry-after') ?? '')?.[0] ?? 0) * 1_000;

/**
 * The most values in one answer: more than our server takes in one document. An answer of the
 * largest size may hold sixteen million, which take half a minute and a gigabyte once they are
 * parsed.
 */
export const MOST_VALUES = 1_200_000;

const parsed = (text: string): object | undefined => {
  if (overBound(text, { values: MOST_VALUES, levels: Infinity }) !== undefined) throw new TooLong();
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? value : undefined;
  } catch {
    return undefined;
  }
};

const reasonIn = (answer: object | undefined): string => {
  const { reason, error } = (answer ?? {}) as { reason?: unknown; error?: unknown };
  return String(reason ?? error ?? '');
};
