import type { Database } from 'pouchdb-core';
import type { Waiting } from './waiting.ts';

/** What a client asks of `_changes`. */
export type ChangesQuery = {
  readonly since: string;
  readonly limit: number | undefined;
  readonly longpoll: boolean;
  /** How long a long-poll waits (ms). */
  readonly timeout: number;
  readonly options: Readonly<Record<string, unknown>>;
};

const LONGEST_WAIT = 60_000;

const flag = (value: string | undefined): boolean => value === 'true';

const whole = (value: string | undefined): number | undefined =>
  value !== undefined && /^\d{1,9}$/.test(value) ? Number(value) : undefined;

/** Reads the query; a body names the documents that are asked for. Answers undefined for a `since` that cannot be one. */
export const readChangesQuery = (
  query: Readonly<Record<string, string>>,
  body: { readonly doc_ids?: unknown } = {},
): ChangesQuery | undefined => {
  const since = (query.since ?? '0').replace(/^"(.*)"$/, '$1');
  if (since !== 'now' && whole(since) === undefined) return undefined;
  const ids = Array.isArray(body.doc_ids) ? { doc_ids: body.doc_ids } : {};
  return {
    since,
    limit: whole(query.limit),
    longpoll: query.feed === 'longpoll',
    timeout: Math.min(whole(query.timeout) ?? LONGEST_WAIT, LONGEST_WAIT),
    options: {
      include_docs: flag(query.include_docs),
      conflicts: flag(query.conflicts),
      descending: flag(query.descending),
      ...(query.style === undefined ? {} : { style: query.style }),
      ...ids,
    },
  };
};

/** The changes since then; a long-poll waits for the first when there is none yet. */
export const readChanges = async (
  database: Database,
  { since, limit, longpoll, timeout, options }: ChangesQuery,
  waiting: Waiting,
  gone: AbortSignal,
): Promise<object> => {
  const from = since === 'now' ? Number((await database.info()).update_seq) : Number(since);
  const look = () => database.changes({ ...options, since: from, ...(limit === undefined ? {} : { limit }) });
  if (!longpoll) return withPending(await look());
  // Listened for before it is looked at: what is written in between wakes, too.
  const listening = waiting.forChange(database, timeout, gone);
  const found = await look();
  if (found.results.length > 0) {
    listening.stop();
    return withPending(found);
  }
  await listening.woken;
  return withPending(gone.aborted ? found : await look());
};

const withPending = (found: { results: unknown[]; last_seq: number }): object => ({ ...found, pending: 0 });
