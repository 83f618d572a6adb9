import type { Snapshot } from '#simulator/apple/data/snapshot.ts';
import { datasetIn } from '#simulator/apple/data/dataset.ts';
import { startSimulator, type Simulator, type Starting } from '#simulator/apple/simulator.ts';

const started: Simulator[] = [];

/** Ends all that was started; each test file says when. */
export const stopAll = async (): Promise<void> => {
  await Promise.all(started.splice(0).map((simulator) => simulator.close()));
};

/** The day at which the fixtures are read. */
export const NOW = Date.parse('2026-11-20T07:00:00Z');

/**
 * The fixtures' own locations: one good, one nearly over, one expired, one that another system has.
 */
export const dataset = (): Snapshot =>
  datasetIn('tests/fixtures/apps-and-books/dataset.json', 'tests/fixtures/vpptokens').snapshot;

export type Asking = {
  readonly query?: Readonly<Record<string, string>>;
  readonly body?: unknown;
  /** Index of the location whose token is sent; null sends none. */
  readonly as?: number | null;
  readonly headers?: Readonly<Record<string, string>>;
};

export type Fields = Record<string, unknown>;

/** A simulator that listens, and the ways to ask it as a client and to play the world around it. */
export const start = async (snapshot: Snapshot = dataset(), starting: Starting = {}) => {
  const simulator = await startSimulator(snapshot, { now: () => NOW, ...starting });
  started.push(simulator);
  const ask = async (
    method: string,
    path: string,
    { query = {}, body, as = 0, headers = {} }: Asking = {},
  ) => {
    const token = as === null ? undefined : snapshot.locations[as]?.token.text;
    const address = `${simulator.base}${path}?${new URLSearchParams(query).toString()}`;
    const answer = await fetch(address, {
      method,
      headers: {
        ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body === undefined
        ? {}
        : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    });
    const text = await answer.text();
    const isJson = answer.headers.get('content-type')?.startsWith('application/json') === true;
    return {
      status: answer.status,
      headers: answer.headers,
      text,
      body: (isJson ? JSON.parse(text) : {}) as Fields,
    };
  };
  const control = async (path: string, body?: object): Promise<Fields> => {
    const method = body === undefined ? 'GET' : 'POST';
    const answer = await fetch(`${simulator.url}/simulator/${path}`, {
      method,
      ...(body === undefined
        ? {}
        : { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }),
    });
    return (await answer.json()) as Fields;
  };
  const faults = (...given: object[]) => control('faults', { faults: given });
  const tick = (ticks = 1) => control('tick', { ticks });
  /** Sends a write and works it off. */
  const write = async (path: string, body: object, as = 0): Promise<Fields> => {
    const { body: begun } = await ask('POST', path, { body, as });
    if (begun['eventId'] === undefined) return begun;
    await tick(10);
    return (await ask('GET', '/status', { query: { eventId: String(begun['eventId']) }, as })).body;
  };
  return { ...simulator, ask, control, faults, tick, write, snapshot };
};

/** The records of all pages. */
export const readAll = async (
  { ask }: Pick<Awaited<ReturnType<typeof start>>, 'ask'>,
  listing: string,
  query: Readonly<Record<string, string>> = {},
  as = 0,
): Promise<Fields[]> => {
  const records: Fields[] = [];
  for (let next: unknown = 0; next !== undefined;) {
    const { body } = await ask('GET', `/${listing}`, {
      query: { ...query, pageIndex: String(next) },
      as,
    });
    records.push(...((body[listing] ?? []) as Fields[]));
    next = body['nextPageIndex'];
  }
  return records;
};
