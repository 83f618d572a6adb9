import type { RowCell } from '#core/import/import-run.ts';
import { shownOutcome } from '#core/import/shown-outcome.ts';
import { columnLetter } from '#core/import/tables/column-letter.ts';
import { ownEntry } from '#core/own-entry.ts';
import { foreignText, shownText } from '#core/text/foreign-text.ts';
import type { AnyOutline } from '#programmes/imports.ts';
import type { Texts } from '#ui/text.ts';
import type { Importing, Line } from '../importing.ts';

/** A cell that keeps its row out: its heading and place, and what stands in it where that is known. */
export type CellAtFault = { readonly label: string; readonly value: string };

type Sheet = Pick<AnyOutline, 'columns'>;
type By = Pick<Importing, 'reasonFields'>;

/** A cell by its heading, and its place as a spreadsheet calls it: `Amount, cell D3`. */
export const cellLabel = (
  row: number,
  { at, heading }: RowCell,
  { import: words }: Pick<Texts, 'import'>,
): string => words.cellAt(foreignText(heading), `${columnLetter(at)}${row}`);

/** What stands in a cell, where its reason tells that there is nothing. */
export const emptyCell = (why: string, { import: words }: Pick<Texts, 'import'>): string =>
  why.endsWith('-missing') ? words.emptyColumn : '';

/**
 * The cells that keep a row out; none of a row that is taken, and of a reason that is about no cell.
 */
export const cellsAtFault = (
  row: Line,
  by: By,
  sheet: Sheet | undefined,
  text: Pick<Texts, 'import'>,
): readonly CellAtFault[] => {
  const found = columnsAtFault(row, by, sheet);
  const written = found.length === 1 ? row.why?.params?.['written'] : undefined;
  const shown = typeof written === 'string' ? shownText(written) : '';
  return found.map(({ heading, index }) => ({
    label: cellLabel(row.row, { at: index, heading }, text),
    value: emptyCell(row.why?.code ?? '', text) || shown,
  }));
};

/** The columns of those cells. */
export const columnsAtFault = (
  row: Line,
  by: By,
  sheet: Sheet | undefined,
): readonly AnyOutline['columns'][number][] => {
  if (shownOutcome(row) !== 'unreadable') return [];
  const fields = fieldsAtFault(row, by);
  const columns: readonly AnyOutline['columns'][number][] = sheet?.columns ?? [];
  return columns.filter(({ field }) => fields.includes(field));
};

/** What the reason of a row names as its field, else the fields that it is always about. */
const fieldsAtFault = ({ why }: Line, { reasonFields = {} }: By): readonly string[] => {
  const field = why?.params?.['field'];
  return typeof field === 'string' ? [field] : (ownEntry(reasonFields, why?.code ?? '') ?? []);
};
