import type { Context } from 'hono';
import { nameIn, whyNoFurther, type Env, type Parts } from '../entering.ts';
import type { Pieces } from './long-list.ts';
import { NO_DATABASE, loggedRefusalOf, type Refusal } from '../refusals.ts';
import { answer } from '../request.ts';
import { holdAnswer, NO_ROOM_TO_ANSWER } from '../room.ts';

/** Reads on, where that may still be done. */
export type ReadOn = <T>(read: () => Promise<T>) => Promise<T>;

/**
 * Reads of a database that continue after its request was answered: it is in use only while it is
 * read, since the client may take long, or never finish. Throws if it was deleted meanwhile, or the
 * client was removed.
 */
export const readingOn = (c: Context<Env>, parts: Parts): ReadOn => {
  const { store } = parts;
  const [database, name] = [c.get('database'), nameIn(c)];
  return async (read) => {
    if (store.open(name) !== database) throw thrown(NO_DATABASE);
    const giveBack = store.hold(name);
    const found = await read().finally(giveBack);
    // Checked at each read: a client removed during the answer gets nothing that was written since.
    const refused = await whyNoFurther(c, parts);
    if (refused !== undefined) throw thrown(refused);
    return found;
  };
};

const thrown = (refused: Refusal): Error => Object.assign(new Error(refused.reason), refused);

type Piece = IteratorResult<string, string>;

/** A text whose first piece has been read; the others are read as fast as the client takes them. */
export type Begun = { readonly first: Piece; next(): Promise<Piece>; stop(): void };

/**
 * Reads the first piece, while the request is still being answered: a failure there can still be
 * answered properly.
 */
export const begin = async (text: Pieces, readOn: ReadOn): Promise<Begun> => ({
  first: await text.next(),
  next: () => readOn(() => text.next()),
  stop: () => void text.return(''),
});

const JSON_TYPE = 'application/json';

/**
 * The text as an answer, complete if it is one piece; or a refusal if there is no room for its
 * beginning until more was taken.
 */
export const answerOf = (c: Context, { first, next, stop }: Begun, type = JSON_TYPE): Response => {
  if (!holdAnswer(c, Buffer.byteLength(first.value))) {
    stop();
    return answer(c, NO_ROOM_TO_ANSWER);
  }
  if (first.done === true) return new Response(first.value, { headers: { 'content-type': type } });
  const waiting: Piece[] = [first];
  return inPieces(c, async () => waiting.shift() ?? next(), { gone: stop, type });
};

/**
 * So many pieces the adapter to Node takes before it writes the first; from then on each waits
 * until the one before is written.
 */
const TAKEN_AHEAD = 3;

/** `gone` is called when nobody takes the answer any more. */
type Ending = { readonly gone: () => void; readonly type?: string };

/**
 * An answer that reads the next piece when the previous one is taken, and counts it instead. A
 * failure in the middle ends the connection, as does a piece without room: the status has been sent
 * already, and half an answer must not look complete.
 */
export const inPieces = (
  c: Context,
  next: () => Promise<Piece>,
  { gone, type = JSON_TYPE }: Ending,
): Response => {
  const bytes = new TextEncoder();
  let [pulled, held] = [0, 0];
  const pull = async (body: ReadableStreamDefaultController<Uint8Array>): Promise<void> => {
    const { done, value } = await next().catch((error: unknown) => {
      throw endedFor(loggedRefusalOf(error).reason);
    });
    const piece = bytes.encode(value);
    pulled += 1;
    held = pulled > TAKEN_AHEAD ? piece.byteLength : held + piece.byteLength;
    if (!holdAnswer(c, held, piece.byteLength)) {
      gone();
      throw endedFor(NO_ROOM_TO_ANSWER.reason);
    }
    body.enqueue(piece);
    if (done === true) body.close();
  };
  const body = new ReadableStream<Uint8Array>({ pull, cancel: gone }, { highWaterMark: 0 });
  return new Response(body, { headers: { 'content-type': type } });
};

/**
 * Unforeseen errors are in the log already; for the rest one line is enough, and a stack adds
 * nothing.
 */
const endedFor = (reason: string): Error =>
  Object.assign(new Error(reason), { stack: `An answer was ended in the middle: ${reason}` });
