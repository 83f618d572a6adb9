import { describe, expect, test } from 'vitest';
import { NO_CHOICE } from '#core/import/choice.ts';
import { licenceKeys, listKeys } from '#programmes/apple-licences/import/match/asked-keys.ts';
import { planLists } from '#programmes/apple-licences/import/plan/plan.ts';
import type {
  IncomingLists,
  KnownLicences,
} from '#programmes/apple-licences/import/plan/planned.ts';
import { readLicenceRows } from '#programmes/apple-licences/import/read/rows.ts';
import { licenceTable } from '#programmes/apple-licences/import/read/columns.ts';
import { readGraphList } from '#programmes/apple-licences/import/read/graph-lists.ts';
import { rowsOfGraph } from '#programmes/apple-licences/import/read/graph-rows.ts';
import { readJamfContent } from '#programmes/apple-licences/import/read/jamf-content.ts';
import type { ListRow } from '#programmes/apple-licences/import/read/values.ts';
import { appWith, licenceWith, userWith } from '#tests/factories/apps.ts';
import { readOn } from '#tests/factories/read-on.ts';

const PLACE = { location: 'Gymnasiet', locationId: '7' };
const MATHS = appWith({ id: 'maths', name: 'Matteskogen', adamId: '900000000001', ...PLACE });
const SONG = appWith({ id: 'song', name: 'Sångboken', adamId: '900000000002', ...PLACE });
const ADA = userWith({ id: 'ada', email: 'ada@nordby.example', ...PLACE });

const knownOf = (rest: Partial<KnownLicences> = {}): KnownLicences => ({
  apps: [MATHS, SONG],
  users: [],
  licences: [],
  tokens: [],
  strange: new Set(),
  idOf: (key) => key.join(' '),
  ...readOn(),
  ...rest,
});

const fileOf = (rows: readonly ListRow[]): IncomingLists => ({
  name: 'lista.csv',
  file: 'f',
  rows,
  whole: [],
});

/** Plans as the app does: an id that no key asked for is none. */
const plan = (rows: readonly ListRow[], known = knownOf(), choice = NO_CHOICE) => {
  const file = fileOf(rows);
  const made = new Set<string>();
  for (const keysOf of [listKeys, licenceKeys]) {
    const steps = keysOf(file, known, choice);
    let step = steps.next();
    while (step.done !== true) step = steps.next();
    for (const key of step.value) made.add(key.join(' '));
  }
  const idOf = (key: readonly string[]): string => {
    if (!made.has(key.join(' '))) throw new TypeError(`no id was made for ${key.join(' ')}`);
    return key.join(' ');
  };
  return planLists(file, { ...known, idOf }, choice);
};

const rowsUnder = (...lines: readonly string[]): ListRow[] => {
  const rows = lines.map((line, at) => ({ number: at + 1, cells: line.split(';') }));
  const table = licenceTable({ name: '', rows });
  expect(table?.needsMapping).toBe(true);
  return readLicenceRows(table === undefined ? [] : [table]).map((row): ListRow =>
    row.outcome === 'unreadable'
      ? row
      : { ...row, outcome: 'value', locationId: '', is: 'app', facts: {} },
  );
};

describe('B9: a list of apps by their names', () => {
  test('B9: counts the app of that name that is here, and says why it takes no other', () => {
    const { rows, apps } = plan(
      rowsUnder(
        'App;Licenser;Använda',
        ' MATTESKOGEN ;120;116',
        'Läsresan;30;10',
        'Totalt;150;126',
      ),
    );
    expect(rows).toMatchObject([
      { outcome: 'changed', parent: 'maths', name: 'Matteskogen' },
      { outcome: 'unreadable', name: 'Läsresan', why: { code: 'app-name-not-here' } },
      { outcome: 'unreadable', why: { code: 'total-row' } },
    ]);
    expect(apps).toMatchObject([
      { id: 'maths', state: 'existing', data: { said: { total: 120 } } },
    ]);
  });

  test('B9: takes none where several apps have the name, or one is at several places', () => {
    const row = rowsUnder('App;Licenser', 'Matteskogen;120');
    const twin = appWith({ id: 'twin', name: 'matteskogen', adamId: '900000000009', ...PLACE });
    const away = appWith({ ...MATHS.data, id: 'away', location: 'Grundskolan', locationId: '8' });
    expect(plan(row, knownOf({ apps: [MATHS, twin] })).rows[0]?.why?.code).toBe(
      'several-apps-named',
    );
    expect(plan(row, knownOf({ apps: [MATHS, away] })).rows[0]?.why?.code).toBe(
      'app-at-several-places',
    );
    const trashed = { ...MATHS, trashedOn: '2026-11-01' };
    expect(plan(row, knownOf({ apps: [trashed] })).rows[0]?.why?.code).toBe('app-name-not-here');
  });

  test('B9: a row that counts an app otherwise than an earlier one says so, and is no copy', () => {
    const { rows, apps } = plan(rowsUnder('App;Licenser', 'Matteskogen;120', 'Matteskogen;20'));
    expect(rows).toMatchObject([
      { outcome: 'changed' },
      { outcome: 'unreadable', why: { code: 'counted-otherwise', params: { row: 2 } } },
    ]);
    expect(apps).toMatchObject([{ data: { said: { total: 120 } } }]);
  });

  test('B9: the same name twice is one row, and an app without a number here is known so', () => {
    const byHand = appWith({ id: 'hand', name: 'Matteskogen', adamId: '', ...PLACE });
    const { rows } = plan(
      rowsUnder('App;Licenser', 'Matteskogen;120', 'matteskogen;120'),
      knownOf({ apps: [byHand] }),
    );
    expect(rows).toMatchObject([
      { outcome: 'changed', parent: 'hand' },
      { outcome: 'duplicate', parent: 'hand' },
    ]);
  });

  test('B9: the content of a Jamf Pro that gives no numbers is matched so, too', () => {
    const content = readJamfContent(
      { totalCount: 3, results: [{ name: 'Matteskogen', licenseCountTotal: 120 }] },
      'jamf.json',
    );
    expect(content?.isWhole).toBe(false);
    const rows = (content?.rows ?? []).map((row): ListRow =>
      row.outcome === 'unreadable'
        ? row
        : { ...row, outcome: 'value', locationId: '', is: 'app', facts: {} },
    );
    expect(plan(rows).rows).toMatchObject([{ outcome: 'changed', parent: 'maths' }]);
  });

  test.each([[{}], [{ results: [] }], [{ results: [{ name: 'x' }] }], [{ results: 'x' }], [[]]])(
    'B9: %j is no content of Jamf',
    (body) => {
      expect(readJamfContent(body, 'x')).toBeUndefined();
    },
  );
});

const licences = (context = ''): ListRow[] => {
  const type = '#microsoft.graph.iosVppAppAssigned';
  const list = readGraphList({
    '@odata.context': context,
    value: [
      {
        '@odata.type': `${type}UserLicense`,
        userEmailAddress: 'Ada@nordby.example',
        userPrincipalName: 'ada@nordby.example',
        userName: 'Ada Ek',
      },
      { '@odata.type': `${type}DeviceLicense`, deviceName: 'iPad-1', managedDeviceId: '1' },
    ],
  });
  if (!list.ok) throw new Error(list.problem.code);
  const ids = new Map([['in-intune', '900000000002']]);
  return rowsOfGraph(list.value, 'licences.json', ids).flatMap(({ rows }) => rows);
};

describe('B9: who has licences of an app, as Graph gives it', () => {
  test('B9: asks which app it is, those first that the people on it have', () => {
    const held = licenceWith({ id: 'l', to: 'user', user: 'ada', target: 'u' });
    const known = knownOf({ users: [ADA], licences: [{ ...held, parent: 'song' }] });
    const { rows, asksApp } = plan(licences(), known);
    expect(rows).toMatchObject([
      { outcome: 'unreadable', why: { code: 'which-app' } },
      { outcome: 'unreadable', why: { code: 'serial-number-missing', params: { who: 'iPad-1' } } },
    ]);
    expect(asksApp.map(({ id, rows: count }) => [id, count])).toEqual([
      ['song', 1],
      ['maths', 0],
    ]);
    const chosen = plan(licences(), known, { ...NO_CHOICE, destination: { id: 'maths' } });
    expect(chosen.rows[0]).toMatchObject({ outcome: 'new', parent: 'maths', name: 'Ada Ek' });
    expect(chosen.licences).toMatchObject([{ app: 'maths', data: { to: 'user', user: 'ada' } }]);
  });

  test('B9: asks nothing where the app is known, and nothing helps where none is here', () => {
    const context =
      "…/$metadata#deviceAppManagement/mobileApps('in-intune')/microsoft.graph.iosVppApp/assignedLicenses";
    const { rows, asksApp } = plan(licences(context));
    expect(rows[0]).toMatchObject({ outcome: 'new', parent: 'song' });
    expect(asksApp).toEqual([]);
    expect(plan(licences(), knownOf({ apps: [] })).rows[0]?.why?.code).toBe('app-name-not-here');
  });
});
