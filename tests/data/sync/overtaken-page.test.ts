import { Subject } from 'rxjs';
import { expect, test } from 'vitest';
import { openOvertaken } from '#data/sync/overtaken.ts';
import { openPassed } from '#data/sync/passed.ts';
import { puller } from '#data/sync/pull.ts';
import { tombstone } from '#data/sync/couch/tombstone.ts';
import type { Session } from '#data/sync/session.ts';
import type { Device } from './devices.ts';
import {
  gate,
  isChanges,
  isDown,
  isPoll,
  onServer,
  openLine,
  order,
  orderOn,
  PATIENT,
  setReseller,
  world,
} from './world.ts';

/**
 * A tablet made and deleted an order; the page that says so was read for the phone, and is on its
 * way still. Meanwhile the phone made the order by itself, and the server took it, over the
 * tombstone.
 */
const overtaken = async () => {
  const { server, device } = await world();
  const [line, page] = [openLine(), gate()];
  // The tablet's clock is ahead: what it deleted looks later than what the phone makes.
  const [phone, tablet] = [
    await device('phone', line.network),
    await device('tablet', { clock: () => 9_000_000 }),
  ];
  // Or one that waits since before would bring what the others do.
  line.obey((request, answer) => (isPoll(request) ? isDown(request, answer) : answer()));
  await Promise.all([phone.connect(), tablet.connect()]);
  await tablet.records.create(order('before'));
  await expect.poll(async () => (await orderOn(phone, 'before'))?.id, PATIENT).toBe('before');

  line.obey((request, answer) => (isChanges(request) ? isDown(request, answer) : answer()));
  await tablet.records.create(order());
  await expect
    .poll(async () => (await onServer(server, ['order-1']))[0]?.value?.rev, PATIENT)
    .toMatch(/^1-/);
  await tablet.records.discard(['order-1']);
  await expect
    .poll(async () => (await onServer(server, ['order-1']))[0]?.value?.rev, PATIENT)
    .toMatch(/^2-/);

  line.obey(async (request, answer) => {
    const read = await answer();
    if (isChanges(request)) await page.pass();
    return read;
  });
  phone.sync.tryNow();
  await page.reached;
  await phone.records.create(order());
  await expect
    .poll(async () => (await onServer(server, ['order-1']))[0]?.value?.rev, PATIENT)
    .toMatch(/^3-/);
  await expect.poll(() => phone.sync.waiting(9), PATIENT).toBe(0);
  return { phone, tablet, page };
};

/** What a device was without, in its own view, from now on. */
const goneOn = ({ collection }: Device): string[] => {
  const gone: string[] = [];
  collection.$.subscribe(
    ({ operation, documentId }) => operation === 'DELETE' && gone.push(documentId),
  );
  return gone;
};

const reaches = async (from: Device, to: Device): Promise<void> => {
  const id = `from-${from.name}`;
  await from.records.create(order(id));
  await expect.poll(async () => (await orderOn(to, id))?.id, PATIENT).toBe(id);
};

test('X8: a page that was read before the server took a write of this device takes nothing of it back, not for a moment', async () => {
  const { phone, tablet, page } = await overtaken();
  const gone = goneOn(phone);
  page.open();
  await reaches(tablet, phone);
  await reaches(phone, tablet);
  expect(gone).toEqual([]);
  for (const device of [phone, tablet]) expect((await orderOn(device))?.updatedBy).toBe('phone');
});

test('X8: and what somebody wrote on it meanwhile comes all the same', async () => {
  const { phone, tablet, page } = await overtaken();
  const gone = goneOn(phone);
  await expect.poll(async () => (await orderOn(tablet))?.updatedBy, PATIENT).toBe('phone');
  expect((await setReseller(tablet, 'Atea')).ok).toBe(true);
  page.open();
  await expect.poll(async () => (await orderOn(phone))?.data.reseller, PATIENT).toBe('Atea');
  expect(gone).toEqual([]);
});

test('X8: what has to be reread is read again as long as the device could not look at what it has, and until it is here', async () => {
  const passed = await openPassed(
    { get: async () => undefined, set: async () => undefined },
    new AbortController().signal,
  );
  passed.add('order-1');
  const copy = { ...tombstone('order-1'), _deleted: false };
  let [looks, isHere] = [0, false];
  const session = {
    overtaken: openOvertaken(),
    passed,
    batch: 50,
    behind: new WeakSet(),
    client: {
      changes: async () => ({ results: [], last_seq: 1, isLast: true }),
      bodies: async () => [],
      heads: async () => [{ id: 'order-1', rev: '1-a', document: { _id: 'order-1', _rev: '1-a' } }],
    },
    codec: { readable: [], unpack: async () => copy },
    collection: {
      storageInstance: {
        findDocumentsById: async () => {
          looks += 1;
          if (looks === 1) throw new Error('the disk did not answer');
          return isHere ? [copy] : [];
        },
      },
    },
    unreadable: new Set(),
    withLeaf: new Set(),
    aside: new Map(),
    pulled$: new Subject(),
    isRetired: () => false,
    agreed: async () => new Map([['order-1', copy]]),
    replication: async () => undefined,
    isUnreadableKept: true,
    isAsideKept: true,
    mayWrite: () => true,
    settled: new Map(),
  };
  const pull = puller(session as unknown as Session, async () => undefined);
  await expect(pull({ seq: 1 }, 50)).rejects.toThrow('the disk did not answer');
  expect((await pull({ seq: 1 }, 50)).documents).toEqual([copy]);
  expect([passed.has('order-1'), passed.through()]).toEqual([true, true]);
  isHere = true;
  expect((await pull({ seq: 1 }, 50)).documents).toEqual([]);
  expect(passed.has('order-1')).toBe(false);
});
