import { Hono, type MiddlewareHandler } from 'hono';
import { cors } from 'hono/cors';
import { join } from 'node:path';
import { accountsApp } from './accounts/accounts-app.ts';
import type { Admin } from './accounts/admin.ts';
import { allowsBy, type Known } from './accounts/asking.ts';
import { openAttempts } from './accounts/attempts.ts';
import { openDoors, type Doors } from './accounts/doors.ts';
import { accountsInFile, accountsInMemory, type KeptAccounts } from './accounts/kept-accounts.ts';
import { sessionApp } from './accounts/session-app.ts';
import { openSessions } from './accounts/sessions.ts';
import { couchApp } from './couch/couch.ts';
import { openSeats } from './couch/seats.ts';
import { storeInFolder, storeInMemory, type CouchStore } from './couch/store.ts';
import { openWaiting } from './couch/waiting.ts';

/** The databases of one server, with the accounts that give access to them. */
export type Endpoint = {
  /** Under `/db`: what CouchDB would answer. */
  readonly databases: Hono;
  /** Under `/_volym`: who may come in. */
  readonly accounts: Hono;
  readonly doors: Doors;
  close(): Promise<void>;
};

/**
 * Tells a device what it may do, with each answer: what a member changes holds from its next
 * request on.
 */
const ROLE = 'volym-role';

// Credentials are sent in a header: a page elsewhere can send nothing that it was not given. The
// admin's cookie works only for this server's own pages (accounts/asking.ts).
const fromAnywhere = cors({
  origin: '*',
  allowMethods: ['GET', 'HEAD', 'POST', 'PUT', 'DELETE'],
  allowHeaders: ['accept', 'authorization', 'content-type', 'if-match', 'if-none-match'],
  exposeHeaders: ['etag', 'retry-after', ROLE],
  maxAge: 86_400,
});

type World = {
  readonly store: CouchStore;
  readonly accounts: KeptAccounts;
  readonly now: () => number;
  readonly admin?: Admin | undefined;
  readonly setUpAgain?: boolean;
};

/**
 * How an endpoint is opened: with an account for other programs, or a set-up link although devices
 * are in.
 */
export type Opening = Pick<World, 'admin' | 'setUpAgain'>;

const endpointOf = ({ store, accounts, now, admin, setUpAgain = false }: World): Endpoint => {
  const doors = openDoors({ accounts, now, setUpAgain });
  const waiting = openWaiting();
  const known: Known = { doors, admin, sessions: openSessions(now), attempts: openAttempts(now) };
  // Nobody keeps access to a deleted database; if no device is left, there is a set-up link again
  // at the next start.
  const gone = (name: string): void => doors.close(name);
  const seats = openSeats();
  const couch = couchApp({ store, waiting, seats, allows: allowsBy(known), gone });
  // A removed device locks its codes.
  const hearAtOnce = (id: string): void =>
    seats.empty((client) => client.startsWith(`Bearer ${id}.`));
  const tellRole: MiddlewareHandler = async (c, next) => {
    await next();
    // After the answer is made: a long-poll may have begun when the device had another role.
    const device = doors.deviceOf(c.req.header('authorization') ?? null);
    if (device !== undefined) c.res.headers.set(ROLE, device.role);
  };
  const outside = (...apps: object[]): Hono => {
    const all = new Hono().use(fromAnywhere, tellRole);
    for (const app of apps) all.route('/', app as Hono);
    return all;
  };
  return {
    databases: outside(sessionApp(known), couch),
    accounts: outside(accountsApp({ doors, store, hearAtOnce })),
    doors,
    close: async () => {
      waiting.close();
      await store.close();
    },
  };
};

/**
 * The endpoint whose databases and accounts are in a folder. Throws if the accounts there cannot be
 * read.
 */
export const endpointInFolder = async (folder: string, opening: Opening = {}): Promise<Endpoint> =>
  endpointOf({
    store: await storeInFolder(join(folder, 'databases')),
    accounts: accountsInFile(join(folder, 'accounts.json')),
    now: Date.now,
    ...opening,
  });

/** An endpoint that is gone with the process; tests give PouchDB's memory adapter. */
export const endpointInMemory = (
  memory: unknown,
  now: () => number = Date.now,
  admin?: Admin,
): Endpoint =>
  endpointOf({ store: storeInMemory(memory), accounts: accountsInMemory(), now, admin });
