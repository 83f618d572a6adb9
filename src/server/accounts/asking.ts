import type { Allows } from '../couch/entering.ts';
import { isOfDevice, markOf } from '../couch/forms/mark-form.ts';
import { refusal, type Refusal } from '../couch/refusals.ts';
import type { Admin } from './admin.ts';
import type { Attempts } from './attempts.ts';
import type { Doors } from './doors.ts';
import type { Device } from './kept-accounts.ts';
import type { Sessions } from './sessions.ts';

/**
 * Who asks: a device by its credential, or the admin by password (`default`) or session (`cookie`).
 */
export type Asker =
  | { readonly device: Device; readonly admin?: undefined }
  | { readonly admin: string; readonly by: 'default' | 'cookie'; readonly device?: undefined };

/** Everything that identifies a caller. Without an admin no password is right. */
export type Known = {
  readonly doors: Doors;
  readonly admin: Admin | undefined;
  readonly sessions: Sessions;
  readonly attempts: Attempts;
};

/** The name of the session's cookie, as CouchDB's. */
export const COOKIE = 'AuthSession';

/** A proxy may send anything, and all of it is kept. */
const LONGEST_ADDRESS = 100;

/** Before an address; no address begins so. */
const ELSEWHERE = 'elsewhere:';

const LOGIN = refusal(401, 'unauthorized', 'This device is not let in.');
const FORBIDDEN = refusal(403, 'forbidden', 'This device may not do that here.');
const WRONG = refusal(401, 'unauthorized', 'Name or password is incorrect.');
const TOO_MANY = refusal(429, 'too_many_requests', 'Too many wrong passwords.');
/** It was not tried: soon is soon enough. */
const CROWDED = {
  ...refusal(429, 'too_many_requests', 'Too many passwords are being tried.'),
  retryAfter: 5,
};
const NOT_ADMIN = refusal(401, 'unauthorized', 'You are not a server admin.');

/**
 * Why a name and a password are refused, or undefined if they are right; after too many wrong ones
 * from an address nothing is tried.
 */
export const whyNotLetIn = async (
  { admin, attempts }: Known,
  name: string,
  password: string,
  address: string,
): Promise<Refusal | undefined> => {
  if (admin === undefined) return WRONG;
  // The name does not count: with a new name for each try nobody would ever have to wait.
  const who = address.slice(0, LONGEST_ADDRESS);
  // In turn, so that those that come at the same time count as well, and cost nothing once there
  // were too many.
  return attempts.inTurn(who, async () => {
    const ms = attempts.waitOf(who);
    if (ms > 0) return { ...TOO_MANY, retryAfter: Math.ceil(ms / 1000) };
    const isRight = await admin.isProvedBy(name, password, attempts.hasPassed(who));
    if (isRight === 'too-many') return CROWDED;
    if (isRight) attempts.passed(who);
    else attempts.failed(who);
    return isRight ? undefined : WRONG;
  });
};

/** Who sends the request, undefined for a stranger; a refusal for a wrong password. */
export const askerOf = async (
  known: Known,
  request: Request,
  address: string,
): Promise<Asker | Refusal | undefined> => {
  const authorization = request.headers.get('authorization');
  const [, basic] = /^Basic +([\w+/=-]+) *$/i.exec(authorization ?? '') ?? [];
  if (basic !== undefined) {
    const [, name = '', password = ''] =
      /^([^:]*):(.*)$/s.exec(Buffer.from(basic, 'base64').toString('utf8')) ?? [];
    // What a page elsewhere sends from the admin's own computer is counted for pages elsewhere.
    const who = isFromElsewhere(request) ? `${ELSEWHERE} ${address}` : address;
    return (await whyNotLetIn(known, name, password, who)) ?? { admin: name, by: 'default' };
  }
  if (authorization !== null) {
    const device = known.doors.deviceOf(authorization);
    return device === undefined ? undefined : { device };
  }
  const session = sessionIn(request);
  const isOpen =
    known.admin !== undefined && session !== undefined && known.sessions.isOpen(session);
  return isOpen ? { admin: known.admin.name, by: 'cookie' } : undefined;
};

/**
 * The secret of the session that a request's cookie names, unless a page from elsewhere has sent
 * it.
 */
export const sessionIn = (request: Request): string | undefined => {
  if (isFromElsewhere(request)) return undefined;
  return new RegExp(`(?:^|;\\s*)${COOKIE}=([\\w-]{43})(?:;|$)`).exec(
    request.headers.get('cookie') ?? '',
  )?.[1];
};

/**
 * Whether a browser says that a page of another origin asks. `SameSite` alone lets other ports of
 * this computer in.
 */
export const isFromElsewhere = ({ headers, url }: Request): boolean => {
  const [site, origin] = [headers.get('sec-fetch-site'), headers.get('origin')];
  if (site !== null && site !== 'same-origin' && site !== 'none') return true;
  if (origin === null) return false;
  // A proxy that ends https speaks http with this server: the host alone is compared.
  return (
    !URL.canParse(origin) || new URL(origin).host !== (headers.get('host') ?? new URL(url).host)
  );
};

/**
 * Who may read and write which database: a device its own, the admin all. During a long answer it
 * is checked again for each piece: a device may be removed and a session closed, but a password
 * proved for a request stays proved.
 */
export const allowsBy = (known: Known): Allows => {
  const proved = new WeakSet<Request>();
  return async (request, database, need, address, mark) => {
    if (proved.has(request)) return undefined;
    const asker = await askerOf(known, request, address);
    if (asker === undefined) return need === 'admin' ? NOT_ADMIN : LOGIN;
    if ('error' in asker) return asker;
    if (asker.admin !== undefined) {
      if (asker.by === 'default') proved.add(request);
      return undefined;
    }
    if (need === 'admin') return NOT_ADMIN;
    const { device } = asker;
    const { id, role } = device;
    const isOwn = mark === undefined || mark === markOf(id);
    // Another device's mark says from where on that one compares: a member writes none of those
    // either.
    const may = role === 'member' ? isOwn || !isOfDevice(mark) : isOwn && need === 'read';
    return device.database === database && may ? undefined : FORBIDDEN;
  };
};
