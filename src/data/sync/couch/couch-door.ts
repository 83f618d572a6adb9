import {
  keyring as keyringKind,
  KEYRING_ID,
  type KeyringData,
} from '#workspace/rules/vault/keyring.ts';
import { isRecordId } from '#core/record/record-form.ts';
import { ok, refuse, type Problem, type Result } from '#core/result.ts';
import { isKeptFrom } from '#platform/kept-from.ts';
import { textWithin } from './body-within.ts';
import type { CouchConnection } from '../server/connection.ts';
import { isDatabaseName } from './couch-address.ts';
import { ServerRefused } from './couch-asking.ts';
import { couchClient } from './couch-client.ts';
import { basic } from './database-at.ts';

/** The address of a CouchDB, and the account used there. */
export type CouchLogin = Pick<CouchConnection, 'server' | 'database' | 'user' | 'password'>;

/** Why a CouchDB cannot be used, in words that a screen can turn into a sentence. */
export type CouchProblem = Problem<
  | 'unreachable'
  /** The server that the app came from lets it ask no other. */
  | 'not-allowed-here'
  | 'not-couch'
  | 'wrong-password'
  | 'no-right'
  | 'no-database'
  | 'may-not-make'
  | 'bad-name'
  | 'other-contents'
  | 'server-trouble'
>;

/**
 * The workspace that is in a database. Nothing vouches for either until a passphrase or kit opens
 * the keyring.
 */
export type FoundWorkspace = { readonly workspace: string; readonly keyring: KeyringData };

const ANSWER_MS = 20_000;

/** Bytes: what a CouchDB says about itself or a database is a few hundred. */
const LONGEST_ANSWER = 1024 * 1024;

type Answer = { readonly status: number; readonly body: unknown };

/**
 * Undefined when no answer came: there is no server, or it does not allow requests from this page.
 */
const ask = async (
  login: CouchLogin,
  method: string,
  path: string,
): Promise<Answer | undefined> => {
  try {
    const answer = await fetch(`${login.server}${path}`, {
      method,
      cache: 'no-store',
      credentials: 'omit',
      headers: { accept: 'application/json', authorization: basic(login) },
      signal: AbortSignal.timeout(ANSWER_MS),
    });
    return { status: answer.status, body: await bodyOf(answer) };
  } catch {
    return undefined;
  }
};

/**
 * Undefined if the answer is not JSON, or too long: then something other than a CouchDB
 * answered.
 */
const bodyOf = (answer: Response): Promise<unknown> =>
  textWithin(answer, { most: LONGEST_ANSWER })
    .then((text): unknown => JSON.parse(text))
    .catch(() => undefined);

/** Whether a CouchDB answers there, to this user. */
const knock = async (login: CouchLogin): Promise<Result<void, CouchProblem>> => {
  const hello = await ask(login, 'GET', '/');
  if (hello === undefined)
    return refuse((await isKeptFrom(login.server)) ? 'not-allowed-here' : 'unreachable');
  if (hello.status === 401) return refuse('wrong-password');
  if (hello.status === 429 || hello.status >= 500) return refuse('server-trouble');
  const { couchdb } = (hello.body ?? {}) as { couchdb?: unknown };
  return couchdb === undefined ? refuse('not-couch') : ok(undefined);
};

const whyNot = (answer: Answer | undefined): CouchProblem['code'] => {
  if (answer === undefined) return 'unreachable';
  if (answer.status === 400) return 'bad-name';
  if (answer.status === 401) return 'wrong-password';
  if (answer.status === 403) return 'no-right';
  return answer.status === 404 ? 'no-database' : 'server-trouble';
};

/**
 * Creates a missing database. CouchDB answers 401 to a user who is not an admin, 412 if the
 * database was created meanwhile.
 */
const make = async (login: CouchLogin): Promise<Result<void, CouchProblem>> => {
  const made = await ask(login, 'PUT', `/${encodeURIComponent(login.database)}`);
  if ([201, 202, 412].includes(made?.status ?? 0)) return ok(undefined);
  return refuse([401, 403].includes(made?.status ?? 0) ? 'may-not-make' : whyNot(made));
};

/**
 * Looks which workspace is in a database, if any; creates a missing database on request. Any other
 * content is refused: `other-contents`.
 */
export const lookIntoCouch = async (
  login: CouchLogin,
  { mayMake }: { readonly mayMake: boolean },
): Promise<Result<FoundWorkspace | undefined, CouchProblem>> => {
  if (!isDatabaseName(login.database)) return refuse('bad-name');
  const known = await knock(login);
  if (!known.ok) return known;
  const there = await ask(login, 'GET', `/${encodeURIComponent(login.database)}`);
  if (there?.status === 404 && mayMake) {
    const made = await make(login);
    return made.ok ? contentsOf(login) : made;
  }
  return there?.status === 200 ? contentsOf(login) : refuse(whyNot(there));
};

const contentsOf = async (
  login: CouchLogin,
): Promise<Result<FoundWorkspace | undefined, CouchProblem>> => {
  const url = `${login.server}/${encodeURIComponent(login.database)}`;
  const client = couchClient({
    url,
    authorization: () => basic(login),
    ended: new AbortController().signal,
  });
  try {
    const [head] = await client.heads([KEYRING_ID]);
    if (head?.document === undefined)
      return (await client.count()) === 0 ? ok(undefined) : refuse('other-contents');
    const { open, workspace = /^w-(.+)$/.exec(login.database)?.[1] ?? '' } = head.document;
    const read = keyringKind.schema.safeParse(open?.data);
    // It becomes the name of a database on this device, and a key of its settings.
    return read.success && isRecordId(workspace) && workspace.length >= 8
      ? ok({ workspace, keyring: read.data })
      : refuse('other-contents');
  } catch (error) {
    if (!(error instanceof ServerRefused)) return refuse('unreachable');
    return refuse(whyNot({ status: error.status, body: undefined }));
  }
};
