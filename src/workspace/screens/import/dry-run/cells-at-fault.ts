import { shownOutcome } from '#core/import/shown-outcome.ts';
import { columnLetter } from '#core/import/tables/column-letter.ts';
import { ownEntry } from '#core/own-entry.ts';
import { foreignText, shownText } from '#core/text/foreign-text.ts';
import type { AnyOutline } from '#programmes/imports.ts';
import type { Texts } from '#ui/text.ts';
import type { Importing, Line } from '../importing.ts';

/** A cell that keeps its row out: its heading and place, and what stands in it where that is known. */
export type CellAtFault = { readonly label: string; readonly value: string };

/**
 * The cells that keep a row out, as a spreadsheet calls them (`D3`); none of a row that is taken, and
 * of a reason that is about no cell.
 */
export const cellsAtFault = (
  row: Line,
  by: Pick<Importing, 'reasonFields'>,
  sheet: Pick<AnyOutline, 'columns'> | undefined,
  { import: words }: Pick<Texts, 'import'>,
): readonly CellAtFault[] => {
  if (shownOutcome(row) !== 'unreadable' || row.why === undefined) return [];
  const { code, params = {} } = row.why;
  const fields = fieldsAtFault(row, by);
  const columns: readonly AnyOutline['columns'][number][] = sheet?.columns ?? [];
  const found = columns.filter(({ field }) => fields.includes(field));
  const written = typeof params['written'] === 'string' ? params['written'] : '';
  return found.map(({ heading, index }) => ({
    label: words.cellAt(foreignText(heading), `${columnLetter(index)}${row.row}`),
    value: code.endsWith('-missing')
      ? words.emptyColumn
      : found.length === 1
        ? shownText(written)
        : '',
  }));
};

/** What the reason of a row names as its field, else the fields that it is always about. */
const fieldsAtFault = (
  { why }: Line,
  { reasonFields = {} }: Pick<Importing, 'reasonFields'>,
): readonly string[] => {
  const field = why?.params?.['field'];
  return typeof field === 'string' ? [field] : (ownEntry(reasonFields, why?.code ?? '') ?? []);
};
