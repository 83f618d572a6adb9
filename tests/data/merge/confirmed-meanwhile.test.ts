import { expect, test } from 'vitest';
import type { CreditOrder } from '#programmes/apple-credit/rules/order/credit-order.ts';
import { stored } from '#data/records/envelope.ts';
import type { Copy } from '#data/merge/copy.ts';
import { merge } from '#data/merge/merge.ts';
import { orderWith } from '#tests/factories/credit.ts';
import { answer, doingOf, write } from './written.ts';

const made = (by: string, now: number, amount: string): Copy =>
  stored(orderWith([['ordered', '2026-09-01']], { amount }), undefined, doingOf(by, now));

/**
 * Two made the order; one met that and was asked. Meanwhile the other, who had not heard of it,
 * wrote a third amount.
 */
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

test('X8: a person who answers the question with the third amount is not asked again', () => {
  const { question, met } = asked();
  const answered = answer('sara', 9_000, met, '3.00');
  for (const both of [
    merge(met, answered, question),
    merge(question, question, answered),
    merge(undefined, met, answered),
  ])
    expect([amountsAsked(both), (both as CreditOrder).data.amount]).toEqual([[], '3.00']);
});
