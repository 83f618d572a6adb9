import { Hono, type Context } from 'hono';
import type { Device } from './accounts/kept-accounts.ts';
import { pathOf, withoutHost } from './address.ts';
import { addressOf } from './couch/request.ts';
import {
  DOORS_ALL,
  DOORS_EACH,
  keepAnswer,
  keepPlace,
  openRoom,
  type Place,
  type Room,
} from './couch/room.ts';
import type { Endpoint } from './endpoint.ts';
import { safetyHeaders } from './headers.ts';
import type { AnswersTo } from './own-names.ts';
import { noRelay, relayApp } from './relay/relay-app.ts';
import type { Site } from './site.ts';
import { serveFile } from './static.ts';

/**
 * What Node hands over beside the request: its target as it came over the wire, dot segments and
 * all.
 */
type Bindings = {
  incoming?: { url?: string | undefined; socket?: { localPort?: number | undefined } };
};

type AppOptions = {
  /** The build to serve, called for each request. */
  readonly site: () => Site;
  /** The databases and who may come in; without it the server only serves files. */
  readonly endpoint?: Pick<Endpoint, 'databases' | 'accounts' | 'doors'>;
  /** Apple's base address, if calls of admitted devices are passed on to it. */
  readonly apple?: string | undefined;
  /** The host names it answers to; any, if absent. */
  readonly answersTo?: AnswersTo;
  /**
   * Which servers besides this one the app may call. If absent, none once this server syncs a
   * workspace, and before that whatever the app's own policy allows; `any` keeps it that way.
   */
  readonly connectTo?: readonly string[] | 'any' | undefined;
  /** The address prefix the app was built for, like `/volym`; empty if it has its own host. */
  readonly base?: string;
};

const notFound = (c: Context): Response => c.text('Not found', 404);

/** CouchDB's own form of a refusal, which every sync client understands. */
const noDatabase = (c: Context): Response =>
  c.json({ error: 'not_found', reason: 'This server keeps no databases.' }, 404);

/**
 * Announces on the start page, which any static host has, too, that this server syncs workspaces:
 * whether the set-up link is unused, or members invite. It says nothing about which and how many.
 */
const ENDPOINT = 'volym-endpoint';

/** Says there, too, what calls are passed on from here. */
const RELAY = 'volym-relay';

const BAD_ADDRESS = { error: 'bad_request', reason: 'The address is not understood.' };

const isCutOff = (error: Error): boolean => (error as NodeJS.ErrnoException).code === 'ECONNRESET';

/** The whole server as a function from `Request` to `Response`, so that tests need no port. */
export const createApp = (options: AppOptions): Hono<{ Bindings: Bindings }> => {
  const app = new Hono<{ Bindings: Bindings }>();
  const { site, endpoint, apple, base = '' } = options;
  guard(app, options);
  app.get(`${base}/_up`, (c) => c.json({ status: 'ok' }));
  if (endpoint !== undefined) {
    keepPlaces(app, endpoint.doors, base);
    // CouchDB's clients ask its root with the slash.
    app.get(`${base}/db/`, (c) =>
      endpoint.databases.fetch(new Request(new URL('/', c.req.url), c.req.raw)),
    );
    app.route(`${base}/db`, endpoint.databases);
    app.route(`${base}/_volym`, endpoint.accounts);
  }
  const passesOn = passOnFrom(app, { endpoint, apple, base });
  app.all(`${base}/db`, noDatabase);
  app.all(`${base}/db/*`, noDatabase);

  app.get('*', (c) => {
    const path = pathOf(c.req.url) ?? '';
    if (base !== '' && (path === '/' || path === base)) return c.redirect(`${base}/`, 302);
    if (!path.startsWith(`${base}/`)) return notFound(c);
    const file = serveFile(site(), path.slice(base.length + 1), c.req.raw);
    if (endpoint !== undefined && path === `${base}/`)
      file?.headers.set(ENDPOINT, endpoint.doors.setUp === undefined ? 'members' : 'set-up');
    if (passesOn && path === `${base}/`) file?.headers.set(RELAY, 'apple');
    return file ?? notFound(c);
  });

  app.all('*', (c) => c.text('Method not allowed', 405, { allow: 'GET, HEAD' }));
  app.onError((error, c) => {
    // A client that disconnects during its own request is no error for the log.
    if (!isCutOff(error)) console.error(error);
    return c.text('Something went wrong here', 500);
  });
  return app;
};

/**
 * Counts bytes being received, and bytes of answers not yet taken: for a device by its name, for
 * anyone else by address. If a body is read before the sender is known, strangers have their own
 * room.
 */
const keepPlaces = (
  app: Hono<{ Bindings: Bindings }>,
  { deviceOf }: Endpoint['doors'],
  base: string,
): void => {
  const [inside, atTheDoors, answers] = [openRoom(), openRoom(DOORS_EACH, DOORS_ALL), openRoom()];
  // Looked for once, for all rooms of a request.
  const asking = new WeakMap<Context, Device | 'stranger'>();
  const placeFrom =
    (devices: Room, others = devices) =>
    (c: Context): Place => {
      const device = asking.get(c) ?? deviceOf(c.req.header('authorization') ?? null) ?? 'stranger';
      asking.set(c, device);
      return device === 'stranger' ? others.placeOf(addressOf(c)) : devices.placeOf(device.id);
    };
  app.use(keepPlace(placeFrom(inside)), keepAnswer(placeFrom(answers)));
  for (const door of ['/_volym/*', '/db/_session'])
    app.use(`${base}${door}`, keepPlace(placeFrom(inside, atTheDoors)));
};

/**
 * What holds for every answer: its headers, and that its address and the name before it can be
 * meant.
 */
const guard = (
  app: Hono<{ Bindings: Bindings }>,
  { site, endpoint, answersTo, connectTo, base = '' }: AppOptions,
): void => {
  // A link may wait although devices are in (SET_UP_AGAIN): of the policy that says nothing.
  const isKept = (): boolean =>
    endpoint !== undefined && (endpoint.doors.setUp === undefined || endpoint.doors.isAnyoneIn());
  const places = (): readonly string[] | undefined => {
    if (connectTo === 'any') return undefined;
    return connectTo ?? (isKept() ? [] : undefined);
  };
  const isOfDatabases = (target: string): boolean => withoutHost(target).startsWith(`${base}/db/`);

  app.use(async (c, next) => {
    await next();
    const policy = c.res.headers.get('content-security-policy') ?? site().policy;
    for (const [name, value] of Object.entries(safetyHeaders(policy, places())))
      c.res.headers.set(name, value);
    // A browser may keep a 404 on its own guess; a chunk that is missing during a deploy is there a
    // moment later.
    if (!c.res.headers.has('cache-control')) c.res.headers.set('cache-control', 'no-store');
  });

  app.use(async (c, next) => {
    const target = c.env?.incoming?.url ?? c.req.url;
    if (pathOf(target) !== undefined) return next();
    return isOfDatabases(target) ? c.json(BAD_ADDRESS, 400) : c.text('Bad request', 400);
  });

  if (answersTo === undefined) return;
  app.use(async (c, next) => {
    const { url = c.req.url, socket } = c.env?.incoming ?? {};
    const host = c.req.header('host');
    if (answersTo(host, socket?.localPort)) return next();
    return isOfDatabases(url) ? c.json(OTHER_NAME, 421) : c.text(otherName(host ?? ''), 421);
  });
};

const OTHER_NAME = {
  error: 'misdirected_request',
  reason: 'This server is not asked by that name.',
};

const otherName = (host: string): string =>
  `This server is not asked by that name. If it is yours: HOST_NAMES=${host.replace(/:\d*$/, '')} npm start`;

/**
 * Has the app's calls passed on to Apple, when there are devices to do it for and an address to
 * pass them to; says whether.
 */
const passOnFrom = (
  app: Hono<{ Bindings: Bindings }>,
  { endpoint, apple, base }: Omit<AppOptions, 'site'>,
): boolean => {
  const isOn = endpoint !== undefined && apple !== undefined;
  if (isOn) app.route(`${base}/_apple`, relayApp({ doors: endpoint.doors, apple }));
  app.all(`${base}/_apple/*`, noRelay);
  return isOn;
};
