import { describe, expect, test } from 'vitest';
import { TRASHED_ON, fromTrash, toTrash } from '#core/record/trash.ts';
import { deleteForGood } from '#data/trash/empty-trash.ts';
import { orderWith } from '#tests/factories/credit.ts';
import type { Device } from './devices.ts';
import {
  amountOn,
  docsIn,
  gate,
  onServer,
  openLine,
  order,
  orderOn,
  pairInStep,
  PATIENT,
  revisionOf,
  setAmount,
  world,
} from './world.ts';

const storeOf = ({ records, collection }: Device) => ({
  records,
  collection,
  mayWrite: () => true,
});
const isGoneOn = async (device: Device): Promise<boolean> => (await orderOn(device)) === undefined;
const inTrashOnBoth = async () => {
  const { phone, tablet } = await pairInStep();
  await phone.records.change('order-1', toTrash);
  await expect.poll(async () => (await orderOn(tablet))?.trashedOn, PATIENT).toBe('2026-11-20');
  return { phone, tablet };
};
const askedOn = async (device: Device) => {
  const found = await orderOn(device);
  return [found?.trashedOn, found?.clashes.map(({ field }) => field)];
};

describe('X12: deleted for good here', () => {
  test('X12: and untouched there: it is gone there, too', async () => {
    const { phone, tablet } = await inTrashOnBoth();
    expect(await deleteForGood(storeOf(phone), 'order-1')).toEqual({ ok: true, value: 1 });
    await expect.poll(() => isGoneOn(tablet), PATIENT).toBe(true);
  });

  test.each([
    ['restored there', true],
    ['restored there, who comes first', false],
  ])('X12: %s without a network: it stays, and is asked about once on both', async (_, isFirst) => {
    const { phone, tablet } = await inTrashOnBoth();
    await Promise.all([phone.disconnect(), tablet.disconnect()]);
    await deleteForGood(storeOf(phone), 'order-1');
    await tablet.records.change('order-1', fromTrash);
    const [first, second] = isFirst ? [phone, tablet] : [tablet, phone];
    await first.connect();
    await first.records.create(order('from-first'));
    await second.connect();
    await expect.poll(() => amountOn(second, 'from-first'), PATIENT).toBe('25000.00');
    for (const device of [phone, tablet])
      await expect.poll(() => askedOn(device), PATIENT).toEqual(['', [TRASHED_ON]]);
    expect(await orderOn(phone)).toEqual(await orderOn(tablet));
  });

  test('X12: written there while it was in the trash: what was written is not lost with it', async () => {
    const { phone, tablet } = await inTrashOnBoth();
    await Promise.all([phone.disconnect(), tablet.disconnect()]);
    await deleteForGood(storeOf(phone), 'order-1');
    await setAmount(tablet, '12.00');
    await Promise.all([phone.connect(), tablet.connect()]);
    for (const device of [phone, tablet]) {
      await expect.poll(() => amountOn(device), PATIENT).toBe('12.00');
      await expect.poll(() => askedOn(device), PATIENT).toEqual(['', [TRASHED_ON]]);
    }
  });

  test('X12: what another device had made alike by a clock that is behind stays, though nothing tells of it', async () => {
    const line = openLine();
    const { server, device } = await world();
    // Its clock is the earlier one.
    const [tablet, desk] = [await device('tablet', line.network), await device('desk')];
    const made = () => orderWith([], {}, 'order-1');
    await desk.records.create(made());
    await desk.connect();
    await expect.poll(() => revisionOf(server), PATIENT).toBeDefined();
    // It has met what the desk made, and does not get to say so before that is deleted.
    const twin = gate();
    let writes = 0;
    line.obey(async (request, answer) => {
      const isMade = (await docsIn(request)).some(({ _id }) => _id === 'order-1');
      if (isMade && (writes += 1) > 1) await twin.pass();
      return answer();
    });
    await tablet.records.create(made());
    await tablet.connect();
    await twin.reached;
    await desk.records.change('order-1', toTrash);
    expect(await deleteForGood(storeOf(desk), 'order-1')).toMatchObject({ ok: true });
    await expect
      .poll(async () => (await onServer(server, ['order-1']))[0]?.value?.deleted, PATIENT)
      .toBe(true);
    twin.open();
    await expect.poll(() => amountOn(desk), PATIENT).toBe('25000.00');
    await desk.records.create(order('from-desk'));
    await expect.poll(() => amountOn(tablet, 'from-desk'), PATIENT).toBe('25000.00');
    expect(await amountOn(tablet)).toBe('25000.00');
  });

  test('X12: nor does what another one makes again by such a clock, without having heard of either', async () => {
    const { server, device } = await world();
    const [tablet, desk] = [await device('tablet'), await device('desk')];
    await desk.records.create(orderWith([], {}, 'order-1'));
    await desk.connect();
    await expect.poll(() => revisionOf(server), PATIENT).toBeDefined();
    await desk.records.change('order-1', toTrash);
    await deleteForGood(storeOf(desk), 'order-1');
    await expect
      .poll(async () => (await onServer(server, ['order-1']))[0]?.value?.deleted, PATIENT)
      .toBe(true);
    await tablet.records.create(orderWith([], {}, 'order-1'));
    await tablet.connect();
    await expect.poll(() => amountOn(desk), PATIENT).toBe('25000.00');
    await desk.records.create(order('from-desk'));
    await expect.poll(() => amountOn(tablet, 'from-desk'), PATIENT).toBe('25000.00');
    expect(await amountOn(tablet)).toBe('25000.00');
  });
});
