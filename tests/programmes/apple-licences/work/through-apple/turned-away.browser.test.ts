import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { countsOf } from '#programmes/apple-licences/rules/app/app-counts.ts';
import {
  type AssignTarget,
  planAssignment,
} from '#programmes/apple-licences/rules/licence/assign-plan.ts';
import type { AssignedLicence } from '#programmes/apple-licences/rules/licence/assigned-licence.ts';
import { licenceState } from '#programmes/apple-licences/rules/licence/licence-life.ts';
import type { VolumeApp } from '#programmes/apple-licences/rules/app/volume-app.ts';
import { keptActs } from '#data/acts/acts.ts';
import { openDatabase } from '#data/records/database.ts';
import {
  goOnWith,
  readAll,
  type AppleParts,
} from '#programmes/apple-licences/work/through-apple/ask-apple.ts';
import {
  appAtApple,
  giveThroughApple,
} from '#programmes/apple-licences/work/through-apple/give-and-take.ts';
import { openWorks } from '#programmes/apple-licences/work/through-apple/open-works.ts';
import { openRecords, type Records } from '#data/records/records.ts';
import { smallSchool } from '#simulator/apple/data/small-school.ts';
import { valueOf } from '#tests/factories/credit.ts';
import { openTestWorkspace, type TestWorkspace } from '#tests/factories/workspace-in-browser.ts';
import { appleInUse } from '#tests/programmes/apple-licences/work/sync/apple-in-use.ts';
import { devices } from './at-apple.ts';

const NOW = Date.UTC(2026, 10, 20, 7);
const EDITION = 'apple-licences.accounts-2025';
/** Of the small school: sixty given. */
const ROOM = '900000001001';

let workspace: TestWorkspace;
beforeEach(async () => (workspace = await openTestWorkspace()));
afterEach(async () => {
  vi.unstubAllGlobals();
  // Of one that was opened again.
  await workspace.end();
});

const watched = { reason: 'Ändrat', edition: EDITION, signal: new AbortController().signal };

/** The school with so many licences of an app free, synced, and asked as the app does. */
const school = async (free: number) => {
  const snapshot = smallSchool(NOW);
  const asset = snapshot.locations[0]?.assets.find(({ adamId }) => adamId === ROOM);
  if (asset === undefined) throw new Error('no such app');
  Object.assign(asset, { totalCount: asset.assignedCount + free, availableCount: free });
  const place = await appleInUse(workspace, snapshot, { now: () => NOW });
  const { records, vault, id: workspaceId } = workspace;
  const partsWith = (own: Records): AppleParts => ({
    records: own,
    vault,
    workspaceId,
    apple: place.sync,
  });
  await place.sync.syncNow(place.token);
  place.here.world.asked.splice(0);
  const app = async (own = records): Promise<VolumeApp> => {
    const apps = (await own.find({ kind: 'volume-app' })) as VolumeApp[];
    const volumeApp = apps.find(({ data }) => data.adamId === ROOM);
    if (volumeApp === undefined) throw new Error('no app');
    return volumeApp;
  };
  const licences = async (own = records) => {
    const { id } = await app(own);
    return (await own.find({ kind: 'assigned-licence', parent: id })) as AssignedLicence[];
  };
  const give = async (targets: readonly AssignTarget[], parts = partsWith(records)) => {
    const [volumeApp, token] = [await app(), place.token];
    const named = appAtApple(volumeApp);
    if (named === undefined) throw new Error('no number');
    const { gets } = planAssignment(
      { app: volumeApp, licences: await licences(), edition: EDITION },
      targets,
    );
    return giveThroughApple(parts, { token, app: named, planned: gets }, watched);
  };
  const open = async () => {
    const [work] = await openWorks(workspaceId);
    if (work === undefined) throw new Error('nothing is kept');
    return work;
  };
  return { ...place, app, licences, give, open, partsWith };
};

/** The same workspace, opened again. */
const reopened = async (): Promise<Records> => {
  const database = await openDatabase(workspace.id);
  const records = openRecords(database.records, workspace.records.doing);
  Object.assign(workspace, {
    records,
    database,
    end: async () => (workspace.vault.close(), database.remove()),
  });
  return records;
};

describe('B10: the vault locks while Apple is asked to give licences', () => {
  test('B10: nothing more is asked, the rest is kept and offered again, and goes on after unlocking', async () => {
    const place = await school(20);
    place.once('/assets/associate', 1, () => workspace.vault.lock());
    const done = valueOf(await place.give(devices(3)));
    expect(done).toMatchObject({
      ok: [],
      left: 3,
      failure: { code: 'vault-locked' },
      needsReading: false,
    });
    expect(place.paths().at(-1)).toBe('/assets/associate');
    expect(countsOf(await place.app()).assigned).toBe(60);
    const work = await place.open();
    expect(await goOnWith(place.partsWith(workspace.records), work, watched)).toMatchObject({
      ok: false,
      problem: { code: 'vault-locked' },
    });
    await place.unlock();
    place.hear(() => place.here.tick(20));
    const rest = valueOf(
      await goOnWith(place.partsWith(workspace.records), await place.open(), watched),
    );
    expect([rest.ok.length, rest.left, countsOf(await place.app()).assigned]).toEqual([3, 0, 63]);
    expect(await openWorks(workspace.id)).toEqual([]);
  });

  test('B10: what Apple did before it is written down, all of it', async () => {
    const place = await school(20);
    place.hear((path) => {
      place.here.tick(20);
      if (path === '/status') workspace.vault.lock();
    });
    // The answer of the look is lost with the lock; the next one tells the same.
    expect(valueOf(await place.give(devices(3)))).toMatchObject({ ok: [], left: 3 });
    const work = await place.open();
    expect(work.left[0]?.event?.id).toBeTruthy();
    await place.unlock();
    place.hear(() => undefined);
    const locking: Records = {
      ...workspace.records,
      insert: (drafts, told) => {
        workspace.vault.lock();
        return workspace.records.insert(drafts, told);
      },
    };
    const done = valueOf(await goOnWith(place.partsWith(locking), work, watched));
    expect([done.ok.length, done.left, countsOf(await place.app()).assigned]).toEqual([3, 0, 63]);
    expect(place.paths().filter((path) => path === '/assets/associate')).toHaveLength(1);
  });
});

describe('B10: a workspace is left while it is written down what Apple did', () => {
  /** Leaves as the app does, in the middle of the first such write, and tells what came after. */
  const leaving = (place: Awaited<ReturnType<typeof school>>, at: 'insert' | 'change') => {
    const real = workspace.records;
    const log: string[] = [];
    let left: Promise<void> | undefined;
    const leave = async (): Promise<void> => {
      await place.sync.stop();
      log.push('left');
      await workspace.database.close();
    };
    const slow = async (...all: unknown[]): Promise<unknown> => {
      const writing = (real[at] as (...given: unknown[]) => Promise<unknown>)(...all);
      left ??= leave();
      try {
        return await writing;
      } finally {
        log.push('written');
      }
    };
    return { records: { ...real, [at]: slow } as Records, log, isOver: () => left };
  };

  test.each(['insert', 'change'] as const)(
    'B10: left at the first %s, that one is over before the records are closed, and the rest is there for another time',
    async (at) => {
      const place = await school(300);
      place.hear(() => place.here.tick(20));
      const { records, log, isOver } = leaving(place, at);
      const done = valueOf(await place.give(devices(250), place.partsWith(records)));
      await isOver();
      expect([done.ok, done.left]).toEqual([[], 250]);
      expect(log.indexOf('left')).toBe(log.length - 1);
      const own = await reopened();
      const given = async () => {
        const all = await place.licences(own);
        return all.filter(({ steps }) => licenceState(steps) !== 'free').length;
      };
      expect(await given()).toBe(at === 'insert' ? 260 : 60);
      const parts = { ...place.partsWith(own), apple: place.restarted(own) };
      const rest = valueOf(await goOnWith(parts, await place.open(), watched));
      expect([rest.ok.length, rest.left]).toEqual([250, 0]);
      expect([countsOf(await place.app(own)).assigned, await given()]).toEqual([310, 310]);
      expect(await keptActs(workspace.id, '2026-11-20')).toHaveLength(1);
    },
  );

  test('B10: nothing is begun once it is left: neither asked, read nor written', async () => {
    const place = await school(20);
    const { sync: before } = (await place.tokenNow()).data;
    await place.sync.stop();
    const parts = place.partsWith(workspace.records);
    expect(await place.give(devices(2))).toMatchObject({ ok: false, problem: { code: 'stopped' } });
    await readAll(parts, place.token);
    await place.sync.look();
    expect([place.paths(), await openWorks(workspace.id)]).toEqual([[], []]);
    expect((await place.tokenNow()).data.sync).toEqual(before);
  });
});

test('B7: a sync that a workspace is left in ends before the records are closed, says nothing, and goes on another time', async () => {
  const place = await school(20);
  const { sync: before } = (await place.tokenNow()).data;
  let left: Promise<void> | undefined;
  place.once('/assignments', 1, () => {
    left = place.sync.stop().then(() => workspace.database.close().then(() => undefined));
  });
  const ended = place.sync.syncNow(place.token);
  expect(await ended).toMatchObject({ ok: false, code: 'stopped' });
  await left;
  const records = await reopened();
  const { data } = (await records.get(place.token)) as unknown as { data: { sync: unknown } };
  expect(data.sync).toEqual(before);
});
