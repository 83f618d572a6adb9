import { askedWait, backOff } from './back-off.ts';
import { meaningOf, type Action, type Meaning, type TokenVerdict } from './error-numbers.ts';
import { isJsonObject, type JsonObject } from './json-object.ts';

/** A reply as it came over the wire. The body is the text, or what its JSON says. */
export type Reply = {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: unknown;
};

/**
 * When a reply came: the moment in ms, how many tries have failed with it, and a number from 0 to 1
 * by chance.
 */
export type Try = { readonly now: number; readonly tries: number; readonly random: number };

/**
 * Why a reply without a number is no answer: too many requests, the service is down, whoever
 * answered lets nobody in (the relay or Apple, which cannot be told apart), it says no otherwise,
 * or what came is no answer of Apple's at all.
 */
export type StatusCause = 'too-many' | 'down' | 'not-let-in' | 'refused' | 'unreadable';

/** A reply that is no answer. `cause` leads to its words. */
export type ReplyFailure = {
  readonly ok: false;
  readonly cause: Meaning['key'] | StatusCause;
  readonly status: number;
  /** Apple's number, where one came; also one that is unknown here. */
  readonly number: number | undefined;
  readonly action: Action;
  /** What it makes of the token; undefined when it says nothing of it. */
  readonly token: TokenVerdict | undefined;
  /** The same request may be answered another time. */
  readonly mayPass: boolean;
  /** No request before so many ms have passed. */
  readonly waitMs: number | undefined;
};

/** What a reply means, before anything in it is believed. */
export type ReplyMeaning = { readonly ok: true; readonly body: JsonObject } | ReplyFailure;

/**
 * What a reply means: its number first, wherever it appears (even with HTTP 200, apple.md §2.7),
 * then its status, then its form.
 */
export const readReply = (reply: Reply, at: Try): ReplyMeaning => {
  const body = objectOf(reply.body);
  const number = numberOf(body);
  if (number !== undefined) return failed(reply, at, meaningOf(number), number);
  if (body !== undefined && isSuccess(reply.status)) return { ok: true, body };
  return failed(reply, at, causeOf(reply.status));
};

const isSuccess = (status: number): boolean => status >= 200 && status < 300;

/** Busy or broken for now, whatever the body says. */
const isPassing = (status: number): boolean => status === 429 || status >= 500;

const ACTIONS: Readonly<Record<StatusCause, Action>> = {
  'too-many': 'wait',
  down: 'retry',
  'not-let-in': 'report',
  refused: 'report',
  unreadable: 'report',
};

const causeOf = (status: number): StatusCause => {
  if (status === 429) return 'too-many';
  if (status >= 500) return 'down';
  if (status === 401 || status === 403) return 'not-let-in';
  return isSuccess(status) ? 'unreadable' : 'refused';
};

const failed = (
  reply: Reply,
  { now, tries, random }: Try,
  why: Meaning | StatusCause,
  number?: number,
): ReplyFailure => {
  const meaning = typeof why === 'string' ? undefined : why;
  const token = meaning?.token;
  const mayPass = token === undefined && (meaning?.mayPass === true || isPassing(reply.status));
  // Ignoring what a 503 asks for may lengthen the block or close the account (apple.md §2.7).
  const asked = askedWait(headerOf(reply, 'retry-after'), now);
  return {
    ok: false,
    cause: typeof why === 'string' ? why : why.key,
    status: reply.status,
    number,
    action: typeof why === 'string' ? ACTIONS[why] : why.action,
    token,
    mayPass,
    waitMs: asked ?? (mayPass ? backOff(tries, random) : undefined),
  };
};

/** Names of headers come in any case. */
const headerOf = ({ headers }: Reply, name: string): string | undefined =>
  Object.entries(headers).find(([key]) => key.toLowerCase() === name)?.[1];

const objectOf = (body: unknown): JsonObject | undefined => {
  const value = typeof body === 'string' ? parsed(body) : body;
  return isJsonObject(value) ? value : undefined;
};

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

/** The number, also written as text; 0 is how the older API says that all is well. */
const numberOf = (body: JsonObject | undefined): number | undefined => {
  const written = body?.['errorNumber'];
  const number = typeof written === 'string' && /^\d+$/.test(written) ? Number(written) : written;
  return typeof number === 'number' && Number.isInteger(number) && number !== 0
    ? number
    : undefined;
};
