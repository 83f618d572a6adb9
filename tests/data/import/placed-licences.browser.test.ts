import { beforeEach, describe, expect, test } from 'vitest';
import { licenceKey } from '#programmes/apple-licences/import/match/keys.ts';
import type { AssignedLicence } from '#programmes/apple-licences/rules/licence/assigned-licence.ts';
import type { VolumeApp } from '#programmes/apple-licences/rules/app/volume-app.ts';
import { newPerson } from '#workspace/rules/people/person-commands.ts';
import type { Draft } from '#core/record/record.ts';
import type { LicenceDryRun } from '#programmes/apple-licences/work/import/trial.ts';
import { listsIn } from '#tests/factories/lists-in-browser.ts';
import { openTestWorkspace, type TestWorkspace } from '#tests/factories/workspace-in-browser.ts';

let world: TestWorkspace;
let hands: ReturnType<typeof listsIn>;
beforeEach(async () => {
  world = await openTestWorkspace();
  hands = listsIn(world);
});

const ADAM_ID = '900000000001';
const uId = '2049000000000901';
const json = (name: string, body: unknown) => new File([JSON.stringify(body)], name);
/** Pages of who has a licence of the app, saved from Apple. */
const heldBy = (...users: readonly string[]) => [
  json('client-config.json', {
    uId,
    locationName: 'Björkdalens gymnasium',
    countryISO2ACode: 'SE',
  }),
  json('assignments-0.json', {
    currentPageIndex: 0,
    totalPages: 1,
    size: users.length,
    uId,
    versionId: 'v1',
    assignments: users.map((clientUserId) => ({
      adamId: ADAM_ID,
      pricingParam: 'STDQ',
      clientUserId,
    })),
  }),
];
const assigned = ({ plan }: LicenceDryRun) => plan.rows.filter(({ is }) => is === 'assignment');
/** The app's id, which is the same on every device: a dry run tells it. */
const idOfApp = async (): Promise<string> => (await hands.tryOut(heldBy('u-1'))).plan.apps[0]!.id;
const idOfLicence = async (target: string): Promise<string> =>
  world.vault.keyedId(...licenceKey(await idOfApp(), 'user', target));
const app = async (id: string) => (await world.records.get(id)) as VolumeApp;
const licences = async () =>
  ((await world.records.find({ kind: 'assigned-licence' })) as AssignedLicence[])
    .map(({ data }) => data.target)
    .sort();

const place = async (draft: Partial<Draft> & Pick<Draft, 'id' | 'kind' | 'data'>): Promise<void> =>
  expect(
    (await world.records.create({ programme: 'apple-licences', parent: '', ...draft })).ok,
  ).toBe(true);
const SAID = { source: '', asOf: '2199-01-01', at: 9 };
const OTHER = {
  v: 1,
  location: '',
  locationId: '',
  adamId: '42',
  pricingParam: 'STDQ',
  name: 'Annan',
  productType: 'Book',
  isRevocable: false,
  lowAt: 3,
  said: { ...SAID, total: 9 },
  installs: { ...SAID, failed: 1, pending: 0, installed: 0, notInstalled: 0 },
};
const placeApp = async (trashedOn = '', says: object = {}): Promise<string> => {
  const id = await idOfApp();
  await place({ id, kind: 'volume-app', trashedOn, data: { ...OTHER, ...says } });
  return id;
};
type Says = Partial<AssignedLicence['data']> & { readonly parent?: string };
const placeLicence = async (
  id: string,
  { parent = '', ...says }: Says,
  trashedOn = '',
): Promise<void> =>
  place({
    id,
    kind: 'assigned-licence',
    parent,
    trashedOn,
    data: { v: 1, to: 'user', target: 'nils', name: '', user: '', ...says } as Draft['data'],
  });

describe('A5, B9: an app in the place of the one in a list of assignments', () => {
  const told = { code: 'other-app-there', params: { name: 'Annan', number: '42' } };

  test.each(['', '2026-11-01'])(
    'of another number, in the trash on "%s", is reported once, and keeps nothing of what it was',
    async (day) => {
      const id = await placeApp(day);
      const before = (await app(id)).data;
      const dryRun = await hands.tryOut(heldBy('u-1', 'u-2'));
      expect(assigned(dryRun)).toMatchObject([
        { outcome: 'new', name: 'u-1', notes: [told] },
        { outcome: 'new', name: 'u-2', notes: [] },
      ]);
      const run = await hands.tap(dryRun);
      expect(await app(id)).toMatchObject({
        trashedOn: '',
        data: { adamId: ADAM_ID, name: '', productType: '' },
      });
      const { said, installs, lowAt, isRevocable } = (await app(id)).data;
      expect([said, installs, lowAt, isRevocable]).toEqual([
        undefined,
        undefined,
        undefined,
        undefined,
      ]);
      expect(await licences()).toEqual(['u-1', 'u-2']);
      expect(assigned(await hands.tryOut(heldBy('u-1', 'u-2')))).toMatchObject([
        { outcome: 'same', notes: [] },
        { outcome: 'same', notes: [] },
      ]);
      await hands.undo(run);
      const { origin: _origin, ...after } = (await app(id)).data;
      expect({ ...after, origin: undefined }).toEqual({ ...before, origin: undefined });
    },
  );

  test('is reported, and changed by the row, where the licence is known under it', async () => {
    const id = await placeApp();
    await placeLicence('anywhere', { parent: id, target: 'u-1' });
    const dryRun = await hands.tryOut(heldBy('u-1'));
    expect(assigned(dryRun)).toMatchObject([
      { outcome: 'changed', changes: [{ field: 'facts' }], notes: [told] },
    ]);
    const run = await hands.tap(dryRun);
    expect((await app(id)).data).toMatchObject({ adamId: ADAM_ID, name: '' });
    expect((await world.records.get(run))?.data).toMatchObject({ counts: { changed: 1, same: 1 } });
  });

  test('is not touched by a row that cannot be taken', async () => {
    const id = await placeApp();
    const draft = newPerson(await idOfLicence('u-1'), 'Ingen alls') as Draft;
    expect((await world.records.create(draft)).ok).toBe(true);
    const dryRun = await hands.tryOut(heldBy('u-1'));
    expect(assigned(dryRun)).toMatchObject([
      { outcome: 'unreadable', why: { code: 'record-not-understood' } },
    ]);
    await hands.tap(dryRun);
    expect((await app(id)).data).toMatchObject({ adamId: '42', name: 'Annan' });
  });

  test('keeps its name where only its place is another, and becomes the one of the list', async () => {
    const id = await placeApp('', { adamId: ADAM_ID, name: 'Läsresan', locationId: '7' });
    await hands.bring(heldBy('u-1'));
    expect((await app(id)).data).toMatchObject({
      adamId: ADAM_ID,
      name: 'Läsresan',
      locationId: uId,
      lowAt: 3,
    });
  });
});

describe('A5, B9: a licence in the place of the one in a list', () => {
  test.each([
    ['of another holder', {}, ''],
    ['of another holder, in the trash', {}, '2026-11-01'],
    ['of another app', { target: 'u-1', parent: 'another' }, ''],
  ])('%s, stays and is reported, and the one of the list comes beside it', async (_, says, day) => {
    const parent = await idOfApp();
    const id = await idOfLicence('u-1');
    await placeLicence(id, { parent, name: 'Nils', ...says }, day);
    const before = await world.records.get(id);
    const dryRun = await hands.tryOut(heldBy('u-1'));
    const told = { code: 'other-licence-there', params: { name: 'Nils' } };
    expect(assigned(dryRun)).toMatchObject([{ outcome: 'new', state: 'new', notes: [told] }]);
    await hands.tap(dryRun);
    expect(await world.records.get(id)).toEqual(before);
    const under = (await world.records.find({
      kind: 'assigned-licence',
      parent,
    })) as AssignedLicence[];
    expect(under.filter(({ data }) => data.target === 'u-1')).toHaveLength(1);
    expect(assigned(await hands.tryOut(heldBy('u-1')))).toMatchObject([
      { outcome: 'same', notes: [] },
    ]);
  });

  test('that was given by hand to whom Apple did not know yet is the one of the list', async () => {
    const parent = await idOfApp();
    await placeLicence(await idOfLicence('u-1'), { parent, target: '', user: 'u-1', name: 'Vera' });
    expect(assigned(await hands.tryOut(heldBy('u-1')))).toMatchObject([
      { outcome: 'same', notes: [] },
    ]);
  });
});
