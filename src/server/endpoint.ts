import { Hono } from 'hono';
import { cors } from 'hono/cors';
import { join } from 'node:path';
import { accountsApp } from './accounts/accounts-app.ts';
import { allowsBy, openDoors, type Doors } from './accounts/doors.ts';
import { accountsInFile, accountsInMemory, type KeptAccounts } from './accounts/kept-accounts.ts';
import { couchApp } from './couch/couch.ts';
import { storeInFolder, storeInMemory, type CouchStore } from './couch/store.ts';
import { openWaiting } from './couch/waiting.ts';

/** The databases of one server, with the doors that lead to them. */
export type Endpoint = {
  /** Under `/db`: what CouchDB would answer. */
  readonly databases: Hono;
  /** Under `/_volym`: who may come in. */
  readonly accounts: Hono;
  readonly doors: Doors;
  close(): Promise<void>;
};

// A credential stands in a header, never in a cookie: a page elsewhere can send nothing that it was not given.
const fromAnywhere = cors({
  origin: '*',
  allowMethods: ['GET', 'HEAD', 'POST', 'PUT', 'DELETE'],
  allowHeaders: ['authorization', 'content-type'],
  maxAge: 86_400,
});

const endpointOf = (store: CouchStore, accounts: KeptAccounts, now: () => number): Endpoint => {
  const doors = openDoors({ accounts, now });
  const waiting = openWaiting();
  const outside = (app: Hono<never>): Hono => new Hono().use(fromAnywhere).route('/', app) as Hono;
  return {
    databases: outside(couchApp({ store, waiting, allows: allowsBy(doors) }) as unknown as Hono<never>),
    accounts: outside(accountsApp({ doors, store }) as unknown as Hono<never>),
    doors,
    close: async () => {
      waiting.close();
      await store.close();
    },
  };
};

/** The endpoint whose databases and accounts lie in a folder. Throws when the accounts there cannot be read. */
export const endpointInFolder = async (folder: string): Promise<Endpoint> =>
  endpointOf(await storeInFolder(join(folder, 'databases')), accountsInFile(join(folder, 'accounts.json')), Date.now);

/** An endpoint that is gone with the process; tests give PouchDB's memory adapter. */
export const endpointInMemory = (memory: unknown, now: () => number = Date.now): Endpoint =>
  endpointOf(storeInMemory(memory), accountsInMemory(), now);
