import type { Context } from 'hono';
import { nameIn, whyNoFurther, type Env, type Parts } from '../entering.ts';
import type { Pieces } from './long-list.ts';
import { NO_DATABASE, toldRefusalOf, type Refusal } from '../refusals.ts';
import { answer } from '../request.ts';
import { holdAnswer, NO_ROOM_TO_ANSWER } from '../room.ts';

/** Reads on, where that may still be done. */
export type ReadOn = <T>(read: () => Promise<T>) => Promise<T>;

/**
 * Reads of a database that go on when its request has been answered: it is in use only while it is
 * read, since whoever takes the answer may take long, or never come to its end. Throws when it was
 * deleted meanwhile, or who takes it was shut out.
 */
export const readingOn = (c: Context<Env>, parts: Parts): ReadOn => {
  const { store } = parts;
  const [database, name] = [c.get('database'), nameIn(c)];
  return async (read) => {
    if (store.open(name) !== database) throw thrown(NO_DATABASE);
    const giveBack = store.hold(name);
    const found = await read().finally(giveBack);
    // Asked when it is read: who is shut out while it is being read gets nothing that was written
    // since.
    const refused = await whyNoFurther(c, parts);
    if (refused !== undefined) throw thrown(refused);
    return found;
  };
};

const thrown = (refused: Refusal): Error => Object.assign(new Error(refused.reason), refused);

type Piece = IteratorResult<string, string>;

/** A text whose first piece is read; the others are as fast as they are taken. */
export type Begun = { readonly first: Piece; next(): Promise<Piece>; stop(): void };

/**
 * Reads the first piece, while the request is still being answered: what fails there is an answer
 * of its own.
 */
export const begin = async (text: Pieces, readOn: ReadOn): Promise<Begun> => ({
  first: await text.next(),
  next: () => readOn(() => text.next()),
  stop: () => void text.return(''),
});

const JSON_TYPE = 'application/json';

/**
 * The text as an answer, whole where it is one piece; or that there is no room for its beginning
 * until more was taken.
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

/** `gone` hears that nobody takes the answer any more. */
type Ending = { readonly gone: () => void; readonly type?: string };

/**
 * An answer that asks for the next piece when the one before is taken, and counts it in its place.
 * What fails in the middle ends the connection, as does a piece for which there is no room: the
 * status is said already, and half an answer must not look like a whole one.
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
      throw endedFor(toldRefusalOf(error).reason);
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
 * What was not foreseen is in the log already; of the rest one line is enough, and where it was
 * found says nothing.
 */
const endedFor = (reason: string): Error =>
  Object.assign(new Error(reason), { stack: `An answer was ended in the middle: ${reason}` });
