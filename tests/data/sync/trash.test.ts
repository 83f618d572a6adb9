import { describe, expect, test } from 'vitest';
import { TRASHED_ON } from '#domain/question.ts';
import { fromTrash, toTrash } from '#domain/trash.ts';
import { deleteForGood } from '#data/trash/empty-trash.ts';
import type { Device } from './devices.ts';
import { amountOn, order, orderOn, pairInStep, PATIENT, setAmount } from './world.ts';

const storeOf = ({ records, collection }: Device) => ({ records, collection, mayWrite: () => true });
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
    for (const one of [phone, tablet]) await expect.poll(() => askedOn(one), PATIENT).toEqual(['', [TRASHED_ON]]);
    expect(await orderOn(phone)).toEqual(await orderOn(tablet));
  });

  test('X12: written there while it lay in the trash: what was written is not lost with it', async () => {
    const { phone, tablet } = await inTrashOnBoth();
    await Promise.all([phone.disconnect(), tablet.disconnect()]);
    await deleteForGood(storeOf(phone), 'order-1');
    await setAmount(tablet, '12.00');
    await Promise.all([phone.connect(), tablet.connect()]);
    for (const one of [phone, tablet]) {
      await expect.poll(() => amountOn(one), PATIENT).toBe('12.00');
      await expect.poll(() => askedOn(one), PATIENT).toEqual(['', [TRASHED_ON]]);
    }
  });
});
