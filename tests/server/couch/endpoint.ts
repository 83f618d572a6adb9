import memory from 'pouchdb-adapter-memory';
import { couchApp, type Allows } from '#server/couch/couch.ts';
import { storeInMemory, type CouchStore } from '#server/couch/store.ts';
import { openWaiting } from '#server/couch/waiting.ts';

/** An endpoint with one database `w`, without a port: requests go straight to the handler. */
export const endpoint = (allows: Allows = () => undefined, store: CouchStore = storeInMemory(memory)) => {
  const waiting = openWaiting();
  store.make('w');
  const app = couchApp({ store, waiting, allows });
  const ask = async (method: string, path: string, body?: unknown, init: RequestInit = {}) => {
    const json =
      body === undefined ? {} : { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } };
    const answer = await app.request(`http://endpoint${path}`, { method, ...json, ...init });
    return { status: answer.status, body: (await answer.json()) as never };
  };
  const close = async (): Promise<void> => {
    waiting.close();
    await store.close();
  };
  return { app, ask, close, store };
};
