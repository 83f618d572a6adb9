import type { CreditOrder } from '#programmes/apple-credit/rules/order/credit-order.ts';
import { answerQuestion } from '#workspace/rules/questions/answer-question.ts';
import { editOrder } from '#programmes/apple-credit/rules/order/order-commands.ts';
import { stored } from '#data/records/envelope.ts';
import type { Copy } from '#data/merge/copy.ts';
import { valueOf } from '#tests/factories/credit.ts';

/** Who writes, and when; an id is made of both. */
export const doingOf = (by: string, now: number) => ({
  today: '2026-11-20',
  now,
  by,
  newId: () => `${by}-${now}`,
});

/** The order as somebody writes it. */
export const write = (
  by: string,
  now: number,
  copy: Copy,
  fields: Partial<CreditOrder['data']>,
): Copy => stored(valueOf(editOrder(copy as CreditOrder, fields)), copy, doingOf(by, now));

/** The order as somebody answers its first question. */
export const answer = (by: string, now: number, copy: Copy, value: string): Copy => {
  const asked = { clash: copy.clashes[0]?.id ?? '', value, reason: '' };
  return stored(valueOf(answerQuestion(copy, asked, doingOf(by, now))), copy, doingOf(by, now));
};
