import type { Day } from '#core/day/day.ts';
import { dayOfInstant, instantOf, type Instant } from '#core/day/instant.ts';
import { isPlausibleDay } from '#core/day/plausible-day.ts';
import { ok, refuse } from '#core/result.ts';
import { isShort } from '#core/text/short-text.ts';
import type { TokenProblem, TokenResult } from './token-problem.ts';

/**
 * What a `.vpptoken` says, and the secret itself. Lives in memory only until it is sealed or thrown
 * away (B1).
 */
export type TokenFile = {
  /**
   * The whole Base64 text without white space: what a request carries as `Authorization: Bearer`
   * (apple.md §1.1).
   */
  readonly bearer: string;
  /**
   * The token within: the same in each dress that a file may have, with another date or other white
   * space.
   */
  readonly token: string;
  readonly organization: string;
  readonly expiresAt: Instant;
  /** The last day on which it counts, in UTC. */
  readonly lastDay: Day;
};

/** Larger is no token (bytes): those that were seen have a few hundred. */
export const MOST_TOKEN_BYTES = 65_536;

/**
 * What is picked by mistake, by how it begins. An enrolment token is Apple's other "server token"
 * (apple.md §1.5).
 */
const OTHERS: readonly (readonly [TokenProblem['code'], RegExp])[] = [
  ['token-is-enrolment', /^(?:MIME-Version|Content-Type|Content-Disposition):/i],
  ['token-is-certificate', /^-----BEGIN /],
  ['token-is-certificate', /^0\u0082|^0\u0080/],
  ['token-is-sheet', /^PK\u0003\u0004|^\u00d0\u00cf\u0011\u00e0/],
  ['token-is-page', /^<(?:!doctype|html|\?xml)/i],
  ['token-is-decoded', /^\{/],
];

/**
 * Reads a content token from the bytes of a file, or of what was pasted. White space, line ends
 * within and a byte order mark are no part of it. The file is not signed: only Apple can say that
 * it is real (apple.md §1.1).
 */
export const readTokenFile = (bytes: Uint8Array): TokenResult<TokenFile> => {
  if (bytes.length > MOST_TOKEN_BYTES) return refuse('token-too-large');
  const text = textOf(bytes).trim();
  if (text === '') return refuse('token-empty');
  const other = OTHERS.find(([, begins]) => begins.test(text));
  if (other !== undefined) return refuse(other[0]);
  const bearer = text.replace(/\s+/g, '');
  const problem = baseProblem(bearer);
  if (problem !== undefined) return { ok: false, problem };
  const content = contentOf(bearer);
  return content === undefined ? refuse('token-not-json') : fromContent(bearer, content.value);
};

/** By its byte order mark; without one each byte is a letter, which is all that Base64 needs. */
const textOf = (bytes: Uint8Array): string => {
  const [first, second, third] = bytes;
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (first === 0xfe && second === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  const start = first === 0xef && second === 0xbb && third === 0xbf ? 3 : 0;
  return Array.from(bytes.subarray(start), (byte) => String.fromCharCode(byte)).join('');
};

/**
 * Whether letters are Base64 of an object's beginning, as Apple writes it: its sample has white
 * space before (apple.md §1.1).
 */
const beginsAsToken = (letters: string): boolean => {
  const first = /^[\w+/-]{4,12}/.exec(letters)?.[0].replaceAll('-', '+').replaceAll('_', '/') ?? '';
  const whole = first.slice(0, first.length - (first.length % 4));
  return /^(?:ï»¿)?\s*\{/.test(atob(whole));
};

const baseProblem = (bearer: string): TokenProblem | undefined => {
  const problem = letterProblem(bearer);
  // A word or file that is no token at all is not a damaged one.
  return problem === undefined || beginsAsToken(bearer) ? problem : { code: 'token-is-other' };
};

const letterProblem = (bearer: string): TokenProblem | undefined => {
  // A mail or a web form changed its letters; Apple takes only the standard alphabet (apple.md
  // §1.5).
  if (/^[\w-]+={0,2}$/.test(bearer) && /[-_]/.test(bearer)) return { code: 'token-url-letters' };
  const strange = /[^A-Za-z0-9+/=]/.exec(bearer)?.[0];
  if (strange !== undefined) return { code: 'token-strange-letter', params: { letter: strange } };
  const isWhole = bearer.length % 4 === 0 && /^[A-Za-z0-9+/]+={0,2}$/.test(bearer);
  return isWhole ? undefined : { code: 'token-cut-off' };
};

/** The names of an organisation are UTF-8: `atob` alone would garble å and ö (apple.md §1.5). */
const contentOf = (bearer: string): { readonly value: unknown } | undefined => {
  try {
    const bytes = Uint8Array.from(atob(bearer), (letter) => letter.charCodeAt(0));
    return {
      value: JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)) as unknown,
    };
  } catch {
    return undefined;
  }
};

const FIELDS = ['token', 'expDate', 'orgName'] as const;

const fromContent = (bearer: string, content: unknown): TokenResult<TokenFile> => {
  if (typeof content !== 'object' || content === null || Array.isArray(content))
    return refuse('token-not-object');
  const texts = new Map(
    Object.entries(content).map(([field, value]) => [
      field,
      typeof value === 'string' ? value.trim() : '',
    ]),
  );
  const missing = FIELDS.filter((field) => (texts.get(field) ?? '') === '');
  if (missing.length > 0)
    return refuse('token-field-missing', undefined, { fields: missing.join(', ') });
  const [written, organization] = [texts.get('expDate') ?? '', texts.get('orgName') ?? ''];
  if (!isShort(organization)) return refuse('token-not-object');
  const expiresAt = instantOf(written);
  if (expiresAt === undefined || !isPlausibleDay(dayOfInstant(expiresAt)))
    return refuse('token-bad-date', undefined, { written: written.slice(0, 40) });
  const token = (texts.get('token') ?? '').replace(/\s+/g, '');
  return ok({ bearer, token, organization, expiresAt, lastDay: dayOfInstant(expiresAt) });
};
