import { beforeEach, describe, expect, test } from 'vitest';
import { countsOf } from '#programmes/apple-licences/rules/app/app-counts.ts';
import { giveLicences } from '#programmes/apple-licences/rules/app/app-commands.ts';
import type { AssignedLicence } from '#programmes/apple-licences/rules/licence/assigned-licence.ts';
import { licenceState } from '#programmes/apple-licences/rules/licence/licence-life.ts';
import { BLANK_TOKEN, takeToken } from '#programmes/apple-licences/rules/token/token-commands.ts';
import { termsOf } from '#programmes/apple-licences/rules/user/user-terms.ts';
import type { VolumeApp } from '#programmes/apple-licences/rules/app/volume-app.ts';
import type { VolumeUser } from '#programmes/apple-licences/rules/user/volume-user.ts';
import type { Draft } from '#core/record/record.ts';
import type { ImportRun } from '#core/import/import-run.ts';
import { openSheet } from '#data/import/read/sheet-reader.ts';
import { listFixtures, listsIn } from '#tests/factories/lists-in-browser.ts';
import { openTestWorkspace, type TestWorkspace } from '#tests/factories/workspace-in-browser.ts';
import { mappedPart, onlyPart } from '#tests/factories/lot-here.ts';

let world: TestWorkspace;
let hands: ReturnType<typeof listsIn>;
beforeEach(async () => {
  world = await openTestWorkspace();
  hands = listsIn(world);
});

const apps = async () => (await world.records.find({ kind: 'volume-app' })) as VolumeApp[];
const licences = async () =>
  (await world.records.find({ kind: 'assigned-licence' })) as AssignedLicence[];
const csv = (...rows: readonly string[]) => [
  new File(
    [['location,adam_id,app_name,total,assigned,available,as_of', ...rows].join('\n')],
    'lista.csv',
  ),
];
const json = (name: string, body: unknown) => new File([JSON.stringify(body)], name);

const token = async (
  name: string,
  location: string,
  organization = 'Nordby kommun',
): Promise<string> => {
  const others = (await world.records.find({ kind: 'content-token' })) as never[];
  const taken = takeToken(
    crypto.randomUUID(),
    { ...BLANK_TOKEN, name, location, appleId: `${name}@nordby.example` },
    {
      file: { organization, expiresAt: '2027-06-08T09:26:53Z', lastDay: '2027-06-08' },
      fingerprint: name.padEnd(64, '0'),
    },
    { edition: 'apple-licences.accounts-2025', knowsForGood: true, others },
    world.records.doing(),
  );
  if (!taken.ok) throw new Error(taken.problem.code);
  await world.records.create(taken.value as Draft);
  return taken.value.id;
};

describe('B9: the neutral list', () => {
  test('B9: each location has its own app, and the same file again changes nothing', async () => {
    const files = await listFixtures('licences-neutral.csv');
    const dryRun = await hands.tryOut(files);
    expect(dryRun.plan.counts).toEqual({
      new: 4,
      changed: 0,
      same: 0,
      duplicate: 0,
      unreadable: 0,
    });
    expect(await apps()).toEqual([]);
    await hands.tap(dryRun);
    const there = await apps();
    expect(there.map(({ data }) => data.location).sort()).toEqual([
      'Björkdalens grundskolor',
      'Björkdalens gymnasium',
      'Björkdalens gymnasium',
      'Björkdalens gymnasium',
    ]);
    const free = there.find(({ data }) => data.adamId === '900000000004')!;
    expect(countsOf(free)).toMatchObject({ unlimited: true, assigned: 310 });
    const before = await world.dump();
    const again = await hands.tryOut(files);
    expect(again.plan.counts).toMatchObject({ new: 0, changed: 0, same: 4 });
    expect(await world.dump()).toBe(before);
  });

  test('B9: a newer list changes the counts, is shown field by field, and its undo gives them back', async () => {
    await hands.bring(await listFixtures('licences-neutral.csv'));
    const dryRun = await hands.tryOut(
      csv('Björkdalens gymnasium,900000000001,,130,120,10,2026-11-20T06:00:00Z'),
    );
    expect(dryRun.plan.rows[0]).toMatchObject({ outcome: 'changed', name: 'Testapp Matteskogen' });
    expect(
      dryRun.plan.rows[0]?.changes.map(({ field, from, to }) => [field, from, to].join(' ')),
    ).toEqual([
      'owned 120 130',
      'assigned 116 120',
      'free 4 10',
      'asOf 2026-11-19T06:00:00Z 2026-11-20T06:00:00Z',
    ]);
    const run = await hands.tap(dryRun);
    const changed = (await apps()).find(({ data }) => data.said?.total === 130)!;
    expect(countsOf(changed)).toMatchObject({ owned: 130, free: 10 });
    expect(await hands.undo(run)).toEqual([]);
    expect(countsOf((await apps()).find(({ id }) => id === changed.id)!)).toMatchObject({
      owned: 120,
      free: 4,
    });
  });

  test('B9: pages of Apple that say the same counts later make them theirs; read again they write nothing, and undo brings the older back', async () => {
    await hands.bring(
      csv('Björkdalens gymnasium,900000000001,Matteskogen,120,116,4,2026-11-19T06:00:00Z'),
    );
    const [app] = await apps();
    await world.records.change(
      app!.id,
      (record, doing) => giveLicences(record as unknown as VolumeApp, 2, doing) as never,
    );
    const asset = { adamId: '900000000001', pricingParam: 'STDQ', productType: 'App' };
    const counts = { totalCount: 120, assignedCount: 118, availableCount: 2, retiredCount: 0 };
    const body = {
      assets: [{ ...asset, ...counts }],
      currentPageIndex: 0,
      totalPages: 1,
      size: 1,
      versionId: 'v1',
    };
    const [config] = await listFixtures('saved/client-config.json');
    const pages = [config!, json('assets-0.json', { ...body, uId: '2049000000000901' })];
    // What they say of the app itself beside its counts comes with the first of them.
    const facts = await hands.tryOut(pages);
    expect(facts.plan.apps).toHaveLength(1);
    const run = await hands.tap(facts);
    const renewed = (await apps())[0]!;
    expect(renewed.data.said).toMatchObject({ source: 'apple', asOf: '', assigned: 118 });
    expect(countsOf(renewed)).toMatchObject({ assigned: 118, free: 2 });
    const again = await hands.tryOut(pages);
    expect(again.plan).toMatchObject({ counts: { new: 0, changed: 0 }, confirmed: 0, apps: [] });
    expect(await hands.undo(run)).toEqual([]);
    const back = (await apps())[0]!;
    expect(back.data.said).toMatchObject({
      source: '',
      asOf: '2026-11-19T06:00:00Z',
      assigned: 116,
    });
    expect(countsOf(back)).toMatchObject({ assigned: 118, free: 2 });
  });

  test('B9: rows that only say the same counts later are written by a tap, though none is new or changed', async () => {
    await hands.bring(csv('Skolan,900000000001,Matteskogen,120,116,4,2026-11-18T06:00:00Z'));
    const later = csv('Skolan,900000000001,Matteskogen,120,116,4,2026-11-19T06:00:00Z');
    const dryRun = await hands.tryOut(later);
    expect(dryRun.plan).toMatchObject({ counts: { new: 0, changed: 0, same: 1 }, confirmed: 1 });
    const run = await hands.tap(dryRun);
    const asOf = async () => (await apps())[0]?.data.said?.asOf;
    expect(await asOf()).toBe('2026-11-19T06:00:00Z');
    expect((await hands.tryOut(later)).plan).toMatchObject({ confirmed: 0, apps: [] });
    expect(await hands.undo(run)).toEqual([]);
    expect(await asOf()).toBe('2026-11-18T06:00:00Z');
  });

  test('B9: an older list writes over nothing newer', async () => {
    await hands.bring(await listFixtures('licences-neutral.csv'));
    const older = await hands.tryOut(
      csv('Björkdalens gymnasium,900000000001,,10,10,0,2026-11-01T06:00:00Z'),
    );
    expect(older.plan.rows[0]).toMatchObject({
      outcome: 'same',
      why: { code: 'older-than-known' },
    });
  });

  test('B8: contradictory counts are taken as they are, and flagged before the tap', async () => {
    const dryRun = await hands.tryOut(csv('Skolan,900000000001,App,10,12,3,'));
    expect(dryRun.plan.rows[0]).toMatchObject({
      outcome: 'new',
      notes: [{ code: 'assigned-over-total' }],
    });
    await hands.tap(dryRun);
    expect((await apps())[0]?.data.said).toMatchObject({ total: 10, assigned: 12, available: 3 });
  });

  test('B9: errors are reported by row, and an app that is listed twice counts once', async () => {
    const dryRun = await hands.tryOut(
      csv(
        'Skolan,900000000001,App,10,2,8,',
        'Skolan,,Utan nummer,1,1,0,',
        'skolan,900000000001,App,11,2,9,',
        'Skolan,900000000002,Två,många,1,,',
      ),
    );
    expect(dryRun.plan.rows.map(({ outcome, why }) => [outcome, why?.code ?? ''])).toEqual([
      ['new', ''],
      ['unreadable', 'adam-id-missing'],
      ['unreadable', 'counted-otherwise'],
      ['unreadable', 'not-a-count'],
    ]);
  });

  test('B9: an app that was written down by hand without its number is the one of that name', async () => {
    await world.records.create({
      id: 'by-hand',
      kind: 'volume-app',
      programme: 'apple-licences',
      parent: '',
      data: {
        v: 1,
        location: 'Skolan',
        locationId: '',
        adamId: '',
        pricingParam: 'STDQ',
        name: 'Procreate',
        productType: 'App',
      },
    } as unknown as Draft);
    await hands.bring(csv('Skolan,425073498,Procreate,120,116,4,'));
    expect(await apps()).toMatchObject([
      { id: 'by-hand', data: { adamId: '425073498', said: { total: 120 } } },
    ]);
  });

  test('B9: a guessed column is asked about, and its mapping is remembered', async () => {
    const rows = ['Ställe;Nummer;Kvar', 'Skolan;900000000001;5', 'Skolan;900000000002;7'].join(
      '\n',
    );
    const lot = await hands.readLot([new File([rows], 'eget.csv')]);
    expect(onlyPart(lot).sheets.map(({ needsMapping }) => needsMapping)).toEqual([true]);
    const mapped = await mappedPart(lot, [{ index: 0, field: 'location' }]);
    const { openTrial } = await import('#tests/factories/trials.ts');
    await hands.tap(
      await openTrial(world).try(mapped, {}, { destination: 'as-suggested', orders: {} }),
    );
    const again = await hands.read([new File([`${rows}\nSkolan;900000000003;1`], 'nytt.csv')]);
    expect(again.sheets[0]).toMatchObject({ needsMapping: false });
    expect(again.sheets[0]?.columns.map(({ field }) => field)).toEqual([
      'location',
      'adamId',
      'available',
    ]);
  });

  test('B9: an import that is undone leaves nothing, but keeps an app that someone gave licences of', async () => {
    const run = await hands.bring(
      csv('Skolan,900000000001,Ett,10,2,8,', 'Skolan,900000000002,Två,10,2,8,'),
    );
    const volumeApp = (await apps()).find(({ data }) => data.name === 'Ett')!;
    await world.records.change(
      volumeApp.id,
      (app, doing) => giveLicences(app as unknown as VolumeApp, 2, doing) as never,
    );
    expect(await hands.undo(run)).toMatchObject([{ id: volumeApp.id, reason: 'later-steps' }]);
    expect((await apps()).map(({ data }) => data.name)).toEqual(['Ett']);
  });

  test.each([
    ['assigned', 'has-licences'],
    ['taken-back', 'had-licences'],
  ] as const)(
    'B9: an app with licences by hand that are %s stays, and says which',
    async (last, reason) => {
      const run = await hands.bring(
        csv('Skolan,900000000001,Ett,10,2,8,', 'Skolan,900000000002,Två,10,2,8,'),
      );
      const app = (await apps()).find(({ data }) => data.name === 'Ett')!;
      const { today: on, now } = world.records.doing();
      const steps = (last === 'assigned' ? ['assigned'] : ['assigned', 'taken-back']).map(
        (kind, order) => ({
          id: `s${order}`,
          kind,
          on,
          at: now + order,
          by: 'sara',
        }),
      );
      await world.records.create({
        id: 'by-hand',
        kind: 'assigned-licence',
        programme: 'apple-licences',
        parent: app.id,
        steps,
        data: { v: 1, to: 'device', target: 'TEST0001', name: '', user: '' },
      } as unknown as Draft);
      expect(await hands.undo(run)).toEqual([{ id: app.id, reason }]);
    },
  );
});

describe('B9: lists of Intune', () => {
  test('B9: the apps of Graph go to the token that it names; with several tokens the user may say otherwise', async () => {
    const body = (await (await listFixtures('graph-ios-vpp-apps.json'))[0]!.text()).trim();
    const given = JSON.parse(body) as {
      value: { vppTokenOrganizationName: string; vppTokenAppleId?: string }[];
    };
    const { vppTokenOrganizationName: organization } = given.value[0]!;
    await token('ett', 'Gymnasiet', organization);
    const other = await token('tva', 'Grundskolor', 'Annan kommun');
    for (const token of given.value) token.vppTokenAppleId = '';
    const files = [json('graph.json', given)];
    const dryRun = await hands.tryOut(files);
    expect(dryRun.plan.asksPlace).not.toEqual([]);
    expect(
      new Set(
        dryRun.plan.rows.filter(({ outcome }) => outcome === 'new').map(({ location }) => location),
      ),
    ).toEqual(new Set(['Gymnasiet']));
    const elsewhere = await hands.tryOut(files, { destination: { id: other }, orders: {} });
    expect(elsewhere.plan.rows.find(({ outcome }) => outcome === 'new')?.location).toBe(
      'Grundskolor',
    );
  });

  test('B9: a list of tokens is distinguished from one of apps', async () => {
    const { plan } = await hands.tryOut(await listFixtures('graph-vpp-tokens.json'));
    expect(plan.rows.map(({ is }) => is)).toEqual(['token', 'token']);
  });
});

const SET = [
  'saved/client-config.json',
  'saved/assets-0.json',
  'saved/assets-1.json',
  'saved/assets-2.json',
  'saved/users.json',
];
const assignments = (...given: readonly object[]) =>
  json('assignments-0.json', {
    assignments: given,
    currentPageIndex: 0,
    totalPages: 1,
    size: given.length,
    uId: '2049000000000901',
    versionId: 'v1',
  });
const held = (clientUserId: string, adamId = '900000000001') => ({
  adamId,
  pricingParam: 'STDQ',
  clientUserId,
});

describe('B7: saved pages without an endpoint', () => {
  test('B7: pages chosen together name the location, its apps, users and who has what', async () => {
    const files = [
      ...(await listFixtures(...SET)),
      assignments(held('u-1001'), {
        adamId: '900000000001',
        pricingParam: 'STDQ',
        serialNumber: 'TEST0001',
      }),
    ];
    await hands.bring(files);
    const there = await apps();
    expect(new Set(there.map(({ data }) => `${data.location} ${data.locationId}`))).toEqual(
      new Set(['Björkdalens gymnasium 2049000000000901']),
    );
    const users = (await world.records.find({ kind: 'volume-user' })) as VolumeUser[];
    expect(users.find(({ data }) => data.clientUserId === 'u-1001')).toMatchObject({
      data: { email: 'elev1@bjorkdalen.example' },
    });
    expect(termsOf(users.find(({ data }) => data.clientUserId === 'u-1002')!)).toBe('invited');
    const given = await licences();
    const app = there.find(({ data }) => data.adamId === '900000000001')!;
    expect(
      given.map(({ parent, data }) => [parent === app.id, data.to, data.target, data.name]).sort(),
    ).toEqual([
      [true, 'device', 'TEST0001', ''],
      [true, 'user', 'u-1001', 'elev1@bjorkdalen.example'],
    ]);
    expect((await hands.tryOut(files)).plan.counts).toMatchObject({ new: 0, changed: 0 });
  });

  test('B7: what a whole list no longer names is free, and given again when it is back', async () => {
    const [config] = await listFixtures('saved/client-config.json');
    await hands.bring([config!, assignments(held('u-1'), held('u-2'))]);
    const run = await hands.bring([config!, assignments(held('u-2'), held('u-3'))]);
    const states = async () =>
      Object.fromEntries(
        (await licences()).map(({ data, steps }) => [data.target, licenceState(steps)]),
      );
    expect(await states()).toEqual({ 'u-1': 'free', 'u-2': 'assigned', 'u-3': 'assigned' });
    expect(await hands.undo(run)).toEqual([]);
    expect(await states()).toEqual({ 'u-1': 'assigned', 'u-2': 'assigned' });
    await hands.bring([config!, assignments(held('u-2'))]);
    const back = await hands.tryOut([config!, assignments(held('u-1'), held('u-2'))]);
    expect(
      back.plan.rows.filter(({ is }) => is === 'assignment').map(({ outcome }) => outcome),
    ).toEqual(['changed', 'same']);
    await hands.tap(back);
    expect(await states()).toEqual({ 'u-1': 'assigned', 'u-2': 'assigned' });
  });

  test('B7: a list that only names fewer is written, says so in its own record, and is taken back', async () => {
    const [config] = await listFixtures('saved/client-config.json');
    await hands.bring([config!, assignments(held('u-1'), held('u-2'), held('u-3'))]);
    const fewer = await hands.tryOut([config!, assignments(held('u-2'))]);
    expect(fewer.plan.counts).toMatchObject({ new: 0, changed: 0, same: 2 });
    expect(fewer.plan.gone).toHaveLength(2);
    const run = await hands.tap(fewer);
    const written = (await world.records.get(run)) as ImportRun;
    expect(written.data).toMatchObject({ freed: 2, counts: { new: 0, changed: 0, same: 2 } });
    const free = async () =>
      (await licences()).filter(({ steps }) => licenceState(steps) === 'free').length;
    expect(await free()).toBe(2);
    expect((await hands.tryOut([config!, assignments(held('u-2'))])).plan.gone).toEqual([]);
    expect(await hands.undo(run)).toEqual([]);
    expect(await free()).toBe(0);
  });

  test('B7: half a list frees nothing', async () => {
    const [config] = await listFixtures('saved/client-config.json');
    await hands.bring([config!, assignments(held('u-1'), held('u-2'))]);
    const half = json('assignments-1.json', {
      assignments: [held('u-2')],
      currentPageIndex: 1,
      totalPages: 3,
      uId: '2049000000000901',
      versionId: 'v2',
    });
    expect((await hands.tryOut([config!, half])).plan.gone).toEqual([]);
  });

  test.each([
    [[json('a.json', { errorNumber: 9625, errorMessage: 'x' })], 'saved-apple-error'],
    [[json('a.json', { eventId: 'x', uId: 'y' })], 'saved-other-reply'],
    [[json('a.json', { hello: 1 })], 'saved-not-a-graph-list'],
    [
      [json('a.json', { assets: [{ adamId: 5, pricingParam: 'STDQ' }], uId: 'y' })],
      'saved-wrong-type',
    ],
    [[new File(['{"assets": [{"adamId": "9'], 'a.json')], 'broken-json'],
  ])('B7: a wrong file has its own reason (%#)', async (files, code) => {
    expect(await openSheet(files)).toMatchObject({ ok: false, problem: { code } });
  });
});
