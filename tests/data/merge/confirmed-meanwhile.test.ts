import { expect, test } from 'vitest';
import type { CreditOrder } from '#domain/apple-credit/credit-order.ts';
import { answerQuestion } from '#domain/answer-question.ts';
import { editOrder } from '#domain/apple-credit/order-commands.ts';
import { stored } from '#data/envelope.ts';
import type { Copy } from '#data/merge/copy.ts';
import { merge } from '#data/merge/merge.ts';
import { orderWith, valueOf } from '#tests/factories/credit.ts';

const doingOf = (by: string, now: number) => ({ today: '2026-11-20', now, by, newId: () => `${by}-${now}` });
const write = (by: string, now: number, copy: Copy, fields: Partial<CreditOrder['data']>): Copy =>
  stored(valueOf(editOrder(copy as CreditOrder, fields)), copy, doingOf(by, now));
const answer = (by: string, now: number, copy: Copy, value: string): Copy => {
  const asked = { clash: copy.clashes[0]?.id ?? '', value, reason: '' };
  return stored(valueOf(answerQuestion(copy, asked, doingOf(by, now))), copy, doingOf(by, now));
};
const made = (by: string, now: number, amount: string): Copy =>
  stored(orderWith([['ordered', '2026-09-01']], { amount }), undefined, doingOf(by, now));

/** Two made the order; one met that and was asked. Meanwhile the other, who had not heard of it, wrote a third amount. */
const asked = () => {
  const [evas, saras] = [made('eva', 1_000, '1.00'), made('sara', 5_000, '2.00')];
  const question = merge(undefined, saras, evas);
  const third = write('eva', 2_000, evas, { amount: '3.00' });
  return { evas, question, third, met: merge(evas, third, question) };
};

const amountsAsked = ({ clashes }: Copy): unknown[] =>
  clashes
    .filter(({ field }) => field === 'amount')
    .flatMap(({ answers }) => answers.map(({ value }) => value))
    .sort();

test.each(['1.00', '2.00'])(
  'X8: an amount that somebody wrote meanwhile is asked about, whatever is answered (%s)',
  (chosen) => {
    const { evas, question, third, met } = asked();
    const answered = answer('sara', 9_000, question, chosen);
    expect(answered.clashes).toEqual([]);
    for (const both of [
      merge(question, met, answered),
      merge(question, answered, met),
      merge(undefined, answered, met),
      merge(evas, answered, third),
      merge(evas, third, answered),
    ])
      expect(amountsAsked(both)).toEqual(expect.arrayContaining([chosen, '3.00']));
  },
);

test('X8: who answers the question with the third amount is asked no more', () => {
  const { question, met } = asked();
  const answered = answer('sara', 9_000, met, '3.00');
  for (const both of [
    merge(met, answered, question),
    merge(question, question, answered),
    merge(undefined, met, answered),
  ])
    expect([amountsAsked(both), (both as CreditOrder).data.amount]).toEqual([[], '3.00']);
});
