import type { Context } from 'hono';
import { answer } from '../request.ts';
import { holdAnswer, NO_ROOM_TO_ANSWER } from '../room.ts';

/**
 * What was found as an answer in one piece, as JSON; or that there is no room for it until more was
 * taken.
 */
export const wholeAnswer = (c: Context, found: object): Response =>
  wholeBytes(c, Buffer.from(JSON.stringify(found)), { 'content-type': 'application/json' });

/** The same of bytes with headers of their own. */
export const wholeBytes = (
  c: Context,
  bytes: Uint8Array<ArrayBuffer>,
  headers: Readonly<Record<string, string>>,
): Response => {
  if (holdAnswer(c, bytes.byteLength)) return c.body(bytes, 200, headers);
  c.header('etag', undefined);
  return answer(c, NO_ROOM_TO_ANSWER);
};
