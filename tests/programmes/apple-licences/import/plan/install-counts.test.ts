import { describe, expect, test } from 'vitest';
import type { AssignedLicence } from '#programmes/apple-licences/rules/licence/assigned-licence.ts';
import type { InstallLine } from '#programmes/apple-licences/import/read/install-rows.ts';
import { planLists } from '#programmes/apple-licences/import/plan/plan.ts';
import type { ListPlan } from '#programmes/apple-licences/import/plan/planned.ts';
import type { ListRow } from '#programmes/apple-licences/import/read/values.ts';
import type { VolumeApp, VolumeAppData } from '#programmes/apple-licences/rules/app/volume-app.ts';
import type { Step } from '#core/record/step.ts';
import { appWith, licenceWith } from '#tests/factories/apps.ts';
import { readOn } from '#tests/factories/read-on.ts';

const APP = appWith({ id: 'app-1', name: 'Testapp Matteskogen', adamId: '900000000001' });
const OTHER = appWith({ id: 'app-2', name: 'Testapp Läsresan', adamId: '900000000002' });

const EARLIER = '2026-11-18T06:00:00Z';
const LATER = '2026-11-19T06:00:00Z';

type State = NonNullable<AssignedLicence['data']['install']>['state'];

const device = (target: string, state?: State, steps: readonly Step[] = []): AssignedLicence =>
  licenceWith({
    id: `of-${target}`,
    to: 'device',
    target,
    steps,
    ...(state === undefined
      ? {}
      : { install: { state, code: '', source: 'intune', asOf: EARLIER, at: 1 } }),
  });

const step = (kind: string): Step => ({ id: kind, kind, on: '2026-11-19', at: 5, by: 'sara' });

type Line = {
  readonly serialNumber: string;
  readonly state: InstallLine['state'];
  readonly asOf?: string;
};

const lines = (some: readonly Line[], adamId = '900000000001'): ListRow[] =>
  some.map(({ asOf = LATER, ...line }, at) => ({
    outcome: 'value',
    sheet: '',
    row: at + 2,
    locationId: '',
    notes: [],
    is: 'install',
    line: { deviceName: '', user: '', code: '', ...line, asOf, app: { adamId, name: '' } },
  }));

const planOf = (
  rows: readonly ListRow[],
  licences: readonly AssignedLicence[],
  apps: readonly VolumeApp[] = [APP, OTHER],
): ListPlan =>
  planLists(
    { name: 'lista.csv', file: 'f', rows, whole: [] },
    {
      licences,
      apps,
      users: [],
      tokens: [],
      strange: new Set(),
      idOf: (key) => key.join(' '),
      ...readOn(),
    },
    { destination: { id: '' }, orders: {} },
  );

const saidOf = ({ apps }: ListPlan): Record<string, VolumeAppData['installs']> =>
  Object.fromEntries(apps.map(({ id, data }) => [id, data.installs]));

const FIVE = [
  device('SERIAL01', 'failed'),
  device('SERIAL02', 'installed'),
  device('SERIAL03'),
  device('SERIAL04', 'pending'),
  device('SERIAL05', 'not-installed'),
];

describe('B13: how the installations of an app stand, after a list of them', () => {
  const sum = (failed: number, pending: number, installed: number, notInstalled: number) => ({
    failed,
    pending,
    installed,
    notInstalled,
  });

  test.each<
    [string, readonly AssignedLicence[], readonly Line[], ReturnType<typeof sum> | undefined]
  >([
    ['one failed more', FIVE, [{ serialNumber: 'SERIAL03', state: 'failed' }], sum(2, 1, 1, 1)],
    [
      'what failed is installed',
      FIVE,
      [{ serialNumber: 'SERIAL01', state: 'installed' }],
      sum(0, 1, 2, 1),
    ],
    ['the same, later', FIVE, [{ serialNumber: 'SERIAL02', state: 'installed' }], sum(1, 1, 1, 1)],
    [
      'the same, of the same moment',
      FIVE,
      [{ serialNumber: 'SERIAL02', state: 'installed', asOf: EARLIER }],
      undefined,
    ],
    [
      'older than what is known',
      FIVE,
      [{ serialNumber: 'SERIAL02', state: 'failed', asOf: '2026-11-17' }],
      undefined,
    ],
    ['not known to Intune', FIVE, [{ serialNumber: 'SERIAL03', state: 'unknown' }], undefined],
    ['who has no licence', FIVE, [{ serialNumber: 'SERIAL09', state: 'failed' }], undefined],
    [
      'a failed one that is free again',
      [...FIVE, device('SERIAL06', 'failed', [step('assigned'), step('taken-back')])],
      [{ serialNumber: 'SERIAL03', state: 'pending' }],
      sum(1, 2, 1, 1),
    ],
    [
      'a failed one on its way back',
      [...FIVE, device('SERIAL06', 'failed', [step('uninstall-asked')])],
      [{ serialNumber: 'SERIAL03', state: 'pending' }],
      sum(1, 2, 1, 1),
    ],
    [
      'a failed one in the trash',
      [...FIVE, { ...device('SERIAL06', 'failed'), trashedOn: '2026-11-18' }],
      [{ serialNumber: 'SERIAL03', state: 'pending' }],
      sum(1, 2, 1, 1),
    ],
    [
      'another app’s',
      [...FIVE, { ...device('SERIAL06', 'failed'), parent: 'app-2' }],
      [{ serialNumber: 'SERIAL03', state: 'pending' }],
      sum(1, 2, 1, 1),
    ],
  ])('B13: %s', (_, licences, rows, expected) => {
    const counts = saidOf(planOf(lines(rows), licences));
    expect(counts).toEqual(
      expected === undefined
        ? {}
        : { 'app-1': { ...expected, source: 'intune', asOf: LATER, at: 0 } },
    );
  });

  test('B13: each app of a list gets its own, and its rows stay as they are', () => {
    const both = [...FIVE, { ...device('SERIAL07'), id: 'other', parent: 'app-2' }];
    const planned = planOf(
      [
        ...lines([{ serialNumber: 'SERIAL03', state: 'failed' }]),
        ...lines([{ serialNumber: 'SERIAL07', state: 'failed' }], '900000000002'),
      ],
      both,
    );
    expect(saidOf(planned)).toMatchObject({ 'app-1': { failed: 2 }, 'app-2': { failed: 1 } });
    expect(planned.apps.map(({ state }) => state)).toEqual(['existing', 'existing']);
    expect(planned.counts).toEqual({ new: 0, changed: 2, same: 0, duplicate: 0, unreadable: 0 });
  });

  test.each([
    ['later than what is known', EARLIER, [LATER], LATER],
    ['earlier, of who was not known', LATER, [EARLIER], LATER],
    ['the newest of its rows', '', [EARLIER, LATER], LATER],
    ['without a moment: as of its writing', EARLIER, [''], ''],
  ])('B13: the moment of a list: %s', (_, known, asOf, expected) => {
    const before = {
      failed: 9,
      pending: 0,
      installed: 0,
      notInstalled: 0,
      source: 'intune',
      asOf: known,
      at: 1,
    };
    const app = appWith({ id: 'app-1', name: 'Testapp', adamId: '900000000001', installs: before });
    const rows = asOf.map((moment, at) => ({
      serialNumber: `SERIAL0${at + 1}`,
      state: 'failed' as const,
      asOf: moment,
    }));
    const planned = planOf(lines(rows), [device('SERIAL01'), device('SERIAL02')], [app]);
    expect(saidOf(planned)['app-1']).toMatchObject({ failed: asOf.length, asOf: expected });
  });

  test('B13: what a list of apps in the same file says of its licences stays beside it', () => {
    const app: ListRow = {
      outcome: 'value',
      sheet: 'Appar',
      row: 2,
      locationId: '',
      notes: [],
      is: 'app',
      facts: {},
      line: {
        adamId: '900000000001',
        pricingParam: 'STDQ',
        isPricingGiven: true,
        name: 'Testapp Matteskogen',
        productType: '',
        location: APP.data.location,
        said: { total: 7 },
        source: 'intune',
        asOf: '2026-11-21T06:00:00Z',
      },
    };
    const planned = planOf([app, ...lines([{ serialNumber: 'SERIAL03', state: 'failed' }])], FIVE);
    expect(planned.apps).toHaveLength(1);
    expect(planned.apps[0]?.data).toMatchObject({ said: { total: 7 }, installs: { failed: 2 } });
  });
});
