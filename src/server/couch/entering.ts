import type { Context, MiddlewareHandler } from 'hono';
import type { Database } from 'pouchdb-core';
import type { Takes } from './forms/document-form.ts';
import type { Marks } from './forms/mark-form.ts';
import { NO_DATABASE, type Refusal } from './refusals.ts';
import { addressOf, answer, type Again } from './request.ts';
import type { Seats } from './seats.ts';
import type { CouchStore } from './store.ts';
import type { Waiting } from './waiting.ts';

/**
 * What a client wants. A reader may still write its own `_local` mark; databases come and go by an
 * admin.
 */
export type Need = 'read' | 'write' | 'admin';

/**
 * Whether the one who asks may; a refusal says why not. `address` is where the request comes from,
 * `mark` what it writes there.
 */
export type Allows = (
  request: Request,
  database: string,
  need: Need,
  address: string,
  mark?: string,
) => Refusal | undefined | Promise<Refusal | undefined>;

/** What the databases are served from. */
export type Parts = {
  readonly store: CouchStore;
  readonly waiting: Waiting;
  readonly seats: Seats;
  readonly allows: Allows;
  /** Called with a database that an admin deleted. */
  readonly gone?: (name: string) => void;
};

/** What an authorized request knows. */
export type Env = { Variables: { database: Database; takes: Takes; again: Again; marks: Marks } };

/**
 * Asks what a request needs, before anything is looked up and before its body is read. `markIn`
 * names the mark that it writes.
 */
export type Entry = (need: Need, markIn?: (c: Context) => string) => MiddlewareHandler<Env>;

/** A workspace's database is named after it. An admin chose every other name. */
const OF_RECORDS = /^w-[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** The name of the database in a request's address. */
export const nameIn = (c: Context): string => c.req.param('database') ?? '';

/** Authorizes requests about databases, whether or not they exist. */
export const letAsk =
  ({ allows }: Parts): Entry =>
  (need) =>
  async (c, next) => {
    const refused = await allows(c.req.raw, nameIn(c), need, addressOf(c));
    return refused === undefined ? next() : answer(c, refused);
  };

/**
 * Why an authorized client may read no further: it was removed meanwhile, or the database is
 * gone.
 */
export const whyNoFurther = async (
  c: Context<Env>,
  { store, allows }: Parts,
  mark?: string,
): Promise<Refusal | undefined> =>
  store.open(nameIn(c)) === c.get('database')
    ? allows(c.req.raw, nameIn(c), 'read', addressOf(c), mark)
    : NO_DATABASE;

/**
 * Authorizes requests to one database; what was read there is only sent to a client that may still
 * read it.
 */
export const letIn =
  (parts: Parts): Entry =>
  (need, markIn) =>
  async (c, next) => {
    const { store, allows } = parts;
    const [name, mark] = [nameIn(c), markIn?.(c)];
    // Who may not, does not learn whether it exists.
    const askFor = async (written?: string) => allows(c.req.raw, name, need, addressOf(c), written);
    const ask = () => askFor(mark);
    const refused = await ask();
    if (refused !== undefined) return answer(c, refused);
    const database = store.open(name);
    if (database === undefined) return answer(c, NO_DATABASE);
    c.set('database', database);
    c.set('again', ask);
    c.set('marks', askFor);
    c.set('takes', OF_RECORDS.test(name) ? 'none' : 'attachments');
    const giveBack = store.hold(name);
    await next().finally(giveBack);
    if (need !== 'read') return;
    // Reading takes time, and a long-poll waits: a removed client must not get what was written
    // after its removal.
    const since = await whyNoFurther(c, parts, mark);
    if (since !== undefined) await answerInstead(c, since);
  };

/**
 * A refused client learns nothing about what was found, not even its revision. The headers that let
 * a page from elsewhere read the answer stay.
 */
const answerInstead = async (c: Context<Env>, refused: Refusal): Promise<void> => {
  c.header('etag', undefined);
  const { body } = c.res;
  c.res = answer(c, refused);
  await body?.cancel();
};
