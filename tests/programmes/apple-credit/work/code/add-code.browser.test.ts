import { beforeEach, expect, test } from 'vitest';
import { newBatch } from '#programmes/apple-credit/rules/code/code-batch-commands.ts';
import { newCode } from '#programmes/apple-credit/rules/code/code-commands.ts';
import { sealedAt } from '#programmes/apple-credit/rules/code/redemption-code.ts';
import type { CreditOrder } from '#programmes/apple-credit/rules/order/credit-order.ts';
import {
  draftOrder,
  recordStep,
  withdrawStep,
} from '#programmes/apple-credit/rules/order/order-commands.ts';
import { orderState } from '#programmes/apple-credit/rules/order/order-life.ts';
import type { Draft } from '#core/record/record.ts';
import { toTrash } from '#core/record/trash.ts';
import { addCode, redeemCode } from '#programmes/apple-credit/work/code/code-actions.ts';
import { openTestWorkspace, type TestWorkspace } from '#tests/factories/workspace-in-browser.ts';
import { valueOf } from '#tests/factories/credit.ts';

let world: TestWorkspace;
beforeEach(async () => void (world = await openTestWorkspace()));

const newOrder = async (orderNumber: string): Promise<string> => {
  const doing = world.records.doing();
  const draft = draftOrder(doing.newId(), { orderNumber }, doing);
  const ready = draft.ok
    ? recordStep(draft.value, { kind: 'ready', on: '2026-11-01' }, doing)
    : draft;
  if (!ready.ok) throw new Error(ready.problem.code);
  return valueOf(await world.records.create(ready.value as Draft)).id;
};
const add = (order: string, typed: string) => addCode(world.records, world.vault, order, typed);
const state = async (id: string) => {
  const { data, steps } = (await world.records.get(id)) as CreditOrder;
  return orderState(data, steps, '2026-11-20');
};

test('A6: a code under an order in the trash is new, one under a live order is not', async () => {
  const [gone, order] = [await newOrder('W1'), await newOrder('W2')];
  const first = await add(gone, 'XFAKE1111AAAA');
  expect(await add(order, 'XFAKE1111AAAA')).toMatchObject({
    problem: {
      code: 'code-is-elsewhere',
      params: { parent: gone, kind: 'credit-order', name: 'W1' },
    },
  });
  await world.records.change(gone, toTrash);
  const second = await add(order, 'XFAKE1111AAAA');
  expect([second.ok && second.value.id, await state(order)]).toEqual([
    first.ok && first.value.id,
    'downloaded',
  ]);
  expect(await world.records.find({ kind: 'redemption-code', parent: order })).toHaveLength(1);
});

test('A6: a code that a batch has already is reported with that batch', async () => {
  const order = await newOrder('W1');
  await world.records.create(newBatch('batch', { name: 'Läsresan', owner: '' }));
  const id = await world.vault.fingerprint('XFAKE1111AAAA');
  const sealed = await world.vault.seal('XFAKE1111AAAA', sealedAt(id));
  await world.records.create(newCode({ id, parent: 'batch', usage: 'app', number: 1, sealed }));
  expect(await add(order, 'XFAKE1111AAAA')).toMatchObject({
    problem: {
      code: 'code-is-elsewhere',
      params: { parent: 'batch', kind: 'code-batch', name: 'Läsresan' },
    },
  });
});

test('A6: a free code takes an order back that its codes had redeemed, and undoing that redeems it again', async () => {
  const order = await newOrder('W1');
  const first = await add(order, 'XFAKE1111AAAA');
  await redeemCode(world.records, first.ok ? first.value.id : '', {
    account: 'a',
    place: 'b',
    on: '2026-11-20',
  });
  expect(await state(order)).toBe('redeemed');
  const second = await add(order, 'XFAKE2222BBBB');
  expect(await state(order)).toBe('downloaded');
  if (second.ok) await second.value.undo('Fel kod');
  expect(await state(order)).toBe('redeemed');
});

test('A6: a code that cannot be taken out again says why, and one whose order moved on says that a part stays', async () => {
  const order = await newOrder('W1');
  const first = valueOf(await add(order, 'XFAKE1111AAAA'));
  const step = ((await world.records.get(order)) as CreditOrder).steps.at(-1)?.id ?? '';
  valueOf(
    await world.records.change(order, (now, doing) =>
      withdrawStep(now, { step, reason: 'Inte hämtad' }, doing),
    ),
  );
  expect(await first.undo('Fel kod')).toEqual({ code: 'changed-in-part' });
  const second = valueOf(await add(order, 'XFAKE2222BBBB'));
  await world.records.discard([second.id]);
  expect(await second.undo('Fel kod')).toEqual({ code: 'record-is-gone' });
  expect(await state(order)).toBe('downloaded');
});

test('A5: of two drafts with one id the first is inserted, and neither fails', async () => {
  const draft = (amount: string): Draft => {
    const made = draftOrder('twice', { amount }, world.records.doing());
    if (!made.ok) throw new Error(made.problem.code);
    return made.value as Draft;
  };
  const amount = async () => ((await world.records.get('twice')) as CreditOrder).data.amount;
  expect(await world.records.insert([draft('1.00'), draft('2.00')])).toEqual(['twice']);
  expect(await amount()).toBe('1.00');
});
