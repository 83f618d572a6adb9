import type { Gap, Outline } from '#core/import/shelf.ts';
import type { SheetFile } from '#core/import/sheet.ts';

/** What of an outline says which cells are read. */
type Read = Pick<Outline, 'name' | 'headerRow'> & {
  readonly columns: readonly Pick<Outline['columns'][number], 'index' | 'field'>[];
};

/**
 * What a file lacks, whosever it is: answers that were cut off, rows behind an open quote, and cells
 * of its sheets that hold an error where something is read.
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
    const rows = (sheet?.rows ?? []).filter(
      ({ number, errors = [] }) => number > headerRow && errors.some((at) => places.has(at)),
    );
    if (rows.length > 0) gaps.push(errorsIn(name, rows));
  }
  return gaps;
};

/** So many rows are named. */
const NAMED = 5;

const errorsIn = (sheet: string, rows: readonly { readonly number: number }[]): Gap => ({
  code: 'cells-with-errors',
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
