import type { Instant } from '#core/day/instant.ts';
import { endOfJson } from '#platform/json-values.ts';

/** The answers of a service in a text, and whether it ends in the middle of one more. */
export type SavedAnswers = {
  readonly bodies: readonly unknown[];
  /** When each was given, as the headers before it say; undefined where they do not. */
  readonly given: readonly (Instant | undefined)[];
  readonly isCut: boolean;
};

/**
 * The answers in a text, however they were saved: one alone, one after the other or one a line, in a
 * list, each with or without the headers that curl writes before it. Undefined where something in it
 * is no JSON.
 */
export const savedAnswers = (text: string): SavedAnswers | undefined => {
  const bodies: unknown[] = [];
  const given: (Instant | undefined)[] = [];
  for (let from = 0; ;) {
    const at = afterHeaders(text, from);
    const when = givenIn(text.slice(from, at));
    const put = (all: readonly unknown[]): void => {
      for (const one of all) {
        bodies.push(one);
        given.push(when);
      }
    };
    if (isHeadersOnly(text, from, at)) return { bodies, given, isCut: true };
    if (at === text.length) return { bodies, given, isCut: false };
    if (!BEGINS.test(text[at] ?? '')) return undefined;
    const end = endOfJson(text, at);
    if (end === undefined) {
      // Of a list that ends in the middle, all before the last are whole.
      const whole = text[at] === '[' ? wholeOf(text, at + 1) : [];
      if (whole === undefined) return undefined;
      put(answersIn(whole));
      return { bodies, given, isCut: true };
    }
    const body = parsed(text.slice(at, end));
    if (body === undefined) return undefined;
    put(isListOfAnswers(body.value) ? answersIn(body.value) : [body.value]);
    from = end;
  }
};

const BEGINS = /[[{]/;

/** A status line that is cut: what follows it is missing. */
const STATUS_CUT = /^H(?:T(?:T(?:P(?:\/[\d.]*(?: \d{0,2})?)?)?)?)?$/;

/** Whether the text ends in headers, whose answer is missing. */
const isHeadersOnly = (text: string, from: number, at: number): boolean =>
  at === text.length
    ? text.slice(from).includes('HTTP/')
    : STATUS_CUT.test(text.slice(at, at + 20));

/**
 * The moment that the headers of an answer name, the last of them where there are several: what
 * moved an address came before the answer itself.
 */
const givenIn = (headers: string): Instant | undefined => {
  const [last] = [...headers.matchAll(/^date:(.+)$/gim)].slice(-1);
  const moment = Date.parse(last?.[1]?.trim() ?? '');
  return Number.isNaN(moment) ? undefined : `${new Date(moment).toISOString().slice(0, 19)}Z`;
};

const STATUS_LINE = /HTTP\/\d(?:\.\d)? \d{3}\b/y;

const isBetween = (letter: string | undefined): boolean =>
  letter !== undefined && /[\s,\ufeff]/.test(letter);

/** Where what is saved begins after this place, without the headers that curl writes before it. */
export const afterHeaders = (text: string, from: number): number => {
  for (let at = from; ;) {
    while (isBetween(text[at])) at += 1;
    STATUS_LINE.lastIndex = at;
    if (!STATUS_LINE.test(text)) return at;
    at = afterEmptyLine(text, at);
  }
};

/** Headers end with an empty line. */
const afterEmptyLine = (text: string, from: number): number => {
  for (let at = from; ;) {
    const end = text.indexOf('\n', at);
    if (end < 0) return text.length;
    if (text.slice(at, end).trim() === '') return end + 1;
    at = end + 1;
  }
};

/** The lists and objects of a list up to where its text ends; undefined where it holds others. */
const wholeOf = (text: string, from: number): unknown[] | undefined => {
  const whole: unknown[] = [];
  for (let at = from; ;) {
    while (isBetween(text[at])) at += 1;
    const end = endOfJson(text, at);
    if (end === undefined) return whole;
    const body = parsed(text.slice(at, end));
    if (body === undefined) return undefined;
    whole.push(body.value);
    at = end;
  }
};

const parsed = (json: string): { readonly value: unknown } | undefined => {
  try {
    return { value: JSON.parse(json) as unknown };
  } catch {
    return undefined;
  }
};

/** The answers of a list; records that say their type (OData) are the list of one answer. */
const answersIn = (list: readonly unknown[]): readonly unknown[] => {
  const isTyped = (one: unknown): boolean =>
    typeof one === 'object' && one !== null && Object.hasOwn(one, '@odata.type');
  return list.length > 0 && list.every(isTyped) ? [{ value: list }] : list;
};

/** One that is empty says nothing of itself, and is an answer like any other. */
const isListOfAnswers = (body: unknown): body is readonly unknown[] =>
  Array.isArray(body) &&
  body.length > 0 &&
  body.every((one) => typeof one === 'object' && one !== null && !Array.isArray(one));
