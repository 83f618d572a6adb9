import { visibleText, withoutTextMark } from '#core/text/visible-text.ts';
import { NO_CODE_WORDS } from './no-code-words.ts';

/** Why a text is no redemption code. */
export type CodeProblem =
  | 'not-a-code'
  | 'several-codes'
  | 'code-too-short'
  | 'code-too-long'
  | 'formula-instead-of-code';

const DASHES = /[-‐‑‒–—−]/g;

/**
 * The fewest characters that count as a code: 12 and 16 have been seen, others may come
 * (apple.md §3.1).
 */
export const SHORTEST = 8;

/**
 * The most characters that count as a code; hyphens and spaces do not count, neither here nor
 * above.
 */
export const LONGEST = 20;

/** Most cells: nothing to normalise, and read ten thousand times. */
const PLAIN = /^(?:[!-&(-<>-~][!-<>-~]*(?: [!-~]+)*)?$/;

/**
 * The text of a cell as people see it: no unseen characters, plain spaces, and `="00123"` without
 * its wrapping.
 */
export const seenText = (cell: string): string => {
  if (PLAIN.test(cell)) return cell;
  const text = visibleText(cell);
  return withoutTextMark(/^="([^"]*)"$/.exec(text)?.[1]?.trim() ?? text);
};

/**
 * A redemption code as it is compared and kept: 8 to 20 of A–Z and 0–9, without hyphens and spaces.
 * Lower case and groups (`FAKE-QKQA-GARZ`) are the same code; words are none.
 */
export const readCode = (
  cell: string,
): { readonly code: string } | { readonly problem: CodeProblem } => {
  const text = outOfSentence(seenText(cell).replace(/^'/, '')).replace(DASHES, '-');
  if (/^[=+@]/.test(text) || /^-\d+[-+*/]/.test(text))
    return { problem: 'formula-instead-of-code' };
  const groups = text.split(/ ?- ?| /);
  const code = groups.join('').toUpperCase();
  if (!/^[A-Z0-9]+$/.test(code) || areWords(text, groups) || NO_CODE_WORDS.includes(code))
    return { problem: areSeveral(text) ? 'several-codes' : 'not-a-code' };
  if (code.length < SHORTEST) return { problem: 'code-too-short' };
  return code.length > LONGEST ? { problem: 'code-too-long' } : { code };
};

/** A code without the brackets, quotes or full stop that it had in a sentence; one that is cut (`…`) keeps them. */
const outOfSentence = (text: string): string =>
  /^[([{"“”«]?([A-Za-z0-9][A-Za-z0-9 \-‐‑‒–—−]*[A-Za-z0-9])[)\]}"“”»]?[.,;:!]?$/.exec(text)?.[1] ??
  text;

/** The lengths of codes that have been seen (apple.md §3.1). */
const LENGTHS = [12, 16];

/** Whether a text is several whole codes beside each other. */
const areSeveral = (text: string): boolean => {
  const parts = text.split(/[\s,;/|&+]+/).filter((part) => part !== '');
  return (
    parts.length > 1 &&
    parts.every((part) => LENGTHS.includes(part.length) && /\d/.test(part) && looksLikeCode(part))
  );
};

/**
 * The groups of a code are short and equal in length; words with spaces vary in length, or are
 * small letters without a digit.
 */
const areWords = (text: string, groups: readonly string[]): boolean => {
  if (groups.length === 1) return false;
  const [size = 0] = groups.slice(1).map(({ length }) => length);
  const uneven = groups.slice(1, -1).some(({ length }) => length !== size);
  const long = groups.some(({ length }) => length > 8 || length === 0);
  return uneven || long || (text.includes(' ') && !/\d/.test(text) && text !== text.toUpperCase());
};

/**
 * Whether a cell looks so much like a code that a column of them can be recognized without a
 * heading: capitals and digits, in one word or in groups of four to six.
 */
export const looksLikeCode = (cell: string): boolean => {
  const text = seenText(cell);
  return (
    /^(?:[A-Z0-9]{8,20}|[A-Z0-9]{4,6}(?:[- ][A-Z0-9]{4,6}){1,4})$/.test(text) &&
    'code' in readCode(text)
  );
};

/**
 * An address with a code in it: host and code. Addresses with a name before the host
 * (`apple.com@…`) are none.
 */
const CODE_LINK = /https?:\/\/([a-z0-9.-]+)(?::\d+)?\/[^\s"'<>#]*?[?&]code=([^&#\s"'<>]*)/i;

/** Hosts whose redemption links are read; a code in a foreign address is not trusted. */
const APPLE_HOST = /^(?:[a-z0-9-]+\.)*(?:apple|itunes)\.com$/i;

/** The `code=` of an Apple redemption link, as written there, or ''. */
export const codeTextOfLink = (link: string): string => {
  const [, host, code] = CODE_LINK.exec(link) ?? [];
  return host !== undefined && APPLE_HOST.test(host) ? (code ?? '') : '';
};

/**
 * Whether the link redeems an App Store Connect offer code, which is another thing than a volume
 * code.
 */
export const isOfferLink = (link: string): boolean =>
  /^\s*https?:\/\/[^\s]*[?&]ctx=offercodes\b/i.test(link);

/**
 * Whether a text may be a code or have one in it; words of eight letters or more cannot be told
 * from codes.
 */
export const mayHoldCode = (text: string): boolean => {
  const parts = seenText(text).split(/[\s,;:|()[\]"']+/);
  const hasCode = parts.some((part) => /\d/.test(part) && 'code' in readCode(part));
  return hasCode || 'code' in readCode(text) || codeTextOfLink(text) !== '';
};
