import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import type { CreditOrder } from '#programmes/apple-credit/rules/order/credit-order.ts';
import { correctStep, editOrder } from '#programmes/apple-credit/rules/order/order-commands.ts';
import { saveAsOrdered } from '#programmes/apple-credit/work/order/save-as-ordered.ts';
import { lastOf } from '#core/record/step.ts';
import { onKind } from '#data/records/on-kind.ts';
import { world } from '#tests/data/sync/world.ts';
import { orderWith, valueOf } from '#tests/factories/credit.ts';
import { stubDeviceDatabase } from '#tests/factories/device-database.ts';

beforeAll(stubDeviceDatabase);
afterAll(() => void vi.unstubAllGlobals());

const ID = 'order-1';
const reasons = { date: 'Orderdatum ändrat', undone: 'Ångrat' };
const INPUT = { institution: 'Nordby kommun', reseller: 'Atea', channel: 'reseller' } as const;

/** A draft on a device, and what it says. */
const draft = async (given: Parameters<typeof orderWith>[1] = {}) => {
  const { device } = await world();
  const { records } = await device('phone');
  const begun = {
    orderDate: '',
    institution: 'Nordby',
    reseller: '',
    channel: '',
    ...given,
  } as const;
  await records.create(orderWith([], begun, ID));
  const now = async (): Promise<CreditOrder> => (await records.get(ID)) as CreditOrder;
  const said = async () => {
    const { data, steps } = await now();
    return [data.institution, data.reseller, data.orderDate, lastOf(steps, 'ordered')?.on];
  };
  const save = (on = '2026-09-01') => saveAsOrdered(records, ID, { input: INPUT, on }, reasons);
  return { records, now, said, save };
};

test('A2, X12: a draft is saved as ordered with its fields, and both go back as one', async () => {
  const { now, said, save } = await draft();
  const { data } = await now();
  const undo = valueOf(await save());
  expect(await said()).toEqual(['Nordby kommun', 'Atea', '2026-09-01', '2026-09-01']);
  expect(await undo()).toBeUndefined();
  expect((await now()).data).toEqual(data);
  expect(await said()).toEqual(['Nordby', '', '', undefined]);
});

test('A2: what cannot be ordered is not saved in half', async () => {
  const { said, save } = await draft({ amount: '' });
  expect(await save()).toMatchObject({ ok: false, problem: { field: 'amount' } });
  expect(await said()).toEqual(['Nordby', '', '', undefined]);
  const ahead = await draft();
  expect(await ahead.save('2099-01-01')).toMatchObject({
    ok: false,
    problem: { field: 'orderDate' },
  });
  expect(await ahead.said()).toEqual(['Nordby', '', '', undefined]);
});

test('X12: a field that someone wrote since stays and is named, and the draft is one again', async () => {
  const { records, said, save } = await draft();
  const undo = valueOf(await save());
  const later = onKind('credit-order', (now) => editOrder(now, { institution: 'Nordby F-6' }));
  valueOf(await records.change(ID, later));
  expect(await undo()).toEqual({ code: 'changed-in-part', params: { fields: 'institution' } });
  expect(await said()).toEqual(['Nordby F-6', '', '', undefined]);
});

test('X12: all of it stays and is named once someone put the day of the order right', async () => {
  const { records, now, said, save } = await draft();
  const undo = valueOf(await save());
  const step = lastOf((await now()).steps, 'ordered')?.id ?? '';
  const later = onKind('credit-order', (order, doing) =>
    correctStep(order, { step, on: '2026-08-31', reason: 'Fel dag' }, doing),
  );
  valueOf(await records.change(ID, later));
  const problem = await undo();
  expect(problem?.code).toBe('changed-since');
  expect(String(problem?.params?.fields).split(',').toSorted()).toEqual([
    'channel',
    'institution',
    'orderDate',
    'reseller',
  ]);
  expect(await said()).toEqual(['Nordby kommun', 'Atea', '2026-08-31', '2026-08-31']);
});
