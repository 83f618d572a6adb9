import { beforeEach, expect, test } from 'vitest';
import { withdrawStep } from '#programmes/apple-credit/rules/order/order-commands.ts';
import type { CreditOrder } from '#programmes/apple-credit/rules/order/credit-order.ts';
import { currentSteps } from '#core/record/step.ts';
import { orderActions } from '#programmes/apple-credit/screens/order/order-actions.ts';
import { toasts } from '#ui/toast.svelte.ts';
import { orderWith } from '#tests/factories/credit.ts';
import { openTestWorkspace, type TestWorkspace } from '#tests/factories/workspace-in-browser.ts';
import { creditTexts } from '#tests/programmes/apple-credit/screens/credit-texts.ts';

let here: TestWorkspace;
beforeEach(async () => {
  here = await openTestWorkspace();
  await here.records.create(
    orderWith([
      ['ordered', '2026-10-20'],
      ['ready', '2026-10-26'],
    ]),
  );
});

const orderNow = async () => (await here.records.get('order-1')) as CreditOrder;
const lines = async () =>
  currentSteps((await orderNow()).steps).map(({ kind, on, note = '' }) => [kind, on, note]);
const stepOf = async (kind: string) =>
  currentSteps((await orderNow()).steps).find((step) => step.kind === kind)!.id;
const actions = () => orderActions(here.records, 'order-1', creditTexts());

test('A4, X12: a step that was put right is undone: day and note are as they were', async () => {
  const before = await lines();
  const correction = {
    step: await stepOf('ready'),
    on: '2026-10-27',
    note: 'Mejl 2',
    reason: 'Fel dag',
  };
  expect(await actions().correct(correction)).toBeUndefined();
  expect((await lines()).at(-1)).toEqual(['ready', '2026-10-27', 'Mejl 2']);
  expect(await toasts.undo()).toBeUndefined();
  expect(await lines()).toEqual(before);
});

test('A4, X12: the day of the order goes back with its step', async () => {
  const before = [await lines(), (await orderNow()).data.orderDate];
  await actions().correct({
    step: await stepOf('ordered'),
    on: '2026-10-22',
    note: '',
    reason: 'Fel dag',
  });
  expect((await orderNow()).data.orderDate).toBe('2026-10-22');
  await toasts.undo();
  const { data } = await orderNow();
  expect([await lines(), data.orderDate]).toEqual([before[0], '2026-10-20']);
});

test('A4, X12: taking a step back is undone: it is there again as before', async () => {
  const before = await lines();
  await actions().takeBack({ step: await stepOf('ready'), reason: 'Inget mejl' });
  expect(await lines()).toHaveLength(1);
  expect(await toasts.undo()).toBeUndefined();
  expect(await lines()).toEqual(before);
});

test('A4, X12: what someone said of the step since stays, and the undo says so', async () => {
  const step = await stepOf('ready');
  await actions().correct({ step, on: '2026-10-27', note: '', reason: 'Fel dag' });
  await here.records.change('order-1', (order, doing) =>
    withdrawStep(order, { step, reason: 'Inget mejl' }, doing),
  );
  expect(await toasts.undo()).toMatchObject({ code: 'changed-since' });
  expect(await lines()).toHaveLength(1);
});
