import memory from 'pouchdb-adapter-memory';
import { couchApp } from '#server/couch/couch.ts';
import type { Allows } from '#server/couch/entering.ts';
import { openSeats, type Seats } from '#server/couch/seats.ts';
import { storeInMemory, type CouchStore } from '#server/couch/store.ts';
import { openWaiting } from '#server/couch/waiting.ts';

/** The name of a database that holds a workspace's records. */
export const RECORDS = 'w-0197a1b2-0000-7000-8000-0000000000aa';

/** An endpoint with one database `w`, without a port: requests go straight to the handler. */
export const endpoint = (
  allows: Allows = () => undefined,
  store: CouchStore = storeInMemory(memory),
  seats: Seats = openSeats(),
) => {
  const waiting = openWaiting();
  store.make('w');
  const app = couchApp({ store, waiting, seats, allows });
  const ask = async (method: string, path: string, body?: unknown, init: RequestInit = {}) => {
    const json =
      body === undefined
        ? {}
        : { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } };
    const answer = await app.request(`http://endpoint${path}`, { method, ...json, ...init });
    return { status: answer.status, body: (await answer.json()) as never };
  };
  const close = async (): Promise<void> => {
    waiting.close();
    await store.close();
  };
  return { app, ask, close, store };
};

const opened: ReturnType<typeof endpoint>[] = [];

/**
 * Opens an endpoint that is closed with the others, and answers how it is asked; each test file
 * says when.
 */
export const openAsk = () => {
  const made = endpoint();
  opened.push(made);
  return made.ask;
};

/** Closes all that was opened so. */
export const closeAsked = async (): Promise<void> => {
  for (const { close } of opened.splice(0)) await close();
};
