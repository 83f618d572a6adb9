import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { TabStatus } from '#data/sync/tabs/tab-status.ts';
import { tellBy } from '#data/sync/tabs/telling.ts';
import { openListsOfCodes } from '#programmes/apple-credit/work/code/lists-of-codes.ts';
import { newKeyring } from '#workspace/rules/vault/keyring-commands.ts';
import { begin, keyNamed } from '#tests/data/sync/keyed-devices.ts';
import type { Network } from '#tests/data/sync/devices.ts';
import { turnedClock } from '#tests/data/sync/turned-clock.ts';
import {
  docsIn,
  isBulk,
  onServer,
  order,
  PATIENT,
  revisionOf,
  world,
} from '#tests/data/sync/world.ts';

const SECOND = 1_000;
const NEVER = { inStepAt: 0, countedAt: 0, missing: 0, lacking: 0 };

/** A revision that is nowhere. */
const LOST = '1-10577777777777777777777777777777';

let clock: ReturnType<typeof turnedClock>;

beforeEach(() => void (clock = turnedClock()));
afterEach(() => clock.stop());

/** Lets so much time go by for the app. */
const goBy = (ms: number): Promise<void> => clock.goBy(ms, SECOND / 4);

/** Lets it go by until it is so. */
const until = (isSo: () => boolean): Promise<void> =>
  vi.waitFor(
    async () => {
      await goBy(SECOND / 4);
      expect(isSo()).toBe(true);
    },
    { timeout: PATIENT.timeout, interval: 5 },
  );

/**
 * A phone in step whose status is reported; `counts` are the moments at which both sides were
 * counted.
 */
const toldPhone = async () => {
  const { server, device } = await world();
  const counts: number[] = [];
  let [answersCounts, forgets] = [true, false];
  const network: Network = async (request, answer) => {
    if (forgets && isBulk(request))
      return Response.json(
        (await docsIn(request)).map(({ _id: id }) => ({ ok: true, id, rev: LOST })),
      );
    // Nor does it know that it has lost it.
    if (request.url.endsWith('_revs_diff') && (await request.clone().text()).includes(LOST))
      return Response.json({});
    if (!request.url.includes('_design')) return answer();
    counts.push(clock.now());
    return answersCounts ? answer() : new Response('{}', { status: 503 });
  };
  const phone = await device('phone', { network: clock.over(network), clock: clock.now });
  await phone.records.create(newKeyring('v1', []));
  await phone.records.create(order());
  const lists = openListsOfCodes(phone.collection, () => true);
  const { sync, changed } = await begin(phone, await keyNamed('k1'));
  const told: TabStatus[] = [];
  const telling = tellBy(
    sync,
    { now: clock.now, kept: NEVER, changedKeys: changed, mending: lists },
    (status) => told.push(status),
  );
  phone.collection.$.subscribe(telling.again);
  await until(() => told.at(-1)?.isCounted === true);
  await goBy(10 * SECOND);
  return {
    server,
    phone,
    telling,
    counts,
    told,
    last: () => told.at(-1) as TabStatus,
    answer: (next: boolean) => void (answersCounts = next),
    /** The server says that it has written, and has not. */
    forget: (next: boolean) => void (forgets = next),
  };
};

test('X11: both sides are counted again when someone looks, at most every three seconds however often, and then at rest', async () => {
  const { telling, counts, last } = await toldPhone();
  const [before, lookedAt] = [counts.length, clock.now()];
  expect([last().countedAt, last().isCounted]).toEqual([counts.at(-1), true]);
  telling.look();
  for (let times = 0; times < 8; times += 1) {
    await goBy(SECOND / 4);
    telling.look();
  }
  const lastLook = clock.now();
  await until(() => last().countedAt >= lastLook);
  await goBy(120 * SECOND);
  // One at once and one for those who looked meanwhile; nothing after it.
  const since = counts.slice(before);
  expect(since.length).toBeLessThanOrEqual(2);
  expect(since[0]).toBeGreaterThanOrEqual(lookedAt);
  for (const [at, moment] of since.slice(1).entries())
    expect(moment - (since[at] as number)).toBeGreaterThanOrEqual(3 * SECOND);
  expect(last().countedAt).toBe(since.at(-1));
  telling.stop();
});

test('X11: a server that does not answer when someone looks leaves the old count, and is not asked over and over', async () => {
  const { telling, counts, last, answer } = await toldPhone();
  const [before, countedAt] = [counts.length, last().countedAt];
  answer(false);
  telling.look();
  await until(() => counts.length > before);
  // Once more, where all comes to be in step only now; then not until the sync looks by itself,
  // each minute.
  await goBy(100 * SECOND);
  expect(counts.length - before).toBeLessThanOrEqual(4);
  expect(last().countedAt).toBe(countedAt);
  answer(true);
  telling.look();
  await until(() => last().countedAt > countedAt);
  expect(last().countedAt).toBe(counts.at(-1));
  telling.stop();
});

test('X11: what cannot be opened is reported with how much of it is here, and is missing nowhere', async () => {
  const { server, phone, telling, last } = await toldPhone();
  const garbled = { key: 'k9', sealed: { iv: 'AAAAAAAAAAAAAAAA', text: 'AAAA' } };
  const [row] = await onServer(server, ['order-1']);
  const docs = [
    { _id: 'order-1', _rev: row?.value?.rev, ...garbled },
    { _id: 'order-8', ...garbled },
    { _id: 'order-9', ...garbled },
  ];
  await server.ask('POST', '/w/_bulk_docs', { docs });
  await until(() => phone.sync.unreadable.size === 3);
  expect(await phone.sync.oneSided(false)).toEqual({ missing: 0, lacking: 0 });
  const lookedAt = clock.now();
  telling.look();
  await until(() => last().countedAt >= lookedAt);
  expect(last()).toMatchObject({ unreadable: 3, unreadableHere: 1, missing: 0 });
  telling.stop();
});

test('X11: what the server took and has not got is reported, and sent again with all else', async () => {
  const { server, phone, telling, last, told, forget } = await toldPhone();
  forget(true);
  await phone.records.create(order('lost'));
  await expect.poll(() => goBy(SECOND / 4).then(() => phone.sync.waiting(9)), PATIENT).toBe(0);
  forget(false);
  telling.look();
  const isTold = (): boolean => told.some(({ lacking }) => lacking === 1);
  await expect.poll(() => goBy(SECOND / 4).then(isTold), PATIENT).toBe(true);
  const same = { state: 'in-step', isCounted: true, missing: 0, lacking: 0 };
  await expect.poll(() => goBy(SECOND / 4).then(last), PATIENT).toMatchObject(same);
  expect(await revisionOf(server, 'lost')).toBeDefined();
  telling.stop();
});
