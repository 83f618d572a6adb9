import { describe, expect, test } from 'vitest';
import type { CreditOrder } from '#programmes/apple-credit/rules/order/credit-order.ts';
import { editOrder, recordStep } from '#programmes/apple-credit/rules/order/order-commands.ts';
import { orderWith } from '#tests/factories/credit.ts';
import type { Device } from './devices.ts';
import {
  amountOn,
  gate,
  isChanges,
  onServer,
  openLine,
  order,
  orderOn,
  pairInStep,
  PATIENT,
  revisionOf,
  setAmount,
  setReseller,
  world,
} from './world.ts';
import { onKind } from '#data/records/on-kind.ts';

const stop = (...devices: Device[]) => Promise.all(devices.map((device) => device.disconnect()));
const goOn = (...devices: Device[]) => Promise.all(devices.map((device) => device.connect()));

const isGoneOn = async (device: Device): Promise<boolean> => (await orderOn(device)) === undefined;

describe('X8: devices that wrote without each other', () => {
  test.each(['started again', 'all compared again'])(
    'X8: a link that was changed offline is not lost to what others did to the order meanwhile (%s)',
    async (how) => {
      const { device } = await world();
      const [phone, tablet] = [await device('phone'), await device('tablet')];
      const link = (name: string): string => `https://apple.example/${name}`;
      const linkOn = async (device: Device) =>
        ((await orderOn(device)) as CreditOrder | undefined)?.data.inboxLink;
      // Secret fields are in no history.
      await phone.records.create(
        orderWith([['ordered', '2026-09-01']], { inboxLink: link('old') }, 'order-1'),
      );
      await goOn(phone, tablet);
      await expect.poll(() => linkOn(tablet), PATIENT).toBe(link('old'));
      await expect.poll(() => phone.sync.waiting(1), PATIENT).toBe(0);
      await stop(phone);
      await phone.records.change(
        'order-1',
        onKind('credit-order', (record) => editOrder(record, { inboxLink: link('new') })),
      );
      await setReseller(tablet, 'Atea');
      await expect.poll(() => tablet.sync.waiting(1), PATIENT).toBe(0);
      await goOn(phone);
      if (how === 'all compared again') phone.sync.compareAll();
      await expect
        .poll(async () => (await orderOn(phone))?.data, PATIENT)
        .toMatchObject({ reseller: 'Atea' });
      for (const device of [phone, tablet])
        await expect.poll(() => linkOn(device), PATIENT).toBe(link('new'));
    },
  );

  test('X8: a question is asked also after a clock that was ahead had written the field', async () => {
    let ahead = 2 * 86_400_000;
    const { device } = await world();
    let now = 1_000_000;
    const phone = await device('phone', { clock: () => (now += 7) });
    const tablet = await device('tablet', { clock: () => (now += 7) + ahead });
    await phone.records.create(order());
    await goOn(phone, tablet);
    await expect.poll(() => amountOn(tablet), PATIENT).toBe('25000.00');
    await setAmount(tablet, '100.00');
    await expect.poll(() => amountOn(phone), PATIENT).toBe('100.00');
    await stop(phone, tablet);
    ahead = 0;
    await setAmount(tablet, '111.00');
    await setAmount(phone, '222.00');
    await goOn(phone, tablet);
    for (const device of [phone, tablet])
      await expect.poll(async () => (await orderOn(device))?.clashes.length, PATIENT).toBe(1);
  });

  test('X8: three devices, three changes of one record: each has all', async () => {
    const { device, phone, tablet } = await pairInStep();
    const desk = await device('desk');
    await desk.connect();
    await expect.poll(() => amountOn(desk), PATIENT).toBe('25000.00');
    await stop(phone, tablet, desk);
    await setAmount(phone, '12.00');
    await setReseller(tablet, 'Atea');
    await desk.records.change(
      'order-1',
      onKind('credit-order', (record, doing) =>
        recordStep(record, { kind: 'validated', on: '2026-09-02' }, doing),
      ),
    );
    await goOn(phone, tablet, desk);
    for (const device of [phone, tablet, desk])
      await expect
        .poll(async () => {
          const found = await orderOn(device);
          return [
            found?.data.amount,
            found?.data.reseller,
            found?.steps.length,
            found?.clashes.length,
          ];
        }, PATIENT)
        .toEqual(['12.00', 'Atea', 2, 0]);
    const states = await Promise.all([phone, tablet, desk].map((device) => orderOn(device)));
    expect(states[1]).toEqual(states[0]);
    expect(states[2]).toEqual(states[0]);
  });

  test('X8: deleted on both, and then made again: it is there, on both', async () => {
    const { server, phone, tablet } = await pairInStep();
    await stop(phone, tablet);
    await phone.records.discard(['order-1']);
    await tablet.records.discard(['order-1']);
    await goOn(phone, tablet);
    await expect
      .poll(async () => (await onServer(server, ['order-1']))[0]?.value?.deleted, PATIENT)
      .toBe(true);
    await phone.records.create(orderWith([], { amount: '7.00' }, 'order-1'));
    await expect.poll(() => amountOn(tablet), PATIENT).toBe('7.00');
    await setAmount(tablet, '8.00');
    await expect.poll(() => amountOn(phone), PATIENT).toBe('8.00');
  });

  test.each([
    ['deleted here and written there', true],
    ['written here and deleted there', false],
  ])('X8: %s: the written one stays, whoever comes first', async (_, isFirst) => {
    const { phone, tablet } = await pairInStep();
    await stop(phone, tablet);
    await phone.records.discard(['order-1']);
    await setAmount(tablet, '12.00');
    const [first, second] = isFirst ? [phone, tablet] : [tablet, phone];
    await first.connect();
    await first.records.create(order('from-first'));
    await second.connect();
    await expect.poll(() => amountOn(second, 'from-first'), PATIENT).toBe('25000.00');
    for (const device of [phone, tablet])
      await expect.poll(() => amountOn(device), PATIENT).toBe('12.00');
  });

  test('X8: deleted there and untouched here: it is gone here, too', async () => {
    const { phone, tablet } = await pairInStep();
    await phone.records.discard(['order-1']);
    await expect.poll(() => isGoneOn(tablet), PATIENT).toBe(true);
  });

  test('X8: a deletion is not undone by a device that compares all, and has not heard of it', async () => {
    const line = openLine();
    const { server, device, phone, tablet } = await pairInStep({ network: line.network });
    await phone.disconnect();
    await tablet.records.discard(['order-1']);
    await expect
      .poll(async () => (await onServer(server, ['order-1']))[0]?.value?.deleted, PATIENT)
      .toBe(true);
    // It writes before it reads.
    const told = gate();
    line.obey(async (request, answer) => {
      if (isChanges(request)) await told.pass();
      return answer();
    });
    await phone.connect();
    phone.sync.compareAll();
    await phone.records.create(order('after'));
    await expect.poll(() => amountOn(tablet, 'after'), PATIENT).toBe('25000.00');
    told.open();
    const desk = await device('desk');
    await desk.connect();
    await expect.poll(() => amountOn(desk, 'after'), PATIENT).toBe('25000.00');
    for (const device of [phone, tablet, desk])
      await expect.poll(() => isGoneOn(device), PATIENT).toBe(true);
    expect((await onServer(server, ['order-1']))[0]?.value?.deleted).toBe(true);
  });

  test('X8: made under one id on both, in two forms: nothing of either is lost', async () => {
    const { device } = await world();
    const [phone, tablet] = [await device('phone'), await device('tablet')];
    await phone.records.create(
      orderWith([['ordered', '2026-09-01']], { amount: '12.00', reseller: 'Atea' }, 'order-1'),
    );
    await tablet.records.create(
      orderWith([], { amount: '10.00', reseller: 'Atea', orderDate: '2026-09-01' }, 'order-1'),
    );
    await goOn(phone, tablet);
    for (const device of [phone, tablet])
      await expect
        .poll(async () => {
          const found = await orderOn(device);
          const asked = found?.clashes.map(({ field, answers }) => [
            field,
            answers.map(({ value }) => value).sort(),
          ]);
          return [found?.data.reseller, found?.steps.length, asked];
        }, PATIENT)
        .toEqual(['Atea', 1, [['amount', ['10.00', '12.00']]]]);
  });

  test('X8: made and deleted here before anyone heard of it: what another device made under that id stays', async () => {
    const { server, device } = await world();
    const [phone, tablet] = [await device('phone'), await device('tablet')];
    await phone.records.create(orderWith([], { amount: '12.00' }, 'order-1'));
    await phone.records.discard(['order-1']);
    await tablet.records.create(order());
    await tablet.connect();
    await expect.poll(() => revisionOf(server), PATIENT).toBeDefined();
    await phone.connect();
    await expect.poll(() => amountOn(phone), PATIENT).toBe('25000.00');
    await setAmount(phone, '13.00');
    await expect.poll(() => amountOn(tablet), PATIENT).toBe('13.00');
  });
});
