import { beforeEach, describe, expect, test } from 'vitest';
import { BLANK_APP, writeApp } from '#programmes/apple-licences/rules/app/app-commands.ts';
import type { AssignedLicence } from '#programmes/apple-licences/rules/licence/assigned-licence.ts';
import type { ContentToken } from '#programmes/apple-licences/rules/token/content-token.ts';
import { licenceState } from '#programmes/apple-licences/rules/licence/licence-life.ts';
import { endSync } from '#programmes/apple-licences/rules/sync/sync-commands.ts';
import { isSyncDue } from '#programmes/apple-licences/rules/sync/sync-times.ts';
import { renewToken } from '#programmes/apple-licences/rules/token/token-commands.ts';
import { findingOf, renewalOf } from '#programmes/apple-licences/rules/token/token-life.ts';
import type { VolumeApp } from '#programmes/apple-licences/rules/app/volume-app.ts';
import type { VolumeUser } from '#programmes/apple-licences/rules/user/volume-user.ts';
import { fromTrash, toTrash } from '#core/record/trash.ts';
import type { AppleClient } from '#programmes/apple-licences/work/api/client.ts';
import { syncToken } from '#programmes/apple-licences/work/sync/sync-token.ts';
import { hourOfDay } from '#platform/clock.ts';
import { municipality } from '#simulator/apple/data/municipality.ts';
import { smallSchool } from '#simulator/apple/data/small-school.ts';
import { appleHere } from '#tests/factories/apple-here.ts';
import { openTestWorkspace, type TestWorkspace } from '#tests/factories/workspace-in-browser.ts';
import { onKind } from '#data/records/on-kind.ts';

const NOW = Date.UTC(2026, 10, 20, 7);

let workspace: TestWorkspace;
beforeEach(async () => (workspace = await openTestWorkspace()));

type Here = ReturnType<typeof appleHere>;
const school = (): Here => appleHere(smallSchool(NOW), { now: () => NOW });
const clientOf = (here: Here): AppleClient => here.client(0, () => workspace.clock.now());
const sync = (here: Here, id: string, client = clientOf(here)) => {
  const { records, vault, id: workspaceId } = workspace;
  return syncToken(
    { records, vault, workspaceId, client, signal: new AbortController().signal },
    id,
  );
};
const tokenNow = async (id: string) => (await workspace.records.get(id)) as ContentToken;
const placeOf = (here: Here) => {
  const [place] = here.world.locations;
  if (place === undefined) throw new Error('no location');
  return place;
};

/** A new file takes the old one's place. */
const renew = (id: string) =>
  workspace.records.change(
    id,
    onKind('content-token', (token, doing) => {
      const file = {
        organization: token.data.organization,
        expiresAt: '2028-01-01T00:00:00Z',
        lastDay: '2028-01-01',
      };
      return renewToken(token, { file, fingerprint: 'new', sealed: token.data.sealed }, [], doing);
    }),
  );

/** A client that reads as it does, but for one thing that happens before. */
const before = (here: Here, work: (client: AppleClient) => Promise<unknown>): AppleClient => {
  const real = clientOf(here);
  return { ...real, service: async (signal) => (await work(real), real.service(signal)) };
};

describe('a sync says nothing of a file that it was not made with', () => {
  test('B6: renewed meanwhile, neither a finding nor the check of the renewal is written', async () => {
    const here = school();
    const id = await here.taken(workspace);
    expect(
      await sync(
        here,
        id,
        before(here, () => renew(id)),
      ),
    ).toMatchObject({ ok: true });
    expect((await tokenNow(id)).steps.some(({ kind }) => kind === 'checked')).toBe(false);
    here.faults({ kind: 'revoked', path: '/users' });
    await sync(
      here,
      id,
      before(here, () => Promise.resolve()),
    );
    const { steps } = await tokenNow(id);
    expect([
      findingOf(steps)?.kind,
      renewalOf(steps).some(({ done }) => done !== undefined),
    ]).toEqual(['revoked', true]);
  });

  test('B6: what the old file failed with is gone with it, and the new one is due', async () => {
    const here = school();
    const id = await here.taken(workspace);
    here.faults({ kind: 'revoked', times: 1 });
    await sync(here, id);
    await renew(id);
    const { data, steps } = await tokenNow(id);
    expect([data.sync?.code, findingOf(steps)]).toEqual(['', undefined]);
    expect(isSyncDue(data.sync, workspace.clock.now(), hourOfDay)).toBe(true);
  });
});

describe('what was known before meets what Apple says', () => {
  test('B8: an app that a list brought under the location’s name is the very one, also under the name that the token has', async () => {
    for (const [number, typed] of ['', 'Friskolan'].entries()) {
      const here = school();
      const id = await here.taken(workspace);
      const location = typed || placeOf(here).config.locationName;
      if (number > 0) await workspace.end();
      if (number > 0) workspace = await openTestWorkspace();
      const token = number > 0 ? await here.taken(workspace) : id;
      const input = { ...BLANK_APP, name: 'Ordlek', adamId: '900000001001', location, owned: '80' };
      const draft = writeApp({ id: 'hand' }, input, [], workspace.records.doing());
      if (!draft.ok) throw new Error(draft.problem.code);
      await workspace.records.create(draft.value as never);
      await workspace.records.change(
        token,
        onKind('content-token', (record) => ({
          ok: true,
          value: { ...record, data: { ...record.data, location: typed } },
        })),
      );
      await sync(here, token);
      const apps = (await workspace.records.find({ kind: 'volume-app' })) as VolumeApp[];
      expect(apps.filter(({ data }) => data.adamId === '900000001001').map(({ id }) => id)).toEqual(
        ['hand'],
      );
    }
  });

  test('B7: a whole list that names nobody frees all', async () => {
    const here = school();
    const id = await here.taken(workspace);
    await sync(here, id);
    placeOf(here).assignments.records.splice(0);
    placeOf(here).assignments.write([]);
    workspace.setToday('2026-11-22');
    await sync(here, id);
    const licences = (await workspace.records.find({
      kind: 'assigned-licence',
    })) as AssignedLicence[];
    expect(licences.filter(({ steps }) => licenceState(steps) !== 'free')).toEqual([]);
  });

  test('B12: a new invitation of Apple’s takes the place of the one that is kept', async () => {
    const here = appleHere(municipality(NOW), { now: () => NOW });
    const id = await here.taken(workspace);
    await sync(here, id);
    const users = (await workspace.records.find({ kind: 'volume-user' })) as VolumeUser[];
    const user = users.find(({ data }) => data.invite !== undefined);
    const there = placeOf(here).users.records.find(
      ({ clientUserId }) => clientUserId === user?.data.clientUserId,
    );
    if (user === undefined || there === undefined) throw new Error('nobody is invited');
    Object.assign(there, { inviteCode: 'FAKE-NEW' });
    placeOf(here).users.write([there]);
    await sync(here, id);
    const { invite } = ((await workspace.records.get(user.id)) as VolumeUser).data;
    if (invite === undefined) throw new Error('the invitation is gone');
    expect(await workspace.vault.open(invite, { id: user.id, field: 'invite' })).toBe('FAKE-NEW');
  });
});

describe('what was found out of a token', () => {
  test('B2: a sync that was cut off says who holds it, too', async () => {
    const here = school();
    const id = await here.taken(workspace, 0, { system: 'intune' });
    Object.assign(placeOf(here).config, {
      mdmInfo: { id: 'other', name: 'Jamf Pro', metadata: 'x' },
    });
    here.faults({ kind: 'refuse', number: 9634, path: '/assignments', times: 1 });
    expect(await sync(here, id)).toMatchObject({ ok: false });
    expect(findingOf((await tokenNow(id)).steps)?.kind).toBe('claimed');
  });

  test('B2: of two tokens of a location the first goes on, whichever comes out of the trash', async () => {
    const here = school();
    const first = await here.taken(workspace);
    await sync(here, first);
    await workspace.records.change(first, toTrash);
    const second = await here.taken(workspace);
    expect(await sync(here, second)).toMatchObject({ ok: true });
    await workspace.records.change(first, fromTrash);
    expect(await sync(here, first)).toMatchObject({ ok: true });
    expect(await sync(here, second)).toMatchObject({ ok: false, code: 'duplicate-location' });
  });

  test('B2: on its own last day, after its hour, it is over and not invalid', async () => {
    const here = school();
    const token = await tokenNow(await here.taken(workspace));
    const end = { ok: false, code: 'reply-number', number: 9621, verdict: 'expired' } as const;
    const found = (now: number) => {
      const doing = { ...workspace.records.doing(), today: token.data.lastDay, now };
      const ended = endSync(token, undefined, end, doing);
      return ended.ok ? findingOf(ended.value.steps ?? [])?.kind : ended.problem.code;
    };
    const over = Date.parse(token.data.expiresAt);
    expect([found(over - 1), found(over + 1)]).toEqual(['invalid', undefined]);
  });
});

test('B7: a lock that closes in the middle leaves the sync due, and no failure is noted', async () => {
  const here = appleHere(municipality(NOW), { now: () => NOW });
  const id = await here.taken(workspace);
  const end = await sync(
    here,
    id,
    before(here, async () => workspace.vault.lock()),
  );
  const { data } = await tokenNow(id);
  expect([end, data.sync]).toMatchObject([{ ok: false, code: 'vault-locked' }, undefined]);
  expect(isSyncDue(data.sync, workspace.clock.now(), hourOfDay)).toBe(true);
});
