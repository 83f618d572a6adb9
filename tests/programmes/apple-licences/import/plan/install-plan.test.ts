import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { AssignedLicence } from '#programmes/apple-licences/rules/licence/assigned-licence.ts';
import type { InstallLine } from '#programmes/apple-licences/import/read/install-rows.ts';
import { planLists } from '#programmes/apple-licences/import/plan/plan.ts';
import type { KnownLicences, ListPlan } from '#programmes/apple-licences/import/plan/planned.ts';
import type { ListValue } from '#programmes/apple-licences/import/read/values.ts';
import type { VolumeApp } from '#programmes/apple-licences/rules/app/volume-app.ts';
import type { VolumeUser } from '#programmes/apple-licences/rules/user/volume-user.ts';
import { NO_CHOICE, type Choice } from '#core/import/choice.ts';
import { appWith, licenceWith, userWith } from '#tests/factories/apps.ts';
import { readOn } from '#tests/factories/read-on.ts';

const APP = appWith({
  id: 'app-1',
  name: 'Testapp Matteskogen',
  adamId: '900000000001',
  location: 'Gymnasiet',
});
const OTHER = appWith({
  id: 'app-2',
  name: 'Testapp Läsresan',
  adamId: '900000000002',
  location: 'Gymnasiet',
});

const deviceOf = (target: string, more: Parameters<typeof licenceWith>[0] = {}): AssignedLicence =>
  licenceWith({ id: `licence-${target}`, to: 'device', target, ...more });

type Row = Partial<Omit<InstallLine, 'app'>> & Partial<InstallLine['app']>;

const row = ({ adamId = '', name = '', ...line }: Row, at = 0): ListValue => ({
  outcome: 'value',
  sheet: '',
  row: at + 2,
  locationId: '',
  notes: [],
  is: 'install',
  line: {
    deviceName: '',
    serialNumber: '',
    user: '',
    state: 'installed',
    code: '',
    asOf: '',
    ...line,
    app: { adamId, name },
  },
});

type Known = {
  readonly licences: readonly AssignedLicence[];
  readonly apps?: readonly VolumeApp[];
  readonly users?: readonly VolumeUser[];
};

const plan = (
  rows: readonly Row[],
  { licences, apps = [APP, OTHER], users = [] }: Known,
  choice = FOR_APP,
): ListPlan => {
  const known: KnownLicences = {
    licences,
    apps,
    users,
    tokens: [],
    strange: new Set(),
    idOf: (key) => key.join(' '),
    ...readOn(),
  };
  return planLists({ name: 'lista.csv', file: 'f', rows: rows.map(row), whole: [] }, known, choice);
};
const FOR_APP: Choice = { destination: { id: 'app-1' }, orders: {} };

const outcomesOf = ({ rows }: ListPlan): string[] =>
  rows.map(({ outcome, why }) => [outcome, why?.code].join(' ').trim());
const installed = {
  state: 'installed',
  code: '',
  source: 'intune',
  asOf: '2026-11-18T06:00:00Z',
  at: 1,
} as const;

describe('B13: whose licence a row speaks of', () => {
  const user = userWith({ id: 'user-1', clientUserId: 'u-1', email: 'Elev1@bjorkdalen.example' });
  const ofUser = licenceWith({ id: 'of-user', target: 'u-1', user: 'user-1', name: 'Elev Ett' });
  const byList = licenceWith({ id: 'by-list', target: 'u-2', name: 'elev2@bjorkdalen.example' });
  const pad = deviceOf('TESTIPAD0001', { name: 'BIBLIOTEKET-1' });
  const known = { licences: [ofUser, byList, pad], users: [user] };

  test.each<[string, Row, string]>([
    ['serial number', { serialNumber: 'testipad0001' }, pad.id],
    ['device name', { deviceName: 'Biblioteket-1' }, pad.id],
    ['serial number within the device’s name', { deviceName: 'iPad-TESTIPAD0001' }, pad.id],
    ['e-mail address of the user’s record', { user: 'elev1@bjorkdalen.example' }, 'of-user'],
    ['e-mail address that a list brought', { user: 'elev2@bjorkdalen.example' }, 'by-list'],
    ['clientUserId', { user: 'U-1' }, 'of-user'],
    [
      'user of a device that has none',
      { deviceName: 'Okänd', user: 'elev1@bjorkdalen.example' },
      'of-user',
    ],
    [
      'device before its user',
      { deviceName: 'BIBLIOTEKET-1', user: 'elev1@bjorkdalen.example' },
      pad.id,
    ],
  ])('B13: by %s', (_, row, id) => {
    expect(plan([row], known).installs.map((install) => install.id)).toEqual([id]);
  });

  test.each<[string, Row, Known, string]>([
    ['nobody here', { deviceName: 'LÅNEPADDA-9' }, known, 'no-such-licence'],
    ['a name, not an address', { user: 'Elev Ett' }, known, 'no-such-licence'],
    [
      'a short word that is a target',
      { deviceName: 'Sal A-7' },
      { licences: [deviceOf('A')] },
      'no-such-licence',
    ],
    [
      'whose licence is free again',
      { serialNumber: 'TESTIPAD0001' },
      {
        licences: [
          deviceOf('TESTIPAD0001', {
            steps: [{ id: 's', kind: 'taken-back', on: '2026-11-01', at: 1, by: 'sara' }],
          }),
        ],
      },
      'no-such-licence',
    ],
    [
      'whose licence lies in the trash',
      { serialNumber: 'TESTIPAD0001' },
      { licences: [{ ...deviceOf('TESTIPAD0001'), trashedOn: '2026-11-01' }] },
      'no-such-licence',
    ],
    [
      'two devices of one name',
      { deviceName: 'IPAD' },
      {
        licences: [deviceOf('SERIAL01', { name: 'iPad' }), deviceOf('SERIAL02', { name: 'iPad' })],
      },
      'several-licences',
    ],
    [
      'of another app',
      { serialNumber: 'SERIAL01' },
      { licences: [{ ...deviceOf('SERIAL01'), parent: 'app-2' }] },
      'no-such-licence',
    ],
  ])('B13: %s is kept out and told', (_, row, given, code) => {
    const planned = plan([row], given);
    expect(outcomesOf(planned)).toEqual([`unreadable ${code}`]);
    expect(planned.rows[0]?.why?.params?.who).toBe(row.deviceName ?? row.serialNumber ?? row.user);
    expect(planned.installs).toEqual([]);
  });
});

describe('B13: the devices that a list names are kept', () => {
  const ofUser = licenceWith({ id: 'of-user', target: 'moa@skolan.example', name: 'Moa' });
  const pad = deviceOf('TESTIPAD0001');
  const devicesOf = (rows: readonly Row[], licence = ofUser) =>
    plan(rows, { licences: [licence] }).installs.map(({ install }) => install.devices);
  const moa = { user: 'moa@skolan.example' };

  test.each<[string, readonly Row[], AssignedLicence, unknown[]]>([
    [
      'all of a user’s, also by the rows that do not decide',
      [
        { ...moa, serialNumber: 'testipad0002', deviceName: 'Moas iPad' },
        { ...moa, serialNumber: 'TESTIPAD0003', state: 'failed' },
      ],
      ofUser,
      [{ TESTIPAD0002: 'Moas iPad', TESTIPAD0003: '' }],
    ],
    [
      'by the newest name, in whatever order',
      [
        {
          ...moa,
          serialNumber: 'TESTIPAD0002',
          deviceName: 'Moas nya',
          asOf: '2026-11-19T08:00:00Z',
        },
        {
          ...moa,
          serialNumber: 'TESTIPAD0002',
          deviceName: 'Moas gamla',
          asOf: '2026-11-18T08:00:00Z',
        },
      ],
      ofUser,
      [{ TESTIPAD0002: 'Moas nya' }],
    ],
    [
      'a name also where a newer row has none',
      [
        {
          ...moa,
          serialNumber: 'TESTIPAD0002',
          deviceName: 'Moas iPad',
          asOf: '2026-11-18T08:00:00Z',
        },
        { ...moa, serialNumber: 'TESTIPAD0002', asOf: '2026-11-19T08:00:00Z' },
      ],
      ofUser,
      [{ TESTIPAD0002: 'Moas iPad' }],
    ],
    [
      'a user’s without a serial number is none to give to',
      [{ ...moa, deviceName: 'iPad' }],
      ofUser,
      [undefined],
    ],
    [
      'none of what is no serial number, and no key',
      [{ ...moa, serialNumber: '__x', deviceName: 'iPad' }],
      ofUser,
      [undefined],
    ],
    [
      'a device’s name',
      [{ serialNumber: 'TESTIPAD0001', deviceName: 'Vagn 1' }],
      pad,
      [{ TESTIPAD0001: 'Vagn 1' }],
    ],
    [
      'a device without a name tells nothing new',
      [{ serialNumber: 'TESTIPAD0001' }],
      pad,
      [undefined],
    ],
  ])('B13: %s', (_, rows, licence, expected) => {
    expect(devicesOf(rows, licence)).toEqual(expected);
  });

  const before = (
    devices: Record<string, string>,
    namedAt?: Record<string, number>,
  ): AssignedLicence => ({
    ...ofUser,
    data: {
      ...ofUser.data,
      install: { ...installed, at: 5, devices, ...(namedAt && { namedAt }) },
    },
  });
  const fields = { ...moa, asOf: installed.asOf };

  test('B13: a list that only names another device says so, and one that names none leaves them', () => {
    const known = before({ TESTIPAD0002: 'Moas iPad' });
    const other = plan([{ ...fields, serialNumber: 'TESTIPAD0004' }], { licences: [known] });
    expect(other.rows[0]?.changes).toEqual([
      { field: 'devices', from: 'Moas iPad', to: 'Moas iPad, TESTIPAD0004' },
    ]);
    expect(plan([fields], { licences: [known] }).counts).toMatchObject({ changed: 0, same: 1 });
    const failed = plan([{ ...fields, state: 'failed' }], { licences: [known] });
    expect(failed.installs[0]?.install.devices).toEqual({ TESTIPAD0002: 'Moas iPad' });
  });

  test('B10: a device that came in the place of one of the same name is known, and told from it', () => {
    const planned = plan([{ ...fields, serialNumber: 'NEWPAD0001', deviceName: 'iPad' }], {
      licences: [before({ OLDPAD0001: 'iPad' })],
    });
    expect(planned.rows[0]?.changes).toEqual([
      { field: 'devices', from: 'iPad (OLDPAD0001)', to: 'iPad (NEWPAD0001), iPad (OLDPAD0001)' },
    ]);
    expect(planned.installs[0]?.install.devices).toEqual({
      OLDPAD0001: 'iPad',
      NEWPAD0001: 'iPad',
    });
  });

  test('B10: two devices that changed names are told apart', () => {
    const rows = [
      { ...fields, serialNumber: 'TESTIPAD0002', deviceName: 'Vagn 2' },
      { ...fields, serialNumber: 'TESTIPAD0003', deviceName: 'Vagn 1' },
    ];
    const known = before({ TESTIPAD0002: 'Vagn 1', TESTIPAD0003: 'Vagn 2' });
    expect(plan(rows, { licences: [known] }).rows.flatMap(({ changes }) => changes)).toEqual([
      {
        field: 'devices',
        from: 'Vagn 1 (TESTIPAD0002), Vagn 2 (TESTIPAD0003)',
        to: 'Vagn 1 (TESTIPAD0003), Vagn 2 (TESTIPAD0002)',
      },
    ]);
  });

  test.each<[string, AssignedLicence, readonly Row[], object]>([
    [
      'that a list of only the failed ones does not name stays, as it was named then',
      before({ TESTIPAD0002: 'Moas iPad', TESTIPAD0003: 'Moas mini' }),
      [{ ...moa, serialNumber: 'TESTIPAD0003', deviceName: 'Moas lilla', state: 'failed' }],
      {
        devices: { TESTIPAD0002: 'Moas iPad', TESTIPAD0003: 'Moas lilla' },
        namedAt: { TESTIPAD0002: 5 },
      },
    ],
    [
      'keeps its name where a list has only its number',
      before({ TESTIPAD0002: 'Moas iPad' }),
      [{ ...moa, serialNumber: 'TESTIPAD0002', state: 'failed' }],
      { devices: { TESTIPAD0002: 'Moas iPad' }, namedAt: { TESTIPAD0002: 5 } },
    ],
    [
      'left standing twice was named as long ago as before',
      before({ TESTIPAD0002: 'Moas iPad' }, { TESTIPAD0002: 3 }),
      [{ ...moa, state: 'failed' }],
      { devices: { TESTIPAD0002: 'Moas iPad' }, namedAt: { TESTIPAD0002: 3 } },
    ],
    [
      'named anew is so by this list',
      before({ TESTIPAD0002: 'Moas iPad' }, { TESTIPAD0002: 3 }),
      [{ ...moa, serialNumber: 'TESTIPAD0002', deviceName: 'Moas iPad', state: 'failed' }],
      { devices: { TESTIPAD0002: 'Moas iPad' } },
    ],
  ])('B10: a device %s', (_, licence, rows, expected) => {
    const [written] = plan(rows, { licences: [licence] }).installs;
    expect(written?.install).toEqual({
      state: 'failed',
      code: '',
      source: 'intune',
      asOf: '',
      ...expected,
    });
  });
});

describe('B13: which app a list is about', () => {
  const licences = [
    deviceOf('SERIAL01'),
    deviceOf('SERIAL02'),
    { ...deviceOf('SERIAL03'), parent: 'app-2' },
  ];
  const both = [...licences, { ...deviceOf('SERIAL01'), id: 'other', parent: 'app-2' }];
  const rows: Row[] = ['SERIAL01', 'SERIAL02', 'SERIAL09'].map((serialNumber) => ({
    serialNumber,
  }));

  test('B13: one that does not say it asks, the likeliest first, and takes nothing before', () => {
    const planned = plan(rows, { licences: both }, NO_CHOICE);
    expect(planned.asksApp.map(({ sheet: _, ...app }) => app)).toEqual([
      { id: 'app-1', name: 'Testapp Matteskogen', location: 'Gymnasiet', rows: 2 },
      { id: 'app-2', name: 'Testapp Läsresan', location: 'Gymnasiet', rows: 1 },
    ]);
    expect(outcomesOf(planned)).toEqual(rows.map(() => 'unreadable which-app'));
    const chosen = plan(rows, { licences: both }, { destination: { id: 'app-2' }, orders: {} });
    expect(chosen.installs.map(({ id }) => id)).toEqual(['other']);
    expect(chosen.asksApp).toEqual(planned.asksApp);
  });

  test('B13: where nobody in it has a licence of anything, there is nothing to ask', () => {
    const planned = plan([{ serialNumber: 'SERIAL09' }], { licences }, NO_CHOICE);
    expect([planned.asksApp, outcomesOf(planned)]).toEqual([[], ['unreadable no-such-licence']]);
  });

  test.each<[string, Row, string]>([
    ['by number', { adamId: '900000000002' }, 'changed'],
    ['by name', { name: 'testapp läsresan' }, 'changed'],
    ['by a number that is not here', { adamId: '900000000009' }, 'unreadable app-not-here'],
    ['by a name that is not here', { name: 'Okänd app' }, 'unreadable app-not-here'],
  ])('B13: one that says it %s asks nothing', (_, app, outcome) => {
    const planned = plan([{ serialNumber: 'SERIAL03', ...app }], { licences }, NO_CHOICE);
    expect([planned.asksApp, outcomesOf(planned)]).toEqual([[], [outcome]]);
    expect(planned.asksPlace).toEqual([]);
  });

  test('B13: an app of one name at two locations is found by who has its licence', () => {
    const twin = appWith({ id: 'app-3', name: 'Testapp Matteskogen', location: 'Grundskolan' });
    const there = { ...deviceOf('SERIAL07'), parent: 'app-3' };
    const planned = plan(
      [{ serialNumber: 'SERIAL07', name: 'Testapp Matteskogen' }],
      { licences: [...licences, there], apps: [APP, OTHER, twin] },
      NO_CHOICE,
    );
    expect(planned.rows[0]).toMatchObject({
      outcome: 'changed',
      parent: there.id,
      location: 'Grundskolan',
    });
  });
});

describe('B13: what a row changes', () => {
  const planOne = (row: Row, install?: AssignedLicence['data']['install']): ListPlan =>
    plan([{ serialNumber: 'SERIAL01', ...row }], {
      licences: [deviceOf('SERIAL01', install === undefined ? {} : { install })],
    });
  const waiting = { ...installed, state: 'pending' } as const;

  test.each<[string, Row, AssignedLicence['data']['install'], string, string[]]>([
    [
      'said for the first time',
      { state: 'installed' },
      undefined,
      'changed',
      ['install  installed'],
    ],
    [
      'failed after waiting, with its code',
      { state: 'failed', code: '0x87D13B7E', asOf: '2026-11-19T06:00:00Z' },
      waiting,
      'changed',
      [
        'install pending failed',
        'cause  0x87D13B7E',
        'asOf 2026-11-18T06:00:00Z 2026-11-19T06:00:00Z',
      ],
    ],
    [
      'the same, later',
      { asOf: '2026-11-19T06:00:00Z' },
      installed,
      'changed',
      ['asOf 2026-11-18T06:00:00Z 2026-11-19T06:00:00Z'],
    ],
    ['the same again', { asOf: '2026-11-18T06:00:00Z' }, installed, 'same', []],
    ['the same without a moment', {}, installed, 'same', []],
    ['the same, of that day', { asOf: '2026-11-18' }, installed, 'same', []],
    [
      'older than what is known',
      { state: 'failed', asOf: '2026-11-17' },
      installed,
      'same older-than-known',
      [],
    ],
    [
      'not known to Intune',
      { state: 'unknown', asOf: '2026-11-19T06:00:00Z' },
      installed,
      'same install-not-known',
      [],
    ],
  ])('B13: %s', (_, row, install, outcome, changes) => {
    const planned = planOne(row, install);
    expect(outcomesOf(planned)).toEqual([outcome]);
    expect(
      planned.rows[0]?.changes.map(({ field, from, to }) => [field, from, to].join(' ')),
    ).toEqual(changes);
    expect(planned.installs).toHaveLength(changes.length > 0 ? 1 : 0);
  });

  test('B13: a state without a moment is as of its writing, not of what stood before', () => {
    expect(planOne({ state: 'failed' }, installed).installs[0]?.install).toEqual({
      state: 'failed',
      code: '',
      source: 'intune',
      asOf: '',
    });
  });

  test('B13: one licence on several devices of a user counts once, by what wants a hand', () => {
    const licence = licenceWith({ id: 'of-user', target: 'eva@bjorkdalen.example' });
    const user = 'eva@bjorkdalen.example';
    const planned = plan(
      [
        { deviceName: 'A', user, state: 'installed', asOf: '2026-11-19T08:00:00Z' },
        {
          deviceName: 'B',
          user,
          state: 'failed',
          code: '0x87D13B62',
          asOf: '2026-11-18T08:00:00Z',
        },
        { deviceName: 'C', user, state: 'not-installed' },
      ],
      { licences: [licence] },
    );
    expect(outcomesOf(planned)).toEqual([
      'duplicate decided-by-row',
      'changed',
      'duplicate decided-by-row',
    ]);
    expect(planned.rows[0]?.why?.params).toEqual({ row: 3, sheet: '' });
    expect(planned.installs).toMatchObject([
      { id: 'of-user', install: { state: 'failed', code: '0x87D13B62' } },
    ]);
  });

  test('B13: a device that stands twice counts as it was last', () => {
    const rows: Row[] = [
      { serialNumber: 'SERIAL01', state: 'failed', asOf: '2026-11-18T08:00:00Z' },
      { serialNumber: 'SERIAL01', state: 'installed', asOf: '2026-11-19T08:00:00Z' },
    ];
    for (const order of [rows, rows.toReversed()])
      expect(plan(order, { licences: [deviceOf('SERIAL01')] }).installs[0]?.install.state).toBe(
        'installed',
      );
  });

  test('B13: nothing else of a licence, and nothing new, ever comes of such a list; a second time it changes nothing', () => {
    const reported = fc.record({
      serialNumber: fc.constantFrom('SERIAL01', 'SERIAL02', 'SERIAL03', ''),
      deviceName: fc.constantFrom('', 'iPad', 'Vagn 1'),
      user: fc.constantFrom('', 'u-1', 'u-9'),
      state: fc.constantFrom('installed', 'failed', 'pending', 'not-installed', 'unknown'),
      code: fc.constantFrom('', '0x87D13B7E', '65001'),
      asOf: fc.constantFrom('', '2026-11-18', '2026-11-18T06:00:00Z', '2026-11-19T06:00:00Z'),
    });
    fc.assert(
      fc.property(fc.array(reported, { maxLength: 12 }), (rows) => {
        const licences = [
          deviceOf('SERIAL01'),
          deviceOf('SERIAL02', { install: installed }),
          licenceWith(),
        ];
        const planned = plan(rows as readonly Row[], { licences });
        const { apps, users, licences: given, gone } = planned;
        expect([users, given, gone]).toEqual([[], [], []]);
        expect(apps.flatMap(({ data }) => Object.keys(data))).toEqual(
          planned.installs.length === 0 ? [] : ['installs'],
        );
        const after = licences.map((licence) => {
          const install = planned.installs.find(({ id }) => id === licence.id)?.install;
          return install === undefined
            ? licence
            : { ...licence, data: { ...licence.data, install: { ...install, at: 2 } } };
        });
        const again = plan(rows as readonly Row[], { licences: after });
        expect([again.installs, again.apps]).toEqual([[], []]);
      }),
    );
  });
});
