import type { Database, Row } from 'pouchdb-core';
import { MOST_DOCUMENTS, tooMany } from './listing.ts';
import { textOf, type Pieces } from './answers/long-list.ts';
import { readQuery } from './query.ts';
import { badRequest, type Refusal } from './refusals.ts';
import type { Fields } from './request.ts';
import { documentOf, readShown, ROWS_AT_ONCE, type Shown } from './row-documents.ts';
import type { Waiting } from './waiting.ts';
import { winnerFirst } from './revisions/winners.ts';

/** What a client asks of `_changes`. */
export type ChangesQuery = {
  readonly since: number | 'now';
  readonly limit: number | undefined;
  readonly longpoll: boolean;
  /** How long a long-poll waits (ms). */
  readonly timeout: number;
  /** How often a long-poll that waits says that it lives (ms); undefined never. */
  readonly heartbeat: number | undefined;
  readonly shown: Shown;
  readonly options: {
    readonly style: string;
    readonly descending: boolean;
    readonly doc_ids?: string[];
  };
};

/** No long-poll is longer: a client asks again, and who is gone without a word is noticed. */
export const LONGEST_WAIT = 60_000;

/** A heart that beats faster would be work for nothing. */
const SHORTEST_BEAT = 250;

const FEEDS = ['normal', 'longpoll'];

type Query = Readonly<Record<string, string>>;

/** Reads the query; documents are named in it or in the body. */
export const readChangesQuery = (query: Query, body: Fields = {}): ChangesQuery | Refusal => {
  const { feed = 'normal', style = 'main_only' } = query;
  const read = readQuery(query);
  const [limit, timeout] = [read.whole('limit'), read.whole('timeout') ?? LONGEST_WAIT];
  const beat =
    query.heartbeat === 'true'
      ? LONGEST_WAIT
      : query.heartbeat === 'false'
        ? undefined
        : read.whole('heartbeat');
  const shown = readShown(read);
  const descending = read.flag('descending');
  const since = sinceOf(query.since ?? '0');
  const chosen = chosenBy(query.filter, body.doc_ids ?? read.json('doc_ids'));
  if (since === undefined) return badRequest('Malformed sequence supplied in since parameter.');
  if (!FEEDS.includes(feed)) return badRequest('Supported `feed` types: normal, longpoll');
  if (beat === 0)
    return badRequest('The heartbeat value should be a positive integer (in milliseconds).');
  if (read.refused !== undefined) return read.refused;
  if ('error' in chosen) return chosen;
  return {
    since,
    limit,
    longpoll: feed === 'longpoll',
    timeout: Math.min(timeout, LONGEST_WAIT),
    heartbeat:
      beat === undefined ? undefined : Math.min(Math.max(beat, SHORTEST_BEAT), LONGEST_WAIT),
    shown,
    options: { style, descending, ...chosen },
  };
};

const sinceOf = (given: string): number | 'now' | undefined => {
  const since = given.replace(/^"(.*)"$/, '$1');
  if (since === 'now') return since;
  return /^\d{1,15}$/.test(since) ? Number(since) : undefined;
};

const chosenBy = (
  filter: string | undefined,
  ids: unknown,
): Refusal | { readonly doc_ids?: string[] } => {
  if (filter === undefined) return {};
  if (filter !== '_doc_ids') return badRequest('No filter is known here but _doc_ids.');
  if (!Array.isArray(ids) || !ids.every((id) => typeof id === 'string'))
    return badRequest('`doc_ids` filter parameter is not a list of doc ids.');
  return ids.length > MOST_DOCUMENTS ? tooMany('keys') : { doc_ids: ids };
};

/**
 * The changes since then; a long-poll waits for the first when there is none yet, or until `ended`.
 */
export const readChanges = async (
  database: Database,
  query: ChangesQuery,
  waiting: Waiting,
  ended: AbortSignal,
): Promise<Pieces> => {
  const { since, limit, longpoll, timeout, options } = query;
  const from = since === 'now' ? await newestIn(database) : since;
  const reading = { ...options, from, most: limit === undefined ? Infinity : Math.max(limit, 1) };
  const until = performance.now() + timeout;
  for (;;) {
    // Listen before looking: so a write in between is noticed, too.
    const listening = waiting.forChange(database, longpoll ? until - performance.now() : 0, ended);
    const before = await newestIn(database);
    const first = await pageOf(database, reading, from, reading.most);
    if (first.length === 0 && (await listening.woken)) continue;
    listening.stop();
    const newest = Math.max(before, first[0]?.seq ?? 0, first.at(-1)?.seq ?? 0);
    return textOfChanges(database, { ...reading, newest, first }, query.shown);
  }
};

const newestIn = async (database: Database): Promise<number> => (await database.info()).update_seq;

type Reading = ChangesQuery['options'] & { readonly from: number; readonly most: number };

/** What was there when reading began. */
type Found = Reading & { readonly newest: number; readonly first: readonly Row[] };

/** What was written until then; what is written while it is read comes after `last_seq`, once. */
const textOfChanges = (database: Database, found: Found, shown: Shown): Pieces => {
  const { from, most, newest, descending } = found;
  let end = { last_seq: from, pending: 0 };
  const rows = async function* (): AsyncGenerator<object> {
    let [count, last] = [0, from];
    for await (const row of rowsOf(database, found)) {
      if (row.seq > newest) break;
      [count, last] = [count + 1, row.seq];
      yield await shownRow(database, await winnerFirst(database, row), shown);
    }
    // Rows that were read and filtered out need not be read again.
    if (count < most && !descending) end = { last_seq: Math.max(last, newest), pending: 0 };
    else end = { last_seq: last, pending: count < most ? 0 : mostLeft({ count, last }, found) };
  };
  return textOf({ name: 'results', rows: rows(), after: () => end });
};

/**
 * A row with its document, on request: the winning revision, which is its first.
 */
const shownRow = async (database: Database, row: Row, shown: Shown): Promise<object> => {
  const [{ rev } = { rev: '' }] = row.changes;
  return shown.include_docs
    ? { ...row, doc: await documentOf(database, { id: row.id, rev }, shown) }
    : row;
};

type Given = { readonly count: number; readonly last: number };

/**
 * The most rows that can be left: each document appears once, and requested ids that were already
 * returned do not count.
 */
const mostLeft = ({ count, last }: Given, { descending, doc_ids, newest }: Found): number => {
  const below = descending ? last - 1 : Math.max(newest - last, 0);
  return Math.min(below, doc_ids === undefined ? Infinity : new Set(doc_ids).size - count);
};

/** In descending order PouchDB cannot continue from a place, and returns all rows. */
const pageSize = (left: number, descending: boolean): number =>
  Math.min(left, descending ? Infinity : ROWS_AT_ONCE);

/** Rows without their documents. */
const pageOf = async (
  database: Database,
  { style, descending, doc_ids }: Reading,
  since: number,
  left: number,
) => {
  const limit = pageSize(left, descending);
  const options = {
    style,
    descending,
    since,
    ...(doc_ids && { doc_ids }),
    ...(limit < Infinity && { limit }),
  };
  return (await database.changes(options)).results;
};

async function* rowsOf(database: Database, { first, ...reading }: Found): AsyncGenerator<Row> {
  let [page, left] = [first, reading.most];
  for (;;) {
    yield* page;
    const last = page.at(-1);
    const isLast = page.length < pageSize(left, reading.descending);
    left -= page.length;
    if (isLast || left <= 0 || last === undefined) return;
    page = await pageOf(database, reading, last.seq, left);
  }
}
