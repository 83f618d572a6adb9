import type { Database } from 'pouchdb-core';
import { readQuery } from './query.ts';
import { badRequest, type Refusal } from './refusals.ts';
import type { Fields } from './request.ts';
import type { Waiting } from './waiting.ts';

/** What a client asks of `_changes`. */
export type ChangesQuery = {
  readonly since: number | 'now';
  readonly limit: number | undefined;
  readonly longpoll: boolean;
  /** How long a long-poll waits (ms). */
  readonly timeout: number;
  /** How often a long-poll that waits says that it lives (ms); undefined never. */
  readonly heartbeat: number | undefined;
  readonly options: Readonly<Record<string, unknown>>;
};

/** No long-poll is longer: a client asks again, and who is gone without a word is noticed. */
const LONGEST_WAIT = 60_000;

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
    query.heartbeat === 'true' ? LONGEST_WAIT : query.heartbeat === 'false' ? undefined : read.whole('heartbeat');
  const options = {
    ...{ include_docs: read.flag('include_docs'), conflicts: read.flag('conflicts'), style },
    ...{ descending: read.flag('descending'), attachments: read.flag('attachments') },
  };
  const since = sinceOf(query.since ?? '0');
  const chosen = chosenBy(query.filter, body.doc_ids ?? read.json('doc_ids'));
  if (since === undefined) return badRequest('Malformed sequence supplied in since parameter.');
  if (!FEEDS.includes(feed)) return badRequest('Supported `feed` types: normal, longpoll');
  if (beat === 0) return badRequest('The heartbeat value should be a positive integer (in milliseconds).');
  if (read.refused !== undefined) return read.refused;
  if ('error' in chosen) return chosen;
  return {
    ...{ since, limit, longpoll: feed === 'longpoll', timeout: Math.min(timeout, LONGEST_WAIT) },
    heartbeat: beat === undefined ? undefined : Math.min(Math.max(beat, SHORTEST_BEAT), LONGEST_WAIT),
    options: { ...options, ...chosen },
  };
};

const sinceOf = (given: string): number | 'now' | undefined => {
  const since = given.replace(/^"(.*)"$/, '$1');
  if (since === 'now') return since;
  return /^\d{1,15}$/.test(since) ? Number(since) : undefined;
};

const chosenBy = (filter: string | undefined, ids: unknown): Refusal | { readonly doc_ids?: string[] } => {
  if (filter === undefined) return {};
  if (filter !== '_doc_ids') return badRequest('No filter is known here but _doc_ids.');
  const isList = Array.isArray(ids) && ids.every((id) => typeof id === 'string');
  return isList ? { doc_ids: ids } : badRequest('`doc_ids` filter parameter is not a list of doc ids.');
};

/** The changes since then; a long-poll waits for the first when there is none yet, or until `ended`. */
export const readChanges = async (
  database: Database,
  { since, limit, longpoll, timeout, options }: ChangesQuery,
  waiting: Waiting,
  ended: AbortSignal,
): Promise<object> => {
  const newest = async (): Promise<number> => (await database.info()).update_seq;
  const from = since === 'now' ? await newest() : since;
  const look = async (): Promise<{ results: object[]; last_seq: number; pending: number }> => {
    const before = await newest();
    const { results, last_seq } = await database.changes({
      ...{ ...options, since: from, ...(limit === undefined ? {} : { limit }) },
    });
    const isFull = limit !== undefined && results.length >= Math.max(limit, 1);
    // What was looked through and not chosen needs no second look.
    if (options.descending !== true && !isFull) return { results, last_seq: Math.max(last_seq, before), pending: 0 };
    return { results, last_seq, pending: isFull ? Math.max(before - last_seq, 0) : 0 };
  };
  const until = performance.now() + timeout;
  for (;;) {
    // Listened for before it is looked at: what is written in between wakes, too.
    const listening = waiting.forChange(database, longpoll ? until - performance.now() : 0, ended);
    const found = await look();
    if (found.results.length === 0 && (await listening.woken)) continue;
    listening.stop();
    return found;
  }
};
