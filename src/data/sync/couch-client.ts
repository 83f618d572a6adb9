import { toHex } from '#platform/hex.ts';
import { randomBytes } from '#platform/ids.ts';
import {
  answersIn,
  bodiesIn,
  headsIn,
  listOf,
  OTHER_FORM,
  pageIn,
  sequenceIn,
  standingIn,
  type ChangesPage,
  type Revision,
  type RowAnswer,
  type Sequence,
  type ServerHead,
  type Standing,
  type StandingRow,
} from './couch-answers.ts';
import { fittingPages, inFittingParts, textOf } from './fitting-pages.ts';
import { progressBound } from './progress-bound.ts';
import type { WireDocument } from './sealing.ts';

/** A server said no; `status` is HTTP's, and `waitMs` how long it asks to be left alone, 0 when it says nothing of that. */
export class ServerRefused extends Error {
  readonly status: number;
  readonly waitMs: number;
  constructor(status: number, reason: string, waitMs = 0) {
    super(`the server answered ${status} ${reason}`);
    this.status = status;
    this.waitMs = waitMs;
  }
}

/** What stands for the number of a mark that was never written, or by somebody else. */
export const NO_MARK = 0;

/** What this device noted on the server when they were last known to agree. */
export type ServerMark = { readonly n: number; readonly _rev?: string };

/** A database on any server that speaks CouchDB's protocol. Every method throws `ServerRefused`, or what `fetch` throws. */
export type CouchClient = {
  /** The server's newest sequence. */
  newest(): Promise<Sequence>;
  /** How many documents there are that may be records. */
  count(): Promise<number>;
  /** `waitMs` makes it a long-poll. */
  changes(since: Sequence, limit: number, waitMs?: number): Promise<ChangesPage>;
  /** `withLeaves` has each name the revisions that lost to it. */
  heads(ids: readonly string[], withLeaves?: boolean): Promise<ServerHead[]>;
  /** How each of these stands there. */
  standing(ids: readonly string[]): Promise<Map<string, Standing>>;
  /** The ids of all documents that may be records. */
  ids(): Promise<string[]>;
  /** Whether the server still knows each of these, superseded or not. */
  knows(revisions: readonly Revision[]): Promise<boolean>;
  /** The documents of these revisions and no others, those that can still be read: a tombstone's, or one that lost to another. */
  bodies(revisions: readonly Revision[]): Promise<WireDocument[]>;
  /** One answer for each document. What the server refuses as a whole is asked again in halves, until the row stands alone. */
  write(documents: readonly WireDocument[]): Promise<RowAnswer[]>;
  /** Over tombstones, which CouchDB takes only as a replicator writes: each with a revision of its own. Answers those that were refused. */
  overTombstones(documents: readonly WireDocument[]): Promise<RowAnswer[]>;
  /** Closes revisions that lost to another, each named by its tombstone. What is closed lies over no other tombstone, however high. */
  closeLost(tombstones: readonly WireDocument[]): Promise<RowAnswer[]>;
  readMark(device: string): Promise<ServerMark | undefined>;
  writeMark(device: string, mark: ServerMark): Promise<void>;
};

/** How a client reaches its database. `authorization` is asked for at each request and goes nowhere but into its header. */
export type CouchAddress = {
  readonly url: string;
  readonly authorization: () => string | undefined;
  readonly ended: AbortSignal;
  readonly fetch?: typeof fetch;
};

/** Without a byte (ms). */
const ANSWER_MS = 30_000;

/** Four times the largest document there is; of more the half is asked for. */
const LONGEST_ANSWER = 32 * 1024 * 1024;

/** Ids a request, where no documents come back. */
const MOST_IDS = 1_000;

/** The whole request was refused, perhaps because of one row. */
const PERHAPS_ONE_ROW = [400, 403, 413, 415, 422];

/** A client of one database. */
export const couchClient = (address: CouchAddress): CouchClient => {
  const ask = asker(address);
  const replicated = { overTombstones: replicating(ask, childOf), closeLost: replicating(ask, lowestChildOf) };
  return {
    changes: paging(ask),
    ...reading(ask),
    ...counting(ask),
    write: writing(ask),
    ...replicated,
    ...marking(ask),
  };
};

const paging = (ask: Ask): CouchClient['changes'] => {
  const fitting = fittingPages();
  return (since, most, waitMs) =>
    fitting(most, async (limit) => {
      const wait = waitMs === undefined ? '' : `&feed=longpoll&timeout=${waitMs}`;
      const query = `include_docs=true&conflicts=true&limit=${limit}&since=${encodeURIComponent(String(since))}${wait}`;
      return pageIn(await ask('GET', `/_changes?${query}`, undefined, ANSWER_MS + (waitMs ?? 0)), limit);
    });
};

const reading = (ask: Ask): Pick<CouchClient, 'newest' | 'heads' | 'knows' | 'bodies'> => ({
  newest: async () => sequenceIn((await ask('GET', '')) as { update_seq?: unknown }, 'update_seq'),
  heads: (ids, withLeaves = false) =>
    inFittingParts([...new Set(ids)], async (keys) => {
      const path = `/_all_docs?include_docs=true${withLeaves ? '&conflicts=true' : ''}`;
      const { rows } = (await ask('POST', path, { keys })) as { rows: unknown };
      return headsIn(rows, keys);
    }),
  knows: async (revisions) => {
    if (revisions.length === 0) return true;
    // No plain object: a document may be called `constructor`.
    const asked = new Map<string, string[]>();
    // Each once: PouchDB finds a revision the first time only.
    for (const { id, rev } of revisions) asked.set(id, [...new Set([...(asked.get(id) ?? []), rev])]);
    const missing = await ask('POST', '/_revs_diff', Object.fromEntries(asked));
    if (Array.isArray(missing)) throw new Error(OTHER_FORM);
    return !Object.keys(missing).some((id) => asked.has(id));
  },
  bodies: async (revisions) => {
    if (revisions.length === 0) return [];
    return inFittingParts(revisions, async (some) => {
      const docs = some.map(({ id, rev }) => ({ id, rev }));
      const { results } = (await ask('POST', '/_bulk_get', { docs })) as { results: unknown };
      return bodiesIn(results, some);
    });
  },
});

const counting = (ask: Ask): Pick<CouchClient, 'count' | 'standing' | 'ids'> => ({
  count: async () => {
    const [{ doc_count: all }, designs] = await Promise.all([
      ask('GET', '') as Promise<{ doc_count?: unknown }>,
      ask('GET', '/_all_docs?startkey=%22_design%2F%22&endkey=%22_design0%22') as Promise<{ rows?: unknown }>,
    ]);
    if (typeof all !== 'number') throw new Error(OTHER_FORM);
    return all - listOf(designs.rows).length;
  },
  standing: async (ids) => {
    const found = new Map<string, Standing>();
    for (let from = 0; from < ids.length; from += MOST_IDS) {
      const keys = ids.slice(from, from + MOST_IDS);
      const { rows } = (await ask('POST', '/_all_docs', { keys })) as { rows: unknown };
      for (const row of listOf<StandingRow>(rows)) found.set(row.key, standingIn(row));
    }
    if (ids.some((id) => !found.has(id))) throw new Error(OTHER_FORM);
    return found;
  },
  ids: async () => {
    const found = new Set<string>();
    for (let last: string | undefined; ;) {
      const from = last === undefined ? '' : `&startkey=${encodeURIComponent(JSON.stringify(last))}`;
      const { rows } = (await ask('GET', `/_all_docs?limit=${MOST_IDS}${from}`)) as { rows: unknown };
      const page = listOf<{ id: string }>(rows).map(({ id }) => id);
      const more = page.filter((id) => id !== last);
      // Who answers the same page again would be asked for ever.
      if (more.some((id) => found.has(id))) throw new Error(OTHER_FORM);
      for (const id of more) found.add(id);
      if (page.length < MOST_IDS) return [...found].filter((id) => !id.startsWith('_design/'));
      last = page.at(-1);
    }
  },
});

const writing = (ask: Ask): CouchClient['write'] => {
  const writeOnce = async (documents: readonly WireDocument[]): Promise<RowAnswer[]> =>
    answersIn(await ask('POST', '/_bulk_docs', { docs: documents }), documents);
  const write: CouchClient['write'] = async (documents) => {
    if (documents.length === 0) return [];
    try {
      return await writeOnce(documents);
    } catch (error) {
      if (!(error instanceof ServerRefused) || !PERHAPS_ONE_ROW.includes(error.status)) throw error;
      if (documents.length === 1) {
        // Alone, it may be the account or a proxy as well: those refuse a write without any document, too.
        await ask('POST', '/_bulk_docs', { docs: [] });
        return [{ id: documents[0]?._id ?? '', error: `http_${error.status}`, reason: error.message }];
      }
      const half = documents.length >> 1;
      const rows = [...(await write(documents.slice(0, half))), ...(await write(documents.slice(half)))];
      // Not a row but the account: nothing is set aside, and all of it goes out later.
      if (error.status === 403 && rows.every(({ error: why }) => why === 'http_403')) throw error;
      return rows;
    }
  };
  return write;
};

type Told = { readonly _rev: string; readonly _revisions: object };

/** Another may write a live one meanwhile: of two revisions that one counts. */
const replicating =
  (ask: Ask, follows: (rev: string) => Told) =>
  async (documents: readonly WireDocument[]): Promise<RowAnswer[]> => {
    if (documents.length === 0) return [];
    const docs = documents.map((document) => ({ ...document, ...follows(document._rev ?? '') }));
    return listOf<RowAnswer>(await ask('POST', '/_bulk_docs', { docs, new_edits: false }));
  };

/** A revision that follows that one, as a replicator tells it. */
const childOf = (rev: string): Told => following(rev, toHex(randomBytes(16)));

/** Noughts at the beginning: a revision that another gives by chance has not so many. */
const LOWEST = '0'.repeat(8);

/** The same, below all others of its height, and the same on whichever device. */
const lowestChildOf = (rev: string): Told => following(rev, LOWEST + (rev.split('-')[1] ?? '').slice(LOWEST.length));

const following = (rev: string, own: string): Told => {
  const [depth = '', hash = ''] = rev.split('-');
  const start = Number(depth) + 1;
  return { _rev: `${start}-${own}`, _revisions: { start, ids: [own, hash] } };
};

/** Documents that CouchDB keeps to itself and hands on to no other replicator. */
const marking = (ask: Ask): Pick<CouchClient, 'readMark' | 'writeMark'> => ({
  readMark: async (device) => {
    try {
      const mark = (await ask('GET', `/_local/volym-${device}`)) as Partial<ServerMark> & { _id?: unknown };
      if (Number.isSafeInteger(mark.n)) return mark as ServerMark;
      // Somebody wrote over it: all is compared again, and it is written anew.
      if (mark._id === `_local/volym-${device}` && typeof mark._rev === 'string')
        return { n: NO_MARK, _rev: mark._rev };
      throw new Error(OTHER_FORM);
    } catch (error) {
      if (error instanceof ServerRefused && error.status === 404) return undefined;
      throw error;
    }
  },
  writeMark: async (device, mark) => {
    const { rev } = (await ask('PUT', `/_local/volym-${device}`, { ...mark, _id: `_local/volym-${device}` })) as {
      rev?: unknown;
    };
    // What answers anything else wrote no mark: taken for written, it would make a server of this one that forgot.
    if (typeof rev !== 'string') throw new Error(OTHER_FORM);
  },
});

type Ask = ReturnType<typeof asker>;

/** An answer is either the JSON that was asked for, or thrown: the page of a guest network is no answer. */
const asker =
  ({ url, authorization, ended, fetch: fetching = fetch }: CouchAddress) =>
  async (method: string, path: string, body?: unknown, withinMs = ANSWER_MS): Promise<object> => {
    const credential = authorization();
    const bound = progressBound(withinMs);
    const signal = AbortSignal.any([ended, bound.signal]);
    try {
      const response = await fetching(url + path, {
        method,
        cache: 'no-store',
        credentials: 'omit',
        headers: {
          accept: 'application/json',
          ...(body === undefined ? {} : { 'content-type': 'application/json' }),
          ...(credential === undefined ? {} : { authorization: credential }),
        },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
        signal,
      });
      const answer = parsed(await textOf(response, { most: LONGEST_ANSWER, signal, heard: bound.heard }));
      if (!response.ok) throw new ServerRefused(response.status, reasonIn(answer), waitIn(response));
      if (answer === undefined) throw new Error('the answer is no JSON');
      return answer;
    } finally {
      bound.over();
    }
  };

/** Whole seconds, as our server says it; a date is left to the usual wait. */
const waitIn = ({ headers }: Response): number =>
  Number(/^\d{1,6}$/.exec(headers.get('retry-after') ?? '')?.[0] ?? 0) * 1_000;

const parsed = (text: string): object | undefined => {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? value : undefined;
  } catch {
    return undefined;
  }
};

const reasonIn = (answer: object | undefined): string => {
  const { reason, error } = (answer ?? {}) as { reason?: unknown; error?: unknown };
  return String(reason ?? error ?? '');
};
