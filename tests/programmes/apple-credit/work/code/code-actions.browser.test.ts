import { beforeEach, describe, expect, test, vi } from 'vitest';
import type { CreditOrder } from '#programmes/apple-credit/rules/order/credit-order.ts';
import { newCode } from '#programmes/apple-credit/rules/code/code-commands.ts';
import { currentSteps } from '#core/record/step.ts';
import {
  correctHandedOut,
  handOutCode,
  redeemCode,
  takeBackCode,
} from '#programmes/apple-credit/work/code/code-actions.ts';
import { openTestWorkspace, type TestWorkspace } from '#tests/factories/workspace-in-browser.ts';
import { orderWith } from '#tests/factories/credit.ts';
import { changeOrder } from '#programmes/apple-credit/work/order/change-order.ts';

const COUNT = 60;
const idOf = (at: number): string => at.toString(16).padStart(32, '0');
const sealed = { key: 'k1', iv: 'AAAA', text: 'BBBB' };
const redeemed = { account: '', place: '', on: '2026-11-20' };

let workspace: TestWorkspace;
beforeEach(async () => {
  workspace = await openTestWorkspace();
  await workspace.records.create(orderWith([['downloaded', '2026-11-01']]));
  const codes = Array.from({ length: COUNT }, (_, at) =>
    newCode({ id: idOf(at), parent: 'order-1', usage: 'credit', number: at + 1, sealed }),
  );
  await workspace.records.insert(codes);
});

/** How many codes were read by each question. */
const reads = () => {
  const find = vi.spyOn(workspace.records, 'find');
  return async (): Promise<number[]> => {
    const lengths = await Promise.all(
      find.mock.results.map(async ({ value }) => (await value).length as number),
    );
    find.mockClear();
    return lengths;
  };
};
const orderSays = async (): Promise<string | undefined> =>
  currentSteps(((await workspace.records.get('order-1')) as CreditOrder).steps).at(-1)?.kind;

describe('A6: an order with many codes follows them', () => {
  test('A6: reading a few as long as one of them is free, all only for the last, none once it says so', async () => {
    const read = reads();
    const redeem = (at: number) => redeemCode(workspace.records, idOf(at), redeemed);
    await redeem(0);
    expect([await read(), await orderSays()]).toEqual([[50], 'downloaded']);
    for (let at = 1; at < COUNT - 1; at += 1) await redeem(at);
    await read();
    await redeem(COUNT - 1);
    expect([await read(), await orderSays()]).toEqual([[50, COUNT], 'redeemed']);
    await takeBackCode(workspace.records, idOf(7), { kind: 'redeemed', reason: 'Fel kod' });
    expect([await read(), await orderSays()]).toEqual([[], 'downloaded']);
    await redeem(7);
    expect([await read(), await orderSays()]).toEqual([[50, COUNT], 'redeemed']);
  });
});

test('A4: a code is not redeemed before its order was placed, and the refusal is at the day', async () => {
  await workspace.records.create(orderWith([], { orderDate: '2026-09-01' }, 'order-2'));
  await workspace.records.create(
    newCode({ id: 'c'.repeat(32), parent: 'order-2', usage: 'credit', number: 1, sealed }),
  );
  const on = (day: string) =>
    redeemCode(workspace.records, 'c'.repeat(32), { ...redeemed, on: day });
  const early = { code: 'before-the-order', field: 'on' };
  expect(await on('2026-08-31')).toMatchObject({ problem: early });
  expect(await on('2026-09-01')).toMatchObject({ ok: true });
});

test('A4: a code is not handed out before its order was placed, and the refusal is at the day', async () => {
  const { records } = workspace;
  const id = 'd'.repeat(32);
  await records.create(orderWith([['ordered', '2026-09-01']], {}, 'order-3'));
  await records.create(newCode({ id, parent: 'order-3', usage: 'credit', number: 1, sealed }));
  const early = { code: 'before-the-order', field: 'on' };
  expect(await handOutCode(records, id, { to: '7B', on: '2026-08-31' })).toMatchObject({
    problem: early,
  });
  expect(await handOutCode(records, id, { to: '7B', on: '2026-09-01' })).toMatchObject({
    ok: true,
  });
  expect(
    await correctHandedOut(records, id, { to: '7C', on: '2026-08-31', reason: 'Fel' }),
  ).toMatchObject(early);
});

test('A4: an order is not moved past the day its code was redeemed, by its form or its life line', async () => {
  const { records } = workspace;
  const id = 'e'.repeat(32);
  await records.create(
    orderWith([['ordered', '2026-09-01']], { orderDate: '2026-09-01' }, 'order-4'),
  );
  for (const [at, code] of [id, 'f'.repeat(32)].entries())
    await records.create(
      newCode({ id: code, parent: 'order-4', usage: 'credit', number: at + 1, sealed }),
    );
  expect(await redeemCode(records, id, { ...redeemed, on: '2026-09-10' })).toMatchObject({
    ok: true,
  });
  const moved = await changeOrder(
    records,
    'order-4',
    { orderDate: '2026-09-11' },
    'Orderdatum ändrat',
  );
  expect(moved).toMatchObject({ problem: { code: 'after-code-was-used', field: 'orderDate' } });
  expect(
    await changeOrder(records, 'order-4', { orderDate: '2026-09-10' }, 'Orderdatum ändrat'),
  ).toMatchObject({
    ok: true,
  });
});
