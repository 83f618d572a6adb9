import type { Context } from 'hono';
import { answer } from '../request.ts';
import { holdAnswer, NO_ROOM_TO_ANSWER } from '../room.ts';

/**
 * The result as a JSON answer in one piece; or a refusal if there is no room for it until more was
 * taken.
 */
export const wholeAnswer = (c: Context, found: object): Response =>
  wholeBytes(c, Buffer.from(JSON.stringify(found)), { 'content-type': 'application/json' });

/** The same for bytes with their own headers. */
export const wholeBytes = (
  c: Context,
  bytes: Uint8Array<ArrayBuffer>,
  headers: Readonly<Record<string, string>>,
): Response => {
  if (holdAnswer(c, bytes.byteLength)) return c.body(bytes, 200, headers);
  c.header('etag', undefined);
  return answer(c, NO_ROOM_TO_ANSWER);
};
