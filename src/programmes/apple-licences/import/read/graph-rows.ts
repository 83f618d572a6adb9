import type { GraphApp, GraphList, GraphToken } from './graph-lists.ts';
import type { InstallRow } from './install-rows.ts';
import type { HoldingRow } from './people/holding-rows.ts';
import type { ListKind, ListRow } from './values.ts';

/** What a list of Graph becomes: rows of one kind under a name, which no other list may have. */
export type GraphRows = {
  readonly name: string;
  readonly kind: ListKind;
  readonly rows: readonly ListRow[];
};

/** The Adam IDs of apps by Intune's own ids, as the lists of apps in the same files say them. */
export type AppIds = ReadonlyMap<string, string>;

/** Collects them. */
export const appIdsIn = (lists: readonly GraphList[]): AppIds =>
  new Map(
    lists
      .flatMap((list) => (list.kind === 'apps' ? list.apps : []))
      .filter(({ id }) => id !== '')
      .map(({ id, adamId }) => [id, adamId]),
  );

/** The rows of a list of Graph; assignments that came along with apps are a list of their own. */
export const rowsOfGraph = (list: GraphList, name: string, appIds: AppIds): GraphRows[] => {
  if (list.kind === 'tokens') return [{ name, kind: 'tokens', rows: tokenRows(list.tokens, name) }];
  if (list.kind === 'statuses') {
    const adamId = appIds.get(list.app) ?? '';
    return [{ name, kind: 'installs', rows: installRows(list.rows, name, adamId) }];
  }
  if (list.kind === 'licences') {
    const adamId = appIds.get(list.app) ?? '';
    return [{ name, kind: 'assignments', rows: holdingRows(list.rows, name, adamId) }];
  }
  const assigned = deploymentRows(list.apps, `${name} ${ASSIGNMENTS}`);
  const apps: GraphRows = { name, kind: 'apps', rows: appRows(list, name) };
  if (assigned.length === 0) return [apps];
  return [apps, { name: `${name} ${ASSIGNMENTS}`, kind: 'deployments', rows: assigned }];
};

/** Graph's own word, beside the name of the file. */
const ASSIGNMENTS = '(assignments)';

const tokenRows = (tokens: readonly GraphToken[], sheet: string): ListRow[] =>
  tokens.map((token, at) => ({
    outcome: 'value',
    sheet,
    row: at + 1,
    locationId: '',
    notes: [],
    is: 'token',
    token,
  }));

const installRows = (rows: readonly InstallRow[], sheet: string, adamId: string): ListRow[] =>
  rows.map((row): ListRow => {
    if (row.outcome === 'unreadable') return { ...row, sheet };
    const line = { ...row.line, app: { adamId, name: '' } };
    const { notes } = row;
    return { outcome: 'value', sheet, row: row.row, locationId: '', notes, is: 'install', line };
  });

const holdingRows = (rows: readonly HoldingRow[], sheet: string, adamId: string): ListRow[] =>
  rows.map((row): ListRow => {
    if (row.outcome === 'unreadable') return { ...row, sheet };
    const line = { ...row.line, app: { ...row.line.app, adamId } };
    const { notes } = row;
    return { outcome: 'value', sheet, row: row.row, locationId: '', notes, is: 'holding', line };
  });

/** Those that are no volume apps, and those that do not name the app, say so. */
const appRows = (list: Extract<GraphList, { kind: 'apps' }>, sheet: string): ListRow[] => {
  const skipped = new Map(list.skipped.map(({ record, why }) => [record, why]));
  const rows: ListRow[] = [];
  const apps = [...list.apps];
  for (let row = 1; row <= list.apps.length + list.skipped.length; row += 1) {
    const reason = skipped.get(row);
    if (reason !== undefined) {
      rows.push({ outcome: 'unreadable', sheet, row, reason, params: {} });
      continue;
    }
    const app = apps.shift();
    if (app === undefined) break;
    rows.push({
      outcome: 'value',
      sheet,
      row,
      locationId: '',
      notes: [],
      is: 'app',
      ...saidOf(app),
    });
  }
  return rows;
};

const saidOf = ({
  token,
  isForDevices,
  isForUsers: _users,
  bundleId: _bundle,
  id: _id,
  assignments: _assignments,
  ...line
}: GraphApp) => ({ line, facts: { isDeviceAssignable: isForDevices, token } });

const deploymentRows = (apps: readonly GraphApp[], sheet: string): ListRow[] =>
  apps
    .flatMap((app) => app.assignments.map((assignment) => ({ app, assignment })))
    .map(({ app, assignment }, at): ListRow => {
      const where = { sheet, row: at + 1 };
      if ('reason' in assignment) {
        const params = { app: app.name || app.adamId };
        return { outcome: 'unreadable', ...where, reason: assignment.reason, params };
      }
      return {
        outcome: 'value',
        ...where,
        locationId: '',
        notes: [],
        is: 'deployment',
        ...saidOf(app),
        assignment,
      };
    });
