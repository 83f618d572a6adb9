import { refuse, ok, type Problem, type Result } from '../../result.ts';
import type { SavedDocument, SheetFile } from '../../sheet.ts';
import { readGraphList } from '../graph-lists.ts';
import {
  applyLicenceMapping,
  cellText,
  licenceMappingKey,
  licenceTable,
  mapLicenceColumn,
  type LicenceTable,
} from '../licence-columns.ts';
import type { LicenceField } from '../licence-headings.ts';
import { readLicenceRows } from '../licence-rows.ts';
import { readSavedPage, type SavedPage } from '../saved-page.ts';
import { savedSet } from '../saved-set.ts';
import { rowsOfApps, rowsOfPage } from './list-pages.ts';
import type { ListKind, ListOutline, ListRow } from './list-values.ts';

/** A sheet with columns, or a document that says itself what it holds. */
export type ShelvedList =
  | { readonly is: 'table'; readonly table: LicenceTable }
  | { readonly is: 'rows'; readonly name: string; readonly kind: ListKind; readonly rows: readonly ListRow[] };

/** The lists of a file, or of several files that were chosen together. */
export type ListShelf = {
  readonly lists: readonly ShelvedList[];
  /** Libraries (`uId`) of which every page of assignments is here: what it no longer names is free. */
  readonly whole: readonly string[];
};

/** The lists with headings that are known; a column that was guessed asks first. Refused with `no-licences`. */
export const shelveTables = ({ sheets }: Pick<SheetFile, 'sheets'>): Result<ListShelf> => {
  const tables = sheets.flatMap((sheet) => licenceTable(sheet) ?? []).filter(({ rows }) => rows.length > 0);
  if (tables.length === 0) return refuse('no-licences');
  return ok({ lists: tables.map((table) => ({ is: 'table', table })), whole: [] });
};

/**
 * Saved pages of the Apps and Books API and lists of Microsoft Graph (B7, B9). One that is none of them, or an error that
 * was saved in its place, refuses them all and names the file: half of a set must not look like the whole.
 */
export const shelveDocuments = (documents: readonly SavedDocument[]): Result<ListShelf> => {
  const pages: SavedPage[] = [];
  const lists: ShelvedList[] = [];
  for (const { name, body } of documents) {
    const page = readSavedPage(body);
    if (page.ok) {
      pages.push(page.value);
      lists.push({ is: 'rows', name, kind: KIND_OF[page.value.kind], rows: rowsOfPage(page.value, name) });
      continue;
    }
    const read = page.problem.code === 'not-a-saved-page' ? listOfGraph(name, body) : page;
    if (!read.ok) return inFile(read.problem, name);
    lists.push(read.value);
  }
  const { sets, uIds } = savedSet(pages);
  const isWhole = sets.some(({ kind, isWhole: all }) => kind === 'assignments' && all);
  return ok({ lists, whole: isWhole && uIds.length === 1 ? uIds : [] });
};

const KIND_OF = { assets: 'apps', assignments: 'assignments', users: 'users', 'client-config': 'location' } as const;

const listOfGraph = (name: string, body: unknown): Result<ShelvedList> => {
  const list = readGraphList(body);
  if (!list.ok) return list;
  if (list.value.kind === 'tokens') return refuse('lists-tokens');
  return ok({ is: 'rows', name, kind: 'apps', rows: rowsOfApps(list.value, name) });
};

const inFile = (problem: Problem, name: string): { readonly ok: false; readonly problem: Problem } => ({
  ok: false,
  problem: {
    ...problem,
    code: `saved-${problem.code}`,
    params: { ...problem.params, name, ...(problem.field === undefined ? {} : { at: problem.field }) },
  },
});

/** Gives columns other meanings, one mapping for each list; what was remembered asks no more. */
export const mapLists = (
  { lists, whole }: ListShelf,
  mappings: readonly (
    | { readonly index: number; readonly field: string }
    | { readonly remembered: Readonly<Record<string, string>> }
    | undefined
  )[],
): ListShelf => ({
  whole,
  lists: lists.map((list, at) => {
    const mapping = mappings[at];
    if (list.is === 'rows' || mapping === undefined) return list;
    if ('remembered' in mapping)
      return { ...list, table: applyLicenceMapping(list.table, inOrder(list.table, mapping.remembered)) };
    const table = mapLicenceColumn(list.table, mapping.index, mapping.field as LicenceField | '');
    return { ...list, table: { ...table, needsMapping: false } };
  }),
});

/** A column that was not remembered keeps what it was taken for. */
const inOrder = ({ columns }: LicenceTable, remembered: Readonly<Record<string, string>>): string[] =>
  columns.map(({ index, field }) => remembered[String(index)] ?? field);

/** What the lists are, to be shown. */
export const outlinesOf = ({ lists }: ListShelf): ListOutline[] => lists.map(outlineOf);

const outlineOf = (list: ShelvedList): ListOutline => {
  if (list.is === 'rows')
    return {
      name: list.name,
      kind: list.kind,
      headerRow: 0,
      needsMapping: false,
      columns: [],
      rowCount: list.rows.length,
    };
  const { sheet, headerRow, needsMapping, columns, rows } = list.table;
  const shown = columns.map(({ index, heading, field }) => {
    const cells = rows.map((row) => cellText(row, index)).filter((text) => text !== '');
    return { index, heading, field, filled: cells.length, sample: cells[0] ?? '', secret: false as const };
  });
  return { name: sheet, kind: 'apps', headerRow, needsMapping, columns: shown, rowCount: rows.length };
};

/** What the columns of a list are remembered by, and how they are mapped now (B9). */
export const listMapping = ({
  columns,
}: Pick<ListOutline, 'columns'>): { readonly key: string; readonly mapping: Readonly<Record<string, string>> } => ({
  key: licenceMappingKey({ columns }),
  mapping: Object.fromEntries(columns.map(({ index, field }) => [String(index), field])),
});

/** Every row of the lists, in their order. */
export const rowsOfLists = ({ lists }: ListShelf): ListRow[] => {
  const tables = lists.flatMap((list) => (list.is === 'table' ? [list.table] : []));
  const read = readLicenceRows(tables).map((row): ListRow => {
    if (row.outcome === 'unreadable') return row;
    const { sheet, line, notes } = row;
    return { outcome: 'value', sheet, row: row.row, locationId: '', notes, is: 'app', line, facts: {} };
  });
  return [...read, ...lists.flatMap((list) => (list.is === 'rows' ? list.rows : []))];
};
