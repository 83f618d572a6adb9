import type { Gap, Outline } from '#core/import/shelf.ts';
import type { SheetFile } from '#core/import/sheet.ts';
import { columnLetter } from '#core/import/tables/column-letter.ts';

/** What of an outline says which cells are read. */
type Read = Pick<Outline, 'name' | 'headerRow'> & { readonly columns: readonly Column[] };

type Column = Pick<Outline['columns'][number], 'index' | 'field'>;

/**
 * What a file lacks, whosever it is: answers that were cut off, rows behind an open quote, and cells
 * of its sheets that hold an error where something is read. And what is read that nobody sees who
 * has the sheet open: hidden rows and columns.
 */
export const gapsIn = (
  { cut = [], openQuote, sheets }: SheetFile,
  read: readonly Read[],
): Gap[] => {
  const gaps = cut.map((name): Gap => ({ code: 'cut-off', params: { name } }));
  if (openQuote !== undefined) gaps.push({ code: 'open-quote', params: { row: openQuote } });
  for (const { name, headerRow, columns } of read) {
    const places = new Set(columns.flatMap(({ field, index }) => (field === '' ? [] : [index])));
    const [sheet] = sheets.filter((one) => one.name === name);
    const below = (sheet?.rows ?? []).filter(({ number }) => number > headerRow);
    const rows = below.filter(({ errors = [] }) => errors.some((at) => places.has(at)));
    if (rows.length > 0) gaps.push(rowsNamed('cells-with-errors', name, rows));
    const hidden = below.filter(({ isHidden }) => isHidden === true);
    if (hidden.length > 0) gaps.push(rowsNamed('hidden-rows', name, hidden));
    const unseen = columnsUnseen(columns, sheet?.hiddenColumns ?? []);
    if (unseen.length > 0)
      gaps.push({
        code: 'hidden-columns',
        params: { sheet: name, columns: unseen.join(', '), count: unseen.length },
      });
  }
  return gaps;
};

/** So many rows are named. */
const NAMED = 5;

const rowsNamed = (
  code: 'cells-with-errors' | 'hidden-rows',
  sheet: string,
  rows: readonly { readonly number: number }[],
): Gap => ({
  code,
  params: {
    sheet,
    rows: rows
      .slice(0, NAMED)
      .map(({ number }) => number)
      .join(', '),
    count: rows.length,
    more: Math.max(0, rows.length - NAMED),
  },
});

/** The letters of columns that are read and hidden. */
const columnsUnseen = (columns: readonly Column[], hidden: readonly number[]): string[] =>
  columns
    .filter(({ field, index }) => field !== '' && hidden.includes(index))
    .map(({ index }) => columnLetter(index));
