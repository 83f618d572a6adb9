import { beforeEach, expect, test } from 'vitest';
import type { Choice } from '#core/import/choice.ts';
import type { ImportRun } from '#core/import/import-run.ts';
import type { Draft } from '#core/record/record.ts';
import type { AssignedLicence } from '#programmes/apple-licences/rules/licence/assigned-licence.ts';
import { licenceState } from '#programmes/apple-licences/rules/licence/licence-life.ts';
import type { VolumeUser } from '#programmes/apple-licences/rules/user/volume-user.ts';
import { BLANK_TOKEN } from '#programmes/apple-licences/rules/token/token-commands.ts';
import { termsOf } from '#programmes/apple-licences/rules/user/user-terms.ts';
import { listFixtures, listsIn } from '#tests/factories/lists-in-browser.ts';
import { openTestWorkspace, type TestWorkspace } from '#tests/factories/workspace-in-browser.ts';

let world: TestWorkspace;
let hands: ReturnType<typeof listsIn>;
beforeEach(async () => {
  world = await openTestWorkspace();
  hands = listsIn(world);
  const made = await world.records.create({
    id: 'app-1',
    kind: 'volume-app',
    programme: 'apple-licences',
    parent: '',
    data: {
      v: 1,
      name: 'Testapp Matteskogen',
      adamId: '900000000001',
      location: '',
      pricingParam: 'STDQ',
    },
  } as unknown as Draft);
  if (!made.ok) throw new Error(made.problem.code);
});

const users = async () => (await world.records.find({ kind: 'volume-user' })) as VolumeUser[];
const licences = async () =>
  (await world.records.find({ kind: 'assigned-licence' })) as AssignedLicence[];
const csv = (...rows: readonly string[]): File[] => [new File([rows.join('\n')], 'lista.csv')];

test('B9: a list of users and then who has which licence are shown, written, the same again, and taken back', async () => {
  const people = await hands.tryOut(await listFixtures('google-workspace.csv'));
  expect(people.plan.counts).toMatchObject({ new: 2, unreadable: 0 });
  expect(await users()).toEqual([]);
  const first = await hands.tap(people);
  expect((await users()).map(({ data: { name, email, group } }) => [name, email, group])).toEqual(
    expect.arrayContaining([
      ['Vera Lind', 'vera@nordby.example', '/Elever/9B'],
      ['Nils Ek', 'nils@nordby.example', '/Personal'],
    ]),
  );
  expect((await users()).map(termsOf)).toEqual(['not-invited', 'not-invited']);
  expect(JSON.stringify(await world.dump())).not.toContain('NotASecret');

  const who = await hands.tryOut(await listFixtures('intune-app-licences.csv'));
  expect(who.plan.rows.map(({ outcome, why }) => [outcome, why?.code ?? ''])).toEqual([
    ['new', ''],
    ['new', ''],
    ['unreadable', 'app-name-not-here'],
  ]);
  const second = await hands.tap(who);
  const vera = (await users()).find(({ data }) => data.name === 'Vera Lind');
  expect((await licences()).map(({ parent, data }) => ({ parent, ...data }))).toEqual(
    expect.arrayContaining([
      expect.objectContaining({ parent: 'app-1', to: 'user', user: vera?.id, name: 'Vera Lind' }),
      expect.objectContaining({ parent: 'app-1', to: 'device', target: 'TESTIPAD0001', user: '' }),
    ]),
  );
  const run = (await world.records.get(second)) as ImportRun;
  expect(run.data).toMatchObject({
    sheet: 'assignments',
    counts: { new: 2, changed: 0, unreadable: 1 },
    parents: ['app-1'],
    unreadable: [{ row: 4, reason: 'app-name-not-here' }],
  });

  const before = await world.dump();
  for (const name of ['google-workspace.csv', 'intune-app-licences.csv']) {
    const again = await hands.tryOut(await listFixtures(name));
    expect(again.plan).toMatchObject({
      counts: { new: 0, changed: 0, same: 2 },
      users: [],
      licences: [],
      gone: [],
    });
  }
  expect(await world.dump()).toBe(before);

  expect(await hands.undo(second)).toEqual([]);
  expect((await licences()).every(({ trashedOn }) => trashedOn !== '')).toBe(true);
  expect(await users()).toHaveLength(2);
  expect(await hands.undo(first)).toEqual([]);
  expect(await users()).toEqual([]);
});

test('B9: a shorter list frees nothing, and one that comes back here stays free', async () => {
  const headings = 'Adam ID;E-post;Namn på person';
  const both = csv(
    headings,
    '900000000001;vera@nordby.example;',
    '900000000001;nils@nordby.example;',
  );
  await hands.bring(both);
  expect(await users()).toHaveLength(2);
  const less = await hands.tryOut(csv(headings, '900000000001;vera@nordby.example;'));
  expect(less.plan).toMatchObject({ gone: [], licences: [], counts: { same: 1 } });
  const [licence] = await licences();
  if (licence === undefined) throw new Error('no licence');
  const { doing } = world.records;
  const at = doing.call(world.records);
  const step = { id: 's-1', kind: 'taken-back', on: at.today, at: at.now + 1, by: 'sara' };
  const written = await world.records.change(licence.id, (now) => ({
    ok: true,
    value: { ...now, steps: [...now.steps, step] } as never,
  }));
  expect(written.ok).toBe(true);
  const again = await hands.tryOut(both);
  expect(again.plan.licences).toEqual([]);
  expect(again.plan.rows.map(({ why }) => why?.code ?? '')).toContain('free-since');
  await hands.tap(again);
  const now = (await licences()).map(({ steps }) => licenceState(steps));
  expect(now.toSorted()).toEqual(['assigned', 'free']);
});

test('B9: users of a library without a name leave a listed location as it is; all is the same again, and taken back', async () => {
  const people = csv('E-post;Förnamn;Efternamn;Plats', 'vera@nordby.example;Vera;Lind;Skolan');
  await hands.bring(people);
  const before = await users();
  expect(before.map(({ data }) => [data.location, data.locationId])).toEqual([['Skolan', '']]);
  const page = (uId: string): File[] => [
    new File(
      [
        JSON.stringify({
          users: [
            { clientUserId: 'u-8', email: 'vera@nordby.example', status: 'Retired' },
            {
              clientUserId: 'u-9',
              email: 'vera@nordby.example',
              status: 'Associated',
              idHash: 'x',
            },
          ],
          currentPageIndex: 0,
          totalPages: 1,
          size: 2,
          uId,
          versionId: 'v1',
        }),
      ],
      'users-0.json',
    ),
  ];
  const shown = await hands.tryOut(page('2049000000000901'));
  expect(shown.plan.rows.map(({ notes }) => notes.map(({ code }) => code))).toEqual([
    ['same-address-beside'],
    ['same-address-beside'],
  ]);
  const run = await hands.tap(shown);
  expect(await users()).toHaveLength(3);
  const places = (await users()).map(({ data }) => `${data.location} ${data.locationId}`);
  expect(new Set(places)).toEqual(new Set(['Skolan ', ' 2049000000000901']));
  for (const files of [people, page('2049000000000901')])
    expect((await hands.tryOut(files)).plan).toMatchObject({
      counts: { new: 0, changed: 0, unreadable: 0 },
      users: [],
    });
  expect(await hands.undo(run)).toEqual([]);
  expect((await users()).map(({ id, data }) => [id, data])).toEqual(
    before.map(({ id, data }) => [id, data]),
  );
});

const locationsHere = async (): Promise<void> => {
  for (const [id, location] of Object.entries({ 't-n': 'Norra', 't-s': 'Södra' })) {
    const made = await world.records.create({
      id,
      kind: 'content-token',
      programme: 'apple-licences',
      parent: '',
      data: { ...BLANK_TOKEN, v: 1, name: location, location, innerFingerprint: id },
    } as unknown as Draft);
    if (!made.ok) throw new Error(made.problem.code);
  }
};

test('B9: who is here without a location gets the one that is answered, which is taken back and comes again', async () => {
  await locationsHere();
  const list = csv('E-post;Förnamn;Efternamn', 'vera@nordby.example;Vera;Lind');
  const at = (id: string): Choice => ({ destination: { id }, orders: {} });
  const where = async () => (await users()).map(({ data }) => data.location);
  await hands.bring(list, { destination: 'new-batch', orders: {} });
  expect(await where()).toEqual(['']);
  for (const _ of ['once', 'and after it was undone']) {
    const shown = await hands.tryOut(list, at('t-n'));
    expect(shown.plan.rows).toMatchObject([
      { outcome: 'changed', changes: [{ field: 'location', from: '', to: 'Norra' }] },
    ]);
    const run = await hands.tap(shown);
    expect(await where()).toEqual(['Norra']);
    expect(((await world.records.get(run)) as ImportRun).data.changed).toMatchObject([
      { fields: { location: { from: '', to: 'Norra' } } },
    ]);
    expect((await hands.tryOut(list, at('t-n'))).plan).toMatchObject({
      counts: { new: 0, changed: 0, same: 1 },
      users: [],
    });
    expect(await hands.undo(run)).toEqual([]);
    expect(await where()).toEqual(['']);
  }
});

test('B9: who has licences at one location stays without another', async () => {
  await locationsHere();
  await hands.bring(csv('E-post;Förnamn;Efternamn', 'vera@nordby.example;Vera;Lind'), {
    destination: 'new-batch',
    orders: {},
  });
  await hands.bring(csv('Adam ID;E-post;Plats', '900000000008;vera@nordby.example;Södra'));
  const list = csv('E-post;Förnamn;Efternamn;Plats', 'vera@nordby.example;Vera;Lind;Norra');
  expect((await hands.tryOut(list)).plan).toMatchObject({
    rows: [
      {
        outcome: 'same',
        notes: [{ code: 'licences-elsewhere', params: { said: 'Norra', location: 'Södra' } }],
      },
    ],
    users: [],
  });
});
