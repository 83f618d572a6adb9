import { fork } from 'node:child_process';
import { randomBytes, randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { databaseAt } from '#data/sync/couch/database-at.ts';
import { storeInFolder } from '#server/couch/store.ts';
import { liveEndpoint } from './live-endpoint.ts';
import { askAll, type Asked, type Client } from './load.ts';
import type { BenchRow } from './table.ts';

const CLIENTS = 8;
const DOCUMENTS = 20_000;
const SINGLE = 2_000;
const PAGE = 200;

/** Bytes of a sealed order, as `npm run bench -- seal` prints them. */
const SEALED = 850;

type Document = {
  readonly _id: string;
  readonly key: string;
  readonly sealed: { iv: string; text: string };
};

const document = (): Document => ({
  _id: randomUUID(),
  key: 'bench-key',
  sealed: {
    iv: randomBytes(12).toString('base64'),
    text: randomBytes((SEALED * 3) / 4).toString('base64'),
  },
});

const pagesOf = <T>(all: readonly T[], size = PAGE): T[][] =>
  Array.from({ length: Math.ceil(all.length / size) }, (_, at) =>
    all.slice(at * size, (at + 1) * size),
  );

/** The load, made again for each contestant: what is written, and what is then read. */
const load = () => {
  const documents = Array.from({ length: DOCUMENTS }, document);
  const single = Array.from({ length: SINGLE }, document);
  const bulk = (docs: readonly Document[]): Asked => ({
    path: '/_bulk_docs',
    body: JSON.stringify({ docs }),
  });
  const ids = pagesOf(documents.map(({ _id }) => _id));
  return {
    bulks: pagesOf(documents).map(bulk),
    singles: single.map((doc) => bulk([doc])),
    changes: ids.map((_, at) => ({
      path: `/_changes?include_docs=true&conflicts=true&limit=${PAGE}&since=${at * PAGE}`,
    })),
    heads: ids.map((keys) => ({
      path: '/_all_docs?include_docs=true',
      body: JSON.stringify({ keys }),
    })),
    gets: ids.map((some) => ({
      path: '/_bulk_get',
      body: JSON.stringify({ docs: some.map((id) => ({ id })) }),
    })),
  };
};

type Load = ReturnType<typeof load>;

/** Documents a second, by what was asked. */
type Rates = Readonly<Record<keyof Load, number>>;

const ratesOf = async (ask: (all: readonly Asked[]) => Promise<number>): Promise<Rates> => {
  const rates: Record<keyof Load, number> = { bulks: 0, singles: 0, changes: 0, heads: 0, gets: 0 };
  const asked = load();
  for (const name of Object.keys(rates) as (keyof Load)[]) {
    const documents = name === 'singles' ? SINGLE : DOCUMENTS;
    rates[name] = (documents / (await ask(asked[name]))) * 1000;
  }
  return rates;
};

const ofVolym = async (): Promise<Rates> => {
  const { connections, stop } = await liveEndpoint(CLIENTS);
  const clients: Client[] = connections.map(databaseAt);
  return ratesOf((all) => askAll(clients, all)).finally(stop);
};

const inFolder = async <T>(work: (folder: string) => Promise<T>): Promise<T> => {
  const folder = mkdtempSync(join(tmpdir(), 'volym-bench-data-'));
  return work(folder).finally(() => rmSync(folder, { recursive: true, force: true }));
};

const ofBare = (): Promise<Rates> =>
  inFolder(async (folder) => {
    const child = fork(join(import.meta.dirname, 'bare-endpoint.ts'), [folder]);
    const [port] = (await once(child, 'message')) as [number];
    const clients: Client[] = Array.from({ length: CLIENTS }, () => ({
      url: `http://127.0.0.1:${port}/w`,
    }));
    const rates = await ratesOf((all) => askAll(clients, all)).finally(() => child.kill());
    await once(child, 'exit');
    return rates;
  });

/** The store asked directly, within this process: no HTTP, no JSON. */
const ofStore = (): Promise<Rates> =>
  inFolder(async (folder) => {
    const store = await storeInFolder(folder);
    store.make('w');
    const database = store.open('w');
    if (database === undefined) throw new Error('the database was not made');
    const answer = ({ path, body = '{}' }: Asked): Promise<unknown> => {
      const { docs, keys } = JSON.parse(body) as { docs: object[]; keys: string[] };
      if (path.startsWith('/_bulk_docs')) return database.bulkDocs(docs, {});
      if (path.startsWith('/_all_docs')) return database.allDocs({ keys, include_docs: true });
      if (path.startsWith('/_bulk_get')) return database.bulkGet({ docs });
      const since = Number(/since=(\d+)/.exec(path)?.[1]);
      return database.changes({ include_docs: true, conflicts: true, limit: PAGE, since });
    };
    const ask = async (all: readonly Asked[]): Promise<number> => {
      const left = all.values();
      const start = performance.now();
      await Promise.all(
        Array.from({ length: CLIENTS }, async () => {
          for (const asked of left) await answer(asked);
        }),
      );
      return performance.now() - start;
    };
    return ratesOf(ask).finally(() => store.close());
  });

const WHAT: readonly (readonly [keyof Load, string])[] = [
  ['bulks', `_bulk_docs of ${PAGE} new`],
  ['singles', '_bulk_docs of one'],
  ['changes', `_changes by ${PAGE} with documents`],
  ['heads', `_all_docs of ${PAGE} ids with documents`],
  ['gets', `_bulk_get of ${PAGE}`],
];

/**
 * What the endpoint does in a second for several devices at once, accounts on; more is better, also
 * in the ratios.
 */
export const endpointRows = async (): Promise<BenchRow[]> => {
  const [volym, bare, pouch] = [await ofVolym(), await ofBare(), await ofStore()];
  return WHAT.map(([name, what]) => ({
    what: `endpoint, ${CLIENTS} devices: ${what} (documents/s)`,
    volym: volym[name],
    bare: bare[name],
    pouch: pouch[name],
  }));
};
