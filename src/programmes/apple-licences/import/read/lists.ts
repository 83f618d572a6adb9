import { refuse, ok, type Problem, type Result } from '#core/result.ts';
import type { Instant } from '#core/day/instant.ts';
import type { Mapping } from '#core/import/mapping.ts';
import type { Gap, HiddenColumns } from '#core/import/shelf.ts';
import type { SavedDocument, Sheet, SheetFile } from '#core/import/sheet.ts';
import { isOfGraph, readGraphList, type GraphList, type GraphProblem } from './graph-lists.ts';
import { appIdsIn, rowsOfGraph, type AppIds } from './graph-rows.ts';
import { installTable, isPerApp, mapInstallTable, type InstallTable } from './install-columns.ts';
import { readInstallRows, type InstallRow } from './install-rows.ts';
import { licenceTable, mapLicenceTable } from './columns.ts';
import { readJamfContent } from './jamf-content.ts';
import { readLicenceRows, type LicenceRow } from './rows.ts';
import { holdingTable, mapHoldingTable, type HoldingTable } from './people/holding-columns.ts';
import { readHoldingRows, type HoldingRow } from './people/holding-rows.ts';
import { mapPersonTable, personTable, type PersonTable } from './people/person-columns.ts';
import { readPersonRows, type PersonRow } from './people/person-rows.ts';
import type { ListAs } from './reads-as.ts';
import { listAs, type ShelvedTable } from './list-as.ts';
import { readSavedPage, type SavedPage, type SavedPageProblem } from './saved-page.ts';
import { savedSet, type PageSet } from './saved-set.ts';
import { once } from '#core/import/reader.ts';
import { calledIn, standsIn } from '#core/import/tables/row-stands.ts';
import { askedOfColumns } from '#core/import/tables/meant-twice.ts';
import { shownColumn, type TableColumn } from '#core/import/tables/table-columns.ts';
import { rowsOfPage } from './saved-rows.ts';
import { tokenSheet, type TokenSheet } from './tokens/token-table.ts';
import type {
  ListColumn,
  ListKind,
  ListOutline,
  ListRow,
  ListValue,
  SavedFrom,
  UnreadableListRow,
} from './values.ts';

/** A sheet with columns, or a document that says itself what it holds. */
export type ShelvedList =
  | ShelvedTable
  | {
      readonly is: 'rows';
      readonly name: string;
      readonly kind: ListKind;
      readonly from: SavedFrom;
      readonly rows: readonly ListRow[];
      /** Of a sheet that says itself what it holds: where its headings are, and what is not read. */
      readonly sheet?: Pick<TokenSheet, 'headerRow' | 'unread'>;
    };

/** The lists of a file, or of several files that were chosen together. */
export type ListShelf = {
  readonly lists: readonly ShelvedList[];
  /**
   * Libraries (`uId`) with every page of assignments in the file: licences not named there are
   * free.
   */
  readonly whole: readonly string[];
};

/** Why lists of a sheet are not read. */
export type TablesProblem = Problem<'no-licences' | 'installs-per-app'>;

/** Why saved answers are not read; the file is named. */
export type DocumentsProblem = Problem<`saved-${InFile['code']}`>;

type InFile =
  | Problem<Exclude<SavedPageProblem['code'], 'not-a-saved-page'>>
  | GraphProblem
  | Problem<'several-apps'>;

/**
 * The lists with headings that are known; a column that was guessed asks first. Refused with
 * `no-licences`, or with what it is instead: installations that are only counted.
 */
export const shelveTables = ({
  sheets,
}: Pick<SheetFile, 'sheets'>): Result<ListShelf, TablesProblem> => {
  const lists = sheets
    .flatMap((sheet): ShelvedList[] => {
      const tokens = tokensOn(sheet);
      const list = tokens ?? listOf(sheet);
      return list === undefined ? [] : [list];
    })
    .filter((list) => rowCountOf(list) > 0);
  if (lists.length > 0) return ok({ lists, whole: [] });
  return refuse(sheets.some(isPerApp) ? 'installs-per-app' : 'no-licences');
};

/** A list of Intune's tokens, which says itself what it holds, as saved answers do. */
const tokensOn = (sheet: Sheet): ShelvedList | undefined => {
  const tokens = tokenSheet(sheet);
  if (tokens === undefined) return undefined;
  const { rows, ...rest } = tokens;
  return { is: 'rows', name: sheet.name, kind: 'tokens', from: 'intune', rows, sheet: rest };
};

const rowCountOf = (list: ShelvedList): number =>
  list.is === 'rows' ? list.rows.length : list.table.rows.length;

/**
 * The lists of a file after someone says what one sheet is. Those that were there stay as they are;
 * if the file was taken for something else, those that their headings name come along. Undefined
 * where the sheet holds nothing.
 */
export const shelveListsAs = (
  sheets: readonly Sheet[],
  { sheet, as }: { readonly sheet: string; readonly as: ListAs },
  before: ListShelf | undefined,
  hidden: HiddenColumns,
): ListShelf | undefined => {
  const lists = sheets.flatMap((one) => {
    const known = before?.lists.find((list) => nameOf(list) === one.name);
    if (one.name !== sheet) return known ?? (before === undefined ? (clearListOf(one) ?? []) : []);
    const there = known?.is === 'rows' ? undefined : known?.table.hidden;
    return listAs(one, as, hidden.get(sheet) ?? there ?? []) ?? known ?? [];
  });
  const isThere = lists.some((list) => nameOf(list) === sheet);
  return isThere ? { lists, whole: [] } : undefined;
};

/** The lists without what may be codes in their columns being shown, where those mean nothing here. */
export const withHidden = ({ lists, whole }: ListShelf, hidden: HiddenColumns): ListShelf => ({
  whole,
  lists: lists.map((list) => {
    const columns = hidden.get(nameOf(list)) ?? [];
    return columns.length === 0 || list.is === 'rows' ? list : hiddenFrom(list, columns);
  }),
});

const hiddenFrom = <List extends ShelvedTable>(list: List, hidden: readonly number[]): List => ({
  ...list,
  table: { ...list.table, hidden },
});

const nameOf = (list: ShelvedList): string => (list.is === 'rows' ? list.name : list.table.sheet);

const clearListOf = (sheet: Sheet): ShelvedList | undefined => {
  const tokens = tokensOn(sheet);
  if (tokens !== undefined) return tokens;
  const list = listOf(sheet);
  return list === undefined || isGuessed(list) || list.table.rows.length === 0 ? undefined : list;
};

/** Whether its headings alone do not say that it is such a list. */
export const isGuessed = (list: ShelvedList): boolean =>
  (list.is === 'table' && list.table.needsMapping) ||
  (list.is === 'people' && list.table.isLikely === true);

/**
 * What installations say comes first: such a list may name the app as well, one of apps names no
 * device. One that names people beside apps says who has them, and what is found by its look alone
 * comes last: the numbers of people look like those of apps.
 */
const listOf = (sheet: Sheet): ShelvedTable | undefined => {
  const installs = installTable(sheet);
  if (installs !== undefined) return { is: 'installs', table: installs };
  const holdings = holdingTable(sheet);
  if (holdings !== undefined) return { is: 'holdings', table: holdings };
  const table = licenceTable(sheet);
  const people = table?.needsMapping === false ? undefined : personTable(sheet);
  if (people !== undefined) return { is: 'people', table: people };
  return table === undefined ? undefined : { is: 'table', table };
};

/**
 * Saved pages of the Apps and Books API and lists of Microsoft Graph (B7, B9). One that is none of
 * them, or an error that was saved in its place, refuses them all and names the file: half of a set
 * must not look like the whole. Of files that are `cut`, what they have is not taken for all.
 */
export const shelveDocuments = (
  documents: readonly SavedDocument[],
  cut: readonly string[] = [],
): Result<ListShelf & { readonly gaps: readonly Gap[] }, DocumentsProblem> => {
  const pages: SavedPage[] = [];
  const read: ({ readonly name: string } & (
    | { readonly page: SavedPage; readonly given: Instant | undefined }
    | { readonly list: GraphList }
    | { readonly apps: readonly ListRow[] }
  ))[] = [];
  const gaps: Gap[] = [];
  let unsaid = 0;
  for (const { name, body, given } of documents) {
    // What Graph gives may hold words of Apple's pages.
    const page = isOfGraph(body) ? refuse('not-a-saved-page') : readSavedPage(body);
    if (page.ok) {
      pages.push(page.value);
      read.push({ name, page: page.value, given });
      if (page.value.kind === 'assets' && given === undefined) unsaid += 1;
      continue;
    }
    const { code } = page.problem;
    if (code !== 'not-a-saved-page') return inFile({ ...page.problem, code }, name);
    const content = readJamfContent(body, name);
    if (content !== undefined) {
      read.push({ name, apps: content.rows.map(appRowOf) });
      if (!content.isWhole) gaps.push({ code: 'more-pages', params: { name } });
      continue;
    }
    const list = readGraphList(body);
    if (!list.ok) return inFile(list.problem, name);
    read.push({ name, list: list.value });
    if (!list.value.isWhole) gaps.push({ code: 'more-pages', params: { name } });
  }
  const graphLists = read.flatMap((one) => ('list' in one ? [one] : []));
  const appIds = appIdsIn(graphLists.map(({ list }) => list));
  const beside = statusesBeside(graphLists, appIds);
  if (beside !== undefined) return inFile({ code: 'several-apps' }, beside);
  const lists = read.flatMap((one): ShelvedList[] => {
    const { name } = one;
    if ('apps' in one) return [{ is: 'rows', name, kind: 'apps', from: 'jamf', rows: one.apps }];
    if ('list' in one)
      return rowsOfGraph(one.list, name, appIds).map((rows) => ({
        is: 'rows',
        from: 'graph',
        ...rows,
      }));
    const { page, given } = one;
    const rows = rowsOfPage(page, name, given);
    return [{ is: 'rows', name, kind: KIND_OF[page.kind], from: 'apple', rows }];
  });
  const { sets, uIds } = savedSet(pages);
  const isWhole = sets.some(({ kind, isWhole: all }) => kind === 'assignments' && all);
  return ok({
    lists,
    whole: isWhole && uIds.length === 1 && cut.length === 0 ? uIds : [],
    gaps: [
      ...gaps,
      ...(unsaid === 0 ? [] : [{ code: 'moment-unsaid' as const, params: { count: unsaid } }]),
      ...sets.flatMap(gapsOf),
    ],
  });
};

/**
 * The file with the statuses or licences of an app beside those of another, where nothing says which apps they
 * are: one answer to that cannot hold for both. Undefined where there is none.
 */
const statusesBeside = (
  lists: readonly { readonly name: string; readonly list: GraphList }[],
  appIds: AppIds,
): string | undefined => {
  const unnamed = lists.flatMap(({ name, list }) =>
    (list.kind === 'statuses' || list.kind === 'licences') && !appIds.has(list.app)
      ? [{ name, app: list.app }]
      : [],
  );
  return unnamed.find(({ app }) => app !== unnamed[0]?.app)?.name;
};

/** Pages that were not saved, or that may not fit together. */
const gapsOf = ({ kind, missing, pages, hasChanged }: PageSet): readonly Gap[] => [
  ...(missing.length === 0
    ? []
    : [
        {
          code: 'pages-missing' as const,
          params: { list: kind, missing: missing.length, pages },
        },
      ]),
  ...(hasChanged ? [{ code: 'changed-between-pages' as const, params: { list: kind } }] : []),
];

const KIND_OF = {
  assets: 'apps',
  assignments: 'assignments',
  users: 'users',
  'client-config': 'location',
} as const;

const inFile = (
  problem: InFile,
  name: string,
): { readonly ok: false; readonly problem: DocumentsProblem } => ({
  ok: false,
  problem: {
    ...problem,
    code: `saved-${problem.code}`,
    params: {
      ...problem.params,
      name,
      ...(problem.field === undefined ? {} : { at: problem.field }),
    },
  },
});

/** Gives columns other meanings, one mapping for each list; what was remembered asks no more. */
export const mapLists = ({ lists, whole }: ListShelf, mappings: readonly Mapping[]): ListShelf => ({
  whole,
  lists: lists.map((list, at) => {
    const mapping = mappings[at];
    if (list.is === 'rows' || mapping === undefined) return list;
    switch (list.is) {
      case 'installs': {
        return { ...list, table: mapInstallTable(list.table, mapping) };
      }
      case 'people': {
        return { ...list, table: mapPersonTable(list.table, mapping) };
      }
      case 'holdings': {
        return { ...list, table: mapHoldingTable(list.table, mapping) };
      }
      default: {
        return { ...list, table: mapLicenceTable(list.table, mapping) };
      }
    }
  }),
});

/** What the lists are, to be shown. */
export const outlinesOf = ({ lists }: ListShelf): ListOutline[] => lists.map(outlineOf);

const outlineOf = (list: ShelvedList): ListOutline => {
  if (list.is === 'rows')
    return {
      name: list.name,
      kind: list.kind,
      from: list.from,
      headerRow: list.sheet?.headerRow ?? 0,
      needsMapping: false,
      isSaid: false,
      columns: list.sheet?.unread ?? [],
      rowCount: list.rows.length,
    };
  const { sheet, headerRow, columns, rows, hidden = [], isSaid = false } = list.table;
  const shown = (columns as readonly TableColumn<Exclude<ListColumn['field'], ''>>[]).map(
    (column) => shownColumn(column, rows, hidden),
  );
  const kind = KIND_OF_TABLE[list.is];
  const asked =
    list.is === 'table'
      ? askedOfColumns(list.table.needsMapping, list.table.twice)
      : { needsMapping: false };
  return {
    name: sheet,
    kind,
    headerRow,
    ...asked,
    isSaid,
    columns: shown,
    rowCount: rows.length,
  };
};

const KIND_OF_TABLE = {
  table: 'apps',
  installs: 'installs',
  people: 'users',
  holdings: 'assignments',
} as const;

/** Every row of the lists, in their order. */
export const rowsOfLists = ({ lists }: ListShelf): ListRow[] => {
  const tables = lists.flatMap((list) => (list.is === 'table' ? [list.table] : []));
  const asStands = lists.reduce(
    (before, list) => (list.is === 'rows' ? before : standingIn(list, before)),
    (row: UnreadableListRow): UnreadableListRow => row,
  );
  return [...readLicenceRows(tables).map(appRowOf), ...lists.flatMap(rowsOfOther)].map((row) =>
    row.outcome === 'unreadable' ? asStands(row) : row,
  );
};

/** Gives a row of this list that is not read what stands in it; those of others go on to `before`. */
const standingIn = (
  { table }: ShelvedTable,
  before: (row: UnreadableListRow) => UnreadableListRow,
): ((row: UnreadableListRow) => UnreadableListRow) => {
  const columns: readonly TableColumn<string>[] = table.columns;
  const rows = once(() => new Map(table.rows.map((row) => [row.number, row])));
  return (unread) => {
    const row = unread.sheet === table.sheet ? rows().get(unread.row) : undefined;
    if (row === undefined) return before(unread);
    return {
      ...unread,
      called: calledIn(row, columns, CALLED),
      stands: standsIn(row, columns, IN_WORDS),
    };
  };
};

/** Fields of people's own words. */
const IN_WORDS: readonly string[] = ['details', 'group', 'state'];

/** What a row may be called, in the order in which that tells most. */
const CALLED: readonly string[] = [
  'name',
  'appName',
  'email',
  'managedAppleId',
  'userPrincipalName',
  'user',
  'userName',
  'clientUserId',
  'deviceName',
  'serialNumber',
  'adamId',
  'storeUrl',
];

const appRowOf = (row: LicenceRow): ListRow => {
  if (row.outcome === 'unreadable') return row;
  const { sheet, line, notes } = row;
  const at = { outcome: 'value', sheet, row: row.row, locationId: '', notes } as const;
  return { ...at, is: 'app', line, facts: {} };
};

const rowsOfOther = (list: ShelvedList): readonly ListRow[] => {
  switch (list.is) {
    case 'rows': {
      return list.rows;
    }
    case 'installs': {
      return rowsOfInstalls(list.table);
    }
    case 'people': {
      return rowsOfPeople(list.table);
    }
    case 'holdings': {
      return rowsOfHoldings(list.table);
    }
    default: {
      return [];
    }
  }
};

const rowsOfInstalls = (table: InstallTable): ListRow[] =>
  placedIn(table.sheet, readInstallRows(table), ({ line, notes }: LineOf<InstallRow>, at) => ({
    ...at,
    notes,
    is: 'install',
    line,
  }));

const rowsOfPeople = (table: PersonTable): ListRow[] =>
  placedIn(table.sheet, readPersonRows(table), ({ line }: LineOf<PersonRow>, at) => ({
    ...at,
    notes: [],
    is: 'person',
    line,
  }));

const rowsOfHoldings = (table: HoldingTable): ListRow[] =>
  placedIn(table.sheet, readHoldingRows(table), ({ line, notes }: LineOf<HoldingRow>, at) => ({
    ...at,
    notes,
    is: 'holding',
    line,
  }));

/** A row that could be read. */
type LineOf<Row> = Extract<Row, { readonly outcome: 'line' }>;

/** Where a value stands; a list with columns names no library. */
type At = Pick<ListValue, 'outcome' | 'sheet' | 'row' | 'locationId'>;

/** The rows of a list with the sheet that they are on. */
const placedIn = <Line extends { readonly outcome: 'line'; readonly row: number }>(
  sheet: string,
  rows: readonly (Line | Omit<UnreadableListRow, 'sheet'>)[],
  valueOf: (line: Line, at: At) => ListValue,
): ListRow[] =>
  rows.map((row) =>
    row.outcome === 'unreadable'
      ? { ...row, sheet }
      : valueOf(row, { outcome: 'value', sheet, row: row.row, locationId: '' }),
  );
