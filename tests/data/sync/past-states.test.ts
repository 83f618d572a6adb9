import { describe, expect, test } from 'vitest';
import type { WireDocument } from '#data/sync/sealing.ts';
import type { Device } from './devices.ts';
import {
  amountOn,
  inStep,
  onServer,
  order,
  orderOn,
  pairInStep,
  PATIENT,
  setAmount,
  setReseller,
} from './world.ts';

type Pair = Awaited<ReturnType<typeof pairInStep>>;

const problemsOf = (device: Device): string[] => {
  const problems: string[] = [];
  device.sync.problems$.subscribe(({ code }) => problems.push(code));
  return problems;
};

/** The document as it is on the server, sealed. */
const wire = async ({ server }: Pair): Promise<WireDocument> =>
  (await onServer(server, ['order-1']))[0]?.doc as WireDocument;

/**
 * Whoever owns the server puts a document there that a device once wrote: sealed by us, and older
 * than what is there.
 */
const bring = async ({ server }: Pair, old: WireDocument): Promise<void> => {
  const [now] = await onServer(server, ['order-1']);
  const { _rev: _, ...content } = old;
  const rev = now?.value?.deleted === true ? {} : { _rev: now?.value?.rev };
  const { body } = await server.ask('POST', '/w/_bulk_docs', { docs: [{ ...content, ...rev }] });
  expect(body).toEqual([expect.objectContaining({ ok: true })]);
};

const amountOnServer = async (pair: Pair): Promise<unknown> => {
  const document = await wire(pair);
  return (await pair.codec.unpack(document)).data;
};

const clashesOn = async (device: Device) => (await orderOn(device))?.clashes;

describe('X9: an older state that the server brings as new', () => {
  test('X9: is never taken over, and what is newer is written there again', async () => {
    const pair = await pairInStep();
    const { phone, tablet } = pair;
    const old = await wire(pair);
    await setAmount(phone, '12.00');
    await expect.poll(() => amountOn(tablet), PATIENT).toBe('12.00');
    // Whichever comes first writes it again.
    const problems = [problemsOf(phone), problemsOf(tablet)];
    await bring(pair, old);
    await expect.poll(() => amountOnServer(pair), PATIENT).toMatchObject({ amount: '12.00' });
    for (const device of [phone, tablet]) {
      await expect.poll(() => amountOn(device), PATIENT).toBe('12.00');
      expect(await clashesOn(device)).toEqual([]);
    }
    expect(problems.flat()).toContain('older-on-server');
    // Counted when the server's answer is there.
    await expect
      .poll(() => phone.sync.writtenBack() + tablet.sync.writtenBack(), PATIENT)
      .toBeGreaterThan(0);
    await setAmount(tablet, '13.00');
    await expect.poll(() => amountOn(phone), PATIENT).toBe('13.00');
  });

  test('X9: undoes nothing beside a change that was made without network meanwhile', async () => {
    const pair = await pairInStep();
    const { phone, tablet } = pair;
    const old = await wire(pair);
    await setAmount(phone, '12.00');
    await expect.poll(() => amountOn(tablet), PATIENT).toBe('12.00');
    for (const device of [phone, tablet]) await device.disconnect();
    await setReseller(phone, 'Fjord Utbildning AB');
    await bring(pair, old);
    await phone.connect();
    await tablet.connect();
    for (const device of [phone, tablet])
      await expect
        .poll(async () => (await orderOn(device))?.data, PATIENT)
        .toMatchObject({ amount: '12.00', reseller: 'Fjord Utbildning AB' });
    expect(await clashesOn(phone)).toEqual([]);
  });

  test('X9: brings nothing back that was deleted since', async () => {
    const pair = await pairInStep();
    const { phone, tablet, server } = pair;
    const old = await wire(pair);
    await phone.records.discard(['order-1']);
    await expect.poll(() => amountOn(tablet), PATIENT).toBeUndefined();
    await bring(pair, old);
    await expect
      .poll(async () => (await onServer(server, ['order-1']))[0]?.value?.deleted, PATIENT)
      .toBe(true);
    for (const device of [phone, tablet])
      await expect.poll(() => amountOn(device), PATIENT).toBeUndefined();
  });

  test('X9: goes again, and is counted, once the device that deleted it looks, where it came back while that one was away', async () => {
    const pair = await pairInStep();
    const { phone, tablet, server } = pair;
    const old = await wire(pair);
    for (const amount of ['12.00', '13.00']) {
      await setAmount(phone, amount);
      await expect.poll(() => amountOn(tablet), PATIENT).toBe(amount);
    }
    await phone.records.discard(['order-1']);
    await expect.poll(() => amountOn(tablet), PATIENT).toBeUndefined();
    await inStep(phone);
    await phone.disconnect();
    await bring(pair, old);
    // All that a deletion tells the others is when the last state was written, and by whom: this is
    // not that one.
    await expect.poll(() => amountOn(tablet), PATIENT).toBe('25000.00');
    const { writtenBack } = await phone.connect();
    await expect
      .poll(async () => (await onServer(server, ['order-1']))[0]?.value?.deleted, PATIENT)
      .toBe(true);
    for (const device of [phone, tablet])
      await expect.poll(() => amountOn(device), PATIENT).toBeUndefined();
    await expect.poll(writtenBack, PATIENT).toBe(1);
  });

  test('X9: an older deletion takes nothing that was written since', async () => {
    const pair = await pairInStep();
    const { phone, tablet, codec } = pair;
    const before = (await codec.unpack(await wire(pair))) as never as Parameters<
      typeof codec.pack
    >[0];
    const deletion = await codec.pack({ ...before, _deleted: true });
    await setAmount(phone, '12.00');
    await expect.poll(() => amountOn(tablet), PATIENT).toBe('12.00');
    await bring(pair, deletion);
    await expect
      .poll(() => amountOnServer(pair).catch(() => undefined), PATIENT)
      .toMatchObject({ amount: '12.00' });
    for (const device of [phone, tablet])
      await expect.poll(() => amountOn(device), PATIENT).toBe('12.00');
  });

  test('X9: what others wrote at the same time is no older state, whatever their clock says', async () => {
    const { phone, tablet } = await pairInStep();
    for (const device of [phone, tablet]) await device.disconnect();
    // The phone's clock runs ahead: what the tablet writes later looks earlier.
    for (let write = 0; write < 40; write += 1) await setAmount(phone, `${100 + write}.00`);
    await setReseller(tablet, 'Fjord Utbildning AB');
    await tablet.connect();
    await phone.connect();
    for (const device of [phone, tablet])
      await expect
        .poll(async () => (await orderOn(device))?.data, PATIENT)
        .toMatchObject({ amount: '139.00', reseller: 'Fjord Utbildning AB' });
    expect([phone.sync.writtenBack(), tablet.sync.writtenBack()]).toEqual([0, 0]);
  });
});

describe('X11: what cannot be opened', () => {
  test('X11: is counted until it can be, over a restart of the app too', async () => {
    const pair = await pairInStep();
    const { server, phone, tablet } = pair;
    const good = await wire(pair);
    const { _rev, sealed, ...rest } = good;
    const bent = {
      ...rest,
      _id: 'order-2',
      sealed: { iv: sealed?.iv, text: `AAAA${sealed?.text.slice(4)}` },
    };
    await server.ask('POST', '/w/_bulk_docs', { docs: [bent] });
    await expect.poll(() => [...phone.sync.unreadable], PATIENT).toEqual(['order-2']);
    await phone.disconnect();
    await phone.connect();
    expect([...phone.sync.unreadable]).toEqual(['order-2']);
    expect((await onServer(server, ['order-2']))[0]?.doc).toMatchObject({ sealed: bent.sealed });
    const [row] = await onServer(server, ['order-2']);
    await server.ask('DELETE', `/w/order-2?rev=${row?.value?.rev}`);
    await tablet.records.create(order('order-2'));
    await expect.poll(() => amountOn(phone, 'order-2'), PATIENT).toBe('25000.00');
    await expect.poll(() => [...phone.sync.unreadable], PATIENT).toEqual([]);
  });
});
