import { isDay, type Day } from '#core/day/day.ts';
import type { Problem } from '#core/result.ts';
import type { Texts } from '#ui/text.ts';
import { vipProblem } from '../problem-words.ts';

/** A refusal as a sentence: those of renewals, else those of VIP. */
export const renewalProblem = (
  problem: Problem,
  text: Pick<Texts, 'vip' | 'vipRenewals' | 'format' | 'shell'>,
  today: Day,
): string => {
  // A list has the words of a customer's renewal only if that is shown next to it.
  const { problems } = text.vipRenewals;
  const shown = (key: string): string => {
    const value = String(problem.params?.[key] ?? '');
    return isDay(value) ? text.format.dayShort(value, today) : value;
  };
  switch (problem.code) {
    case 'renewal-too-early':
      return problems['renewal-too-early'](shown('from'));
    case 'renewal-too-late':
      return problems['renewal-too-late'](shown('until'));
    case 'late-renewal-new-product':
      return problems['late-renewal-new-product'](shown('product'));
    case 'late-renewal-too-many':
      return problems['late-renewal-too-many'](shown('product'), shown('most'));
    case 'lines-needed':
    case 'renewal-ended-already':
      return problems[problem.code];
    default:
      return vipProblem(problem, text, today);
  }
};
