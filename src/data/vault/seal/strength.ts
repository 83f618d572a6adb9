import { forgettingMatch } from '#platform/forget-match.ts';
import { plainPhrase, SHORTEST_PHRASE } from './secret.ts';

/** How hard a phrase is to guess, in four words beside the meter (picture 26). */
export type Strength = 'weak' | 'fair' | 'strong' | 'very-strong';

/** Bits at which a phrase is called fair, strong and very strong; five listed words have 55. */
const FROM = { fair: 30, strong: 43, veryStrong: 55 };

/** Bits of a word drawn from a list of 2,048. */
const LISTED_BITS = 11;

// What people take first; parts of a phrase that say next to nothing to someone who guesses.
const COMMON = new Set(
  (
    'lösenord losenord lösenfras password passphrase passord hemlig hemligt hemligheten secret volym volume apple adobe ' +
    'admin administrator welcome välkommen valkommen letmein iloveyou älskar skola skolan kommun kommunen sverige sweden ' +
    'login test testar hejsan hello monkey dragon master fotboll stockholm'
  ).split(' '),
);
const ROWS = [
  'abcdefghijklmnopqrstuvwxyzåäö',
  'qwertyuiopåasdfghjklöäzxcvbnm',
  'qwertyuiopasdfghjklzxcvbnm',
  '01234567890123456789',
  '98765432109876543210',
];

/**
 * A small, cautious estimate: common, listed, repeated or sequential characters count little. It is
 * too low for long random letters and is no promise; Argon2id makes each guess cost half a second.
 */
export const bitsOf = (phrase: string, isListed: (word: string) => boolean): number =>
  forgettingMatch(() => bitsIn(phrase, isListed));

const bitsIn = (phrase: string, isListed: (word: string) => boolean): number => {
  const seen = new Set<string>();
  const parts = plainPhrase(phrase).match(/\p{L}+|\p{N}+|[^\p{L}\p{N}\s]+/gu) ?? [];
  return parts.reduce((bits, part) => {
    const lower = part.toLowerCase();
    const again = seen.has(lower);
    seen.add(lower);
    return bits + (again ? 1 : bitsOfPart(part, lower, isListed));
  }, 0);
};

const bitsOfPart = (part: string, lower: string, isListed: (word: string) => boolean): number => {
  const distinct = new Set(lower).size;
  if (isRow(lower) || (part.length > 3 && distinct <= 2)) return 5;
  if (/^\p{N}+$/u.test(part)) return /^(19|20)\d\d$/.test(part) ? 6 : part.length * 3.3;
  if (!/^\p{L}+$/u.test(part)) return distinct * 4;
  if (isListed(lower)) return LISTED_BITS + (part === lower ? 0 : 1);
  if (COMMON.has(lower)) return 5;
  const looksLikeAWord = part.length > 2 && /^\p{L}\p{Ll}*$|^\p{Lu}+$/u.test(part);
  return looksLikeAWord ? Math.min(part.length, distinct * 2) * 2.5 : part.length * 5.7;
};

const isRow = (text: string): boolean => text.length > 2 && ROWS.some((row) => row.includes(text));

/** The word for a phrase; too short is weak whatever it holds. */
export const strengthOf = (phrase: string, isListed: (word: string) => boolean): Strength => {
  const bits = bitsOf(phrase, isListed);
  if ([...plainPhrase(phrase)].length < SHORTEST_PHRASE || bits < FROM.fair) return 'weak';
  if (bits < FROM.strong) return 'fair';
  return bits < FROM.veryStrong ? 'strong' : 'very-strong';
};
