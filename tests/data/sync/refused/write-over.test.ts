import { expect, test } from 'vitest';
import { newKeyring } from '#workspace/rules/vault/keyring-commands.ts';
import { KEYRING_ID } from '#workspace/rules/vault/keyring.ts';
import { sealing, type WireDocument } from '#data/sync/sealing.ts';
import { openWritingOver } from '#data/sync/refused/writing-over.ts';
import {
  begin,
  IDS,
  keyNamed,
  keysOnServer,
  rotate,
  rotated,
  stateOf,
  wrapOf,
} from '#tests/data/sync/keyed-devices.ts';
import { plainNetwork, type Device } from '#tests/data/sync/devices.ts';
import {
  amountOn,
  docsIn,
  gate,
  isBulk,
  isChanges,
  onServer,
  openLine,
  order,
  PATIENT,
  setAmount,
  setReseller,
  world,
} from '#tests/data/sync/world.ts';

const silent = (): void => undefined;
const NONE = { missing: 0, lacking: 0 };

type Rotated = Awaited<ReturnType<typeof rotated>>;

/**
 * Puts the server back to before the change of keys: the keyring of then, and each order as the
 * first key sealed it.
 */
const putBack = async (
  { server, before, k1 }: Rotated,
  copies: readonly object[],
): Promise<void> => {
  const older = await Promise.all(copies.map((copy) => sealing(k1, []).pack(copy as never)));
  const docs = [before as WireDocument, ...older];
  const rows = await onServer(
    server,
    docs.map(({ _id }) => _id),
  );
  await server.ask('POST', '/w/_bulk_docs', {
    docs: docs.map((document, at) => ({ ...document, _rev: rows[at]?.value?.rev })),
  });
};

/**
 * Two devices that came in after the change, and a server that was put back to before it; nobody
 * has the first key any more.
 */
const lostKey = async () => {
  const world = await rotated();
  const { server, device, phone, k2, of } = world;
  const copies = await Promise.all(IDS.map(async (id) => (await phone.records.get(id)) as object));
  await of.changed.inStep(of.sync);
  const line = openLine();
  const [fresh, other] = [await device('fresh', line.network), await device('other')];
  const syncs = [await begin(fresh, k2), await begin(other, k2)] as const;
  for (const device of [fresh, other])
    await expect.poll(() => amountOn(device, 'order-3'), PATIENT).toBe('25000.00');
  await world.tablet.disconnect();
  await phone.disconnect();
  await putBack(world, [...copies, { ...copies[0], id: 'order-9' }]);
  for (const device of [fresh, other])
    await expect
      .poll(() => [...device.sync.unreadable].sort(), PATIENT)
      .toEqual([...IDS, 'order-9']);
  await expect.poll(() => keysOnServer(server, [KEYRING_ID]), PATIENT).toEqual(['k2']);
  return { ...world, line, fresh, other, sync: syncs[0].sync };
};

/**
 * From now on the device behind the line hears nothing new; other requests meet `rest`. Done once
 * it asks in vain, so that no question from before can still be answered.
 */
const holdNews = async (line: ReturnType<typeof openLine>, rest = plainNetwork): Promise<void> => {
  const news = gate();
  line.obey(async (request, answer) => {
    if (!isChanges(request)) return rest(request, answer);
    await news.pass();
    return answer();
  });
  await news.reached;
};

const asideOn = ({ sync }: Device): string[] => [...sync.aside.keys()].sort();

test('X9: rows sealed with a lost key are written over with what is here; what is only there stays, and all is in step', async () => {
  const { server, fresh, other, sync } = await lostKey();
  await setAmount(fresh, '31000.00');
  await setReseller(other, 'Atea');
  for (const device of [fresh, other])
    await expect.poll(() => asideOn(device), PATIENT).toEqual(['order-1']);
  expect([await sync.unreadableHere(), await sync.oneSided(true), await sync.isKeyInUse()]).toEqual(
    [3, NONE, true],
  );
  const told: [number, number][] = [];
  const result = await sync.writeOver((done, all) => told.push([done, all]));
  expect(result).toEqual({ ok: true, value: { written: 3, left: 0 } });
  expect(told).toEqual([[0, 3]]);
  expect(await keysOnServer(server, [...IDS, 'order-9'])).toEqual(['k2', 'k2', 'k2', 'k1']);
  expect([
    [...sync.unreadable],
    asideOn(fresh),
    fresh.kept.get('unreadable'),
    fresh.kept.get('aside'),
  ]).toEqual([['order-9'], [], '["order-9"]', '[]']);
  // The change that the other one could not send meets what was written, and goes out by itself.
  for (const device of [fresh, other]) {
    await expect
      .poll(async () => (await device.records.get('order-1'))?.data, PATIENT)
      .toMatchObject({ amount: '31000.00', reseller: 'Atea' });
    await expect
      .poll(() => [asideOn(device), [...device.sync.unreadable]], PATIENT)
      .toEqual([[], ['order-9']]);
  }
  expect(await amountOn(fresh, 'order-9')).toBeUndefined();
});

test('X9: what somebody writes meanwhile is not written over: it stays, and comes', async () => {
  const { server, k2, line, fresh, sync } = await lostKey();
  const copy = (await fresh.records.get('order-2')) as { data: object; updatedAt: number };
  const theirs = { ...copy, data: { ...copy.data, amount: '7.00' }, updatedAt: copy.updatedAt + 1 };
  let isFirst = true;
  line.obey(async (request, answer) => {
    const isOurs = isBulk(request) && (await docsIn(request)).some(({ _id }) => _id === 'order-2');
    if (isOurs && isFirst) {
      isFirst = false;
      const [row] = await onServer(server, ['order-2']);
      const docs = [{ ...(await sealing(k2, []).pack(theirs as never)), _rev: row?.value?.rev }];
      await server.ask('POST', '/w/_bulk_docs', { docs });
    }
    return answer();
  });
  expect(await sync.writeOver(silent)).toEqual({ ok: true, value: { written: 2, left: 1 } });
  await expect.poll(() => amountOn(fresh, 'order-2'), PATIENT).toBe('7.00');
  await expect.poll(() => [...sync.unreadable], PATIENT).toEqual(['order-9']);
});

test('X9: what can be opened again by the time it is its turn is left as it is', async () => {
  const { server, k2, line, fresh, sync } = await lostKey();
  const copy = (await fresh.records.get('order-3')) as { data: object; updatedAt: number };
  const theirs = { ...copy, data: { ...copy.data, amount: '8.00' }, updatedAt: copy.updatedAt + 1 };
  // Nothing is reported until then.
  await holdNews(line);
  const [row] = await onServer(server, ['order-3']);
  const docs = [{ ...(await sealing(k2, []).pack(theirs as never)), _rev: row?.value?.rev }];
  await server.ask('POST', '/w/_bulk_docs', { docs });
  const before = sync.unreadable.size;
  expect([before, await sync.writeOver(silent)]).toEqual([
    4,
    { ok: true, value: { written: 2, left: 1 } },
  ]);
  const [now] = await onServer(server, ['order-3']);
  expect(await sealing(k2, []).unpack(now?.doc as WireDocument)).toMatchObject({
    data: { amount: '8.00' },
  });
});

test('X11: what can be opened by now is counted apart from what somebody else wrote, and progress is reported from the start', async () => {
  const { server, k2, line, fresh, sync } = await lostKey();
  const sealedAnew = async (id: string, key = k2) => {
    const [row] = await onServer(server, [id]);
    const copy = (await fresh.records.get(id)) as object;
    return { ...(await sealing(key, []).pack(copy as never)), _rev: row?.value?.rev };
  };
  await holdNews(line, async (request, answer) => {
    if (isBulk(request))
      await server.ask('POST', '/w/_bulk_docs', {
        docs: [await sealedAnew('order-2', await keyNamed('k7'))],
      });
    return answer();
  });
  await server.ask('POST', '/w/_bulk_docs', { docs: [await sealedAnew('order-3')] });
  const told: unknown[] = [];
  const over = openWritingOver(sync, {
    now: () => 7,
    changed: () => told.push(over.state()),
    ended: silent,
  });
  const writing = over.begin();
  expect(told).toEqual([{ is: 'running', done: 0, of: 0 }]);
  await writing;
  expect(over.state()).toEqual({ is: 'done', at: 7, written: 1, opened: 1, left: 1 });
});

test('X9: a row that was changed on the way, and one that a stranger deleted, are written over as well', async () => {
  const { server, of } = await rotated();
  await of.changed.inStep(of.sync);
  const rows = await onServer(server, ['order-1', 'order-2']);
  const [one, two] = rows.map(({ doc }) => doc as WireDocument);
  const docs = [
    { ...one, sealed: { ...one?.sealed, text: two?.sealed?.text } },
    { _id: 'order-2', _rev: two?._rev, _deleted: true },
  ];
  await server.ask('POST', '/w/_bulk_docs', { docs });
  await expect.poll(() => [...of.sync.unreadable].sort(), PATIENT).toEqual(['order-1', 'order-2']);
  expect(await of.sync.writeOver(silent)).toEqual({ ok: true, value: { written: 2, left: 0 } });
  expect(await keysOnServer(server, ['order-1', 'order-2'])).toEqual(['k2', 'k2']);
  expect(of.sync.unreadable.size).toBe(0);
});

test('X18: a reader writes nothing over', async () => {
  const { server, device, k2, of } = await rotated();
  await of.changed.inStep(of.sync);
  let isReader = false;
  const reader = await device('reader', { mayWrite: () => !isReader });
  const { sync } = await begin(reader, k2);
  await expect.poll(() => amountOn(reader, 'order-3'), PATIENT).toBe('25000.00');
  isReader = true;
  const [row] = await onServer(server, ['order-1']);
  const docs = [{ ...row?.doc, key: 'k9' }];
  await server.ask('POST', '/w/_bulk_docs', { docs });
  await expect.poll(() => [...sync.unreadable], PATIENT).toEqual(['order-1']);
  expect(await sync.writeOver(silent)).toMatchObject({
    ok: false,
    problem: { code: 'only-reads' },
  });
  expect(await keysOnServer(server, ['order-1'])).toEqual(['k9']);
});

test('X9: where newer keys than this device’s seal the keyring, nothing is written over', async () => {
  const { server, phone, tablet, of } = await rotated();
  await expect.poll(() => stateOf(tablet), PATIENT).toBe('other-keys');
  await of.changed.inStep(of.sync);
  await expect.poll(() => of.sync.waiting(9), PATIENT).toBe(0);
  // Another device changed the keys once more.
  const k9 = await keyNamed('k9');
  const recordOf = async (id: string) =>
    (await phone.records.get(id)) as unknown as { data: object; updatedAt: number };
  const [keyring, copy] = [await recordOf(KEYRING_ID), await recordOf('order-1')];
  const { data, updatedAt } = keyring;
  const other = { workspaceKey: 'k9', wraps: { 'of-k9': wrapOf('k9') } };
  const later = { ...keyring, data: { ...data, ...other }, updatedAt: updatedAt + 1 };
  const rows = await onServer(server, [KEYRING_ID, 'order-1']);
  const packed = await Promise.all(
    [later, copy].map((content) => sealing(k9, [KEYRING_ID]).pack(content as never)),
  );
  const docs = packed.map((document, at) => ({ ...document, _rev: rows[at]?.value?.rev }));
  await server.ask('POST', '/w/_bulk_docs', { docs });
  await expect.poll(() => of.sync.unreadable.has('order-1'), PATIENT).toBe(true);
  expect(await of.sync.isKeyInUse()).toBe(false);
  expect(await of.sync.writeOver(silent)).toMatchObject({
    ok: false,
    problem: { code: 'other-keys' },
  });
  expect(await keysOnServer(server, ['order-1'])).toEqual(['k9']);
});

/**
 * A write that the phone had an answer for, then garbled on the server; the tablet never saw it.
 */
const garbled = async () => {
  const { server, device } = await world();
  const line = openLine();
  const [phone, tablet] = [await device('phone', line.network), await device('tablet')];
  const k1 = await keyNamed('k1');
  await phone.records.create(newKeyring('v1', []));
  await phone.records.create(order());
  await begin(phone, k1);
  await begin(tablet, k1);
  await expect.poll(() => amountOn(tablet), PATIENT).toBe('25000.00');
  await expect.poll(() => phone.sync.waiting(9), PATIENT).toBe(0);
  await tablet.disconnect();
  await setAmount(phone, '77.00');
  await expect.poll(() => phone.sync.waiting(9), PATIENT).toBe(0);
  line.obey(() => Promise.reject(new TypeError('offline')));
  const [row] = await onServer(server, ['order-1']);
  const { doc } = row as { doc: WireDocument };
  const sealed = { ...doc.sealed, text: 'AAAA' };
  await server.ask('POST', '/w/_bulk_docs', { docs: [{ ...doc, sealed }] });
  const { sync } = await begin(tablet, k1);
  await expect.poll(() => [...sync.unreadable], PATIENT).toEqual(['order-1']);
  return { phone, tablet, sync, heal: () => (line.obey(), phone.sync.tryNow()) };
};

test.each(['before', 'after', 'never'] as const)(
  'X8: what the server had answered for stays where it is, also when the device that writes over it had not seen it and edits it %s',
  async (when) => {
    const { phone, tablet, sync, heal } = await garbled();
    const reseller = when === 'never' ? '' : 'Atea';
    if (when === 'before') await setReseller(tablet, reseller);
    if (when === 'before') await expect.poll(() => asideOn(tablet), PATIENT).toEqual(['order-1']);
    expect(await sync.writeOver(silent)).toEqual({ ok: true, value: { written: 1, left: 0 } });
    if (when === 'after') await setReseller(tablet, reseller);
    await expect.poll(() => sync.waiting(9), PATIENT).toBe(0);
    heal();
    for (const device of [phone, tablet])
      await expect
        .poll(async () => (await device.records.get('order-1'))?.data, PATIENT)
        .toMatchObject({ amount: '77.00', reseller });
  },
);

test('X9: keys go out before all that they seal, and a row under a key that nobody has heard of is left alone', async () => {
  const { server, device } = await world();
  const line = openLine();
  const phone = await device('phone', { network: line.network, times: { batch: 2 } });
  const tablet = await device('tablet');
  const [k1, k2] = [await keyNamed('k1'), await keyNamed('k2')];
  await phone.records.create(newKeyring('v1', []));
  for (const id of IDS) await phone.records.create(order(id));
  await begin(phone, k1);
  const { sync, state } = await begin(tablet, k1);
  await expect.poll(() => amountOn(tablet, 'order-3'), PATIENT).toBe('25000.00');
  const rows = await onServer(server, IDS);
  const { doc } = rows[2] as { doc: WireDocument };
  await server.ask('POST', '/w/_bulk_docs', { docs: [{ ...doc, key: 'k7' }] });
  await expect.poll(() => [...sync.unreadable], PATIENT).toEqual(['order-3']);
  expect(await sync.writeOver(silent)).toEqual({ ok: true, value: { written: 0, left: 1 } });
  // What waits was written before the keys were changed; the page is closed after its first batch.
  line.obey((request, answer) =>
    isBulk(request) ? Promise.reject(new TypeError('offline')) : answer(),
  );
  for (const id of ['order-1', 'order-2']) await setAmount(phone, '77.00', id);
  await rotate(phone, 'k2');
  const sent: string[][] = [];
  line.obey(async (request, answer) => {
    if (!isBulk(request)) return answer();
    if (sent.length > 0) throw new TypeError('offline');
    sent.push((await docsIn(request)).map(({ _id }) => _id));
    return answer();
  });
  await begin(phone, k2, [k1]);
  await expect.poll(() => sent, PATIENT).toEqual([[KEYRING_ID]]);
  await expect.poll(state, PATIENT).toBe('other-keys');
});
