import { expect, test } from 'vitest';
import { redeem, reveal } from '#domain/apple-credit/code-commands.ts';
import type { RedemptionCodeData } from '#domain/apple-credit/redemption-code.ts';
import { toTrash } from '#domain/trash.ts';
import { ok } from '#domain/result.ts';
import { deleteForGood } from '#data/trash/empty-trash.ts';
import { codeWith } from '#tests/factories/credit.ts';
import type { Device } from './devices.ts';
import { order, PATIENT, world } from './world.ts';

const CODE = codeWith();
const storeOf = ({ records, collection }: Device) => ({ records, collection, mayWrite: () => true });

test.each([
  [
    'redeemed',
    (device: Device) =>
      device.records.change<RedemptionCodeData>(CODE.id, (code, doing) =>
        redeem(code, { account: 'sara@nordby.example', place: '', on: doing.today }, doing),
      ),
  ],
  [
    'looked at',
    (device: Device) =>
      device.records.change<RedemptionCodeData>(CODE.id, (code, doing) => ok(reveal(code, 'redeem' as never, doing))),
  ],
] as const)(
  'X12: a code that was %s without a network comes back with what it lies under, which asks for it',
  async (_, use) => {
    const { device } = await world();
    const [phone, tablet] = [await device('phone'), await device('tablet')];
    await phone.records.create(order());
    await phone.records.create(CODE);
    await Promise.all([phone.connect(), tablet.connect()]);
    await expect.poll(async () => (await tablet.records.get(CODE.id))?.parent, PATIENT).toBe('order-1');
    await expect.poll(async () => (await tablet.records.get('order-1'))?.id, PATIENT).toBe('order-1');
    await expect.poll(() => phone.sync.waiting(9), PATIENT).toBe(0);
    await tablet.disconnect();
    expect((await use(tablet)).ok).toBe(true);
    // Its list is deleted for good elsewhere, where nobody knows of that.
    await phone.records.change('order-1', toTrash);
    expect(await deleteForGood(storeOf(phone), 'order-1')).toEqual({ ok: true, value: 2 });
    await expect.poll(() => phone.sync.waiting(9), PATIENT).toBe(0);
    await tablet.connect();
    for (const one of [phone, tablet])
      await expect.poll(async () => (await one.records.get(CODE.id))?.steps.length, PATIENT).toBe(1);
    await expect.poll(async () => [await phone.sync.waiting(9), await tablet.sync.waiting(9)], PATIENT).toEqual([0, 0]);
    await phone.records.create(order('after'));
    await expect.poll(async () => (await tablet.records.get('after'))?.id, PATIENT).toBe('after');
    for (const one of [phone, tablet]) {
      const code = await one.records.get(CODE.id);
      const list = await one.records.get('order-1');
      // Somebody can find it: its list is there, or it asks.
      expect(list !== undefined || (code?.clashes.length ?? 0) > 0).toBe(true);
    }
  },
);
