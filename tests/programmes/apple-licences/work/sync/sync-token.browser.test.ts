import { beforeEach, describe, expect, test } from 'vitest';
import type { AssignedLicence } from '#programmes/apple-licences/rules/licence/assigned-licence.ts';
import type { ContentToken } from '#programmes/apple-licences/rules/token/content-token.ts';
import { countsOf } from '#programmes/apple-licences/rules/app/app-counts.ts';
import { giveLicences } from '#programmes/apple-licences/rules/app/app-commands.ts';
import { licenceState } from '#programmes/apple-licences/rules/licence/licence-life.ts';
import { readWholeNext } from '#programmes/apple-licences/rules/user/made-at-apple.ts';
import { findingOf, renewalOf } from '#programmes/apple-licences/rules/token/token-life.ts';
import { termsOf } from '#programmes/apple-licences/rules/user/user-terms.ts';
import type { VolumeApp } from '#programmes/apple-licences/rules/app/volume-app.ts';
import type { VolumeUser } from '#programmes/apple-licences/rules/user/volume-user.ts';
import { toTrash } from '#core/record/trash.ts';
import { roundStoreOf } from '#programmes/apple-licences/work/sync/round.ts';
import { syncToken } from '#programmes/apple-licences/work/sync/sync-token.ts';
import type { SyncProgress } from '#programmes/apple-licences/work/sync/sync-location.ts';
import { municipality } from '#simulator/apple/data/municipality.ts';
import { smallSchool } from '#simulator/apple/data/small-school.ts';
import { appleHere } from '#tests/factories/apple-here.ts';
import { listsIn } from '#tests/factories/lists-in-browser.ts';
import { openTestWorkspace, type TestWorkspace } from '#tests/factories/workspace-in-browser.ts';
import { onKind } from '#data/records/on-kind.ts';

const NOW = Date.UTC(2026, 10, 20, 7);

let workspace: TestWorkspace;

beforeEach(async () => (workspace = await openTestWorkspace()));

type Here = ReturnType<typeof appleHere>;

const syncing = (
  here: Here,
  id: string,
  {
    at = 0,
    signal = new AbortController().signal,
    told,
  }: { at?: number; signal?: AbortSignal; told?: (progress: SyncProgress) => void } = {},
) => {
  const { records, vault, id: workspaceId, clock } = workspace;
  return syncToken(
    {
      records,
      vault,
      workspaceId,
      client: here.client(at, () => clock.now()),
      signal,
      onProgress: told,
    },
    id,
  );
};

const tokenNow = async (id: string) => (await workspace.records.get(id)) as ContentToken;
const apps = async () => (await workspace.records.find({ kind: 'volume-app' })) as VolumeApp[];
const users = async () => (await workspace.records.find({ kind: 'volume-user' })) as VolumeUser[];
const licences = async () =>
  (await workspace.records.find({ kind: 'assigned-licence' })) as AssignedLicence[];
const held = async () => (await licences()).filter(({ steps }) => licenceState(steps) !== 'free');

describe('a sync of a location', () => {
  test('B7: brings apps with their counts, users with their terms, and who has which licence', async () => {
    const here = appleHere(municipality(NOW), { now: () => NOW, pageSize: 300 });
    const place = here.world.locations[3];
    const id = await here.taken(workspace, 3);
    const told: SyncProgress[] = [];
    const end = await syncing(here, id, { at: 3, told: (progress) => told.push(progress) });
    const counts = [place?.assets, place?.users, place?.assignments].map(
      (list) => list?.records.length,
    );
    expect(end).toMatchObject({ ok: true, apps: counts[0], users: counts[1], licences: counts[2] });
    expect([(await apps()).length, (await users()).length, (await held()).length]).toEqual(counts);
    const { data, steps } = await tokenNow(id);
    expect(data).toMatchObject({ location: 'Kvarnskolan', locationId: place?.config.uId });
    expect(data.sync).toMatchObject({ code: '', apps: counts[0], okAt: data.sync?.at });
    expect([data.invitation?.includes('%25inviteCode%25'), findingOf(steps)]).toEqual([
      true,
      undefined,
    ]);
    for (const app of await apps()) {
      const asset = place?.assets.records.find(
        ({ adamId, pricingParam }) =>
          adamId === app.data.adamId && pricingParam === app.data.pricingParam,
      );
      expect(countsOf(app).assigned).toBe(asset?.assignedCount);
      expect([app.data.origin, app.data.location]).toEqual([undefined, 'Kvarnskolan']);
    }
    // Told from the first page to the last write, and never backwards.
    const shares = told.map(({ share }) => share);
    expect([shares, shares.at(-1)]).toEqual([shares.toSorted((a, b) => a - b), 1]);
  });

  test('B7: whoever a list brought to the location is the user of that address, whether its library was known or not', async () => {
    const here = appleHere(municipality(NOW), { now: () => NOW });
    const place = here.world.locations[3];
    const [first, second] = (place?.users.records ?? []).filter(
      ({ status }) => status !== 'Retired',
    );
    if (place === undefined || first === undefined || second === undefined)
      throw new Error('an empty school');
    const heads = 'E-post;Förnamn;Efternamn;Plats';
    const list = (address: string): File[] => [
      new File([`${heads}\n${address};Vera;Lind;${place.config.locationName}`], 'lista.csv'),
    ];
    const hands = listsIn(workspace);
    await hands.bring(list(first.email ?? ''));
    const id = await here.taken(workspace, 3);
    await syncing(here, id, { at: 3 });
    const count = place.users.records.length;
    expect(await users()).toHaveLength(count);
    const joined = (await users()).find(({ data }) => data.email === first.email);
    expect(joined?.data).toMatchObject({
      name: 'Vera Lind',
      clientUserId: first.clientUserId,
      locationId: place.config.uId,
    });
    await hands.bring(list(second.email ?? ''));
    await syncing(here, id, { at: 3 });
    expect(await users()).toHaveLength(count);
  });

  test('B12: an invitation is kept sealed until it is accepted, and dropped then', async () => {
    const here = appleHere(municipality(NOW), { now: () => NOW });
    const id = await here.taken(workspace);
    await syncing(here, id);
    const invited = (await users()).filter((user) => termsOf(user) === 'invited');
    expect(invited.length).toBeGreaterThan(3);
    const [first] = invited;
    if (first?.data.invite === undefined) throw new Error('no invitation');
    expect(await workspace.vault.open(first.data.invite, { id: first.id, field: 'invite' })).toBe(
      `FAKE-INVITE-${first.data.clientUserId}`,
    );
    expect(await workspace.dump()).not.toContain('FAKE-INVITE');
    const there = here.world.locations[0]?.users.records.find(
      ({ clientUserId }) => clientUserId === first.data.clientUserId,
    );
    if (there === undefined) throw new Error('no such user');
    Object.assign(there, { status: 'Associated', idHash: 'x' });
    delete there.inviteCode;
    here.world.locations[0]?.users.write([there]);
    await syncing(here, id);
    const after = (await workspace.records.get(first.id)) as VolumeUser;
    expect([termsOf(after), after.data.invite]).toEqual(['accepted', undefined]);
  });

  test('B7: what was given and taken back at Apple since comes with the next one, and a whole read finds what is gone', async () => {
    const here = appleHere(smallSchool(NOW), { now: () => NOW });
    const id = await here.taken(workspace);
    await syncing(here, id);
    const place = here.world.locations[0];
    const [first] = place?.assignments.records ?? [];
    const asset = place?.assets.records.find(({ adamId }) => adamId === first?.adamId);
    if (place === undefined || first === undefined || asset === undefined)
      throw new Error('an empty school');
    place.assignments.records.splice(0, 1);
    place.assignments.write([]);
    Object.assign(asset, {
      assignedCount: asset.assignedCount - 1,
      availableCount: asset.availableCount + 1,
    });
    place.assets.write([asset]);
    const before = (await held()).length;
    await syncing(here, id);
    const app = (await apps()).find(({ data }) => data.adamId === asset.adamId);
    expect(app && countsOf(app)).toMatchObject({
      assigned: asset.assignedCount,
      free: asset.availableCount,
    });
    // What was removed leaves no trace among the changes: the next day's read is whole (apple.md
    // §2.4).
    expect((await held()).length).toBe(before);
    workspace.setToday('2026-11-21');
    await syncing(here, id);
    expect((await held()).length).toBe(before - 1);
    const gone = (await licences()).filter(({ steps }) => licenceState(steps) === 'free');
    expect(gone.map(({ data, steps }) => [data.target, steps.at(-1)?.kind])).toEqual([
      [first.serialNumber, 'not-listed'],
    ]);
  });

  test('B8: a move by hand counts on top until Apple speaks, and an app that is no longer listed is no longer owned', async () => {
    const here = appleHere(smallSchool(NOW), { now: () => NOW });
    const id = await here.taken(workspace);
    await syncing(here, id);
    const app = (await apps()).find(({ data }) => data.adamId === '900000001001');
    if (app === undefined) throw new Error('no app');
    await workspace.records.change(
      app.id,
      (now, doing) => giveLicences(now as VolumeApp, 3, doing) as never,
    );
    const now = async () => (await workspace.records.get(app.id)) as VolumeApp;
    expect(countsOf(await now())).toMatchObject({ assigned: 63, free: 17 });
    await syncing(here, id);
    expect(countsOf(await now())).toMatchObject({ assigned: 60, free: 20 });
    const place = here.world.locations[0];
    place?.assets.records.splice(0, 1);
    place?.assets.write([]);
    await syncing(here, id);
    expect(countsOf(await now())).toMatchObject({ owned: 0, assigned: 0, free: 0 });
  });

  test('B7: an app in the trash that Apple still lists comes back, as one that was never deleted', async () => {
    const here = appleHere(smallSchool(NOW), { now: () => NOW });
    const id = await here.taken(workspace);
    await syncing(here, id);
    const [app] = await apps();
    await workspace.records.change(app?.id ?? '', toTrash);
    expect(await apps()).toHaveLength(2);
    await syncing(here, id);
    expect(await apps()).toHaveLength(3);
  });

  test('B7: users that another system made are foreign, and known as such', async () => {
    const snapshot = municipality(NOW);
    const config = snapshot.locations[0]?.clientConfig as { mdmInfo?: object };
    config.mdmInfo = { id: 'other', name: 'Jamf Pro', metadata: '11' };
    const here = appleHere(snapshot, { now: () => NOW });
    const id = await here.taken(workspace, 0, { system: 'intune' });
    await syncing(here, id);
    expect((await users()).every(({ data }) => data.isForeign === true)).toBe(true);
    const token = await tokenNow(id);
    expect([findingOf(token.steps)?.kind, findingOf(token.steps)?.note]).toEqual([
      'claimed',
      'Jamf Pro',
    ]);
    expect(token.data.holder).toMatchObject({ id: 'other', name: 'Jamf Pro' });
  });
});

describe('a sync that was cut off', () => {
  test('B7: goes on where it was: what is stored is not read again', async () => {
    const here = appleHere(municipality(NOW), { now: () => NOW, pageSize: 100 });
    const id = await here.taken(workspace, 2);
    here.faults({ kind: 'invalid-token', path: '/assignments', after: 9, times: 1 });
    const end = await syncing(here, id, { at: 2 });
    expect(end).toMatchObject({ ok: false, code: 'reply-number', number: 9622 });
    expect(findingOf((await tokenNow(id)).steps)?.kind).toBe('invalid');
    const kept = await roundStoreOf(workspace.id, id).read();
    expect(kept?.assignments?.read.index).toBeGreaterThan(3);
    expect(JSON.stringify(kept)).not.toContain('FAKE-INVITE');
    here.world.asked.splice(0);
    expect(await syncing(here, id, { at: 2 })).toMatchObject({ ok: true });
    const asked = here.world.asked.map(({ path }) => path);
    expect([asked.includes('/users'), asked.includes('/assets')]).toEqual([false, false]);
    expect(asked.filter((path) => path === '/assignments').length).toBeLessThan(17);
    expect((await held()).length).toBe(here.world.locations[2]?.assignments.records.length);
    // Apple let it in: what was found out about it no longer holds.
    expect(findingOf((await tokenNow(id)).steps)).toBeUndefined();
    expect(await roundStoreOf(workspace.id, id).read()).toBeUndefined();
  });

  test('B7: restarts, and reads everything, where something happened at Apple meanwhile', async () => {
    const here = appleHere(municipality(NOW), { now: () => NOW, pageSize: 100 });
    const id = await here.taken(workspace, 2);
    const sinceIn = () =>
      here.world.asked
        .splice(0)
        .filter(({ path }) => path === '/users' || path === '/assignments')
        .map(({ query }) => 'sinceVersionId' in query);
    await syncing(here, id, { at: 2 });
    here.world.asked.splice(0);
    here.faults({ kind: 'invalid-token', path: '/assignments', times: 1 });
    await syncing(here, id, { at: 2 });
    expect(sinceIn()).not.toContain(false);
    // Told by another device, whose clock is a year behind or ahead; the round is kept on this one.
    for (const years of [-1, 1]) {
      await workspace.records.change(
        id,
        onKind('content-token', (token, doing) =>
          readWholeNext(token, { now: doing.now + years * 365 * 86_400_000 }),
        ),
      );
      expect(await syncing(here, id, { at: 2 })).toMatchObject({ ok: true });
      const asked = sinceIn();
      expect([asked.length > 2, asked.includes(true)]).toEqual([true, false]);
      expect(await syncing(here, id, { at: 2 })).toMatchObject({ ok: true });
      expect(sinceIn()).not.toContain(false);
    }
  });

  test('B7: stopped by a person it says so, and Apple away for a day changes nothing', async () => {
    const here = appleHere(smallSchool(NOW), { now: () => NOW });
    const id = await here.taken(workspace);
    const stop = new AbortController();
    stop.abort();
    expect(await syncing(here, id, { signal: stop.signal })).toMatchObject({
      ok: false,
      code: 'stopped',
      mayPass: true,
    });
    here.faults({ kind: 'down', retryAfter: 86_400 });
    const end = await syncing(here, id);
    expect(end).toMatchObject({ ok: false, code: 'reply-down', mayPass: true });
    const { data } = await tokenNow(id);
    expect((data.sync?.notBefore ?? 0) - (data.sync?.at ?? 0)).toBeGreaterThan(80_000_000);
    expect([await apps(), data.sync?.okAt]).toEqual([[], 0]);
  });
});

describe('a token that is not the one it was', () => {
  test('B6: of another location is refused, and nothing of it is written', async () => {
    const here = appleHere(municipality(NOW), { now: () => NOW });
    const id = await here.taken(workspace, 0);
    await syncing(here, id);
    const before = (await apps()).length;
    expect(await syncing(here, id, { at: 1 })).toMatchObject({
      ok: false,
      code: 'other-location',
      params: { now: 'Nordby gymnasium', next: 'Sjöskolan' },
    });
    expect([(await apps()).length, (await tokenNow(id)).data.location]).toEqual([
      before,
      'Nordby gymnasium',
    ]);
  });

  test('B2: of a location that another one has already is a duplicate, until that one is gone', async () => {
    const here = appleHere(smallSchool(NOW), { now: () => NOW });
    const first = await here.taken(workspace);
    await syncing(here, first);
    const second = await here.taken(workspace);
    expect(await syncing(here, second)).toMatchObject({
      ok: false,
      code: 'duplicate-location',
      params: { name: 'Token 1' },
    });
    expect(findingOf((await tokenNow(second)).steps)?.kind).toBe('duplicate');
    await workspace.records.change(first, toTrash);
    expect(await syncing(here, second)).toMatchObject({ ok: true });
    expect(findingOf((await tokenNow(second)).steps)).toBeUndefined();
  });

  test.each([
    ['revoked', 9625, 'revoked'],
    ['expired', 9621, 'invalid'],
    ['invalid-token', 9622, 'invalid'],
  ] as const)('B2: %s at Apple (%i) is found to be %s', async (kind, number, found) => {
    const here = appleHere(smallSchool(NOW), { now: () => NOW });
    const id = await here.taken(workspace);
    here.faults({ kind });
    expect(await syncing(here, id)).toMatchObject({ ok: false, number });
    const finding = findingOf((await tokenNow(id)).steps);
    expect([finding?.kind, finding?.note]).toEqual([found, `Apple ${number}`]);
  });

  test('B6: the check of a renewal is the first sync with its new file', async () => {
    const here = appleHere(smallSchool(NOW), { now: () => NOW });
    const id = await here.taken(workspace);
    await workspace.records.change(
      id,
      onKind('content-token', (token, doing) => ({
        ok: true,
        value: {
          ...token,
          steps: [
            ...token.steps,
            { id: doing.newId(), kind: 'renewed', on: doing.today, at: doing.now, by: 'sara' },
          ],
        },
      })),
    );
    await syncing(here, id);
    const { steps } = await tokenNow(id);
    expect([steps.at(-1)?.kind, renewalOf(steps).every(({ done }) => done === undefined)]).toEqual([
      'checked',
      true,
    ]);
  });
});
