import { beforeEach, describe, expect, test } from 'vitest';
import { termsOf } from '#programmes/apple-licences/rules/user/user-terms.ts';
import type { VolumeUser } from '#programmes/apple-licences/rules/user/volume-user.ts';
import { keptActs } from '#data/acts/acts.ts';
import { giveToAll } from '#programmes/apple-licences/work/giving/give-licences.ts';
import { goOnWith, readAll } from '#programmes/apple-licences/work/through-apple/ask-apple.ts';
import {
  sayThroughApple,
  takeBackThroughApple,
  undoThroughApple,
} from '#programmes/apple-licences/work/through-apple/give-and-take.ts';
import { openWorks } from '#programmes/apple-licences/work/through-apple/open-works.ts';
import { municipality } from '#simulator/apple/data/municipality.ts';
import { smallSchool } from '#simulator/apple/data/small-school.ts';
import type { Snapshot } from '#simulator/apple/data/snapshot.ts';
import { userWith } from '#tests/factories/apps.ts';
import { valueOf } from '#tests/factories/credit.ts';
import { openTestWorkspace, type TestWorkspace } from '#tests/factories/workspace-in-browser.ts';
import { atApple, devices, giveTo } from './at-apple.ts';

const NOW = Date.UTC(2026, 10, 20, 7);
const TODAY = '2026-11-20';
/** Of the small school: twenty free. */
const ROOM = '900000001001';

let workspace: TestWorkspace;
beforeEach(async () => (workspace = await openTestWorkspace()));

const school = (settings: Parameters<typeof atApple>[2] = {}) =>
  atApple(workspace, smallSchool(NOW), { now: () => NOW, ...settings });
type Place = Awaited<ReturnType<typeof school>>;
const open = () => openWorks(workspace.id);

describe('B10: users get theirs through Apple', () => {
  const gymnasium = (change: (snapshot: Snapshot) => void = () => undefined) => {
    const snapshot = municipality(NOW);
    change(snapshot);
    return atApple(workspace, snapshot, { now: () => NOW });
  };
  /** An app that has room. */
  const roomy = ({ place }: Place) =>
    place.assets.records.find(
      ({ productType, availableCount }) => productType === 'App' && availableCount > 5,
    )?.adamId ?? '';

  test('B12: a user written by hand is made at Apple first, which invites them; one who exists there counts as there', async () => {
    const place = await gymnasium();
    const adamId = roomy(place);
    const accepted = (await place.users()).filter((user) => termsOf(user) === 'accepted');
    const [exists] = place.place.users.records
      .filter(({ status }) => status === 'Associated')
      .slice(-1);
    const ours = (await place.users()).find(
      ({ data }) => data.clientUserId === exists?.clientUserId,
    );
    if (ours === undefined || exists === undefined) throw new Error('no user');
    const known = accepted.filter(({ id }) => id !== ours.id).slice(0, 2);
    // A user without a known status, and one whom Apple does not know.
    await workspace.records.change(ours.id, (user) => {
      const { said: _, ...data } = user.data as VolumeUser['data'];
      return { ok: true, value: { ...user, data } as never };
    });
    await workspace.records.create(
      userWith({
        id: 'hand',
        name: 'Moa Sand',
        email: 'moa.sand@nordby.example',
        clientUserId: '',
      }) as never,
    );
    const chosen = (await place.users()).filter(({ id }) =>
      [...known.map((user) => user.id), ours.id, 'hand'].includes(id),
    );
    const done = valueOf(
      await giveTo(
        place,
        adamId,
        chosen.map((user) => ({ to: 'user', user })),
      ),
    );
    expect([done.ok.length, done.failed, done.left]).toEqual([4, [], 0]);
    const hand = (await workspace.records.get('hand')) as VolumeUser;
    expect([hand.data.clientUserId, hand.data.locationId, termsOf(hand)]).toEqual([
      'hand',
      place.place.config.uId,
      'invited',
    ]);
    expect(
      place.place.users.records.filter(({ clientUserId }) => clientUserId === 'hand'),
    ).toMatchObject([{ email: 'moa.sand@nordby.example', status: 'Registered' }]);
    expect((await place.held(adamId)).there).toEqual(
      expect.arrayContaining(chosen.map((user) => user.data.clientUserId || user.id)),
    );
    // Read anew, the user is still one, and how far the other one came is known.
    await readAll(place.parts, place.token);
    const users = await place.users();
    expect(users.filter(({ data }) => data.email === 'moa.sand@nordby.example')).toHaveLength(1);
    expect(termsOf((await workspace.records.get(ours.id)) as VolumeUser)).toBe('accepted');
  });

  test('B10: a user whom Apple refuses to make gets none, and is listed with its number; the others get theirs', async () => {
    const place = await gymnasium();
    const adamId = roomy(place);
    await workspace.records.create(
      userWith({ id: 'bad', name: 'Fel', email: 'fel@@nordby', clientUserId: '' }) as never,
    );
    await workspace.records.create(
      userWith({
        id: 'good',
        name: 'Rätt',
        email: 'ratt@nordby.example',
        clientUserId: '',
      }) as never,
    );
    const chosen = (await place.users()).filter(({ id }) => id === 'bad' || id === 'good');
    const done = valueOf(
      await giveTo(
        place,
        adamId,
        chosen.map((user) => ({ to: 'user', user })),
      ),
    );
    expect([
      done.ok.map(({ user }) => user),
      done.failed.map(({ user, number }) => [user, number]),
    ]).toEqual([['good'], [['bad', 9717]]]);
    expect(((await workspace.records.get('bad')) as VolumeUser).data.clientUserId).toBe('');
  });

  test('B10: cut off between making users and giving, it goes on with the giving', async () => {
    const place = await gymnasium();
    const adamId = roomy(place);
    await workspace.records.create(
      userWith({ id: 'hand', name: 'Moa', clientUserId: '' }) as never,
    );
    const known = (await place.users()).filter((user) => termsOf(user) === 'accepted').slice(0, 1);
    const chosen = [...known, ...(await place.users()).filter(({ id }) => id === 'hand')];
    place.here.faults({ kind: 'down', retryAfter: 3_600, path: '/assets/associate' });
    const done = valueOf(
      await giveTo(
        place,
        adamId,
        chosen.map((user) => ({ to: 'user', user })),
      ),
    );
    expect([done.ok, done.left]).toEqual([[], 2]);
    const [work] = await open();
    if (work === undefined) throw new Error('nothing is kept');
    place.here.faults();
    expect(valueOf(await goOnWith(place.parts, work, place.watched())).ok.length).toBe(2);
    expect((await place.held(adamId)).there).toEqual(
      expect.arrayContaining(['hand', known[0]?.data.clientUserId]),
    );
    expect(await open()).toEqual([]);
  });

  test('B12: users are invited and retired at Apple, and no undo promises to unsend that', async () => {
    const place = await gymnasium();
    await workspace.records.create(
      userWith({ id: 'hand', name: 'Moa', email: 'moa@nordby.example', clientUserId: '' }) as never,
    );
    const moa = async () => (await workspace.records.get('hand')) as VolumeUser;
    const say = async (kind: 'invite' | 'retire') =>
      valueOf(
        await sayThroughApple(
          place.parts,
          { is: kind, token: place.token, users: [await moa()] },
          place.watched(),
        ),
      );
    expect((await say('invite')).ok.length).toBe(1);
    expect([termsOf(await moa()), await keptActs(workspace.id, TODAY)]).toEqual(['invited', []]);
    const gone = await say('retire');
    expect([gone.ok.length, gone.needsReading, termsOf(await moa())]).toEqual([1, true, 'retired']);
    expect(
      place.place.users.records.find(({ clientUserId }) => clientUserId === 'hand')?.status,
    ).toBe('Retired');
    expect(await keptActs(workspace.id, TODAY)).toEqual([]);
    // Apple knows nobody active of that name: that is reported, and not recorded again.
    expect((await say('retire')).failed.map(({ number }) => number)).toEqual([9609]);
  });
});

describe('B10: licences are taken back through Apple', () => {
  const take = async (place: Place, count: number) =>
    takeBackThroughApple(
      place.parts,
      {
        token: place.token,
        app: await place.named(ROOM),
        licences: (await place.licences(ROOM)).slice(0, count),
      },
      place.watched(),
    );

  test('B10: they are free at Apple and here', async () => {
    const place = await school();
    const done = valueOf(await take(place, 10));
    expect([done.ok.length, done.needsReading]).toEqual([10, false]);
    const { here, there } = await place.held(ROOM);
    expect([here.length, here.toSorted()]).toEqual([50, there.toSorted()]);
    expect(await place.counts(ROOM)).toEqual({ here: [50, 30], there: [50, 30] });
  });

  test('B10: what Apple does not answer for stays with who has it, and is continued', async () => {
    const place = await school();
    place.here.faults({ kind: 'down', retryAfter: 3_600, path: '/status' });
    const done = valueOf(await take(place, 10));
    expect([done.ok, done.left, (await place.held(ROOM)).here.length]).toEqual([[], 10, 60]);
    const [work] = await open();
    place.here.faults();
    if (work === undefined) throw new Error('nothing is kept');
    expect(valueOf(await goOnWith(place.parts, work, place.watched())).ok.length).toBe(10);
    expect(await place.counts(ROOM)).toEqual({ here: [50, 30], there: [50, 30] });
  });

  test('B10: one written by hand that Apple was never told of is free here at once', async () => {
    const place = await school();
    const planned = [
      {
        target: { to: 'user', user: userWith({ id: 'hand', clientUserId: '' }) },
        notes: [],
      } as const,
    ];
    const app = await place.app(ROOM);
    await giveToAll(place.parts, app.id, planned, { reason: '' });
    const licences = (await place.licences(ROOM)).filter(({ data }) => data.user === 'hand');
    const taking = { token: place.token, app: await place.named(ROOM), licences };
    expect(
      valueOf(await takeBackThroughApple(place.parts, taking, place.watched())).ok.length,
    ).toBe(1);
    expect((await place.counts(ROOM)).here).toEqual([60, 20]);
  });
});

describe('B10: what went through Apple is undone through Apple', () => {
  test('B10: given and undone, nobody has one at Apple or here; taken back and undone, all have theirs', async () => {
    const place = await school();
    const given = valueOf(await giveTo(place, ROOM, devices(4)));
    expect(given.act?.apple).toBe(place.token);
    if (given.act === undefined) throw new Error('no act');
    const undone = valueOf(await undoThroughApple(place.parts, given.act, place.watched()));
    expect([undone.ok.length, await keptActs(workspace.id, TODAY)]).toEqual([4, []]);
    expect(await place.counts(ROOM)).toEqual({ here: [60, 20], there: [60, 20] });
    expect((await place.held(ROOM)).here.length).toBe(60);
    const licences = (await place.licences(ROOM)).slice(0, 3);
    const taking = { token: place.token, app: await place.named(ROOM), licences };
    const { act } = valueOf(await takeBackThroughApple(place.parts, taking, place.watched()));
    if (act === undefined) throw new Error('no act');
    expect(await place.counts(ROOM)).toEqual({ here: [57, 23], there: [57, 23] });
    expect(valueOf(await undoThroughApple(place.parts, act, place.watched())).ok.length).toBe(3);
    expect(await place.counts(ROOM)).toEqual({ here: [60, 20], there: [60, 20] });
  });

  test('B10: only those that Apple took back are undone, and the others can be another time', async () => {
    const place = await school();
    const { act } = valueOf(await giveTo(place, ROOM, devices(400 / 20)));
    if (act === undefined) throw new Error('no act');
    place.here.faults(
      { kind: 'low-limits', number: 10 },
      { kind: 'down', retryAfter: 3_600, path: '/status', after: 1 },
    );
    const half = valueOf(await undoThroughApple(place.parts, act, place.watched()));
    expect([half.ok.length, half.left]).toEqual([10, 10]);
    expect((await place.held(ROOM)).here.length).toBe(70);
    expect((await place.counts(ROOM)).here).toEqual([70, 10]);
    expect((await keptActs(workspace.id, TODAY)).map(({ id }) => id)).toEqual([act.id]);
    const [work] = await open();
    if (work === undefined) throw new Error('nothing is kept');
    place.here.faults();
    expect(valueOf(await goOnWith(place.parts, work, place.watched())).ok.length).toBe(10);
    expect(await place.counts(ROOM)).toEqual({ here: [60, 20], there: [60, 20] });
    expect(await keptActs(workspace.id, TODAY)).toEqual([]);
  });
});
