import type { Context } from 'hono';
import { nameIn, whyNoFurther, type Env, type Parts } from './entering.ts';
import type { Pieces } from './long-list.ts';
import { NO_DATABASE, toldRefusalOf, type Refusal } from './refusals.ts';

/** Reads on, where that may still be done. */
export type ReadOn = <T>(read: () => Promise<T>) => Promise<T>;

/**
 * Reads of a database that go on when its request has been answered: it is in use only while it is read, since whoever takes
 * the answer may take long, or never come to its end. Throws when it was deleted meanwhile, or who takes it was shut out.
 */
export const readingOn = (c: Context<Env>, parts: Parts): ReadOn => {
  const { store } = parts;
  const [database, name] = [c.get('database'), nameIn(c)];
  return async (read) => {
    if (store.open(name) !== database) throw thrown(NO_DATABASE);
    const giveBack = store.hold(name);
    const found = await read().finally(giveBack);
    // Asked when it is read: who is shut out while it is being read gets nothing that was written since.
    const refused = await whyNoFurther(c, parts);
    if (refused !== undefined) throw thrown(refused);
    return found;
  };
};

const thrown = (refused: Refusal): Error => Object.assign(new Error(refused.reason), refused);

type Piece = IteratorResult<string, string>;

/** A text whose first piece is read; the others are as fast as they are taken. */
export type Begun = { readonly first: Piece; next(): Promise<Piece>; stop(): void };

/** Reads the first piece, while the request is still being answered: what fails there is an answer of its own. */
export const begin = async (text: Pieces, readOn: ReadOn): Promise<Begun> => ({
  first: await text.next(),
  next: () => readOn(() => text.next()),
  stop: () => void text.return(''),
});

const JSON_TYPE = 'application/json';

/** The text as an answer, whole where it is one piece. */
export const answerOf = ({ first, next, stop }: Begun, type = JSON_TYPE): Response => {
  if (first.done === true) return new Response(first.value, { headers: { 'content-type': type } });
  const waiting: Piece[] = [first];
  return inPieces(async () => waiting.shift() ?? next(), stop, type);
};

/**
 * An answer that asks for the next piece when the one before is taken. What fails in the middle ends the connection: the status
 * is said already, and half an answer must not look like a whole one. `gone` hears that nobody takes it any more.
 */
export const inPieces = (next: () => Promise<Piece>, gone: () => void, type = JSON_TYPE): Response => {
  const bytes = new TextEncoder();
  const pull = async (body: ReadableStreamDefaultController<Uint8Array>): Promise<void> => {
    const { done, value } = await next().catch((error: unknown) => {
      throw endedFor(toldRefusalOf(error).reason);
    });
    body.enqueue(bytes.encode(value));
    if (done === true) body.close();
  };
  const body = new ReadableStream<Uint8Array>({ pull, cancel: gone }, { highWaterMark: 0 });
  return new Response(body, { headers: { 'content-type': type } });
};

/** What was not foreseen stands in the log already; of the rest one line is enough, and where it was found says nothing. */
const endedFor = (reason: string): Error =>
  Object.assign(new Error(reason), { stack: `An answer was ended in the middle: ${reason}` });
