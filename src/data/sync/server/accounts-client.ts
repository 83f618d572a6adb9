import { ok, refuse, type Problem, type Result } from '#core/result.ts';
import { isKeptFrom } from '#platform/kept-from.ts';
import { TooLong, textWithin } from '../couch/body-within.ts';
import type { OwnConnection } from './connection.ts';
import type { Role } from './role.ts';

/** Why a server did not do what was requested, as codes that a screen can turn into a sentence. */
export type DoorProblem = Problem<
  | 'link-is-used'
  /**
   * The server already syncs a workspace, set up with this link or another one.
   */
  | 'set-up-is-used'
  /** The server waits for another set-up link. */
  | 'not-the-set-up'
  | 'already-used'
  | 'too-many-invitations'
  /** Until some device of the workspace is removed. */
  | 'too-many-devices'
  | 'last-member'
  | 'not-let-in'
  | 'offline'
  /** The server that the app came from lets it ask no other. */
  | 'not-allowed-here'
  | 'server-trouble'
>;

/** A device that may come in, as the server knows it; times in ms. */
export type LetIn = {
  readonly id: string;
  readonly role: Role;
  readonly since: number;
  readonly seen: number;
  /** Whether it is the one that asks. */
  readonly own: boolean;
  /**
   * How many current devices it admitted, directly or through others; absent from an older
   * server.
   */
  readonly letIn?: number;
  /**
   * The device that admitted it; absent for the set-up link, and for devices admitted before the
   * server noted it.
   */
  readonly by?: string;
  /** Whether that device stands in for the one that admitted it and has been removed since. */
  readonly isHandedOn?: boolean;
};

/** An invitation that waits for someone, for so many ms: the clock of this device may be wrong. */
export type OpenInvitation = { readonly id: string; readonly role: Role; readonly leftMs: number };

/**
 * What a device shows when it comes in: made by itself, so that it can ask again when an answer is
 * lost.
 */
export type Newcomer = Pick<OwnConnection, 'device' | 'credential'>;

type Asked = { readonly method: string; readonly body?: object; readonly by?: OwnConnection };

const ANSWER_MS = 20_000;

/** Bytes: far more than all devices and invitations of a workspace take. */
const LONGEST_ANSWER = 8 * 1024 * 1024;

type Code = DoorProblem['code'];

/** What a 409 may say. */
const CONFLICTS = [
  'last-member',
  'too-many-invitations',
  'too-many-devices',
  'already-used',
] as const;

/** What a 410 may say of a set-up link; of an invitation it is that it is used. */
const GONE = ['set-up-is-used', 'not-the-set-up'] as const;

const codeIn = async (answer: Response, codes: readonly Code[], otherwise: Code): Promise<Code> => {
  const body = JSON.parse(await textWithin(answer, { most: LONGEST_ANSWER })) as {
    readonly error?: unknown;
  } | null;
  return codes.find((code) => code === body?.error) ?? otherwise;
};

const ask = async <T>(
  server: string,
  path: string,
  { method, body, by }: Asked,
): Promise<Result<T, DoorProblem>> => {
  try {
    const answer = await fetch(`${server}/_volym/${path}`, {
      method,
      cache: 'no-store',
      credentials: 'omit',
      headers: {
        'content-type': 'application/json',
        ...(by === undefined ? {} : { authorization: `Bearer ${by.device}.${by.credential}` }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      signal: AbortSignal.timeout(ANSWER_MS),
    });
    if (answer.status === 410) return refuse(await codeIn(answer, GONE, 'link-is-used'));
    if (answer.status === 409) return refuse(await codeIn(answer, CONFLICTS, 'server-trouble'));
    // What should be removed is gone already.
    if (answer.status === 404 && method === 'DELETE') return ok({} as T);
    if (answer.status === 401 || answer.status === 403) return refuse('not-let-in');
    return answer.ok
      ? ok(JSON.parse(await textWithin(answer, { most: LONGEST_ANSWER })) as T)
      : refuse('server-trouble');
  } catch (error) {
    // A page of a guest network is no JSON, or has no end: it is between this device and the
    // server.
    if (error instanceof SyntaxError || error instanceof TooLong) return refuse('server-trouble');
    return refuse((await isKeptFrom(server)) ? 'not-allowed-here' : 'offline');
  }
};

/** Comes in by the set-up link, with a workspace of this device. */
export const enterBySetUp = async (
  server: string,
  given: Newcomer & { readonly secret: string; readonly workspace: string },
): Promise<Result<{ readonly database: string }, DoorProblem>> => {
  const entered = await ask<{ readonly database: string }>(server, 'set-up', {
    method: 'POST',
    body: given,
  });
  // An older server uses this code for a set-up link, too.
  return !entered.ok && entered.problem.code === 'link-is-used'
    ? refuse('set-up-is-used')
    : entered;
};

/** Comes in by an invitation; `keys` are the workspace's, sealed with the link's own key. */
export const enterByInvitation = (
  server: string,
  given: Newcomer & { readonly invitation: string },
): Promise<
  Result<{ readonly database: string; readonly role?: Role; readonly keys: string }, DoorProblem>
> => ask(server, 'join', { method: 'POST', body: given });

/** What a device that is inside asks about invitations and devices. */
export const doorsOf = (by: OwnConnection) => ({
  invite: (role: Role, keys: string) =>
    ask<Pick<OpenInvitation, 'id' | 'leftMs'> & { readonly invitation: string }>(
      by.server,
      'invitations',
      {
        method: 'POST',
        body: { role, keys },
        by,
      },
    ),
  invitations: () =>
    ask<readonly OpenInvitation[]>(by.server, 'invitations', { method: 'GET', by }),
  takeBack: (id: string) => ask<object>(by.server, `invitations/${id}`, { method: 'DELETE', by }),
  devices: () => ask<readonly LetIn[]>(by.server, 'devices', { method: 'GET', by }),
  setRole: (id: string, role: Role) =>
    ask<object>(by.server, `devices/${id}`, { method: 'PUT', body: { role }, by }),
  /**
   * Removes a device, with all devices it admitted if `withLetIn` is set; returns which were
   * removed, unless the server is older and does not say.
   */
  shutOut: (id: string, { withLetIn = false } = {}) => {
    const path = `devices/${id}${withLetIn ? '?with=let-in' : ''}`;
    return ask<{ readonly devices?: readonly string[] }>(by.server, path, { method: 'DELETE', by });
  },
});

/** The requests of an admitted device to its server. */
export type DoorsOf = ReturnType<typeof doorsOf>;
