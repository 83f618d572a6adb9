import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { AssignedLicence } from '#programmes/apple-licences/rules/licence/assigned-licence.ts';
import { licenceState } from '#programmes/apple-licences/rules/licence/licence-life.ts';
import { roundStoreOf } from '#programmes/apple-licences/work/sync/round.ts';
import { holding } from '#platform/held.ts';
import { municipality } from '#simulator/apple/data/municipality.ts';
import { smallSchool } from '#simulator/apple/data/small-school.ts';
import { openTestWorkspace, type TestWorkspace } from '#tests/factories/workspace-in-browser.ts';
import { appleInUse } from './apple-in-use.ts';

const NOW = Date.UTC(2026, 10, 20, 7);

let workspace: TestWorkspace;
beforeEach(async () => (workspace = await openTestWorkspace()));
afterEach(() => void vi.unstubAllGlobals());

const many = () =>
  appleInUse(workspace, municipality(NOW), { at: 2, now: () => NOW, pageSize: 100 });
type Place = Awaited<ReturnType<typeof many>>;

/** Who has a licence, here and at Apple. */
const held = async ({ all, place }: Place) => {
  const licences = await all<AssignedLicence>('assigned-licence');
  const here = licences.filter(({ steps }) => licenceState(steps) !== 'free').length;
  return [here, place?.assignments.records.length];
};

describe('B7: the vault locks in the middle of a sync', () => {
  test('B7: nothing more is asked, the sync waits, and after unlocking it goes on where it was', async () => {
    const place = await many();
    place.once('/assignments', 9, () => workspace.vault.lock());
    await place.sync.look();
    // Those that were on their way went with the lock; what they brought is not taken.
    const asked = place.paths().length;
    expect(place.paths().filter((path) => path === '/assignments').length).toBeLessThan(15);
    expect((await place.tokenNow()).data.sync).toBeUndefined();
    expect(place.sync.state$.value).toMatchObject({ waiting: [place.token], running: undefined });
    expect(
      (await roundStoreOf(workspace.id, place.token).read())?.assignments?.read.index,
    ).toBeGreaterThan(3);
    await place.sync.look();
    expect(place.paths()).toHaveLength(asked);
    place.here.world.asked.splice(0);
    place.hear(() => undefined);
    await place.unlock();
    await place.sync.look();
    expect(place.paths()).not.toContain('/users');
    expect((await place.tokenNow()).data.sync).toMatchObject({ code: '' });
    expect(place.sync.state$.value.waiting).toEqual([]);
    const [here, there] = await held(place);
    expect(here).toBe(there);
  });

  test('B7: a pause that Apple asked for ends with it', async () => {
    const place = await appleInUse(workspace, smallSchool(NOW), { now: () => NOW });
    place.here.faults({ kind: 'down', retryAfter: 100, path: '/assets' });
    const paused = new Promise<void>((begun) => {
      place.sync.state$.subscribe(({ waitsUntil }) => waitsUntil !== undefined && begun());
    });
    const looked = place.sync.look();
    await paused;
    const asked = place.paths().length;
    workspace.vault.lock();
    await looked;
    expect(place.paths()).toHaveLength(asked);
    expect([place.sync.state$.value.waiting, (await place.tokenNow()).data.sync]).toEqual([
      [place.token],
      undefined,
    ]);
  });

  test('B7: while what was read is written, no more of it is written, and the whole comes after unlocking', async () => {
    const place = await many();
    const locking = place.sync.state$.subscribe(({ running }) => {
      const { listing, phase } = running?.progress ?? {};
      if (listing !== 'assignments' || phase !== 'writing') return;
      locking.unsubscribe();
      workspace.vault.lock();
    });
    await place.sync.look();
    const [before, there] = await held(place);
    expect(before).toBeLessThan(there ?? 0);
    expect((await place.tokenNow()).data.sync).toBeUndefined();
    await place.unlock();
    await place.sync.look();
    expect(await held(place)).toEqual([there, there]);
  });

  test('B7: one that a person began is due then, whatever the hours say', async () => {
    const place = await many();
    await place.sync.look();
    const { sync: first } = (await place.tokenNow()).data;
    place.here.world.asked.splice(0);
    place.once('/assets', 1, () => workspace.vault.lock());
    expect(await place.sync.syncNow(place.token)).toMatchObject({
      ok: false,
      code: 'vault-locked',
    });
    expect((await place.tokenNow()).data.sync).toEqual(first);
    expect(place.sync.state$.value.waiting).toEqual([place.token]);
    await place.sync.look();
    expect(place.sync.state$.value.waiting).toEqual([place.token]);
    place.hear(() => undefined);
    await place.unlock();
    await place.sync.look();
    expect((await place.tokenNow()).data.sync?.okAt).toBeGreaterThan(first?.okAt ?? 0);
    expect(place.sync.state$.value.waiting).toEqual([]);
  });

  test('B7: that it is due is not forgotten while another tab asks', async () => {
    const place = await many();
    await place.sync.look();
    const { sync: first } = (await place.tokenNow()).data;
    place.once('/assets', 1, () => workspace.vault.lock());
    await place.sync.syncNow(place.token);
    place.hear(() => undefined);
    await place.unlock();
    await holding(`volym-apple-${workspace.id}`, async () => {
      await place.sync.look();
      expect(await place.sync.syncNow(place.token)).toMatchObject({ ok: false, code: 'busy-tab' });
    });
    expect((await place.tokenNow()).data.sync).toEqual(first);
    await place.sync.look();
    const { sync: second } = (await place.tokenNow()).data;
    expect(second?.okAt).toBeGreaterThan(first?.okAt ?? 0);
    // And once it ended it is no longer due.
    await place.sync.look();
    expect((await place.tokenNow()).data.sync).toEqual(second);
  });

  test('B7: unlocked again before the call came to an end, it begins again by itself, with what is opened again', async () => {
    const place = await many();
    place.once('/users', 1, async () => {
      workspace.vault.lock();
      await place.unlock();
      void place.sync.look();
    });
    await place.sync.look();
    expect((await place.tokenNow()).data.sync).toMatchObject({ code: '' });
    expect(place.paths().filter((path) => path === '/users').length).toBeGreaterThan(1);
  });

  test('B7: before its turn has come, the text is not opened', async () => {
    const place = await many();
    const first = place.sync.syncNow(place.token);
    const second = place.sync.syncNow(place.token).catch((error: unknown) => (error as Error).name);
    place.once('/users', 1, () => workspace.vault.lock());
    expect(await first).toMatchObject({ ok: false, code: 'vault-locked' });
    expect(await second).toBe('VaultLocked');
    expect(place.paths().filter((path) => path === '/users')).toHaveLength(1);
  });

  test('B7: a way to Apple that somebody still holds leads nowhere after it', async () => {
    const place = await many();
    const never = new AbortController().signal;
    const asked = await place.sync.asking(place.token, async (client) => {
      workspace.vault.lock();
      await place.unlock();
      return { answer: await client.location(never) };
    });
    expect(asked).toMatchObject({ answer: { ok: false } });
    expect(place.paths()).toEqual([]);
  });
});
