import { rowsThatEnded, type EndedRow } from '#core/import/ended-rows.ts';
import { importState, type ImportRun, type ImportRunData } from '#core/import/import-run.ts';
import { isLegible } from '#data/records/read-record.ts';
import type { Records } from '#data/records/records.ts';
import { inChunks } from '#data/records/in-chunks.ts';
import type { Texts } from '#ui/text.ts';
import { sentenceFor } from '#core/language/sentence.ts';
import type { RowTold } from '../rows-told.ts';
import type { Reasons } from './imported.ts';
import type { tellingOf } from './telling.ts';

/** A record that a row led to, as it is here now. */
export type RowRecord = {
  readonly name: string;
  /** What is worth knowing of it beside that, as a sum. */
  readonly about: string;
  readonly href: string | undefined;
  readonly isTrashed: boolean;
};

/** What became of each row; of an older import, the rows that it kept: those it could not read. */
export const rowsOf = (data: ImportRunData): readonly EndedRow[] =>
  withTheRepeated(rowsThatEnded(data)) ??
  data.unreadable.map(({ row, sheet, reason }) => ({
    sheet,
    row,
    outcome: 'unreadable',
    why: reason,
    parent: '',
  }));

/** A row that repeats another one leads where that one did. */
const withTheRepeated = (
  rows: readonly EndedRow[] | undefined,
): readonly EndedRow[] | undefined => {
  const placeOf = ({ sheet, row }: Pick<EndedRow, 'sheet' | 'row'>): string => `${row} ${sheet}`;
  const parents = new Map(rows?.map((row) => [placeOf(row), row.parent]));
  return rows?.map((row) =>
    row.parent !== '' || row.of === undefined
      ? row
      : { ...row, parent: parents.get(placeOf(row.of)) ?? '' },
  );
};

/** The records that rows led to, by id: those that are still here. */
export type RowRecords = (rows: readonly EndedRow[]) => Promise<ReadonlyMap<string, RowRecord>>;

/** Finds those records, as the programmes tell of them. */
export const recordsOfRows = async (
  rows: readonly EndedRow[],
  records: Pick<Records, 'many'>,
  telling: ReturnType<typeof tellingOf>,
  text: Texts,
): Promise<ReadonlyMap<string, RowRecord>> => {
  const ids = [...new Set(rows.map(({ parent }) => parent))].filter((id) => id !== '');
  const found = new Map<string, RowRecord>();
  await inChunks(ids, {}, async (chunk) => {
    const here = [...(await records.many(chunk)).values()];
    const above = await records.many(
      [...new Set(here.map(({ parent }) => parent))].filter((id) => id !== ''),
    );
    for (const record of here)
      found.set(record.id, {
        name: isLegible(record) ? telling.name(record, text, above.get(record.parent)) : '',
        about: telling.about(record, text),
        href: telling.href(record),
        isTrashed: record.trashedOn !== '',
      });
  });
  return found;
};

/** Tells of a row whether what it wrote is no longer here, since its import was undone. */
export const takenBackIn = (run: ImportRun): ((row: EndedRow) => boolean) => {
  if (importState(run) !== 'undone') return () => false;
  const stayed = new Set(run.data.kept.map(({ id }) => id));
  return ({ outcome, parent }) =>
    (outcome === 'new' || outcome === 'changed') && !stayed.has(parent);
};

/** Why a row ended as it did; '' where it has no reason. */
export const whyEnded = (
  { sheet, why, of }: EndedRow,
  sentences: Reasons,
  record: RowRecord | undefined,
  told?: RowTold,
): string => {
  if (why === '') return '';
  const params = {
    ...(of === undefined ? {} : { row: of.row, sheet: of.sheet === sheet ? '' : of.sheet }),
    ...(record === undefined ? {} : { name: record.name }),
    ...told?.params,
  };
  return sentenceFor(sentences, { code: why, params }) ?? '';
};
