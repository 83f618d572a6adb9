import { Hono, type Context } from 'hono';
import { bodyOf } from './body.ts';
import { readConfig, writeConfig } from './client-config.ts';
import { AppleError, errorBody } from './errors.ts';
import { statusOf } from './events.ts';
import { retryAfterOf, strike, type Struck } from './faults.ts';
import { readListing } from './reading.ts';
import { tokenFacts, type Request } from './request.ts';
import { limitsNow, serviceConfig } from './service-config.ts';
import { locationBy } from './token.ts';
import { assign, revoke, writeUsers } from './writing.ts';
import type { World } from './world.ts';

type Answer = (request: Request, c: Context) => object | Promise<object>;

const status: Answer = (request) => {
  const event = request.world.events.get(request.query['eventId'] ?? '');
  if (event === undefined || event.uId !== request.location.config.uId) throw new AppleError(9708);
  return { ...statusOf(event), ...tokenFacts(request) };
};

/** The documented calls (apple.md §2.1), but those for subscriptions. */
const CALLS: Readonly<Record<string, Readonly<Record<string, Answer>>>> = {
  '/client/config': {
    GET: readConfig,
    POST: async (request, c) => writeConfig(request, await bodyOf(c)),
  },
  '/assets': { GET: (request) => ({ ...readListing(request, 'assets'), ...tokenFacts(request) }) },
  '/assignments': {
    GET: (request) => ({ ...readListing(request, 'assignments'), ...tokenFacts(request) }),
  },
  '/users': { GET: (request) => ({ ...readListing(request, 'users'), ...tokenFacts(request) }) },
  '/assets/associate': {
    POST: async (request, c) => assign(request, 'ASSOCIATE', await bodyOf(c)),
  },
  '/assets/disassociate': {
    POST: async (request, c) => assign(request, 'DISASSOCIATE', await bodyOf(c)),
  },
  '/assets/revoke': { POST: async (request, c) => revoke(request, await bodyOf(c)) },
  '/users/create': { POST: async (request, c) => writeUsers(request, 'CREATE', await bodyOf(c)) },
  '/users/update': { POST: async (request, c) => writeUsers(request, 'UPDATE', await bodyOf(c)) },
  '/users/retire': { POST: async (request, c) => writeUsers(request, 'RETIRE', await bodyOf(c)) },
  '/status': { GET: status },
};

/** The one call without a token. */
const SERVICE = '/service/config';

const json = (c: Context, body: object, code = 200): Response => {
  const answer = c.json(body, code as 200);
  answer.headers.set('content-type', 'application/json;charset=UTF-8');
  return answer;
};

const pause = (ms: number): Promise<void> => new Promise((done) => setTimeout(done, ms));

const REFUSING = {
  expired: 9621,
  revoked: 9625,
  'invalid-token': 9622,
  'too-many': 9646,
  internal: 9603,
} as const;

/** What is answered instead, while such a fault is on. */
const faultAt = ({ faults, settings }: World, struck: Struck): Response | undefined => {
  const now = settings.now();
  for (const [kind, number] of Object.entries(REFUSING)) {
    const fault = strike(faults, kind as keyof typeof REFUSING, struck);
    if (fault !== undefined) throw new AppleError(number, retryAfterOf(fault, now));
  }
  const refuse = strike(faults, 'refuse', struck);
  if (refuse !== undefined) throw new AppleError(refuse.number ?? 9603, retryAfterOf(refuse, now));
  const down = strike(faults, 'down', struck);
  if (down !== undefined) {
    const retryAfter = retryAfterOf(down, now);
    const headers = {
      'content-type': 'text/html',
      ...(retryAfter === undefined ? {} : { 'retry-after': retryAfter }),
    };
    return new Response('', { status: 503, headers });
  }
  const isGuest = strike(faults, 'guest-page', struck) !== undefined;
  return isGuest
    ? new Response('<html>Sign in</html>', { headers: { 'content-type': 'text/html' } })
    : undefined;
};

/** Apple's side of the wire: every documented call, refused or answered as the fact sheet says. */
export const appleApi = (world: World): Hono => {
  const app = new Hono();
  app.all('*', async (c) => {
    const [method, path] = [c.req.method, c.req.path.replace(/^\/mdm\/v2/, '')];
    const query = c.req.query();
    const asked = { method, path, query, uId: undefined as string | undefined, status: 0 };
    world.asked.push(asked);
    world.open += 1;
    world.mostOpen = Math.max(world.mostOpen, world.open);
    try {
      const answer = await answerTo(world, c, path, (uId) => (asked.uId = uId));
      asked.status = answer.status;
      return answer;
    } catch (error) {
      if (!(error instanceof AppleError)) throw error;
      Object.assign(asked, { status: error.status, errorNumber: error.number });
      const answer = json(c, errorBody(error.number), error.status);
      if (error.retryAfter !== undefined) answer.headers.set('retry-after', error.retryAfter);
      return answer;
    } finally {
      world.open -= 1;
    }
  });
  return app;
};

const answerTo = async (
  world: World,
  c: Context,
  path: string,
  tell: (uId: string) => void,
): Promise<Response> => {
  const [{ method }, query] = [c.req, c.req.query()];
  const isService = path === SERVICE;
  const calls = isService
    ? { GET: () => serviceConfig }
    : Object.hasOwn(CALLS, path)
      ? CALLS[path]
      : undefined;
  if (calls === undefined) return c.text('Not found', 404);
  const call = new Map<string, Answer>(Object.entries(calls)).get(method);
  if (call === undefined) throw new AppleError(9726);
  // Whose token it is comes first, so that a fault can be of one location.
  const location = isService ? undefined : locationBy(world, c.req.header('authorization'));
  const uId = location?.config.uId;
  if (uId !== undefined) tell(uId);
  const struck: Struck = { uId, method, path, pageIndex: Number(query['pageIndex'] ?? 0) };
  const slow = strike(world.faults, 'slow', struck);
  if (slow !== undefined) await pause(slow.ms ?? 0);
  const fault = faultAt(world, struck);
  if (fault !== undefined) return fault;
  if (location === undefined)
    return json(c, { ...serviceConfig, limits: limitsNow(world.faults, struck) });
  return json(c, await call({ world, location, query, struck }, c));
};
