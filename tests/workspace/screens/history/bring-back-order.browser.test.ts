import { expect, test } from 'vitest';
import { newCode, redeem } from '#programmes/apple-credit/rules/code/code-commands.ts';
import type { CreditOrderData } from '#programmes/apple-credit/rules/order/credit-order.ts';
import type { Clash, VolymRecord } from '#core/record/record.ts';
import { ok } from '#core/result.ts';
import { currentSteps } from '#core/record/step.ts';
import { giveAnswer } from '#data/questions/give-answer.ts';
import { history } from '#workspace/words/sv/history.ts';
import type { App } from '#ui/app.svelte.ts';
import { changeOrder } from '#programmes/apple-credit/work/order/change-order.ts';
import { bringBack } from '#workspace/screens/history/bring-back.ts';
import { toasts } from '#ui/toast.svelte.ts';
import { orderWith, valueOf } from '#tests/factories/credit.ts';
import { addRecords } from '#tests/programmes/apple-licences/screens/app/apps-app.ts';
import { openApp, stored } from '#tests/programmes/apple-credit/screens/credit-app.ts';
import { onKind } from '#data/records/on-kind.ts';

const CODE = 'e'.repeat(32);
const ID = 'order-1';
const [EARLY, USED, LATE] = ['2026-09-01', '2026-09-05', '2026-09-10'];
const TOO_LATE = { code: 'after-code-was-used', field: 'orderDate' };

const redeemThen = async (app: App): Promise<void> => {
  const redeemed = { account: 'sara@nordby.example', place: '', on: USED };
  valueOf(
    await app.records.change(
      CODE,
      onKind('redemption-code', (code, doing) => redeem(code, redeemed, doing)),
    ),
  );
};

/** An order of a day with one code, and the clashes of its order date. */
const opened = async (day: string, clashes: readonly Clash[] = []) => {
  const { app } = await openApp();
  await addRecords(app, [orderWith([['ordered', day]], { orderDate: day }, ID)]);
  if (clashes.length > 0) await app.records.change(ID, (record) => ok({ ...record, clashes }));
  const sealed = { key: 'v1', iv: 'AAAA', text: 'code' };
  await app.records.create(newCode({ id: CODE, parent: ID, usage: 'credit', number: 1, sealed }));
  const days = async () => {
    const { data, steps } = await stored<VolymRecord<CreditOrderData>>(app, ID);
    return [data.orderDate, ...currentSteps(steps).map(({ kind, on }) => `${kind} ${on}`)];
  };
  return { app, days };
};

const order = { id: ID, kind: 'credit-order' };
const back = (value: string) => ({
  field: 'orderDate',
  fieldName: 'Orderdatum',
  value,
  label: value,
});
const asksDay: Clash = {
  id: 'orderDate|1|2',
  field: 'orderDate',
  answers: [
    { value: LATE, by: 'sara', at: 1 },
    { value: EARLY, by: 'johan', at: 2 },
  ],
};

test('A4, X12: an order date past the first use of a code is not brought back from the history', async () => {
  const { app, days } = await opened(LATE);
  valueOf(await changeOrder(app.records, ID, { orderDate: EARLY }, 'Fel dag'));
  await redeemThen(app);
  expect(await bringBack(app, order, back(LATE), { history })).toEqual(TOO_LATE);
  expect(await days()).toEqual([EARLY, `ordered ${EARLY}`]);
});

test('A4, X12: nor does what was brought back go back past a code that was used since', async () => {
  const { app, days } = await opened(LATE);
  expect(await bringBack(app, order, back(EARLY), { history })).toBeUndefined();
  await redeemThen(app);
  expect(await toasts.undo()).toEqual({ code: 'changed-since', params: { fields: 'orderDate' } });
  expect(await days()).toEqual([EARLY, `ordered ${EARLY}`]);
});

test('A4, X8: of two order dates the one past the first use of a code is refused as an answer, and the question stays', async () => {
  const { app, days } = await opened(EARLY, [asksDay]);
  await redeemThen(app);
  const given = { record: order, clash: asksDay, reason: 'Svar' };
  expect(await giveAnswer(app.records, { ...given, value: LATE })).toEqual({
    ok: false,
    problem: TOO_LATE,
  });
  expect((await stored<VolymRecord>(app, ID)).clashes).toHaveLength(1);
  expect((await giveAnswer(app.records, { ...given, value: EARLY })).ok).toBe(true);
  expect(await days()).toEqual([EARLY, `ordered ${EARLY}`]);
});

test('A4, X8: an answer is not taken back past a code that was used since', async () => {
  const { app, days } = await opened(LATE, [asksDay]);
  const given = { record: order, clash: asksDay, value: EARLY, reason: 'Svar' };
  const { takeBack } = valueOf(await giveAnswer(app.records, given));
  await redeemThen(app);
  expect(await takeBack()).toEqual({ code: 'changed-since' });
  expect(await days()).toEqual([EARLY, `ordered ${EARLY}`]);
});
