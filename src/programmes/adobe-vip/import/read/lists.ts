import type { Answers, Question } from '#core/import/file-question.ts';
import type { Mapping } from '#core/import/mapping.ts';
import type { HiddenColumns } from '#core/import/shelf.ts';
import type { SavedDocument, Sheet } from '#core/import/sheet.ts';
import { askedOfColumns } from '#core/import/tables/meant-twice.ts';
import { shownColumn } from '#core/import/tables/table-columns.ts';
import { isOpenAcquisitions, readOpenAcquisitions } from './open-acquisitions.ts';
import { guessedVipTable } from './guessed.ts';
import { mapVipTable, peopleOfAdobe, tableLike, vipTable } from './columns.ts';
import type { VipListKind } from './fields.ts';
import { readVipRows, vipQuestions } from './rows.ts';
import type { VipTable } from './table.ts';
import { likelyVipTable, vipTableAs } from './table-as.ts';
import type { VipOutline, VipRow } from './values.ts';

/**
 * The lists of a file: sheets with columns, and saved answers that say themselves what they hold.
 */
export type VipShelf = {
  readonly tables: readonly VipTable[];
  readonly answers: readonly { readonly name: string; readonly rows: readonly VipRow[] }[];
};

/**
 * The lists of a file whose headings are known, or undefined when no sheet has any. `isHere`: where
 * such lists are managed, people with products of Adobe's are one of them.
 */
export const shelveVip = (sheets: readonly Sheet[], isHere: boolean): VipShelf | undefined =>
  shelfOf(sheets, (sheet) => vipTable(sheet) ?? (isHere ? peopleOfAdobe(sheet) : undefined));

/** The lists that only their content tells, or undefined. */
export const shelveGuessedVip = (sheets: readonly Sheet[]): VipShelf | undefined =>
  shelfOf(sheets, guessedVipTable);

/**
 * The lists in a file that nothing identifies: each as the kind of list that shares most of its
 * headings, to be reviewed by the user first.
 */
export const shelveLikelyVip = (
  sheets: readonly Sheet[],
  hidden: HiddenColumns,
): VipShelf | undefined =>
  shelfOf(sheets, (sheet) => likelyVipTable(sheet, hidden.get(sheet.name)));

/**
 * The lists in a file after the user says what one sheet is. Lists that were recognized stay as
 * they are; if the file was taken for something else, lists recognized by their headings come
 * along.
 */
export const shelveVipAs = (
  sheets: readonly Sheet[],
  { sheet, kind }: { readonly sheet: string; readonly kind: VipListKind },
  before: VipShelf | undefined,
  hidden: HiddenColumns,
): VipShelf => ({
  tables: sheets.flatMap((tabled) => {
    const there = before?.tables.find((table) => table.sheet === tabled.name);
    const read =
      tabled.name === sheet
        ? vipTableAs(tabled, kind, hidden.get(sheet) ?? there?.hidden)
        : undefined;
    return read ?? there ?? (before === undefined ? (vipTable(tabled) ?? []) : []);
  }),
  answers: before?.answers ?? [],
});

/** What is read of each sheet, and each sheet that has the headings of one that is read. */
const shelfOf = (
  sheets: readonly Sheet[],
  read: (sheet: Sheet) => VipTable | undefined,
): VipShelf | undefined => {
  const found = sheets.map((sheet) => filled(read(sheet)));
  const known = found.filter((table) => table !== undefined);
  if (known.length === 0) return undefined;
  const tables = sheets.flatMap((sheet, at) => found[at] ?? filled(tableLike(sheet, known)) ?? []);
  return { tables, answers: [] };
};

const filled = (table: VipTable | undefined): VipTable | undefined =>
  table === undefined || table.rows.length === 0 ? undefined : table;

/** Saved answers of the Marketplace, or undefined when one is none of them. */
export const shelveVipAnswers = (documents: readonly SavedDocument[]): VipShelf | undefined => {
  if (documents.length === 0 || !documents.every(({ body }) => isOpenAcquisitions(body)))
    return undefined;
  const answers = documents.flatMap(({ name, body }) => {
    const rows = readOpenAcquisitions(body, name);
    return rows.ok ? [{ name, rows: rows.value }] : [];
  });
  return { tables: [], answers };
};

/** Gives columns other meanings, one mapping for each list; what was remembered asks no more. */
export const mapVipLists = (shelf: VipShelf, mappings: readonly Mapping[]): VipShelf => ({
  ...shelf,
  tables: shelf.tables.map((table, at) => {
    const mapping = mappings[at];
    return mapping === undefined ? table : mapVipTable(table, mapping);
  }),
});

/** What the lists are, to be shown. */
export const vipOutlines = ({ tables, answers }: VipShelf): VipOutline[] => [
  ...tables.map(
    ({ sheet, kind, headerRow, needsMapping, doubt, twice, columns, rows, hidden }) => ({
      name: sheet,
      kind,
      headerRow,
      doubt,
      ...askedOfColumns(needsMapping, doubt === undefined ? twice : undefined),
      rowCount: rows.length,
      columns: columns.map((column) => shownColumn(column, rows, hidden)),
    }),
  ),
  ...answers.map(({ name, rows }) => ({
    name,
    kind: 'authorizations' as const,
    headerRow: 0,
    needsMapping: false,
    columns: [],
    rowCount: rows.length,
  })),
];

/** What is unclear in the lists. */
export const questionsOfVip = ({ tables }: VipShelf): Question[] => vipQuestions(tables);

/** Every row of the lists, in their order. */
export function* rowsOfVip(
  { tables, answers: saved }: VipShelf,
  answers: Answers,
): Generator<VipRow, void, void> {
  yield* readVipRows(tables, answers);
  for (const { rows } of saved) yield* rows;
}
