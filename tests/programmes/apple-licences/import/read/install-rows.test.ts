import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readWorkbook } from '#data/import/read/read-workbook.ts';
import {
  installTable,
  isPerApp,
  mapInstallTable,
  type InstallTable,
} from '#programmes/apple-licences/import/read/install-columns.ts';
import {
  installFieldOf,
  readInstallState,
  saysInstalls,
} from '#programmes/apple-licences/import/read/install-headings.ts';
import {
  readInstallRows,
  type InstallRow,
} from '#programmes/apple-licences/import/read/install-rows.ts';
import { installOfCounts } from '#programmes/apple-licences/rules/install/install-of-counts.ts';
import { shelveTables } from '#programmes/apple-licences/import/read/lists.ts';
import type { Sheet } from '#core/import/sheet.ts';
import { fileOf, sheetOf } from '#tests/factories/sheet-rows.ts';

const DEVICES =
  'DeviceName,UserPrincipalName,UserName,Platform,AppVersion,DeviceId,AssignmentFilterIdsExist,LastModifiedDateTime,AppInstallState,AppInstallState_loc,AppInstallStateDetails,AppInstallStateDetails_loc,HexErrorCode'.split(
    ',',
  );
const USERS =
  'UserName,UserPrincipalName,FailedCount,InstalledCount,PendingInstallCount,NotInstalledCount,NotApplicableCount'.split(
    ',',
  );
const PER_APP =
  'ApplicationId,DisplayName,Publisher,Platform,AppVersion,InstalledDeviceCount,FailedDeviceCount,PendingInstallDeviceCount'.split(
    ',',
  );

const tableOf = (sheet: Sheet): InstallTable => {
  const table = installTable(sheet);
  if (table === undefined) throw new Error('no list of installations');
  return table;
};
const readOne = (
  headings: readonly string[],
  cells: Readonly<Record<string, string>>,
): InstallRow => {
  const row = headings.map((heading) => cells[heading] ?? '');
  return readInstallRows(tableOf(sheetOf([headings, row])))[0]!;
};
const lineOf = (headings: readonly string[], cells: Readonly<Record<string, string>>) => {
  const row = readOne(headings, cells);
  if (row.outcome === 'unreadable') throw new Error(row.reason);
  return row.line;
};
const fieldsOf = (
  headings: readonly string[],
  cells: readonly string[] = [],
): Record<string, string> =>
  Object.fromEntries(
    tableOf(sheetOf([headings, cells])).columns.flatMap(({ heading, field }) =>
      field === '' ? [] : [[heading, field]],
    ),
  );

describe('B13: which sheets list installations', () => {
  test('B13: Intune’s two reports are told by their headings, and of two columns that say one thing the clearer counts', () => {
    expect(fieldsOf(DEVICES)).toEqual({
      DeviceName: 'deviceName',
      UserPrincipalName: 'user',
      UserName: 'userName',
      LastModifiedDateTime: 'asOf',
      AppInstallState_loc: 'state',
      AppInstallStateDetails_loc: 'details',
      HexErrorCode: 'errorCode',
    });
    expect(fieldsOf(USERS)).toEqual({
      UserName: 'userName',
      UserPrincipalName: 'user',
      FailedCount: 'failed',
      InstalledCount: 'installed',
      PendingInstallCount: 'pending',
      NotInstalledCount: 'notInstalled',
      NotApplicableCount: 'notApplicable',
    });
  });

  test.each([
    ['Device name', 'deviceName'],
    ['Enhetsnamn', 'deviceName'],
    ['Serial number', 'serialNumber'],
    ['Serienummer', 'serialNumber'],
    ['User principal name (UPN)', 'user'],
    ['UPN', 'user'],
    ['Användarens huvudnamn', 'user'],
    ['E-post', 'user'],
    ['Installationsstatus', 'state'],
    ['App install status', 'state'],
    ['Status', 'state'],
    ['Status details', 'details'],
    ['Statusdetaljer', 'details'],
    ['Error code', 'errorCode'],
    ['Felkod', 'errorCode'],
    ['Last check-in', 'asOf'],
    ['Senaste incheckning', 'asOf'],
    ['Application name', 'appName'],
    ['Appnamn', 'appName'],
    ['Platform', undefined],
    ['Toner', undefined],
  ])('B13: a heading %s means %s', (heading, field) => {
    expect(installFieldOf(heading)?.field).toBe(field);
  });

  test.each([
    [DEVICES, 'sure'],
    [USERS, 'sure'],
    [['Device name', 'Installation status'], 'sure'],
    [['Serienummer', 'Installationsstatus'], 'sure'],
    [['Device name', 'User name', 'Status', 'Last check-in'], 'perhaps'],
    // A list of people, of orders or of apps has a status, too.
    [['E-post', 'Status'], 'no'],
    [['Ordernummer', 'Status', 'Innehållsköpare'], 'no'],
    [PER_APP, 'no'],
    [
      ['AppIdentifier', 'Name', 'Publisher', 'Platform', 'Status', 'Type', 'StoreURL', 'Assigned'],
      'no',
    ],
    [['location', 'adam_id', 'app_name', 'total', 'assigned', 'available', 'as_of'], 'no'],
  ])('B13: headings %j are %s of a list of installations', (headings, says) => {
    expect(saysInstalls(headings)).toBe(says);
  });

  const HAND = ['Device name', 'Status'];
  test.each([
    [
      'states beneath',
      HAND,
      [
        ['IPAD-1', 'Installed'],
        ['IPAD-2', 'Failed'],
      ],
      true,
    ],
    [
      'something else beneath',
      HAND,
      [
        ['IPAD-1', 'Utlånad'],
        ['IPAD-2', 'Trasig'],
      ],
      false,
    ],
    ['nothing beneath', HAND, [['IPAD-1', '']], false],
    [
      'an app and its licences',
      ['Adam ID', 'Appnamn', 'UPN', 'Licenser', 'Status'],
      [['900000000001', 'App', 'a@x.example', '10', 'Installed']],
      false,
    ],
    [
      'apps named beside who has them',
      ['App ID', 'App name', 'Device name', 'AppInstallState'],
      [['900000000001', 'App', 'IPAD-1', 'Installed']],
      true,
    ],
    [
      'apps by number and name on devices',
      ['Device', 'Serial', 'App', 'Adam ID', 'Status'],
      [['IPAD-1', 'TESTIPAD0001', 'App', '900000000001', 'Failed']],
      true,
    ],
    [
      'devices by a short word and no app',
      ['Device', 'Serial', 'Status'],
      [['IPAD-1', 'TESTIPAD0001', 'Pending']],
      false,
    ],
    [
      'whether devices have the licence',
      ['Device', 'Serial', 'App', 'Status'],
      [
        ['IPAD-1', 'TESTIPAD0001', 'App', 'Assigned'],
        ['IPAD-2', 'TESTIPAD0002', 'App', 'Revoked'],
      ],
      false,
    ],
  ])('B13: a bare Status with %s', (_, headings, rows, isOne) => {
    expect(installTable(sheetOf([headings, ...rows])) !== undefined).toBe(isOne);
  });

  test.each([
    ['Device;Serial;App;Status', ['Installed', 'Not installed', 'Failed', 'Pending']],
    ['Enhet;Serienummer;App;Status', ['Installerad', 'Ej installerad', 'Misslyckades', 'Väntar']],
    ['Device;Serial number;App name;State', ['installed', 'notInstalled', 'failed', 'pending']],
    ['Enhet;Serienr;Appnamn;Status', ['Installerad', 'Inte installerad', 'Misslyckad', 'Väntar']],
  ])('B13: %s lists installations, and nobody’s licences', (headings, states) => {
    const rows = states.map((state, at) => [`IPAD-${at}`, `TESTIPAD000${at}`, 'App', state]);
    const shelf = shelveTables(fileOf(sheetOf([headings.split(';'), ...rows])));
    const [list] = shelf.ok ? shelf.value.lists : [];
    if (list?.is !== 'installs') throw new Error(list?.is);
    expect(readInstallRows(list.table)).toMatchObject(
      (['installed', 'not-installed', 'failed', 'pending'] as const).map((state, at) => ({
        outcome: 'line',
        line: {
          deviceName: `IPAD-${at}`,
          serialNumber: `TESTIPAD000${at}`,
          app: { name: 'App' },
          state,
        },
      })),
    );
  });

  test('B13: a user without an address is told as not kept', () => {
    const headings = ['Device', 'Serial', 'User', 'App', 'Status'];
    const notesOf = (User: string) => {
      const row = readOne(headings, { Serial: 'TESTIPAD0001', User, App: 'App', Status: 'Failed' });
      return row.outcome === 'line' ? row.notes : row.reason;
    };
    expect(['Ada', 'ada@x.example', ''].map(notesOf)).toEqual([['user-without-address'], [], []]);
  });

  test('B9: a list of apps stays one, and installations counted app by app say that they name nobody', () => {
    const apps = sheetOf([
      ['adam_id', 'app_name', 'total', 'status'],
      ['900000000001', 'App', '10', 'Installed'],
    ]);
    const shelf = shelveTables(fileOf(apps));
    expect(shelf.ok && shelf.value.lists.map(({ is }) => is)).toEqual(['table']);
    const counted = sheetOf([PER_APP, ['id', 'App', 'X', 'iOS', '1', '4', '1', '0']]);
    expect(isPerApp(counted)).toBe(true);
    expect(shelveTables(fileOf(counted))).toMatchObject({
      ok: false,
      problem: { code: 'installs-per-app' },
    });
  });

  test('B13: headings may stand below a few lines of something else', () => {
    const table = tableOf(
      sheetOf([['Rapport'], ['App', 'Testapp'], ['Device name', 'Install state'], ['A', 'Failed']]),
    );
    expect([table.headerRow, table.rows.length]).toEqual([3, 1]);
  });

  test('B9: a column is given another meaning, and a mapping is remembered without what is not known', () => {
    const table = tableOf(
      sheetOf([
        ['Device name', 'Note', 'Install state'],
        ['A', 'TESTIPAD0001', 'Failed'],
      ]),
    );
    const mapped = mapInstallTable(table, { index: 1, field: 'serialNumber' });
    expect(readInstallRows(mapped)[0]).toMatchObject({ line: { serialNumber: 'TESTIPAD0001' } });
    const again = mapInstallTable(table, {
      remembered: { 0: 'deviceName', 1: 'from-a-newer-app', 2: 'state' },
    });
    expect(again.columns.map(({ field }) => field)).toEqual(['deviceName', '', 'state']);
  });
});

describe('B13: how an installation stands', () => {
  test.each([
    ['Installed', { state: 'installed' }],
    ['Installerad', { state: 'installed' }],
    ['Failed', { state: 'failed' }],
    ['Misslyckades', { state: 'failed' }],
    ['Uninstall failed', { state: 'failed', note: 'uninstall-failed' }],
    ['Pending', { state: 'pending' }],
    ['Install pending', { state: 'pending' }],
    ['pendingInstall', { state: 'pending' }],
    ['Väntar på installation', { state: 'pending' }],
    ['Not installed', { state: 'not-installed' }],
    ['notInstalled', { state: 'not-installed' }],
    ['Ej installerad', { state: 'not-installed' }],
    ['Not applicable', { state: 'not-installed', note: 'not-applicable' }],
    ['Unknown', { state: 'unknown' }],
    ['Okänd', { state: 'unknown' }],
    ['1', { state: 'installed' }],
    ['2', { state: 'failed' }],
    // In one of Intune's lists it waits, in another it is not for the device.
    ['5', undefined],
    ['Utlånad', undefined],
    ['', undefined],
  ])('B13: %j is %j', (written, fields) => {
    expect(readInstallState(written)).toEqual(fields);
  });

  test.each([
    [[1, 0, 5, 0, 0], 'failed'],
    [[0, 1, 5, 0, 0], 'pending'],
    [[0, 0, 1, 4, 0], 'installed'],
    [[0, 0, 0, 2, 0], 'not-installed'],
    [[0, 0, 0, 0, 1], 'not-installed'],
    [[0, 0, 0, 0, 0], 'unknown'],
  ])(
    'B13: a user’s devices %j (failed, waiting, installed, not, not for it) are %s',
    (counts, state) => {
      const [failed = 0, pending = 0, installed = 0, notInstalled = 0, notApplicable = 0] = counts;
      expect(
        installOfCounts({ failed, pending, installed, notInstalled, notApplicable }).state,
      ).toBe(state);
    },
  );

  test.each([
    ['0x87D13B7E', '0x87D13B7E'],
    ['0x87d13b7e', '0x87D13B7E'],
    ['87D13B7E', '0x87D13B7E'],
    ['-2016330882', '0x87D13B7E'],
    ["'-2016330882", '0x87D13B7E'],
    ['2278636414', '0x87D13B7E'],
    ['0', ''],
    ['0x0', ''],
    ['0x00000000', ''],
    ['-', ''],
    ['', ''],
    ['65001', '65001'],
  ])('B13: a code %j becomes %j', (written, code) => {
    expect(
      lineOf(DEVICES, { DeviceName: 'A', AppInstallState_loc: 'Failed', HexErrorCode: written })
        .code,
    ).toBe(code);
  });

  test('B13: a code within the details is found where no column has one', () => {
    const cells = {
      'Device name': 'A',
      'Install state': 'Failed',
      'Status details': 'No license (0x87D1313D)',
    };
    expect(lineOf(Object.keys(cells), cells).code).toBe('0x87D1313D');
  });

  test.each([
    ['2026-11-19 06:02:00.0000000', '2026-11-19T06:02:00Z', []],
    ['2026-11-19T06:02:00Z', '2026-11-19T06:02:00Z', []],
    ['2026-11-19', '2026-11-19', []],
    ['11/20/2026, 8:12:03 AM', '2026-11-20', []],
    ['03/04/2026', '', ['as-of-unclear']],
    ['0001-01-01 00:00:00.0000000', '', ['as-of-unclear']],
    ['', '', []],
  ])('B13: a moment %j is %j', (written, asOf, notes) => {
    const cells = {
      DeviceName: 'A',
      AppInstallState_loc: 'Installed',
      LastModifiedDateTime: written,
    };
    expect(readOne(DEVICES, cells)).toMatchObject({ line: { asOf }, notes });
  });

  test.each([
    [{ AppInstallState_loc: 'Installed', UserName: 'Eva Berg' }, 'nobody-named', undefined],
    [{ DeviceName: 'A' }, 'install-state-missing', undefined],
    [{ DeviceName: 'Totalt', AppInstallState_loc: '45' }, 'total-row', undefined],
    [{ DeviceName: 'Totalt', AppInstallState_loc: 'Utlånad' }, 'not-an-install-state', 'Utlånad'],
    [{ DeviceName: 'A', AppInstallState_loc: 'Utlånad' }, 'not-an-install-state', 'Utlånad'],
  ])('B13: %j cannot be taken: %s', (cells, reason, written) => {
    expect(readOne(DEVICES, cells as Record<string, string>)).toMatchObject({
      outcome: 'unreadable',
      row: 2,
      reason,
      params: written === undefined ? {} : { written },
    });
  });

  test('B13: a user name with an address in it is the address; a count that is none is told', () => {
    expect(
      lineOf(['User name', 'Install state'], {
        'User name': 'a@x.example',
        'Install state': 'Failed',
      }).user,
    ).toBe('a@x.example');
    expect(
      readOne(USERS, { UserPrincipalName: 'a@x.example', FailedCount: 'många' }),
    ).toMatchObject({
      reason: 'not-a-count',
    });
  });

  const fixture = async (name: string): Promise<InstallRow[]> => {
    const bytes = readFileSync(
      join(import.meta.dirname, '../../../../fixtures/install-status', name),
    );
    const read = await readWorkbook(new Uint8Array(bytes), name);
    if (!read.ok) throw new Error(read.problem.code);
    return readInstallRows(tableOf(read.value.sheets[0]!));
  };
  test('B13: the lists of the fixtures, in English and in Swedish', async () => {
    const shown = (rows: readonly InstallRow[]) =>
      rows.map((row) =>
        row.outcome === 'line' ? [row.line.state, row.line.code, row.line.asOf] : [row.reason],
      );
    expect(shown(await fixture('device-install-status.csv'))).toEqual([
      ['installed', '', '2026-11-19T06:02:00Z'],
      ['failed', '0x87D13B7E', '2026-11-19T06:05:00Z'],
      ['pending', '', '2026-11-19T06:09:00Z'],
      ['unknown', '', '2026-11-19T06:11:00Z'],
      ['not-installed', '', '2026-11-19T06:12:00Z'],
      ['installed', '', '2026-11-19T06:20:00Z'],
    ]);
    expect(shown(await fixture('installationsstatus-svenska.csv'))).toEqual([
      ['installed', '', '2026-11-20T07:30:00Z'],
      ['failed', '0x87D13B7E', '2026-11-20T07:31:00Z'],
      ['pending', '', '2026-11-20T07:32:00Z'],
    ]);
    expect(shown(await fixture('user-install-status.csv')).map(([state]) => state)).toEqual([
      'installed',
      'failed',
      'pending',
    ]);
  });
});
