import { beforeEach, describe, expect, test } from 'vitest';
import { ok } from '#core/result.ts';
import type { Draft } from '#core/record/record.ts';
import { onKind } from '#data/records/on-kind.ts';
import { openSheet } from '#data/import/read/sheet-reader.ts';
import {
  BLANK_TOKEN,
  renewToken,
  takeToken,
} from '#programmes/apple-licences/rules/token/token-commands.ts';
import { findingOf } from '#programmes/apple-licences/rules/token/token-life.ts';
import { listFixtures, listsIn } from '#tests/factories/lists-in-browser.ts';
import { openTestWorkspace, type TestWorkspace } from '#tests/factories/workspace-in-browser.ts';
import { onlyPart } from '#tests/factories/lot-here.ts';
import { closedWithTest } from '#tests/factories/opened-files.ts';

let world: TestWorkspace;
let hands: ReturnType<typeof listsIn>;
beforeEach(async () => {
  world = await openTestWorkspace();
  hands = listsIn(world);
});

const manyTokens = () =>
  world.records.change(
    'workspace',
    onKind('workspace', (now) =>
      ok({ ...now, data: { ...now.data, accountsEdition: 'apple-licences.accounts-2025' } }),
    ),
  );
const tokens = () => world.records.find({ kind: 'content-token', isReadable: true });
const apps = () => world.records.find({ kind: 'volume-app', isReadable: true });
const deployments = () => world.records.find({ kind: 'app-deployment', isReadable: true });
const json = (name: string, body: unknown) => new File([JSON.stringify(body)], name);

const ORGANIZATION = 'Björkdalens kommun';
const APPLE_ID = 'innehall@bjorkdalen.example';
const FILE = {
  file: { organization: ORGANIZATION, expiresAt: '2027-06-08T09:26:53Z', lastDay: '2027-06-08' },
  fingerprint: 'a'.repeat(64),
};

const byHand = async (given: Partial<typeof BLANK_TOKEN>): Promise<string> => {
  const taken = takeToken(
    crypto.randomUUID(),
    { ...BLANK_TOKEN, name: 'För hand', appleId: APPLE_ID, ...given },
    FILE,
    { edition: 'apple-licences.accounts-2025', knowsForGood: true, others: [] },
    world.records.doing(),
  );
  if (!taken.ok) throw new Error(taken.problem.code);
  await world.records.create(taken.value as Draft);
  return taken.value.id;
};

describe('B9: tokens of Intune', () => {
  test('B9: tokens that are not here are noted without their files, with what is wrong with them; the same file again changes nothing, and undo takes them back', async () => {
    await manyTokens();
    const files = await listFixtures('graph-vpp-tokens-named.json');
    const dryRun = await hands.tryOut(files);
    expect(dryRun.plan.counts).toMatchObject({ new: 5, changed: 0, unreadable: 0 });
    expect(dryRun.plan.rows.map(({ notes }) => notes.map(({ code }) => code))).toEqual([
      ['without-its-file'],
      ['expired-in-intune', 'without-its-file'],
      ['claimed-from-intune', 'without-its-file'],
      ['duplicate-in-intune', 'without-its-file'],
      ['sync-failed-in-intune', 'without-its-file'],
    ]);
    const run = await hands.tap(dryRun);
    const there = new Map((await tokens()).map((token) => [token.data.location, token]));
    expect(there.size).toBe(5);
    expect(there.get('Björkdalens gymnasium')?.data).toMatchObject({
      name: 'Björkdalen gymnasium',
      appleId: APPLE_ID,
      organization: ORGANIZATION,
      expiresAt: '2027-06-08T09:26:53Z',
      lastDay: '2027-06-08',
      system: 'intune',
      fingerprint: '',
      owner: 'sara',
    });
    expect(there.get('Björkdalens förskolor')?.data.system).toBe('');
    expect([...there.values()].flatMap(({ steps }) => findingOf(steps)?.kind ?? []).sort()).toEqual(
      ['claimed', 'duplicate'],
    );
    const before = await world.dump();
    const again = await hands.tryOut(files);
    expect(again.plan.counts).toMatchObject({ new: 0, changed: 0, same: 5 });
    expect(await world.dump()).toBe(before);
    expect(await hands.undo(run)).toEqual([]);
    expect(await tokens()).toEqual([]);
    const back = await hands.tryOut(files);
    expect(back.plan.rows.map(({ state }) => state)).toEqual(Array(5).fill('restored'));
  });

  test('B9: a token that is here gets what is missing, shown before and after, and undo gives it back', async () => {
    await manyTokens();
    const id = await byHand({ location: '', system: 'jamf' });
    const before = await world.records.get(id);
    const [list] = await listFixtures('graph-vpp-tokens-named.json');
    const { value } = JSON.parse(await list!.text()) as { value: object[] };
    const files = [
      json('token.json', { value: [{ ...value[0], state: 'invalid', token: 'FAKE-NOT-A-TOKEN' }] }),
    ];
    const dryRun = await hands.tryOut(files);
    expect(dryRun.plan.rows).toMatchObject([
      {
        outcome: 'changed',
        name: 'För hand',
        parent: id,
        changes: [
          { field: 'location', from: '', to: 'Björkdalens gymnasium' },
          { field: 'alsoIn', from: '', to: 'Microsoft Intune' },
          { field: 'found', from: '', to: 'invalid' },
        ],
        notes: [{ code: 'invalid-in-intune' }],
      },
    ]);
    const run = await hands.tap(dryRun);
    const [now] = await tokens();
    expect(now?.data).toMatchObject({ location: 'Björkdalens gymnasium', system: 'jamf' });
    expect(findingOf(now!.steps)).toMatchObject({ kind: 'invalid' });
    expect(await world.dump()).not.toContain('FAKE-NOT-A-TOKEN');
    expect((await hands.tryOut(files)).plan.counts).toMatchObject({ changed: 0, same: 1 });
    expect(await hands.undo(run)).toEqual([]);
    const [after] = await tokens();
    expect(after?.data).toEqual(before?.data);
    expect(findingOf(after!.steps)).toBeUndefined();
  });

  test('B9: the file of a token that a list named is its first one, and the list says no more of it', async () => {
    await manyTokens();
    const files = await listFixtures('graph-vpp-tokens-named.json');
    await hands.bring(files);
    const token = (await tokens()).find(({ data }) => data.location === 'Björkdalens gymnasium')!;
    const others = (await tokens()).filter(({ id }) => id !== token.id);
    const taken = await world.records.change(
      token.id,
      onKind('content-token', (now, doing) => renewToken(now, FILE, others, doing)),
    );
    expect(taken.ok).toBe(true);
    expect((await hands.tryOut(files)).plan.counts).toMatchObject({ new: 0, changed: 0, same: 5 });
  });

  test('B3, B9: by the rules of 2016 there is one token', async () => {
    const dryRun = await hands.tryOut(await listFixtures('graph-vpp-tokens-named.json'));
    expect(dryRun.plan.counts).toMatchObject({ new: 1, unreadable: 4 });
    expect(dryRun.plan.rows[0]?.notes).toContainEqual({ code: 'account-is-for-good' });
    expect(dryRun.plan.rows[1]?.why).toEqual({
      code: 'one-token-only',
      params: { name: 'Björkdalen gymnasium' },
    });
  });
});

describe('B9: apps and what is done with them', () => {
  test('B9, B11: assignments to groups become deployments, the others say why not; read again they change nothing, and undo takes them back', async () => {
    await manyTokens();
    const files = await listFixtures('graph-apps-assigned.json');
    const dryRun = await hands.tryOut(files);
    expect(dryRun.waiting.sheets.map(({ kind, rowCount }) => [kind, rowCount])).toEqual([
      ['apps', 3],
      ['deployments', 6],
    ]);
    expect(dryRun.plan.rows.slice(3).map(({ outcome, why }) => why?.code ?? outcome)).toEqual([
      'new',
      'new',
      'leaves-a-group-out',
      'new',
      'goes-to-all-users',
      'goes-to-all-devices',
    ]);
    const run = await hands.tap(dryRun);
    const there = await deployments();
    expect(there.map(({ data }) => [data.group.at(-1), data.intent].join(' ')).sort()).toEqual([
      '1 required',
      '1 uninstall',
      '2 available',
    ]);
    const ids = new Set((await apps()).map(({ id }) => id));
    expect(there.every(({ parent }) => ids.has(parent))).toBe(true);
    const before = await world.dump();
    expect((await hands.tryOut(files)).plan.counts).toMatchObject({ new: 0, changed: 0 });
    expect(await world.dump()).toBe(before);
    const list = JSON.parse(await files[0]!.text()) as {
      value: { assignments: { intent: string }[] }[];
    };
    list.value[0]!.assignments[0]!.intent = 'uninstall';
    const other = await hands.tryOut([json('graph.json', list)]);
    expect(other.plan.rows.filter(({ outcome }) => outcome === 'changed')).toMatchObject([
      { is: 'deployment', changes: [{ field: 'intent', from: 'required', to: 'uninstall' }] },
    ]);
    const second = await hands.tap(other);
    expect(await hands.undo(second)).toEqual([]);
    expect((await deployments()).map(({ data }) => data.intent).sort()).toEqual([
      'available',
      'required',
      'uninstall',
    ]);
    expect(await hands.undo(run)).toEqual([]);
    expect([await deployments(), await apps()]).toEqual([[], []]);
  });

  test('B9: apps and tokens together are at the locations of the tokens, and the same files again change nothing', async () => {
    await manyTokens();
    const named = {
      vppTokenOrganizationName: ORGANIZATION,
      vppTokenAppleId: APPLE_ID,
    };
    const files = [
      json('apps.json', {
        value: [
          {
            ...named,
            displayName: 'Testapp Skogen',
            appStoreUrl: 'https://apps.apple.com/se/app/testapp/id900000000041',
            totalLicenseCount: 3,
          },
        ],
      }),
      json('tokens.json', {
        value: [
          {
            id: '1',
            organizationName: ORGANIZATION,
            appleId: APPLE_ID,
            locationName: 'Gymnasiet',
            state: 'valid',
            expirationDateTime: '2027-06-08T09:26:53Z',
          },
        ],
      }),
    ];
    await hands.bring(files);
    expect((await apps()).map(({ data }) => data.location)).toEqual(['Gymnasiet']);
    expect((await hands.tryOut(files)).plan.counts).toMatchObject({ new: 0, changed: 0 });
  });

  test('B9: apps that were here before their token stay where they are', async () => {
    await manyTokens();
    const listed = await listFixtures('graph-ios-vpp-apps.json');
    await hands.bring(listed);
    await hands.bring(await listFixtures('graph-vpp-tokens.json'));
    expect((await hands.tryOut(listed)).plan.counts).toMatchObject({ new: 0, changed: 0 });
    await hands.bring(await listFixtures('graph-vpp-tokens-named.json'));
    expect((await hands.tryOut(listed)).plan.counts).toMatchObject({ new: 0, changed: 0 });
  });
});

test('B9, B13: statuses of devices are installations of the app that their address names', async () => {
  await hands.bring(await listFixtures('graph-apps-assigned.json'));
  const app = (await apps()).find(({ data }) => data.adamId === '900000000041')!;
  for (const serial of ['DMPXTEST0001', 'DMPXTEST0002', 'DMPXTEST0004'])
    await world.records.create({
      id: `licence-${serial}`,
      kind: 'assigned-licence',
      programme: 'apple-licences',
      parent: app.id,
      data: { v: 1, to: 'device', target: serial, name: '', user: '' },
    } as Draft);
  const statuses = await listFixtures('graph-device-statuses.json');
  const alone = await hands.tryOut(statuses);
  expect(alone.plan.asksApp).toMatchObject([{ id: app.id, rows: 3 }]);
  const files = [...statuses, ...(await listFixtures('graph-apps-assigned.json'))];
  const dryRun = await hands.tryOut(files);
  expect(dryRun.plan.asksApp).toEqual([]);
  expect(
    dryRun.plan.rows
      .filter(({ is }) => is === 'install')
      .map(({ outcome, why }) => why?.code ?? outcome),
  ).toEqual(['changed', 'changed', 'no-such-licence', 'changed']);
  const run = await hands.tap(dryRun);
  const failed = await world.records.get('licence-DMPXTEST0002');
  expect(failed?.data).toMatchObject({ install: { state: 'failed', code: '0x87D13B7E' } });
  expect((await hands.tryOut(files)).plan.counts).toMatchObject({ new: 0, changed: 0 });
  expect(await hands.undo(run)).toEqual([]);
});

test('B9: statuses of two apps that nothing names are not taken for one', async () => {
  const of = (id: string) =>
    json(`${id}.json`, {
      '@odata.context': `https://graph.microsoft.com/beta/$metadata#deviceAppManagement/mobileApps('${id}')/deviceStatuses`,
      value: [{ deviceName: 'iPad', installState: 'installed' }],
    });
  const opened = await openSheet([of('a'), of('b')]);
  if (!opened.ok) throw new Error(opened.problem.code);
  closedWithTest(opened.value);
  // Each is asked about for itself.
  expect(onlyPart(opened.value).files).toMatchObject([
    { name: 'a.json', sheets: [{ name: 'a.json' }] },
    { name: 'b.json', sheets: [{ name: 'b.json' }] },
  ]);
});
