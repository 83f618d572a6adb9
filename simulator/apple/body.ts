import type { Context } from 'hono';
import { AppleError } from './errors.ts';

/** The fields of a request's body. */
export type Body = Readonly<Record<string, unknown>>;

/** The JSON object of a request. */
export const bodyOf = async (c: Context): Promise<Body> => {
  if (!/^application\/json\b/i.test(c.req.header('content-type') ?? '')) throw new AppleError(9727);
  const body: unknown = await c.req.json().catch(() => undefined);
  if (typeof body !== 'object' || body === null || Array.isArray(body)) throw new AppleError(9602);
  return body as Body;
};

/** The list of a field; absent is empty. */
export const listIn = (body: Body, field: string): readonly unknown[] => {
  const list = body[field] ?? [];
  if (!Array.isArray(list)) throw new AppleError(9602);
  return list;
};

/** The texts of a field, at most so many, each once: else these numbers. */
export const idsIn = (
  body: Body,
  field: string,
  most: number,
  tooMany: number,
  twice: number,
): readonly string[] => {
  const ids = listIn(body, field);
  if (!ids.every((id) => typeof id === 'string' && id !== '')) throw new AppleError(9602);
  if (ids.length > most) throw new AppleError(tooMany);
  if (new Set(ids).size < ids.length) throw new AppleError(twice);
  return ids as readonly string[];
};
