import { beforeEach, describe, expect, test } from 'vitest';
import type { ContentToken } from '#programmes/apple-licences/rules/token/content-token.ts';
import { findingOf } from '#programmes/apple-licences/rules/token/token-life.ts';
import { keptActs } from '#data/acts/acts.ts';
import {
  dropWork,
  goOnWith,
  readAll,
} from '#programmes/apple-licences/work/through-apple/ask-apple.ts';
import { giveThroughApple } from '#programmes/apple-licences/work/through-apple/give-and-take.ts';
import { openWorks, rowsLeft } from '#programmes/apple-licences/work/through-apple/open-works.ts';
import { VaultLocked } from '#data/vault/held-keys.ts';
import { smallSchool } from '#simulator/apple/data/small-school.ts';
import { valueOf } from '#tests/factories/credit.ts';
import { openTestWorkspace, type TestWorkspace } from '#tests/factories/workspace-in-browser.ts';
import { atApple, devices, giveTo } from './at-apple.ts';

const NOW = Date.UTC(2026, 10, 20, 7);
const TODAY = '2026-11-20';
/** Of the small school: twenty free, none free, and without a limit. */
const [ROOM, OUT, FREE] = ['900000001001', '900000001002', '900000001003'] as const;

let workspace: TestWorkspace;
beforeEach(async () => (workspace = await openTestWorkspace()));

const school = (settings: Parameters<typeof atApple>[2] = {}) =>
  atApple(workspace, smallSchool(NOW), { now: () => NOW, ...settings });
const open = () => openWorks(workspace.id);

describe('B10: licences are given through Apple', () => {
  test('B10: Apple gives them, the same are written down, and the counts agree', async () => {
    const place = await school();
    const told: (readonly [number, number])[] = [];
    const done = valueOf(
      await giveThroughApple(
        place.parts,
        {
          token: place.token,
          app: await place.named(ROOM),
          planned: await place.plan(ROOM, devices(5)),
        },
        place.watched({ onProgress: (...far) => void told.push(far) }),
      ),
    );
    expect([done.ok.length, done.failed, done.unclear, done.left, done.needsReading]).toEqual([
      5,
      [],
      [],
      0,
      false,
    ]);
    const { here, there } = await place.held(ROOM);
    expect(here.toSorted()).toEqual(there.toSorted());
    expect(await place.counts(ROOM)).toEqual({ here: [65, 15], there: [65, 15] });
    expect([told[0], told.at(-1)]).toEqual([
      [0, 5],
      [5, 5],
    ]);
    expect(await open()).toEqual([]);
    // A sync finds what is here, and adds nothing.
    await place.parts.apple.syncNow(place.token);
    expect((await place.licences(ROOM)).length).toBe(65);
    expect(await place.counts(ROOM)).toEqual({ here: [65, 15], there: [65, 15] });
  });

  test('B8: never more than are free are sent', async () => {
    const place = await school();
    const planned = devices(21).map((target) => ({ target, notes: [] }));
    place.here.world.asked.splice(0);
    const asked = await giveThroughApple(
      place.parts,
      { token: place.token, app: await place.named(ROOM), planned },
      place.watched(),
    );
    expect(asked).toMatchObject({
      ok: false,
      problem: { code: 'too-few-licences', params: { short: 1 } },
    });
    expect(place.here.world.asked).toEqual([]);
    expect(await place.plan(OUT, devices(2))).toEqual([]);
    expect(await open()).toEqual([]);
  });

  test.each(['fill', 'whole-asset'] as const)(
    'B10: where Apple has fewer by now (%s), those who got one are written down and each other one has its number',
    async (partial) => {
      const place = await school({ partial });
      const asset = place.place.assets.records.find(({ adamId }) => adamId === ROOM);
      Object.assign(asset ?? {}, { availableCount: 3 });
      const done = valueOf(await giveTo(place, ROOM, devices(5)));
      const got = partial === 'fill' ? 3 : 0;
      expect([done.ok.length, done.failed.map(({ number }) => number)]).toEqual([
        got,
        Array.from({ length: 5 - got }, () => 9709),
      ]);
      const { here, there } = await place.held(ROOM);
      expect([here.length, here.toSorted()]).toEqual([60 + got, there.toSorted()]);
      expect([done.needsReading, done.act === undefined]).toEqual([true, got === 0]);
      expect(await open()).toEqual([]);
    },
  );

  test('B10: refused at once for too few, nobody got one, and nothing is written down', async () => {
    const place = await school();
    Object.assign(place.place.assets.records[0] ?? {}, { availableCount: 1 });
    place.here.faults({ kind: 'shortage-at-once' });
    const done = valueOf(await giveTo(place, ROOM, devices(4)));
    expect([done.ok, done.failed.map(({ number }) => number)]).toEqual([
      [],
      [9709, 9709, 9709, 9709],
    ]);
    expect((await place.held(ROOM)).here.length).toBe(60);
    expect(await keptActs(workspace.id, TODAY)).toEqual([]);
  });

  test('B10: lower limits than Apple said are kept to, and everyone gets theirs', async () => {
    const place = await school();
    place.here.faults({ kind: 'low-limits', number: 3 });
    const done = valueOf(await giveTo(place, ROOM, devices(10)));
    expect(done.ok.length).toBe(10);
    expect(
      place.here.world.asked.filter(({ path }) => path === '/assets/associate').length,
    ).toBeGreaterThan(3);
    expect((await place.held(ROOM)).here.length).toBe(70);
  });

  test('B10: an event that never ends is unclear, and reading everything tells who has one', async () => {
    const place = await school();
    place.here.faults({ kind: 'stuck-event' });
    const done = valueOf(await giveTo(place, ROOM, devices(2)));
    expect([done.ok, done.unclear.length, done.needsReading]).toEqual([[], 2, true]);
    expect((await place.held(ROOM)).here.length).toBe(60);
    expect(await open()).toEqual([]);
  });

  test('B10: an event that Apple no longer knows is unclear, and reading everything brings what it did', async () => {
    // Done before it is lost.
    const place = await school({ pendingTicks: 0 });
    place.here.faults({ kind: 'lost-event' });
    const done = valueOf(await giveTo(place, ROOM, devices(2)));
    expect([done.ok, done.unclear.length, done.needsReading]).toEqual([[], 2, true]);
    expect(await place.counts(ROOM)).toEqual({ here: [60, 20], there: [62, 18] });
    await readAll(place.parts, place.token);
    const { here, there } = await place.held(ROOM);
    expect([here.length, here.toSorted()]).toEqual([62, there.toSorted()]);
    expect(await place.counts(ROOM)).toEqual({ here: [62, 18], there: [62, 18] });
  });

  test('B10: if Apple says that some failed but not who, nobody is noted as having one before it is read', async () => {
    const place = await school();
    Object.assign(place.place.assets.records[0] ?? {}, { availableCount: 2 });
    place.here.faults({ kind: 'unnamed-failures' });
    const done = valueOf(await giveTo(place, ROOM, devices(4)));
    expect([done.ok.length, done.unclear.length]).toEqual([0, 4]);
    await readAll(place.parts, place.token);
    const { here, there } = await place.held(ROOM);
    expect([here.length, here.toSorted()]).toEqual([62, there.toSorted()]);
  });

  test('B10: Apple away asks to come back later: nothing is written down, all of it is kept and gone on with', async () => {
    const place = await school();
    place.here.faults({ kind: 'down', retryAfter: 3_600 });
    const done = valueOf(await giveTo(place, ROOM, devices(4)));
    expect(done).toMatchObject({
      left: 4,
      ok: [],
      failure: { code: 'reply-down', waitMs: 3_600_000 },
    });
    const [work] = await open();
    if (work === undefined) throw new Error('nothing is kept');
    expect([work.is, rowsLeft(work)]).toEqual(['give', 4]);
    expect(JSON.stringify(work)).not.toContain(place.place.token.text);
    // Meanwhile nothing else of this app is sent: what Apple may have done is not counted yet.
    expect(await giveTo(place, ROOM, devices(6))).toMatchObject({
      problem: { code: 'apple-not-over' },
    });
    place.here.faults();
    const then = valueOf(await goOnWith(place.parts, work, place.watched()));
    expect([then.ok.length, then.left, await open()]).toEqual([4, 0, []]);
    expect(await place.counts(ROOM)).toEqual({ here: [64, 16], there: [64, 16] });
    // In another tab it is over already.
    expect(valueOf(await goOnWith(place.parts, work, place.watched()))).toMatchObject({
      ok: [],
      left: 0,
    });
  });

  test('B10: stopped by a person it can be let go, and reading everything tells what Apple did', async () => {
    const place = await school({ pendingTicks: 0 });
    const stop = new AbortController();
    place.here.faults({ kind: 'slow', path: '/status', ms: 1 });
    const asked = giveThroughApple(
      place.parts,
      {
        token: place.token,
        app: await place.named(ROOM),
        planned: await place.plan(ROOM, devices(3)),
      },
      place.watched({
        signal: stop.signal,
        onProgress: () => place.place.assets.records[0]?.availableCount === 17 && stop.abort(),
      }),
    );
    expect(valueOf(await asked)).toMatchObject({ ok: [], left: 3, failure: { code: 'stopped' } });
    const [work] = await open();
    if (work === undefined) throw new Error('nothing is kept');
    await dropWork(place.parts, work);
    expect([await open(), place.synced]).toEqual([[], [place.token]]);
    expect((await place.held(ROOM)).here.length).toBe(63);
  });

  test('B10: a page that was closed after Apple answered writes it down when it goes on, and nobody counts twice', async () => {
    const place = await school();
    const broken = {
      ...place.parts,
      vault: { keyedId: () => Promise.reject(new Error('closed')) },
    };
    const giving = {
      token: place.token,
      app: await place.named(ROOM),
      planned: await place.plan(ROOM, devices(3)),
    };
    await expect(giveThroughApple(broken, giving, place.watched())).rejects.toThrow('closed');
    const [work] = await open();
    if (work === undefined) throw new Error('nothing is kept');
    expect([work.tasks.length, rowsLeft(work)]).toEqual([3, 3]);
    // A sync brought one of them meanwhile; all three are held here once.
    await place.parts.apple.syncNow(place.token);
    expect(valueOf(await goOnWith(place.parts, work, place.watched())).ok.length).toBe(3);
    expect(await place.counts(ROOM)).toEqual({ here: [63, 17], there: [63, 17] });
    expect((await place.licences(ROOM)).length).toBe(63);
  });

  test('B10: with codes locked nothing is asked, and nothing is kept', async () => {
    const place = await school();
    const locked = {
      ...place.parts,
      apple: { ...place.parts.apple, asking: () => Promise.reject(new VaultLocked()) },
    };
    const giving = {
      token: place.token,
      app: await place.named(ROOM),
      planned: await place.plan(ROOM, devices(3)),
    };
    expect(await giveThroughApple(locked, giving, place.watched())).toMatchObject({
      problem: { code: 'vault-locked' },
    });
    const busy = {
      ...place.parts,
      apple: {
        ...place.parts.apple,
        asking: async () => ({ ok: false, code: 'busy-tab' }) as const,
      },
    };
    expect(await giveThroughApple(busy, giving, place.watched())).toMatchObject({
      problem: { code: 'busy-tab' },
    });
    expect(await open()).toEqual([]);
  });
});

describe('B10: a token that is revoked in the middle', () => {
  test('B10: of a thousand devices, those done are written down, the rest waits for a new token', async () => {
    const place = await school({ pendingTicks: 0 });
    // In parts of two hundred, and two of them are looked at before it ends.
    place.here.faults(
      { kind: 'low-limits', number: 200 },
      { kind: 'revoked', path: '/status', after: 2 },
    );
    const done = valueOf(await giveTo(place, FREE, devices(1_000)));
    expect([done.ok.length, done.left, done.failure?.number, done.needsReading]).toEqual([
      400,
      600,
      9625,
      true,
    ]);
    expect((await place.held(FREE)).here.length).toBe(460);
    const [work] = await open();
    if (work === undefined) throw new Error('nothing is kept');
    expect(rowsLeft(work)).toBe(600);
    place.here.faults({ kind: 'revoked' });
    await readAll(place.parts, place.token);
    const token = (await workspace.records.get(place.token)) as ContentToken;
    expect(findingOf(token.steps)?.kind).toBe('revoked');
    // The file of a new one is taken in at its place.
    place.here.faults({ kind: 'low-limits', number: 200 });
    const then = valueOf(await goOnWith(place.parts, work, place.watched()));
    expect([then.ok.length, then.left, await open()]).toEqual([600, 0, []]);
    const { here, there } = await place.held(FREE);
    expect([here.length, here.toSorted()]).toEqual([1_060, there.toSorted()]);
    const counts = await place.counts(FREE);
    expect(counts.here[0]).toBe(counts.there[0]);
  });
});
