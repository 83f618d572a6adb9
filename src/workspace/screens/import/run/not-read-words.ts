import type { NotRead } from '#core/import/import-run.ts';
import { sentenceFor } from '#core/language/sentence.ts';
import { ownEntry } from '#core/own-entry.ts';
import { shownText } from '#core/text/foreign-text.ts';
import type { Texts } from '#ui/text.ts';
import type { Reasons } from './imported.ts';

type Words = Pick<Texts, 'import' | 'importRows' | 'format'>;

/** Columns that are named where there is little room; the rest is counted. */
const FEW = 5;

/**
 * Why something was not read, in a sentence; `problems` is what is said of whole files. In a table
 * there is room for all columns whose headings are kept.
 */
export const whyNotRead = (
  one: NotRead,
  problems: Reasons,
  text: Words,
  inTable = false,
): string => {
  const { what, why, params = {} } = one;
  const { import: words, importRows } = text;
  const { notRead } = importRows;
  if (what === 'columns') return columnWords(one, inTable ? Infinity : FEW, text);
  if (what === 'sheet') return ownEntry<string>(notRead.sheet, why) ?? notRead.other;
  const sentences: Reasons = what === 'part' ? words.gaps : { ...problems, ...words.problems };
  const said = sentenceFor(sentences, { code: why, params: plain(params) });
  return shownText(said ?? notRead.other);
};

const columnWords = (
  { columns = [], more = 0, cells = 0 }: NotRead,
  most: number,
  { import: words, importRows: { notRead }, format }: Words,
): string => {
  const named = columns
    .slice(0, most)
    .map(({ at, heading }) => heading || words.columnNumber(at + 1));
  const others = columns.length - named.length + more;
  const names = format.list(others > 0 ? [...named, notRead.moreColumns(others)] : named);
  return shownText(notRead.columnsOf(names, cells));
};

/** What another version kept may be of any kind. */
const plain = (
  params: Readonly<Record<string, unknown>>,
): Readonly<Record<string, string | number>> =>
  Object.fromEntries(
    Object.entries(params).flatMap(([name, value]) =>
      typeof value === 'string' || typeof value === 'number' ? [[name, value] as const] : [],
    ),
  );

/** `1 fil, 2 blad och 3 kolumner`: how much was not read. */
export const howMuchNotRead = (
  all: readonly NotRead[],
  { importRows: { notRead }, format }: Words,
): string => {
  const of = (what: string): readonly NotRead[] => all.filter((one) => one.what === what);
  const columns = of('columns').reduce(
    (sum, { columns: named = [], more = 0 }) => sum + named.length + more,
    0,
  );
  const counts = [
    [of('file').length, notRead.files],
    [of('sheet').length, notRead.sheets],
    [of('part').length, notRead.parts],
    [columns, notRead.columns],
  ] as const;
  return format.list(counts.flatMap(([count, say]) => (count > 0 ? [say(count)] : [])));
};
