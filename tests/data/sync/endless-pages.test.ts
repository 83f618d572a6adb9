import { expect, test } from 'vitest';
import { MOST_UNREADABLE } from '#data/sync/session.ts';
import type { Network } from './devices.ts';
import {
  amountOn,
  isChanges,
  isHeads,
  isPoll,
  onServer,
  openLine,
  order,
  pairInStep,
  PATIENT,
  setAmount,
} from './world.ts';

/** Documents that nobody here can open. */
const garbled = (count: number, page: number) =>
  Array.from({ length: count }, (_, at) => {
    const id = `n-${page}-${at}`;
    return {
      id,
      doc: { _id: id, _rev: '1-a', key: 'k9', sealed: { iv: 'AAAAAAAAAAAAAAAA', text: 'AAAA' } },
    };
  });

/**
 * A server that answers with so many full pages of them, and counts those that it was asked for.
 */
const showingPages = (pages: number, size = 50) => {
  let asked = 0;
  const network: Network = async (request, answer) => {
    if (!isChanges(request) || asked >= pages) return answer();
    asked += 1;
    return Response.json({ results: garbled(size, asked), last_seq: 0 });
  };
  return { network, asked: () => asked };
};

/**
 * A pair of which the phone pauses for ever where it has a reason to. None are that what it wrote
 * itself comes back to it, as it was in step before, nor that a request for news ends without any:
 * by the clock of a device in a test that is at once.
 */
const pausingPair = async (network: Network) => {
  const pair = await pairInStep({ network });
  await pair.phone.disconnect();
  await pair.phone.connect({ gapMs: 600_000, pollMs: 600_000 });
  return pair;
};

const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

test('X9: between pages of which nothing is taken it breathes, too: a server may have them without end', async () => {
  const line = openLine();
  const { phone, tablet } = await pausingPair(line.network);
  const { network, asked } = showingPages(3);
  line.obey(network);
  await setAmount(tablet, '12.00');
  await expect.poll(asked, PATIENT).toBe(1);
  for (let turns = 0; turns < 500; turns += 1) await turn();
  expect(asked()).toBe(1);
  // Who asks for it need not wait.
  const unreadable = (): number => (phone.sync.tryNow(), phone.sync.unreadable.size);
  await expect.poll(unreadable, PATIENT).toBe(150);
  await expect.poll(() => (phone.sync.tryNow(), amountOn(phone)), PATIENT).toBe('12.00');
});

/**
 * A server that answers each long-poll at once, with one more document that nobody can open unless
 * said, and counts them.
 */
const neverWaiting = (
  results: (asked: number) => readonly object[] = (asked) => garbled(1, asked),
) => {
  let asked = 0;
  const network: Network = (request, answer) => {
    if (!isPoll(request)) return answer();
    asked += 1;
    return Promise.resolve(Response.json({ results: results(asked), last_seq: `n-${asked}` }));
  };
  return { network, asked: () => asked };
};

test('X9: a long-poll that is answered at once with nothing that can be taken is not asked again at once', async () => {
  const line = openLine();
  const { phone, tablet } = await pausingPair(line.network);
  const { network, asked } = neverWaiting();
  line.obey(network);
  await setAmount(tablet, '12.00');
  await expect.poll(asked, PATIENT).toBe(1);
  await expect.poll(() => phone.sync.unreadable.size, PATIENT).toBe(1);
  for (let turns = 0; turns < 500; turns += 1) await turn();
  expect(asked()).toBe(1);
  // Who asks for it need not wait.
  await expect.poll(() => (phone.sync.tryNow(), asked()), PATIENT).toBeGreaterThan(1);
  line.obey();
  await expect.poll(() => (phone.sync.tryNow(), amountOn(phone)), PATIENT).toBe('12.00');
});

test('X9: nor is one that shows an old state again and again, which is written back', async () => {
  const line = openLine();
  const { server, phone, tablet } = await pausingPair(line.network);
  const old = await onServer(server, ['order-1']);
  await setAmount(tablet, '12.00');
  await expect.poll(() => amountOn(phone), PATIENT).toBe('12.00');
  const { network, asked } = neverWaiting(() => old);
  line.obey(network);
  await setAmount(tablet, '13.00');
  await expect.poll(asked, PATIENT).toBe(1);
  for (let turns = 0; turns < 500; turns += 1) await turn();
  expect(asked()).toBe(1);
  line.obey();
  await expect.poll(() => (phone.sync.tryNow(), amountOn(phone)), PATIENT).toBe('13.00');
});

test('X8: changes that come one after another are asked for without a pause, also after one that nobody can open', async () => {
  const line = openLine();
  const { phone, tablet } = await pausingPair(line.network);
  const { network, asked } = neverWaiting();
  line.obey(network);
  await setAmount(tablet, '12.00');
  await expect.poll(asked, PATIENT).toBe(1);
  line.obey();
  await expect.poll(() => (phone.sync.tryNow(), amountOn(phone)), PATIENT).toBe('12.00');
  for (let at = 0; at < 20; at += 1) {
    await tablet.records.create(order(`later-${at}`));
    await expect.poll(() => amountOn(phone, `later-${at}`), PATIENT).toBe('25000.00');
  }
});

test('X9: what cannot be opened is kept once for all the pages of a pull', async () => {
  const line = openLine();
  const { phone, tablet } = await pairInStep({ network: line.network });
  const kept: number[] = [];
  const set = phone.store.set.bind(phone.store);
  phone.store.set = async (id, value) => {
    if (id === 'unreadable') kept.push((value as string[]).length);
    return set(id, value);
  };
  line.obey(showingPages(20).network);
  await setAmount(tablet, '12.00');
  await expect.poll(() => kept.at(-1), PATIENT).toBe(1_000);
  expect(kept).toEqual([1_000]);
});

test('X9: so much of it is named, and what is beyond that counted, over a restart as well', async () => {
  const line = openLine();
  const batch = MOST_UNREADABLE + 10;
  const { phone, tablet } = await pairInStep({ network: line.network, times: { batch } });
  line.obey(showingPages(1, batch).network);
  await setAmount(tablet, '12.00');
  await expect.poll(() => phone.kept.get('unreadable-beyond'), PATIENT).toBe('10');
  await phone.kill();
  line.obey();
  await phone.connect();
  await setAmount(tablet, '13.00');
  await expect.poll(() => amountOn(phone), PATIENT).toBe('13.00');
  expect([phone.sync.unreadable.size, phone.sync.unreadableBeyond()]).toEqual([
    MOST_UNREADABLE,
    10,
  ]);
  // The server says that it has them all, and its count does not: which of them are here as well is
  // not known.
  line.obey(async (request, answer) => {
    if (!isHeads(request)) return answer();
    const { keys } = (await request.json()) as { readonly keys: readonly string[] };
    return Response.json({ rows: keys.map((id) => ({ id, key: id, value: { rev: '1-a' } })) });
  });
  expect(await phone.sync.oneSided(false)).toEqual({ missing: 0, lacking: 0 });
  line.obey();
  phone.sync.compareAll();
  await expect.poll(() => phone.kept.has('unreadable-beyond'), PATIENT).toBe(false);
});
