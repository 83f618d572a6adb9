import type { Context } from 'hono';
import type { Refusal } from './refusals.ts';

/** The largest body of a request, in bytes: a bulk of 250 documents and room. */
const LARGEST_BODY = 32 * 1024 * 1024;

const TOO_LARGE: Refusal = { status: 413, error: 'too_large', reason: 'The request entity is too large.' };

/** A request whose form the protocol does not know; the reason may be made more precise. */
export const BAD: Refusal = { status: 400, error: 'bad_request', reason: 'The request is not understood.' };

/** The JSON object of a request, an empty one without a body; or why it is not read. */
export const bodyOf = async (c: Context): Promise<Record<string, unknown> | Refusal> => {
  if (Number(c.req.header('content-length') ?? 0) > LARGEST_BODY) return TOO_LARGE;
  const text = await c.req.text();
  if (Buffer.byteLength(text) > LARGEST_BODY) return TOO_LARGE;
  try {
    const body: unknown = text === '' ? {} : JSON.parse(text);
    return typeof body === 'object' && body !== null && !Array.isArray(body) ? (body as Record<string, unknown>) : BAD;
  } catch {
    return BAD;
  }
};

/** Whether it is a refusal and no body. */
export const isRefusal = (body: object): body is Refusal => 'status' in body && 'error' in body && 'reason' in body;

/** The refusal as an answer of HTTP. */
export const answer = (c: Context, { status, error, reason }: Refusal): Response =>
  c.json({ error, reason }, status as 400);
