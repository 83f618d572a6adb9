import type { Day } from '#core/day/day.ts';
import type { EndedRow } from '#core/import/ended-rows.ts';
import { csvTable, saveTable } from '#ui/csv-table.ts';
import type { Texts } from '#ui/text.ts';
import type { Reasons } from './imported.ts';
import { whyEnded, type RowRecord } from './run-rows.ts';

/** An import as its rows are exported: its file, and what is known of them. */
export type RowsToSave = {
  readonly fileName: string;
  readonly rows: readonly EndedRow[];
  readonly records: ReadonlyMap<string, RowRecord>;
  readonly sentences: Reasons;
};

/** What became of each row as a csv file, a line for each. What stood in a row is not in it. */
export const rowsTable = (
  { fileName, rows, records, sentences }: RowsToSave,
  text: Pick<Texts, 'importRows' | 'language'>,
): Promise<string> => {
  const { heads, outcomes } = text.importRows;
  const recordOf = ({ parent }: EndedRow): RowRecord | undefined => records.get(parent);
  return csvTable<EndedRow>(
    [
      [heads.file, () => fileName],
      [heads.sheet, ({ sheet }) => sheet],
      [heads.row, ({ row }) => row],
      [heads.what, ({ outcome }) => outcomes[outcome]],
      [heads.why, (row) => whyEnded(row, sentences, recordOf(row))],
      [heads.record, (row) => recordOf(row)?.name ?? ''],
    ],
    rows,
    text.language,
  );
};

/** Hands what became of each row to the device as a file of the day. */
export const saveRows = async (
  given: RowsToSave,
  text: Pick<Texts, 'importRows' | 'language'>,
  today: Day,
): Promise<void> => saveTable(text.importRows.csvName, today, await rowsTable(given, text));
