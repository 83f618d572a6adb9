import type { Day } from '#core/day/day.ts';
import type { EndedRow } from '#core/import/ended-rows.ts';
import type { ImportRunData } from '#core/import/import-run.ts';
import { shownOutcome } from '#core/import/shown-outcome.ts';
import { csvTable, saveTable } from '#ui/csv-table.ts';
import type { Texts } from '#ui/text.ts';
import { cellLabel } from '../dry-run/cells-at-fault.ts';
import type { Reasons } from './imported.ts';
import { whyNotRead } from './not-read-words.ts';
import { placeOf, placeOfUnread, type RowPlace } from './row-place.ts';
import type { RowRecord } from './run-rows.ts';

/** An import as its rows are exported: its files, and what is known of them. */
export type RowsToSave = {
  readonly run: Pick<ImportRunData, 'fileName' | 'sheets' | 'notRead'>;
  readonly rows: readonly EndedRow[];
  readonly records: ReadonlyMap<string, RowRecord>;
  /** Why a row ended as it did, in words; '' where it has no reason. */
  readonly whyOf: (row: EndedRow) => string;
  /** Why files were not read. */
  readonly problems: Reasons;
};

type Words = Pick<Texts, 'import' | 'importRows' | 'format' | 'language'>;

/** A line of the table, cell by cell. */
type Line = RowPlace & {
  readonly row: number | '';
  readonly what: string;
  readonly why: string;
  readonly record: string;
};

/**
 * What became of each row as a csv file, a line for each, and then one for all else that was not
 * read. What stood in a row is not in it.
 */
export const rowsTable = (given: RowsToSave, text: Words): Promise<string> => {
  const { heads } = text.importRows;
  return csvTable<Line>(
    [
      [heads.file, ({ file }) => file],
      [heads.sheet, ({ sheet }) => sheet],
      [heads.row, ({ row }) => row],
      [heads.what, ({ what }) => what],
      [heads.why, ({ why }) => why],
      [heads.record, ({ record }) => record],
    ],
    linesOf(given, text),
    text.language,
  );
};

function* linesOf(
  { run, rows, records, whyOf, problems }: RowsToSave,
  text: Words,
): Generator<Line> {
  for (const row of rows) {
    const record = records.get(row.parent);
    yield {
      ...placeOf(row.sheet, run),
      row: row.row,
      what: text.importRows.outcomes[shownOutcome(row)],
      why: withCell(row, whyOf(row), text),
      record: record?.name ?? '',
    };
  }
  for (const one of run.notRead ?? [])
    yield {
      ...placeOfUnread(one, run),
      row: '',
      what: text.importRows.notRead.title,
      why: whyNotRead(one, problems, text, true),
      record: '',
    };
}

/** Why a row ended as it did, and in which cell that is. */
const withCell = ({ row, cell }: EndedRow, why: string, text: Words): string =>
  cell === undefined ? why : `${why} (${cellLabel(row, cell, text)})`;

/** Hands what became of each row to the device as a file of the day. */
export const saveRows = async (given: RowsToSave, text: Words, today: Day): Promise<void> =>
  saveTable(text.importRows.csvName, today, await rowsTable(given, text));
