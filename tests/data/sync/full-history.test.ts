import { expect, test } from 'vitest';
import type { CreditOrder } from '#programmes/apple-credit/rules/order/credit-order.ts';
import { editOrder } from '#programmes/apple-credit/rules/order/order-commands.ts';
import { HISTORY_LENGTH } from '#data/records/history.ts';
import { onKind } from '#data/records/on-kind.ts';
import { orderOn, pairInStep, PATIENT, setAmount, setReseller } from './world.ts';

test(
  'X8: a write of a device that was away is asked about, also where the record was written two hundred times since',
  { timeout: 120_000 },
  async () => {
    // One clock: the tablet writes before all that the phone writes.
    let now = 1_000_000;
    const { phone, tablet } = await pairInStep({ clock: () => (now += 10) });
    await tablet.disconnect();
    const edit = (fields: Partial<CreditOrder['data']>) =>
      tablet.records.change(
        'order-1',
        onKind('credit-order', (record) => editOrder(record, fields)),
      );
    await edit({ owner: 'amina', amount: '777.00' });
    await phone.records.change(
      'order-1',
      onKind('credit-order', (record) => editOrder(record, { owner: 'amina' })),
    );
    for (let at = 0; at < HISTORY_LENGTH; at += 1)
      await setReseller(phone, at % 2 === 0 ? 'Fjord' : 'Atea');
    await setAmount(phone, '888.00');
    await expect.poll(() => phone.sync.waiting(9), PATIENT).toBe(0);
    await tablet.connect();
    await expect
      .poll(async () => [await phone.sync.waiting(9), await tablet.sync.waiting(9)], PATIENT)
      .toEqual([0, 0]);
    await expect.poll(async () => (await orderOn(tablet))?.data.reseller, PATIENT).toBe('Atea');
    const tells = async (): Promise<boolean[]> =>
      Promise.all(
        [phone, tablet].map(async (device) =>
          JSON.stringify(await orderOn(device)).includes('777.00'),
        ),
      );
    await expect.poll(tells, { timeout: 60_000 }).toEqual([true, true]);
  },
);
