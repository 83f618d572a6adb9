import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { TabStatus } from '#data/sync/tab-status.ts';
import { tellBy } from '#data/sync/telling.ts';
import { newKeyring } from '#domain/workspace/keyring-commands.ts';
import { begin, keyNamed } from './keyed-devices.ts';
import type { Network } from './devices.ts';
import { onServer, order, PATIENT, world } from './world.ts';

const SECOND = 1_000;
const NEVER = { inStepAt: 0, countedAt: 0, missing: 0 };

/** The clock of the device (ms since 1970). */
let now: number;

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval'] });
  now = 1_795_000_000_000;
});
afterEach(() => void vi.useRealTimers());

/** Lets so much time go by, with turns for whatever waits for no clock: storage, keys and requests. */
const goBy = async (ms: number): Promise<void> => {
  for (let gone = 0; gone < ms; gone += SECOND / 4) {
    now += SECOND / 4;
    await vi.advanceTimersByTimeAsync(SECOND / 4);
    for (let turn = 0; turn < 100; turn += 1) await new Promise((resolve) => setImmediate(resolve));
  }
};

/** A phone in step whose status is told; `counts` are the moments at which both sides were counted. */
const toldPhone = async () => {
  const { server, device } = await world();
  const counts: number[] = [];
  let answersCounts = true;
  const network: Network = async (request, answer) => {
    if (!request.url.includes('_design')) return answer();
    counts.push(now);
    return answersCounts ? answer() : new Response('{}', { status: 503 });
  };
  const phone = await device('phone', { network, clock: () => now });
  await phone.records.create(newKeyring('v1', []));
  await phone.records.create(order());
  const { sync, changed } = await begin(phone, await keyNamed('k1'));
  const told: TabStatus[] = [];
  const telling = tellBy(sync, { now: () => now, kept: NEVER, changedKeys: changed }, (status) => told.push(status));
  phone.collection.$.subscribe(telling.again);
  await goBy(10 * SECOND);
  return {
    ...{ server, phone, telling, counts },
    last: () => told.at(-1) as TabStatus,
    answer: (next: boolean) => void (answersCounts = next),
  };
};

test('X11: both sides are counted anew when someone looks, at most every three seconds however often, and then at rest', async () => {
  const { telling, counts, last } = await toldPhone();
  expect([counts.length, last().countedAt, last().isCounted]).toEqual([1, counts[0], true]);
  const lookedAt = now;
  telling.look();
  for (let times = 0; times < 8; times += 1) {
    await goBy(SECOND / 4);
    telling.look();
  }
  const lastLook = now;
  await goBy(120 * SECOND);
  expect(counts).toHaveLength(3);
  expect(counts[1]).toBeGreaterThanOrEqual(lookedAt);
  expect((counts[2] as number) - (counts[1] as number)).toBeGreaterThanOrEqual(3 * SECOND);
  expect(last().countedAt).toBe(counts[2]);
  expect(last().countedAt).toBeGreaterThanOrEqual(lastLook);
  telling.stop();
});

test('X11: a server that does not answer who looks leaves the count of before, and is not asked over and over', async () => {
  const { telling, counts, last, answer } = await toldPhone();
  answer(false);
  telling.look();
  // Until the sync looks by itself.
  await goBy(40 * SECOND);
  expect([counts.length, last().countedAt]).toEqual([2, counts[0]]);
  answer(true);
  telling.look();
  await goBy(10 * SECOND);
  expect(last().countedAt).toBe(counts[2]);
  telling.stop();
});

test('X11: what cannot be opened is told with how much of it is here, and is missing nowhere', async () => {
  const { server, phone, telling, last } = await toldPhone();
  const garbled = { key: 'k9', sealed: { iv: 'AAAAAAAAAAAAAAAA', text: 'AAAA' } };
  const [row] = await onServer(server, ['order-1']);
  const docs = [
    { _id: 'order-1', _rev: row?.value?.rev, ...garbled },
    { _id: 'order-8', ...garbled },
    { _id: 'order-9', ...garbled },
  ];
  await server.ask('POST', '/w/_bulk_docs', { docs });
  vi.useRealTimers();
  await expect.poll(() => phone.sync.unreadable.size, PATIENT).toBe(3);
  expect(await phone.sync.missing()).toBe(0);
  telling.look();
  await expect.poll(() => last(), PATIENT).toMatchObject({ unreadable: 3, unreadableHere: 1, missing: 0 });
  telling.stop();
});
