import { beforeEach, describe, expect, test } from 'vitest';
import type { AppDeployment } from '#programmes/apple-licences/rules/deployment/app-deployment.ts';
import { countsOf } from '#programmes/apple-licences/rules/app/app-counts.ts';
import {
  planAssignment,
  type AssignTarget,
} from '#programmes/apple-licences/rules/licence/assign-plan.ts';
import type { AssignedLicence } from '#programmes/apple-licences/rules/licence/assigned-licence.ts';
import { licenceState } from '#programmes/apple-licences/rules/licence/licence-life.ts';
import { termsOf } from '#programmes/apple-licences/rules/user/user-terms.ts';
import type { VolumeApp } from '#programmes/apple-licences/rules/app/volume-app.ts';
import type { VolumeUser } from '#programmes/apple-licences/rules/user/volume-user.ts';
import { keptActs } from '#data/acts/acts.ts';
import { judgeAct, undoAct } from '#data/acts/undo-act.ts';
import { makeDeployment, redeploy } from '#programmes/apple-licences/work/deployment/deploy-app.ts';
import { giveToAll, type Giving } from '#programmes/apple-licences/work/giving/give-licences.ts';
import { bringBack } from '#programmes/apple-licences/work/giving/say-of-licences.ts';
import { sayTermsOfAll } from '#programmes/apple-licences/work/user/say-terms.ts';
import { appWith, userWith } from '#tests/factories/apps.ts';
import { valueOf } from '#tests/factories/credit.ts';
import { openTestWorkspace, type TestWorkspace } from '#tests/factories/workspace-in-browser.ts';
import { onKind } from '#data/records/on-kind.ts';

const TODAY = '2026-11-20';
const FIRST = 'apple-licences.accounts-2016';
let here: TestWorkspace;
let giving: Giving;
let users: VolumeUser[];

const make = async (count: number, free: number): Promise<void> => {
  users = Array.from({ length: count }, (_, at) =>
    userWith({ id: `user-${at}`, name: `Elev ${at}`, clientUserId: `u-${at}`, group: '7B' }),
  );
  await here.records.create(appWith({ total: 80, assigned: 80 - free, available: free }));
  await here.records.insert(users);
};
beforeEach(async () => {
  here = await openTestWorkspace();
  const vault = { keyedId: (...parts: string[]) => Promise.resolve(parts.join('-')) };
  giving = { records: here.records, workspaceId: here.id, vault };
});

const app = async (): Promise<VolumeApp> => (await here.records.get('app-1')) as VolumeApp;
const counts = async () => {
  const { assigned, free } = countsOf(await app());
  return [assigned, free];
};
const licences = async (): Promise<AssignedLicence[]> =>
  (await here.records.find({ kind: 'assigned-licence', parent: 'app-1' })) as AssignedLicence[];
const states = async () => (await licences()).map(({ steps }) => licenceState(steps)).sort();
const plan = async (chosen = users) =>
  planAssignment(
    { app: await app(), licences: await licences(), edition: FIRST },
    chosen.map((user): AssignTarget => ({ to: 'user', user })),
  );
const give = async (chosen = users) =>
  valueOf(await giveToAll(giving, 'app-1', (await plan(chosen)).gets, { reason: 'Ångrat' }));
const back = async (ids: readonly string[], kind: 'taken-back' | 'app-gone' = 'taken-back') =>
  valueOf(await bringBack(giving, { app: 'app-1', ids, kind, on: TODAY, reason: 'Ångrat' }));
const ids = async () => (await licences()).map(({ id }) => id);

describe('B10: licences are given and taken back by hand, many at once', () => {
  test('B10: what is planned is given, the app counts it, and undone all is as before', async () => {
    await make(10, 4);
    const { act, count } = await give();
    expect(count).toBe(4);
    expect(await counts()).toEqual([80, 0]);
    expect(await judgeAct(here.records, act)).toMatchObject({ back: { length: 4 }, changed: 0 });
    expect(await undoAct(giving, act, 'Ångrat')).toEqual({ back: 4, changed: 0 });
    expect([await counts(), await licences()]).toEqual([[76, 4], []]);
    expect(await keptActs(here.id, TODAY)).toEqual([]);
  });

  test('B10: given again after an undo they are the same records', async () => {
    await make(3, 4);
    await undoAct(giving, (await give()).act, 'Ångrat');
    const again = await give();
    expect(again.count).toBe(3);
    expect(await counts()).toEqual([79, 1]);
    expect(await undoAct(giving, again.act, 'Ångrat')).toEqual({ back: 3, changed: 0 });
    expect([await counts(), await licences()]).toEqual([[76, 4], []]);
  });

  test('B8: what is no longer free is refused as a whole, and nothing is written', async () => {
    await make(4, 4);
    const { gets } = await plan();
    await give(users.slice(0, 2));
    expect(await giveToAll(giving, 'app-1', gets, { reason: '' })).toMatchObject({
      problem: { code: 'too-few-licences', params: { short: 2 } },
    });
    expect([await counts(), (await licences()).length]).toEqual([[78, 2], 2]);
  });

  test('B10: a user who got one meanwhile in another tab takes none twice, and the count says so', async () => {
    await make(2, 9);
    const { gets } = await plan();
    await give(users.slice(0, 1));
    expect(
      valueOf(await giveToAll(giving, 'app-1', gets, { reason: 'Redan tilldelad' })).count,
    ).toBe(1);
    expect([await counts(), (await licences()).length]).toEqual([[73, 7], 2]);
  });

  test('B10: an undo leaves those who are on the way out by now, and the count with them', async () => {
    await make(3, 4);
    const { act } = await give();
    const [first] = await ids();
    await back([first as string]);
    expect(await counts()).toEqual([78, 2]);
    expect(await undoAct(giving, act, 'Ångrat')).toEqual({ back: 2, changed: 1 });
    expect([await counts(), await states()]).toEqual([[76, 4], ['free']]);
  });

  test('B8: an undo gives back no more than are free by now, and the rest can be undone later', async () => {
    await make(6, 4);
    await give(users.slice(0, 4));
    const taken = await back((await ids()).slice(0, 3));
    const others = await give(users.slice(4));
    expect(await counts()).toEqual([79, 1]);
    expect(await undoAct(giving, taken.act, 'Ångrat')).toEqual({ back: 1, changed: 2 });
    expect(await counts()).toEqual([80, 0]);
    await undoAct(giving, others.act, 'Ångrat');
    expect(await undoAct(giving, taken.act, 'Ångrat')).toEqual({ back: 2, changed: 0 });
    expect([await counts(), await states()]).toEqual([
      [80, 0],
      ['assigned', 'assigned', 'assigned', 'assigned'],
    ]);
  });

  test('B10: a book stays given', async () => {
    await make(1, 4);
    await here.records.change('app-1', (record) => ({
      ok: true,
      value: { ...record, data: { ...record.data, isRevocable: false } as never },
    }));
    await give();
    const coming = {
      app: 'app-1',
      ids: await ids(),
      kind: 'taken-back',
      on: TODAY,
      reason: '',
    } as const;
    expect(await bringBack(giving, coming)).toMatchObject({ problem: { code: 'stays-for-good' } });
    expect(await states()).toEqual(['assigned']);
  });

  test('B10: a thousand at once, with progress, and back with one undo', async () => {
    await make(1000, 0);
    await here.records.change('app-1', (record) => ({
      ok: true,
      value: {
        ...record,
        data: {
          ...record.data,
          said: { total: 2000, assigned: 0, source: '', asOf: '', at: 1 },
        } as never,
      },
    }));
    const seen: number[] = [];
    const { gets } = await plan();
    const given = valueOf(
      await giveToAll(giving, 'app-1', gets, {
        reason: '',
        onProgress: (done) => void seen.push(done),
      }),
    );
    expect([given.count, seen.length > 3, seen.at(-1), await counts()]).toEqual([
      1000,
      true,
      1000,
      [1000, 1000],
    ]);
    expect(await undoAct(giving, given.act, 'Ångrat')).toEqual({ back: 1000, changed: 0 });
    expect(await counts()).toEqual([0, 2000]);
  });
});

describe('B11: a deployment that uninstalls', () => {
  const deployment = async (): Promise<AppDeployment> =>
    (await here.records.get('d')) as AppDeployment;

  test('B11: it sets licences on their way; they are free only once the app is gone, and the undo takes both back', async () => {
    await make(4, 4);
    await give();
    const input = { name: '', group: '7B', users: {}, intent: 'required' } as const;
    const deploying = { app: 'app-1', edition: FIRST, owner: 'sara' };
    await makeDeployment(giving, { id: 'd', input, ...deploying }, { kind: 'stays', ids: [] });
    const two = (await ids()).slice(0, 2);
    const moved = { kind: 'uninstall-asked', ids: two } as const;
    const { act, count } = valueOf(
      await redeploy(giving, { id: 'd', intent: 'uninstall', was: 'required' }, moved),
    );
    expect([count, await counts(), await states()]).toEqual([
      2,
      [80, 0],
      ['assigned', 'assigned', 'leaving', 'leaving'],
    ]);
    const gone = await back(two.slice(0, 1), 'app-gone');
    expect([await counts(), await states()]).toEqual([
      [79, 1],
      ['assigned', 'assigned', 'free', 'leaving'],
    ]);
    await undoAct(giving, gone.act, 'Ångrat');
    expect(await counts()).toEqual([80, 0]);
    expect(await undoAct(giving, act, 'Ångrat')).toEqual({ back: 3, changed: 0 });
    expect([(await deployment()).data.intent, await states()]).toEqual([
      'required',
      ['assigned', 'assigned', 'assigned', 'assigned'],
    ]);
  });

  test('B11: one that was made goes to the trash with its undo', async () => {
    await make(1, 4);
    const input = { name: '', group: '7B', users: {}, intent: 'available' } as const;
    const made = valueOf(
      await makeDeployment(
        giving,
        { id: 'd', input, app: 'app-1', edition: FIRST, owner: '' },
        { kind: 'stays', ids: [] },
      ),
    );
    await undoAct(giving, made.act, 'Ångrat');
    expect((await deployment()).trashedOn).not.toBe('');
  });
});

describe('B12: all are invited at once', () => {
  test('B12: users whom it does not fit are left out, and the undo takes it back', async () => {
    await make(3, 0);
    const step = { kind: 'invited', on: TODAY, edition: FIRST } as const;
    const all = users.map(({ id }) => id);
    await sayTermsOfAll(giving, all.slice(0, 1), step);
    const { act, count } = valueOf(await sayTermsOfAll(giving, all, step));
    expect(count).toBe(2);
    const terms = async () =>
      [...(await here.records.many(all)).values()].map((user) => termsOf(user as VolumeUser));
    expect(await terms()).toEqual(['invited', 'invited', 'invited']);
    expect(await undoAct(giving, act, 'Ångrat')).toEqual({ back: 2, changed: 0 });
    expect((await terms()).sort()).toEqual(['invited', 'not-invited', 'not-invited']);
    expect(await sayTermsOfAll(giving, all.slice(0, 1), step)).toMatchObject({
      problem: { code: 'is-invited' },
    });
  });

  test('B12: an invitation goes with the terms that are accepted, and comes back with the undo', async () => {
    await make(1, 0);
    const [id = ''] = users.map((user) => user.id);
    const invite = { key: 'k', iv: 'i', text: 't' };
    await here.records.change(
      id,
      onKind('volume-user', (user) => ({
        ok: true,
        value: { ...user, data: { ...user.data, invite } },
      })),
    );
    const now = async () => ((await here.records.get(id)) as VolumeUser).data.invite;
    const { act } = valueOf(
      await sayTermsOfAll(giving, [id], { kind: 'accepted', on: TODAY, edition: FIRST }),
    );
    expect(await now()).toBeUndefined();
    await undoAct(giving, act, 'Ångrat');
    expect(await now()).toEqual(invite);
  });
});
