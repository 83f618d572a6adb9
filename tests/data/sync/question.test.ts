import { describe, expect, test } from 'vitest';
import { answerQuestion, takeAnswerBack } from '#workspace/rules/questions/answer-question.ts';
import type { Device } from './devices.ts';
import { amountOn, orderOn, pairInStep, PATIENT, setAmount } from './world.ts';

const askedOn = async (device: Device) => (await orderOn(device))?.clashes.length;

describe('X8: a question on two devices', () => {
  test('X8: the answer closes it on both, and taken back it is open on both, until it is answered again', async () => {
    const { phone, tablet } = await pairInStep();
    await Promise.all([phone.disconnect(), tablet.disconnect()]);
    await setAmount(phone, '12.00');
    await setAmount(tablet, '10.00');
    await Promise.all([phone.connect(), tablet.connect()]);
    for (const device of [phone, tablet]) await expect.poll(() => askedOn(device), PATIENT).toBe(1);
    const answer = async (value: string) => {
      const clash = (await orderOn(phone))!.clashes[0]!;
      const before = await amountOn(phone);
      await phone.records.change('order-1', (order, doing) =>
        answerQuestion(order, { clash: clash.id, value, reason: '' }, doing),
      );
      for (const device of [phone, tablet]) {
        await expect.poll(() => amountOn(device), PATIENT).toBe(value);
        await expect.poll(() => askedOn(device), PATIENT).toBe(0);
      }
      return { clash, before, after: value, reason: '' };
    };
    const given = await answer('11.00');
    await phone.records.change('order-1', (order, doing) => takeAnswerBack(order, given, doing));
    for (const device of [phone, tablet]) {
      await expect.poll(() => askedOn(device), PATIENT).toBe(1);
      expect(await amountOn(device)).toBe(given.before);
    }
    // A change of the other device meets it: the question is still there.
    await tablet.disconnect();
    await tablet.records.change('order-1', (order) => ({
      ok: true,
      value: { ...order, data: { ...order.data, reseller: 'Atea' } as never },
    }));
    await phone.records.change('order-1', (order) => ({
      ok: true,
      value: { ...order, data: { ...order.data, institution: 'Nordby' } as never },
    }));
    await tablet.connect();
    await expect.poll(async () => (await orderOn(phone))?.data.reseller, PATIENT).toBe('Atea');
    for (const device of [phone, tablet]) await expect.poll(() => askedOn(device), PATIENT).toBe(1);
    await answer('12.00');
  });
});
