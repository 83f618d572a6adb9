import { beforeEach, expect, test } from 'vitest';
import type { VolumeUser } from '#programmes/apple-licences/rules/user/volume-user.ts';
import { syncToken } from '#programmes/apple-licences/work/sync/sync-token.ts';
import { municipality } from '#simulator/apple/data/municipality.ts';
import { appleHere } from '#tests/factories/apple-here.ts';
import { openTestWorkspace, type TestWorkspace } from '#tests/factories/workspace-in-browser.ts';

const NOW = Date.UTC(2026, 10, 20, 7);
const LATER = 'apple-licences.accounts-2025';

let workspace: TestWorkspace;
beforeEach(async () => (workspace = await openTestWorkspace()));

/** A location whose token another system holds than the one that is named here. */
const othersHere = async () => {
  const snapshot = municipality(NOW);
  const config = snapshot.locations[0]?.clientConfig as { mdmInfo?: object };
  config.mdmInfo = { id: 'other', name: 'Jamf Pro', metadata: '11' };
  const here = appleHere(snapshot, { now: () => NOW });
  const id = await here.taken(workspace, 0, { system: 'intune' });
  const { records, vault, id: workspaceId, clock } = workspace;
  const signal = new AbortController().signal;
  const client = () => here.client(0, () => clock.now());
  const sync = () => syncToken({ records, vault, workspaceId, client: client(), signal }, id);
  return { here, sync };
};

const choose = (accountsEdition: string) =>
  workspace.records.change('workspace', (now) => ({
    ok: true,
    value: { ...now, data: { ...now.data, accountsEdition } as never },
  }));

const invitations = async (): Promise<number> => {
  const users = (await workspace.records.find({ kind: 'volume-user' })) as VolumeUser[];
  expect([users.length > 3, users.every(({ data }) => data.isForeign === true)]).toEqual([
    true,
    true,
  ]);
  return users.filter(({ data }) => data.invite !== undefined).length;
};

test('B12: invitations of another system’s users are not kept in the edition of 2016, and are in the later one', async () => {
  const { sync } = await othersHere();
  expect(await sync()).toMatchObject({ ok: true });
  expect(await invitations()).toBe(0);
  await choose(LATER);
  workspace.setToday('2026-11-22');
  expect(await sync()).toMatchObject({ ok: true });
  expect(await invitations()).toBeGreaterThan(3);
});

test('B12: those that are stored from the later edition go with the next sync, whoever changed at Apple', async () => {
  const { here, sync } = await othersHere();
  await choose(LATER);
  await sync();
  const kept = await invitations();
  await choose('apple-licences.accounts-2016');
  here.world.asked.splice(0);
  expect(await sync()).toMatchObject({ ok: true });
  // Only what changed was asked for, and nothing had.
  expect(here.world.asked.find(({ path }) => path === '/users')?.query).toHaveProperty(
    'sinceVersionId',
  );
  expect([kept > 3, await invitations()]).toEqual([true, 0]);
});
