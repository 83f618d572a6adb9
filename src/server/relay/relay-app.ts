import { Hono, type Context } from 'hono';
import { isFromElsewhere } from '../accounts/asking.ts';
import type { Doors } from '../accounts/doors.ts';
import type { Device } from '../accounts/kept-accounts.ts';
import { answer, bytesOf } from '../couch/request.ts';
import { holdAnswer, NO_ROOM_TO_ANSWER } from '../couch/room.ts';
import { callOf, queryOf } from './calls.ts';
import { passOn, type NotPassed, type Passed } from './pass-on.ts';
import { openTurns, type Turns } from './turns.ts';

/** Carries the content token: `authorization` is the device's own. */
const TOKEN = 'x-content-token';

/** Says that this server refuses, and not Apple, and that asking again does not help. */
const REFUSED = 'volym-refused';

/**
 * A token's text is Base64 of a few hundred bytes (apple.md §1.1); nothing else gets into a header.
 */
const TOKEN_TEXT = /^[A-Za-z0-9+/]{1,8000}={0,2}$/;

/** Twenty-five apps for a thousand users and a thousand devices need a tenth of it. */
const LARGEST_BODY = 512 * 1024;

/** A device asks for five pages at once (apple.md §2.4). */
const MOST_AT_ONCE = 8;

const STATUS: Readonly<Record<NotPassed, 502 | 504>> = {
  unreachable: 502,
  'bad-answer': 502,
  'too-slow': 504,
};

type RelayParts = {
  readonly doors: Pick<Doors, 'deviceOf'>;
  /** Apple's base address. */
  readonly apple: string;
  readonly patienceMs?: number;
  readonly turns?: Turns;
};

const refused = (
  c: Context,
  status: 400 | 401 | 403 | 404 | 409 | 413 | 415,
  code: string,
): Response => c.json({ error: code }, status, { [REFUSED]: code });

/** Answers that no call is passed on here, or not this one. */
export const noRelay = (c: Context): Response => refused(c, 404, 'no-relay');

/**
 * Passes the app's calls on to Apple, which no page can call by itself (apple.md §2.9): only the
 * documented ones, for admitted devices, from this server's own pages. The token comes with each
 * request and is never stored or logged.
 */
export const relayApp = ({ doors, apple, patienceMs, turns = openTurns() }: RelayParts): Hono => {
  const app = new Hono();
  const seats = openSeats();
  app.all('/*', async (c) => {
    if (isFromElsewhere(c.req.raw)) return refused(c, 403, 'from-elsewhere');
    const deviceNow = (): Device | undefined =>
      doors.deviceOf(c.req.header('authorization') ?? null);
    const device = deviceNow();
    if (device === undefined) return refused(c, 401, 'not-let-in');
    const asked = await askedIn(c, device);
    if (asked instanceof Response) return asked;
    // A body may come slowly, and its device may be removed or made read-only meanwhile.
    const now = deviceNow();
    if (now === undefined) return refused(c, 401, 'not-let-in');
    if (!mayAsk(now, asked.method)) return refused(c, 403, 'readers-only-read');
    if (asked.token !== undefined && !turns.take(device.id, asked.token))
      return refused(c, 409, 'other-device');
    if (!seats.take(device.id)) return c.json({ error: 'too-many' }, 429, { 'retry-after': '1' });
    const passing = { ...asked, address: `${apple}${asked.address}`, signal: c.req.raw.signal };
    const passed = await passOn(passing, patienceMs).finally(() => seats.leave(device.id));
    if (deviceNow() === undefined) return refused(c, 401, 'not-let-in');
    return typeof passed === 'string'
      ? c.json({ error: passed }, STATUS[passed])
      : answerOf(c, passed);
  });
  return app;
};

/**
 * Returns Apple's answer, counted until it is taken. If there is no room for a read, it is
 * requested again later; an assignment or its removal is already done, and its short answer is sent
 * in any case.
 */
const answerOf = (c: Context, { status, body, retryAfter }: Passed): Response => {
  const bytes = Buffer.from(body);
  if (!holdAnswer(c, bytes.byteLength) && c.req.method === 'GET')
    return answer(c, NO_ROOM_TO_ANSWER);
  const headers = new Headers({ 'content-type': 'application/json; charset=utf-8' });
  if (retryAfter !== undefined) headers.set('retry-after', retryAfter);
  return new Response(body === '' ? null : bytes, { status, headers });
};

/** How many calls each device has on their way. */
const openSeats = () => {
  const taken = new Map<string, number>();
  return {
    take: (id: string): boolean => {
      const now = taken.get(id) ?? 0;
      if (now < MOST_AT_ONCE) taken.set(id, now + 1);
      return now < MOST_AT_ONCE;
    },
    leave: (id: string): void => {
      const left = (taken.get(id) ?? 1) - 1;
      if (left > 0) taken.set(id, left);
      else taken.delete(id);
    },
  };
};

/** A read-only device neither assigns nor removes anything. */
const mayAsk = ({ role }: Device, method: string): boolean => method === 'GET' || role === 'member';

const PREFIX = '/_apple';

/** What to pass on, or why not. */
const askedIn = async (c: Context, device: Device) => {
  const { method, path: whole } = c.req;
  const path = whole.slice(whole.indexOf(PREFIX) + PREFIX.length);
  const call = callOf(method, path);
  if (call === undefined) return refused(c, 404, 'no-such-call');
  if (!mayAsk(device, method)) return refused(c, 403, 'readers-only-read');
  const query = queryOf(call, new URL(c.req.url).searchParams);
  if (query === undefined) return refused(c, 400, 'bad-query');
  const token = c.req.header(TOKEN) ?? '';
  if (call.isOpen !== true && !TOKEN_TEXT.test(token)) return refused(c, 400, 'no-token');
  const asked = {
    method,
    address: query === '' ? path : `${path}?${query}`,
    token: call.isOpen === true ? undefined : token,
    body: undefined,
  };
  if (method === 'GET') return asked;
  if (!/^application\/json\b/i.test(c.req.header('content-type') ?? ''))
    return refused(c, 415, 'no-json');
  const { body, refused: why } = await bytesOf(c, LARGEST_BODY);
  if (why === undefined) return { ...asked, body: new Uint8Array(body) };
  if (why.status === 413) return refused(c, 413, 'too-large');
  return why.status === 415 ? refused(c, 415, 'no-json') : answer(c, why);
};
