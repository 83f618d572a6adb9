import { countRows } from '#core/import/planned-row.ts';
import { rowsThatEnded } from '#core/import/ended-rows.ts';
import { beforeEach, expect, test } from 'vitest';
import type { AssignedLicence } from '#programmes/apple-licences/rules/licence/assigned-licence.ts';
import { holderOf } from '#programmes/apple-licences/rules/licence/licence-holders.ts';
import type { VolumeApp } from '#programmes/apple-licences/rules/app/volume-app.ts';
import type { Choice } from '#core/import/choice.ts';
import type { Draft } from '#core/record/record.ts';
import { openSheet } from '#data/import/read/sheet-reader.ts';
import type { ImportRun } from '#core/import/import-run.ts';
import { listFixtures, listsIn } from '#tests/factories/lists-in-browser.ts';
import { openTestWorkspace, type TestWorkspace } from '#tests/factories/workspace-in-browser.ts';
import { mappedPart, onlyPart } from '#tests/factories/lot-here.ts';

let world: TestWorkspace;
let hands: ReturnType<typeof listsIn>;
beforeEach(async () => {
  world = await openTestWorkspace();
  hands = listsIn(world);
  for (const [id, name] of APPS)
    await make(id, 'volume-app', '', { name, location: 'Gymnasiet', pricingParam: 'STDQ' });
  for (const [target, name] of DEVICES)
    await make(`pad-${target}`, 'assigned-licence', 'app-1', {
      to: 'device',
      target,
      name,
      user: '',
    });
});

const APPS = [
  ['app-1', 'Testapp Matteskogen'],
  ['app-2', 'Testapp Läsresan'],
] as const;
const DEVICES = [
  ['TESTIPAD0001', 'Klassrum 1'] as const,
  ['TESTIPAD0002', ''] as const,
  ['TESTIPAD0003', 'Biblioteket-3'] as const,
  ['TESTIPAD0004', ''] as const,
  ['TESTIPAD0005', ''] as const,
];
const make = async (id: string, kind: string, parent: string, data: object): Promise<void> => {
  const made = await world.records.create({
    id,
    kind,
    programme: 'apple-licences',
    parent,
    data: { v: 1, ...data },
  } as unknown as Draft);
  if (!made.ok) throw new Error(made.problem.code);
};

const FOR_APP: Choice = { destination: { id: 'app-1' }, orders: {} };
const states = async (): Promise<Record<string, string>> => {
  const licences = (await world.records.find({ kind: 'assigned-licence' })) as AssignedLicence[];
  return Object.fromEntries(licences.map(({ data }) => [data.target, data.install?.state ?? '']));
};
const counted = async () => ((await world.records.get('app-1')) as VolumeApp).data.installs;
const failed = async (): Promise<AssignedLicence> =>
  (await world.records.get('pad-TESTIPAD0002')) as AssignedLicence;

test('B13: a list of Intune asks which app it is of, is shown, written, explained by its cause, and taken back', async () => {
  const files = await listFixtures('device-install-status.csv');
  const asked = await hands.tryOut(files);
  expect(asked.plan.asksApp).toMatchObject([{ id: 'app-1', rows: 5 }]);
  expect(asked.plan.counts).toMatchObject({ changed: 0, unreadable: 6 });
  const dryRun = await hands.tryOut(files, FOR_APP);
  expect(dryRun.plan.rows.map(({ outcome, why }) => [outcome, why?.code ?? ''])).toEqual([
    ['changed', ''],
    ['changed', ''],
    ['changed', ''],
    ['same', 'install-not-known'],
    ['changed', ''],
    ['unreadable', 'no-such-licence'],
  ]);
  const run = await hands.tap(dryRun);
  expect(await states()).toEqual({
    TESTIPAD0001: 'installed',
    TESTIPAD0002: 'failed',
    TESTIPAD0003: 'pending',
    TESTIPAD0004: '',
    TESTIPAD0005: 'not-installed',
  });
  expect((await failed()).data).toMatchObject({
    to: 'device',
    target: 'TESTIPAD0002',
    name: '',
    install: {
      state: 'failed',
      code: '0x87D13B7E',
      source: 'intune',
      asOf: '2026-11-19T06:05:00Z',
    },
  });
  expect(holderOf(await failed(), undefined)?.reason).toEqual({
    is: 'cause',
    cause: 'no-licence-left',
  });
  expect(await counted()).toEqual({
    failed: 1,
    pending: 1,
    installed: 1,
    notInstalled: 1,
    source: 'intune',
    asOf: '2026-11-19T06:12:00Z',
    at: expect.any(Number) as number,
  });
  const written = (await world.records.get(run)) as ImportRun;
  expect(written.data).toMatchObject({
    counts: { new: 0, changed: 4, same: 1, unreadable: 1 },
    unreadable: [{ row: 7, reason: 'no-such-licence' }],
  });
  const again = (await hands.tryOut(files, FOR_APP)).plan;
  expect(again).toMatchObject({ counts: { changed: 0, same: 5 }, apps: [], installs: [] });
  expect(await hands.undo(run)).toEqual([]);
  expect(new Set(Object.values(await states()))).toEqual(new Set(['']));
  expect(await counted()).toBeUndefined();
});

test('B13: a newer list says what it changes, an older one changes nothing, and the newer one’s undo gives back', async () => {
  await hands.bring(await listFixtures('device-install-status.csv'), FOR_APP);
  const swedish = await hands.tryOut(
    await listFixtures('installationsstatus-svenska.csv'),
    FOR_APP,
  );
  expect(swedish.plan.counts).toMatchObject({ changed: 3, unreadable: 0 });
  const run = await hands.tap(swedish);
  expect((await failed()).data.install?.asOf).toBe('2026-11-20T07:31:00Z');
  // The two that it does not name are counted on.
  expect(await counted()).toMatchObject({
    failed: 1,
    pending: 1,
    installed: 1,
    notInstalled: 1,
    asOf: '2026-11-20T07:32:00Z',
  });
  const older = await hands.tryOut(await listFixtures('device-install-status.csv'), FOR_APP);
  expect(older.plan.rows.slice(0, 3).map(({ why }) => why?.code)).toEqual(
    Array(3).fill('older-than-known'),
  );
  expect(await hands.undo(run)).toEqual([]);
  expect((await failed()).data.install?.asOf).toBe('2026-11-19T06:05:00Z');
  expect(await counted()).toMatchObject({ failed: 1, asOf: '2026-11-19T06:12:00Z' });
});

test('B13: users are counted by their devices, and their licences are found by address', async () => {
  await make('eva', 'volume-user', '', {
    clientUserId: 'u-2',
    email: 'elev2@bjorkdalen.example',
    name: 'Elev Två',
  });
  await make('of-eva', 'assigned-licence', 'app-2', {
    to: 'user',
    target: 'u-2',
    name: 'Elev Två',
    user: 'eva',
  });
  await make('of-ett', 'assigned-licence', 'app-2', {
    to: 'user',
    target: 'elev1@bjorkdalen.example',
    name: '',
    user: '',
  });
  await hands.bring(await listFixtures('user-install-status.csv'), {
    destination: { id: 'app-2' },
    orders: {},
  });
  expect(await states()).toMatchObject({
    'u-2': 'failed',
    'elev1@bjorkdalen.example': 'installed',
  });
});

test('B9: a column that was given another meaning is remembered for the next list with these headings', async () => {
  const csv = (...rows: readonly string[]): File[] => [
    new File([['Device name,Asset,Install state', ...rows].join('\n')], 'status.csv'),
  ];
  const lot = await hands.readLot(csv('Vagn,TESTIPAD0001,Failed'));
  const first = onlyPart(lot);
  expect(first.sheets.map(({ kind, needsMapping }) => [kind, needsMapping])).toEqual([
    ['installs', false],
  ]);
  const { openTrial } = await import('#tests/factories/trials.ts');
  await hands.tap(
    await openTrial(world).try(
      await mappedPart(lot, [{ index: 1, field: 'serialNumber' }]),
      {},
      FOR_APP,
    ),
  );
  expect(await states()).toMatchObject({ TESTIPAD0001: 'failed' });
  await hands.bring(csv('Vagn,TESTIPAD0005,Installed'), FOR_APP);
  expect(await states()).toMatchObject({ TESTIPAD0005: 'installed' });
});

test('B13: what was said by another tab meanwhile stays, and the run tells what it really wrote', async () => {
  const dryRun = await hands.tryOut(await listFixtures('device-install-status.csv'), FOR_APP);
  await world.records.change('pad-TESTIPAD0002', (licence) => ({
    ok: true,
    value: {
      ...licence,
      data: {
        ...licence.data,
        install: { state: 'installed', code: '', source: '', asOf: '', at: 5 },
      },
    } as unknown as Draft,
  }));
  const run = (await world.records.get(await hands.tap(dryRun))) as ImportRun;
  expect(run.data.counts).toMatchObject({ changed: 3, same: 2 });
  const ended = rowsThatEnded(run.data) ?? [];
  expect(countRows(ended)).toEqual(run.data.counts);
  expect((await failed()).data.install?.state).toBe('installed');
});

test('B13: installations that are only counted app by app have their own reason', async () => {
  const rows = [
    'ApplicationId,DisplayName,InstalledDeviceCount,FailedDeviceCount',
    '1,Testapp,4,1',
  ].join('\n');
  expect(await openSheet([new File([rows], 'appar.csv')])).toMatchObject({
    ok: false,
    problem: { code: 'installs-per-app' },
  });
});
