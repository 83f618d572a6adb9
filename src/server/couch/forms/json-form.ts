import { countFields, MOST_FIELDS } from './json-fields.ts';
import { badRequest, tooManyOf, type Refusal } from '../refusals.ts';

/**
 * How deep lists and objects may lie in each other: far more than anyone means, far less than ends
 * a stack.
 */
const DEEPEST = 500;

/**
 * The most values in one body: a hundred in each of the most documents that one request may name. A
 * body of the largest size may hold eleven million, which take gigabytes once they are parsed.
 */
export const MOST_VALUES = 1_000_000;

const TOO_DEEP = badRequest('The JSON is nested too deeply.');
const TOO_MANY = tooManyOf('values', MOST_VALUES);
const TOO_MANY_FIELDS = tooManyOf('fields', MOST_FIELDS);

const [QUOTE, BACKSLASH, COMMA, COLON] = [0x22, 0x5c, 0x2c, 0x3a];
const [LIST, LIST_END, OBJECT, OBJECT_END] = [0x5b, 0x5d, 0x7b, 0x7d];

/**
 * Why JSON is not even parsed, or undefined; whether it is valid is left to the parser. Every value
 * but the very first follows a bracket or a comma, so those outside strings are counted, and the
 * names of fields before each colon.
 */
export const whyNotParsed = (bytes: Buffer): Refusal | undefined => {
  const fields = countFields(bytes, DEEPEST);
  let [values, depth, text, textEnd] = [0, 0, 0, 0];
  for (let at = 0; at < bytes.length; at += 1) {
    const byte = bytes[at];
    if (byte === QUOTE) {
      text = at + 1;
      textEnd = at = endOfText(bytes, text);
    } else if (byte === COLON) {
      if (fields.isTooMany(depth, text, textEnd)) return TOO_MANY_FIELDS;
    } else if (byte === LIST_END || byte === OBJECT_END) depth -= 1;
    else if (byte === COMMA || byte === LIST || byte === OBJECT) {
      values += 1;
      if (byte !== COMMA) fields.begin((depth += 1));
      if (depth > DEEPEST) return TOO_DEEP;
      if (values > MOST_VALUES) return TOO_MANY;
    }
  }
  return undefined;
};

/** Most texts are shorter, and looked through sooner than Node's own search is called. */
const SHORT = 64;

/** Where a string ends of which this is the first unread byte. */
const endOfText = (bytes: Buffer, from: number): number => {
  let at = from;
  while (at < bytes.length) {
    for (const near = at + SHORT; at < near; at += 1) {
      const byte = bytes[at];
      if (byte === QUOTE || byte === undefined) return at;
      if (byte === BACKSLASH) at += 1;
    }
    const end = bytes.indexOf(QUOTE, at);
    if (end < 0) return bytes.length;
    let before = end;
    while (before > at && bytes[before - 1] === BACKSLASH) before -= 1;
    // A quote belongs to the string if an odd number of backslashes comes before it.
    if ((end - before) % 2 === 0) return end;
    at = end + 1;
  }
  return at;
};

/**
 * Why parsed JSON is not taken, or undefined: a field called `__proto__` would be lost in the store
 * without a word.
 */
export const whyNotTaken = (root: unknown): Refusal | undefined => {
  const open = [root];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (typeof next !== 'object' || next === null) continue;
    if (!Array.isArray(next) && Object.hasOwn(next, '__proto__'))
      return badRequest('No field may be called __proto__.');
    for (const inner of Object.values(next))
      if (typeof inner === 'object' && inner !== null) open.push(inner);
  }
  return undefined;
};
