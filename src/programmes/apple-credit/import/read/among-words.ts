import type { Sheet, SheetRow } from '#core/import/sheet.ts';
import { looksLikeCode, seenText } from './code-text.ts';

/** Codes in a sentence are as long as those that have been seen: shorter ones may be anything. */
const SHORTEST = 12;

/** A line of text with the code that stands in it, '' for none, and the words around it. */
type Line = { readonly number: number; readonly code: string; readonly words: string };

/**
 * A text in which codes stand among words, such as `Code 1: …` in a mail, as a sheet: the codes, and
 * the words of their lines beside them. Undefined where the text has none, does not speak of codes,
 * or is a table.
 */
export const codesAmongWords = (sheet: Sheet): Sheet | undefined => {
  if (isTable(sheet.rows)) return undefined;
  const lines = sheet.rows.map(lineOf);
  const known = lines.filter((line) => line !== undefined);
  const codes = known.filter(({ code }) => code !== '');
  const lengths = new Set(codes.map(({ code }) => code.replaceAll('-', '').length));
  if (codes.length === 0 || lengths.size > 1 || known.length < lines.length) return undefined;
  if (!known.some(({ words }) => speaksOfCodes(words))) return undefined;
  const first = known.findIndex(({ code }) => code !== '');
  const rows = known.map(({ number, code, words }, at) => ({
    number,
    cells: code === '' && at > first && mayBeDamaged(words) ? [words] : [code, words],
  }));
  return { ...sheet, rows };
};

/** Commas part sentences as they part cells, but not one line after the other in the same number. */
const isTable = (rows: readonly SheetRow[]): boolean => {
  const several = rows.map(({ cells }) => cells.length).filter((width) => width > 1);
  return several.some(
    (width) => several.filter((other) => other === width).length * 2 > rows.length,
  );
};

/** Undefined where it has several codes, or a code in a cell of its own beside others. */
const lineOf = ({ number, cells }: SheetRow): Line | undefined => {
  if (cells.length > 1 && cells.some((cell) => looksLikeCode(cell))) return undefined;
  const line = seenText(cells.join(','));
  const codes = line
    .split(/[\s,;:()[\]<>"'”]+/)
    .map((word) => word.replace(/[.!?]$/, ''))
    .filter(isCode);
  const [code = ''] = codes;
  if (codes.length > 1) return undefined;
  const words = code === '' ? line : line.split(code).map(trimmed).filter(Boolean).join(' ');
  return { number, code, words };
};

const isCode = (word: string): boolean =>
  word.replaceAll('-', '').length >= SHORTEST &&
  /[A-Z]/.test(word) &&
  /\d/.test(word) &&
  looksLikeCode(word);

/** Without what stood between it and the code. */
const trimmed = (words: string): string =>
  /[^\s,;:.()[\]<>-](?:.*[^\s,;:.()[\]<>-])?/.exec(words)?.[0] ?? '';

const speaksOfCodes = (words: string): boolean => /kod|code|c[oó]dig|koodi/i.test(words);

/**
 * Whether a line without a code may have lost it: it speaks of one, or has capitals with figures or
 * nothing else. A greeting has not, and is no row.
 */
const mayBeDamaged = (words: string): boolean =>
  speaksOfCodes(words) || /^[A-Z\d-]+$/.test(words) || words.split(/[^A-Z\d-]+/).some(isPart);

const isPart = (word: string): boolean => word.length >= 4 && /[A-Z]/.test(word) && /\d/.test(word);
