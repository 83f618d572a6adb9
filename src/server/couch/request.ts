import type { Context } from 'hono';
import { gathering } from './answers/gathering.ts';
import { whyNotParsed, whyNotTaken } from './forms/json-form.ts';
import { badRequest, refusal, type Refusal } from './refusals.ts';
import { NO_ROOM, OPEN_BODY, placeIn, type Place } from './room.ts';
import { watchSlowness } from './answers/slow-body.ts';

/** The largest body of a request, in bytes: a bulk of 250 documents and room. */
export const LARGEST_BODY = 32 * 1024 * 1024;

const TOO_LARGE = refusal(413, 'too_large', 'The request entity is too large.');

/** Also who holds a connection open by a byte now and then. */
const TOO_SLOW = refusal(408, 'request_timeout', 'The request came too slowly.');

/** Nobody receives it any more. */
const CUT_OFF = badRequest('The request was cut off.');

/** A request's body, or why it is not read. */
export type Asked<Body> =
  | { readonly body: Body; readonly refused?: undefined }
  | { readonly body?: undefined; readonly refused: Refusal };

/**
 * Why a client authorized at the start of a request no longer is, or undefined; checked when its
 * body has arrived.
 */
export type Again = () => Promise<Refusal | undefined>;

/** The fields of a JSON body. */
export type Fields = Readonly<Record<string, unknown>>;

/**
 * A body's bytes, counted as they come: a body without a length is not read beyond the limit
 * either, nor one for which there is no more room. It may come slowly: a client removed meanwhile
 * is refused.
 */
export const bytesOf = async (c: Context, most = LARGEST_BODY): Promise<Asked<Buffer>> => {
  if (!/^(identity)?$/i.test(c.req.header('content-encoding') ?? ''))
    return { refused: refusal(415, 'bad_content_encoding', 'A body is sent as it is.') };
  const [length, place] = [Number(c.req.header('content-length') ?? 0), placeIn(c)];
  if (length > most) return { refused: TOO_LARGE };
  if (place?.fits(OPEN_BODY + length) === false) return { refused: NO_ROOM };
  const read = await counted(c.req.raw.body?.getReader(), most, place);
  if (read.refused !== undefined) return read;
  const again = c.get('again') as Again | undefined;
  const refused = await again?.();
  return refused === undefined ? read : { refused };
};

const counted = async (
  reader: ReadableStreamDefaultReader<Uint8Array> | undefined,
  most: number,
  place: Place | undefined,
): Promise<Asked<Buffer>> => {
  if (reader !== undefined && place?.take(OPEN_BODY) === false) return { refused: NO_ROOM };
  const came = gathering();
  let isTooSlow = false;
  const slowness = watchSlowness(most, () => {
    isTooSlow = true;
    void reader?.cancel().catch(() => undefined);
  });
  try {
    for (let part = await reader?.read(); part?.done === false; part = await reader?.read()) {
      const size = came.size() + part.value.byteLength;
      const refused =
        size > most
          ? TOO_LARGE
          : place?.take(part.value.byteLength) === false
            ? NO_ROOM
            : undefined;
      if (refused !== undefined) {
        await reader?.cancel();
        return { refused };
      }
      came.add(part.value);
      slowness.came(part.value.byteLength);
    }
  } catch {
    // The client is gone: no fault of the server, for its log.
    return { refused: CUT_OFF };
  } finally {
    slowness.over();
  }
  return isTooSlow ? { refused: TOO_SLOW } : { body: came.all() };
};

/** The JSON object of a request, an empty one without a body; or why it is not read. */
export const bodyOf = async (c: Context, most = LARGEST_BODY): Promise<Asked<Fields>> => {
  const { body: bytes, refused } = await bytesOf(c, most);
  if (refused !== undefined) return { refused };
  const tooMuch = whyNotParsed(bytes);
  if (tooMuch !== undefined) return { refused: tooMuch };
  const body = parsed(bytes);
  if (body === undefined) return { refused: badRequest('invalid UTF-8 JSON') };
  if (typeof body !== 'object' || body === null || Array.isArray(body))
    return { refused: badRequest('Request body must be a JSON object') };
  const why = whyNotTaken(body);
  return why === undefined ? { body: body as Fields } : { refused: why };
};

const parsed = (bytes: Buffer): unknown => {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return text === '' ? {} : JSON.parse(text);
  } catch {
    return undefined;
  }
};

/** The refusal as an answer of HTTP. */
export const answer = (c: Context, { status, error, reason, retryAfter }: Refusal): Response => {
  if (retryAfter !== undefined) c.header('retry-after', String(retryAfter));
  return c.json({ error, reason }, status as 400);
};

const LOOPBACK = /^(?:127\.|::1$|::ffff:127\.)/;

/**
 * Where a request comes from; a proxy on this computer says for whom it asks, as the last in its
 * list.
 */
export const addressOf = (c: Context): string => {
  const { incoming } = (c.env ?? {}) as { incoming?: { socket?: { remoteAddress?: string } } };
  const direct = incoming?.socket?.remoteAddress ?? '127.0.0.1';
  const forwarded = LOOPBACK.test(direct)
    ? c.req.header('x-forwarded-for')?.split(',').at(-1)?.trim()
    : undefined;
  return houseOf(forwarded || direct);
};

/**
 * The address of IPv4; of IPv6 its network, the first four groups: one house has more addresses
 * than could be counted.
 */
export const houseOf = (address: string): string => {
  if (!address.includes(':') || address.includes('.')) return address;
  const [head = [], tail] = address
    .split('::')
    .map((part) => part.split(':').filter((group) => group !== ''));
  const zeros = tail === undefined ? 0 : Math.max(0, 8 - head.length - tail.length);
  const groups = [...head, ...Array.from({ length: zeros }, () => '0'), ...(tail ?? [])];
  return groups
    .slice(0, 4)
    .map((group) => group.toLowerCase().replace(/^0+(?=.)/, ''))
    .join(':');
};
