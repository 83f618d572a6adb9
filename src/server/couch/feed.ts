import type { Context, Hono } from 'hono';
import { readChanges, readChangesQuery, type ChangesQuery } from './changes.ts';
import { letIn, nameIn, type Env, type Parts } from './entering.ts';
import { NO_DATABASE, refusal } from './refusals.ts';
import { addressOf, answer, bodyOf } from './request.ts';

/** A full house: later is soon enough. */
const FULL = { ...refusal(429, 'too_many_requests', 'Too many clients wait for changes.'), retryAfter: 5 };

/** The status is said already: an answer that is no JSON makes a client ask again, and hear why. */
const CUT_SHORT = '';

/** `_changes`: what was written since, at once or by a long-poll. */
export const serveFeed = (app: Hono<Env>, parts: Parts): void => {
  const enters = letIn(parts);
  const changes = async (c: Context<Env>): Promise<Response> => {
    const { body, refused } = c.req.method === 'POST' ? await bodyOf(c) : { body: {} };
    if (refused !== undefined) return answer(c, refused);
    const query = readChangesQuery(c.req.query(), body);
    if ('error' in query) return answer(c, query);
    if (query.longpoll) return poll(c, query, parts);
    return c.json(await readChanges(c.get('database'), query, parts.waiting, c.req.raw.signal));
  };
  app.get('/:database/_changes', enters('read'), changes);
  app.post('/:database/_changes', enters('read'), changes);
};

const poll = async (c: Context<Env>, query: ChangesQuery, parts: Parts): Promise<Response> => {
  const { waiting, seats, allows } = parts;
  const ended = new AbortController();
  const end = (): void => ended.abort();
  // A client is who it says it is; who says nothing is where it comes from.
  const leave = seats.take(c.req.header('authorization') ?? addressOf(c), end);
  if (leave === undefined) return answer(c, FULL);
  const signal = AbortSignal.any([ended.signal, c.req.raw.signal]);
  const [database, name] = [c.get('database'), nameIn(c)];
  const giveBack = parts.store.hold(name);
  const page = readChanges(database, query, waiting, signal).finally(() => {
    leave();
    giveBack();
  });
  // Who was shut out while it waited hears of nothing that came since.
  const shutOut = async () =>
    parts.store.open(name) === database ? allows(c.req.raw, name, 'read', addressOf(c)) : NO_DATABASE;
  if (query.heartbeat === undefined) {
    const found = await page;
    const refused = await shutOut();
    return refused === undefined ? c.json(found) : answer(c, refused);
  }
  const whole = page.then(async (found) => ((await shutOut()) === undefined ? JSON.stringify(found) : CUT_SHORT));
  return new Response(beating(whole, query.heartbeat, end), { headers: { 'content-type': 'application/json' } });
};

/** A body that says by empty lines that it lives until the text is there; JSON may begin with them. */
const beating = (text: Promise<string>, every: number, gone: () => void): ReadableStream<Uint8Array> => {
  const bytes = new TextEncoder();
  let timer: NodeJS.Timeout | undefined;
  return new ReadableStream<Uint8Array>({
    start: (body) => {
      timer = setInterval(() => body.enqueue(bytes.encode('\n')), every);
      text
        .then((found) => {
          clearInterval(timer);
          body.enqueue(bytes.encode(found));
          body.close();
        })
        .catch((error: unknown) => {
          clearInterval(timer);
          body.error(error);
        });
    },
    cancel: () => {
      clearInterval(timer);
      gone();
    },
  });
};
