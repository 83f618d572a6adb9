import type { Language } from '#core/language/language.ts';
import type { Sentence } from '#core/language/sentence.ts';
import type { CreditProblems } from '#programmes/apple-credit/ground/problems.ts';
import { loadAppleCreditWords } from '#programmes/apple-credit/words/load.ts';
import type { Refusals } from '#ui/text.ts';
import { dayOfOrderWritten } from '../refusal/problem-text.ts';

const ofCredit = async (language: Language) => {
  const { problems, beforeTheOrderOf } = await loadAppleCreditWords(language, 'credit');
  const beforeTheOrder: Sentence = ({ orderedOn }) =>
    typeof orderedOn === 'string' ? beforeTheOrderOf(orderedOn) : problems['before-the-order'];
  return {
    sentences: { ...problems, 'before-the-order': beforeTheOrder },
    written: dayOfOrderWritten,
  };
};

/** The sentences of what orders, their codes and those who buy are refused with. */
export const refusals = {
  'credit-order': ofCredit,
  'redemption-code': ofCredit,
  'code-batch': ofCredit,
  'content-purchaser': ofCredit,
} satisfies {
  readonly [Id in keyof CreditProblems]: (
    language: Language,
  ) => Promise<Refusals<CreditProblems[Id]['code']>>;
};
