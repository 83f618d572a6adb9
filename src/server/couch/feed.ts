import type { Context, Hono } from 'hono';
import { readChanges, readChangesQuery, type ChangesQuery } from './changes.ts';
import { letIn, nameIn, whyNoFurther, type Env, type Parts } from './entering.ts';
import { answerOf, begin, inPieces, readingOn, type Begun } from './answers/in-pieces.ts';
import { refusal } from './refusals.ts';
import { addressOf, answer, bodyOf } from './request.ts';

/** A full house: later is soon enough. */
const FULL = {
  ...refusal(429, 'too_many_requests', 'Too many clients wait for changes.'),
  retryAfter: 5,
};

/**
 * The status has been sent already: an answer that is no JSON makes the client ask again, and
 * learn why.
 */
const CUT_SHORT = '';

/** `_changes`: what has been written since, at once or by a long-poll. */
export const serveFeed = (app: Hono<Env>, parts: Parts): void => {
  const enters = letIn(parts);
  const changes = async (c: Context<Env>): Promise<Response> => {
    const { body, refused } = c.req.method === 'POST' ? await bodyOf(c) : { body: {} };
    if (refused !== undefined) return answer(c, refused);
    const query = readChangesQuery(c.req.query(), body);
    if ('error' in query) return answer(c, query);
    if (query.longpoll) return poll(c, query, parts);
    const text = await readChanges(c.get('database'), query, parts.waiting, c.req.raw.signal);
    return answerOf(c, await begin(text, readingOn(c, parts)));
  };
  app.get('/:database/_changes', enters('read'), changes);
  app.post('/:database/_changes', enters('read'), changes);
};

const poll = async (c: Context<Env>, query: ChangesQuery, parts: Parts): Promise<Response> => {
  const { waiting, seats } = parts;
  const ended = new AbortController();
  const end = (): void => ended.abort();
  // A client is identified by its credentials, or without them by its address.
  const leave = seats.take(c.req.header('authorization') ?? addressOf(c), end);
  if (leave === undefined) return answer(c, FULL);
  const signal = AbortSignal.any([ended.signal, c.req.raw.signal]);
  const [database, name] = [c.get('database'), nameIn(c)];
  const giveBack = parts.store.hold(name);
  const page = readChanges(database, query, waiting, signal)
    .then((text) => begin(text, readingOn(c, parts)))
    .finally(() => {
      leave();
      giveBack();
    });
  if (query.heartbeat === undefined) return answerOf(c, await page);
  // A client removed while it waited learns nothing of what came since.
  const whole = page.then(async (found) =>
    (await whyNoFurther(c, parts)) === undefined ? found : CUT_SHORT,
  );
  return beating(c, whole, { every: query.heartbeat, gone: end });
};

type Beating = { readonly every: number; readonly gone: () => void };

/**
 * An answer that says by empty lines that it lives until there is a text; JSON may begin with them.
 */
const beating = (
  c: Context,
  text: Promise<Begun | typeof CUT_SHORT>,
  { every, gone }: Beating,
): Response => {
  // There may be nobody left to notice it.
  text.catch(() => undefined);
  let begun: Begun | undefined;
  const next = async (): Promise<IteratorResult<string, string>> => {
    if (begun !== undefined) return begun.next();
    const found = await within(every, text);
    if (found === BEAT) return { done: false, value: BEAT };
    if (found === CUT_SHORT) return { done: true, value: CUT_SHORT };
    begun = found;
    return begun.first;
  };
  const stop = (): void => {
    gone();
    begun?.stop();
  };
  return inPieces(c, next, { gone: stop });
};

const BEAT = '\n';

/** What comes within some time (ms), or that it is time for a beat. */
const within = async <T>(ms: number, coming: Promise<T>): Promise<T | typeof BEAT> => {
  const beat = Promise.withResolvers<typeof BEAT>();
  const timer = setTimeout(() => beat.resolve(BEAT), ms);
  return Promise.race([coming, beat.promise]).finally(() => clearTimeout(timer));
};
