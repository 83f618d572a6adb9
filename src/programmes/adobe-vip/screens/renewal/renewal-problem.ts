import type { Day } from '#core/day/day.ts';
import type { Sentences } from '#core/language/sentence.ts';
import type { Problem } from '#core/result.ts';
import type { RenewalProblem } from '#programmes/adobe-vip/rules/renewal/renewal-order-rules.ts';
import type { Texts } from '#ui/text.ts';
import { problemOfScreen, type VipSaid } from '../problem-words.ts';

/** A refusal as a sentence: those of renewals, else those of VIP. */
export const renewalProblem = (
  problem: Problem<(VipSaid | RenewalProblem)['code']>,
  text: Pick<Texts, 'vip' | 'vipRenewals' | 'format' | 'shell'>,
  today: Day,
): string => {
  // A list has the words of a customer's renewal only if that is shown next to it.
  const { problems } = text.vipRenewals;
  const own: Sentences<RenewalProblem['code']> = {
    'renewal-too-early': ({ from = '' }) => problems['renewal-too-early'](String(from)),
    'renewal-too-late': ({ until = '' }) => problems['renewal-too-late'](String(until)),
    'late-renewal-new-product': ({ product = '' }) =>
      problems['late-renewal-new-product'](String(product)),
    'late-renewal-too-many': ({ product = '', most = '' }) =>
      problems['late-renewal-too-many'](String(product), String(most)),
    'lines-needed': () => problems['lines-needed'],
    'renewal-ended-already': () => problems['renewal-ended-already'],
  };
  return problemOfScreen(problem, own, text, today);
};
