import { beforeEach, describe, expect, test } from 'vitest';
import { keptActs } from '#data/acts/acts.ts';
import { forgetAllKept } from '#data/device/device-store.ts';
import { goOnWith } from '#programmes/apple-licences/work/through-apple/ask-apple.ts';
import {
  giveThroughApple,
  takeBackThroughApple,
  undoThroughApple,
} from '#programmes/apple-licences/work/through-apple/give-and-take.ts';
import {
  openWorks,
  type AppleWork,
} from '#programmes/apple-licences/work/through-apple/open-works.ts';
import { smallSchool } from '#simulator/apple/data/small-school.ts';
import { userWith } from '#tests/factories/apps.ts';
import { valueOf } from '#tests/factories/credit.ts';
import { openTestWorkspace, type TestWorkspace } from '#tests/factories/workspace-in-browser.ts';
import { atApple, devices } from './at-apple.ts';

const NOW = Date.UTC(2026, 10, 20, 7);
/** Of the small school: twenty free. */
const ROOM = '900000001001';

let workspace: TestWorkspace;
beforeEach(async () => (workspace = await openTestWorkspace()));

const school = () => atApple(workspace, smallSchool(NOW), { now: () => NOW });
type Place = Awaited<ReturnType<typeof school>>;
const wasAsked = ({ here }: Place, path: string): boolean =>
  here.world.asked.some((call) => call.path === path);

describe('B10: a workspace is left while Apple is asked', () => {
  const hand = userWith({
    id: 'hand',
    name: 'Moa Sand',
    email: 'moa.sand@nordby.example',
    clientUserId: '',
  });
  const give = async (place: Place, told: () => void) =>
    giveThroughApple(
      place.parts,
      {
        token: place.token,
        app: await place.named(ROOM),
        planned: await place.plan(ROOM, [{ to: 'user', user: hand }, ...devices(2)]),
      },
      place.watched({ onProgress: told }),
    );

  test('B10: erased in the middle, nothing more is sent, and nothing of it is kept on the device', async () => {
    await workspace.records.create(hand as never);
    const place = await school();
    let erased: Promise<void> | undefined;
    const answer = await give(place, () => {
      if (erased !== undefined || !wasAsked(place, '/users/create')) return;
      place.leave();
      erased = forgetAllKept(workspace.id);
    });
    await erased;
    expect(answer).toMatchObject({ ok: true, value: { ok: [], left: 3 } });
    expect(erased).toBeDefined();
    expect(wasAsked(place, '/assets/associate')).toBe(false);
    expect(await openWorks(workspace.id)).toEqual([]);
    expect(await workspace.records.get('hand')).toMatchObject({ data: { clientUserId: '' } });
  });

  test('B10: left before its turn came, Apple is not asked at all', async () => {
    await workspace.records.create(hand as never);
    const place = await school();
    place.here.world.asked.splice(0);
    place.leave();
    await give(place, () => undefined);
    expect(place.here.world.asked.filter(({ method }) => method === 'POST')).toEqual([]);
    expect(await openWorks(workspace.id)).toEqual([]);
  });
});

describe('B10: a page is closed while it is written down what Apple did', () => {
  /** The same workspace, whose records fail once at that. */
  const closing = ({ parts }: Place, at: 'insert' | 'change', id?: string): Place['parts'] => {
    const real = parts.records;
    let isOpen = true;
    const fails = (asked: unknown): boolean =>
      isOpen && (id === undefined || asked === id) && !(isOpen = false);
    const failing = (...asked: unknown[]): unknown => {
      if (fails(asked[0])) throw new Error('the page was closed');
      return (real[at] as (...all: unknown[]) => unknown)(...asked);
    };
    return { ...parts, records: { ...real, [at]: failing } };
  };
  const open = async (): Promise<AppleWork> => {
    const [work] = await openWorks(workspace.id);
    if (work === undefined) throw new Error('nothing is kept');
    return work;
  };
  const acts = () => keptActs(workspace.id, '2026-11-20');

  test('B10: given, cut off between the count and the licences, going on counts them once and has one way back', async () => {
    const place = await school();
    const parts = closing(place, 'insert');
    const giving = {
      token: place.token,
      app: await place.named(ROOM),
      planned: await place.plan(ROOM, devices(5)),
    };
    await expect(giveThroughApple(parts, giving, place.watched())).rejects.toThrow(
      'the page was closed',
    );
    expect((await place.counts(ROOM)).here).toEqual([65, 15]);
    const done = valueOf(await goOnWith(parts, await open(), place.watched()));
    expect([done.ok.length, done.left]).toEqual([5, 0]);
    expect(await place.counts(ROOM)).toEqual({ here: [65, 15], there: [65, 15] });
    expect((await place.held(ROOM)).here).toHaveLength(65);
    expect((await acts()).map(({ id }) => id)).toEqual([done.act?.id]);
  });

  test.each([1, 20])(
    'B10: %i of the twenty free, cut off before the count, are counted by going on',
    async (count) => {
      const place = await school();
      const parts = closing(place, 'change', (await place.app(ROOM)).id);
      const giving = {
        token: place.token,
        app: await place.named(ROOM),
        planned: await place.plan(ROOM, devices(count)),
      };
      await expect(giveThroughApple(parts, giving, place.watched())).rejects.toThrow(
        'the page was closed',
      );
      expect((await place.counts(ROOM)).here).toEqual([60, 20]);
      await goOnWith(parts, await open(), place.watched());
      expect(await place.counts(ROOM)).toEqual({
        here: [60 + count, 20 - count],
        there: [60 + count, 20 - count],
      });
    },
  );

  test('B10: taken back, cut off between the licences and the count, going on counts them', async () => {
    const place = await school();
    const app = await place.named(ROOM);
    const parts = closing(place, 'change', app.id);
    const licences = (await place.licences(ROOM)).slice(0, 5);
    const taking = takeBackThroughApple(
      parts,
      { token: place.token, app, licences },
      place.watched(),
    );
    await expect(taking).rejects.toThrow('the page was closed');
    expect((await place.counts(ROOM)).here).toEqual([60, 20]);
    await goOnWith(parts, await open(), place.watched());
    expect(await place.counts(ROOM)).toEqual({ here: [55, 25], there: [55, 25] });
    expect(await openWorks(workspace.id)).toEqual([]);
    expect(await acts()).toHaveLength(1);
  });
});

describe('B10: a sync comes between what Apple is asked and what is written down', () => {
  /** Stopped once Apple has taken it, done by Apple, and read by a sync: what is left of it. */
  const stopped = async (
    place: Place,
    path: string,
    begin: (watched: ReturnType<Place['watched']>) => Promise<unknown>,
  ) => {
    const stop = new AbortController();
    place.here.world.asked.splice(0);
    await begin(
      place.watched({
        signal: stop.signal,
        onProgress: () => wasAsked(place, path) && stop.abort(),
      }),
    );
    const [work] = await openWorks(workspace.id);
    if (work === undefined) throw new Error('nothing is kept');
    place.here.tick(10);
    await place.parts.apple.syncNow(place.token);
    return work;
  };
  const same = async (place: Place) => {
    const { here, there } = await place.counts(ROOM);
    expect(here).toEqual(there);
    return here;
  };

  test('B10: taken back, the count moves once, its undo moves it back, and everything is to be read', async () => {
    const place = await school();
    const licences = (await place.licences(ROOM)).slice(0, 2);
    const app = await place.named(ROOM);
    const work = await stopped(place, '/assets/disassociate', (watched) =>
      takeBackThroughApple(place.parts, { token: place.token, app, licences }, watched),
    );
    const done = valueOf(await goOnWith(place.parts, work, place.watched()));
    expect(done.needsReading).toBe(true);
    expect(await same(place)).toEqual([58, 22]);
    if (done.act === undefined) throw new Error('no act');
    await undoThroughApple(place.parts, done.act, place.watched());
    expect(await same(place)).toEqual([60, 20]);
  });

  test('B10: given, all that were free, the count moves once', async () => {
    const place = await school();
    const giving = {
      token: place.token,
      app: await place.named(ROOM),
      planned: await place.plan(ROOM, devices(20)),
    };
    const work = await stopped(place, '/assets/associate', (watched) =>
      giveThroughApple(place.parts, giving, watched),
    );
    await goOnWith(place.parts, work, place.watched());
    expect(await same(place)).toEqual([80, 0]);
    expect((await place.held(ROOM)).here).toHaveLength(80);
  });

  test('B10: undone, the count moves back once', async () => {
    const place = await school();
    const [app, licences] = [await place.named(ROOM), (await place.licences(ROOM)).slice(0, 2)];
    const taken = valueOf(
      await takeBackThroughApple(
        place.parts,
        { token: place.token, app, licences },
        place.watched(),
      ),
    );
    const { act } = taken;
    if (act === undefined) throw new Error('no act');
    const work = await stopped(place, '/assets/associate', (watched) =>
      undoThroughApple(place.parts, act, watched),
    );
    await goOnWith(place.parts, work, place.watched());
    expect(await same(place)).toEqual([60, 20]);
  });
});
