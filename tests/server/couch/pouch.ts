import memory from 'pouchdb-adapter-memory';
import Bare from 'pouchdb';
import { ADMIN } from '../running.ts';

type Events = 'change' | 'paused' | 'active' | 'error' | 'complete' | 'denied';

/** A replication that goes on until it is cancelled. */
export type Live = { on(event: Events, heard: (what: unknown) => void): Live; cancel(): void };

/** A document with whatever a test puts in it. */
export type Doc = { _id: string; _rev: string; _conflicts?: string[]; [field: string]: unknown };

type Row = {
  id: string;
  key: string;
  error?: string;
  value: { rev: string; deleted?: boolean };
  doc?: Doc | null;
};
type Change = { id: string; seq: number; deleted?: boolean; doc?: Doc; changes: { rev: string }[] };

/** What the tests use of a whole PouchDB, here or over HTTP alike. */
export type Pouch = {
  info(): Promise<Record<string, unknown>>;
  get(id: string, options?: object): Promise<Doc>;
  put(document: object, options?: object): Promise<{ id: string; rev: string }>;
  post(document: object): Promise<{ id: string; rev: string }>;
  remove(id: string, rev: string): Promise<object>;
  bulkDocs(
    documents: readonly object[],
    options?: object,
  ): Promise<{ id?: string; ok?: true; error?: unknown }[]>;
  bulkGet(
    options: object,
  ): Promise<{ results: { id: string; docs: { ok?: Doc; error?: object }[] }[] }>;
  allDocs(options?: object): Promise<{ total_rows: number; update_seq?: unknown; rows: Row[] }>;
  changes(options?: object): Promise<{ results: Change[]; last_seq: number }> & Live;
  revsDiff(asked: object): Promise<Record<string, { missing: string[] }>>;
  putAttachment(
    id: string,
    name: string,
    rev: string | null,
    data: Buffer,
    type: string,
  ): Promise<{ rev: string }>;
  getAttachment(id: string, name: string, options?: object): Promise<Buffer>;
  removeAttachment(id: string, name: string, rev: string): Promise<{ rev: string }>;
  replicate: {
    to(other: Pouch, options?: object): Promise<object>;
    from(other: Pouch, options?: object): Promise<object>;
  };
  sync(other: Pouch, options: object): Live & Promise<object>;
  close(): Promise<void>;
  destroy(): Promise<void>;
};

const Made = Bare as unknown as {
  new (name: string, options: object): Pouch;
  plugin(plugin: unknown): void;
};
Made.plugin(memory);

let count = 0;

/** A database of this process. */
export const local = (): Pouch =>
  new Made(`local-${process.pid}-${(count += 1)}`, { adapter: 'memory' });

/** A database of a running server, as its admin; it is made when it is asked for first. */
export const remote = (url: string, name: string, options: object = {}): Pouch =>
  new Made(`${url}/db/${encodeURIComponent(name)}`, {
    auth: { username: ADMIN.name, password: ADMIN.password },
    ...options,
  });

/** A database of an endpoint without a port. */
export const remoteOf = (
  app: { request(url: string, init?: RequestInit): unknown },
  name: string,
): Pouch =>
  new Made(`http://endpoint/${name}`, {
    fetch: (url: string, init?: RequestInit) => app.request(url, init),
    skip_setup: true,
  });

/**
 * The same for a replication that outlives its server. PouchDB 9 asks for `info` beside each batch
 * and catches nothing (`src.info().then` in its replicate.js): here it waits until the server
 * answers or the test has `ended`.
 */
export const lasting = (database: Pouch, ended: AbortSignal): Pouch => {
  const info = database.info.bind(database);
  const patient = (): Promise<Record<string, unknown>> =>
    info().catch((error: unknown) => {
      if (ended.aborted) return {};
      if ((error as { status?: number }).status !== undefined) throw error;
      return new Promise<void>((later) => setTimeout(later, 50)).then(patient);
    });
  return Object.assign(database, { info: patient });
};
