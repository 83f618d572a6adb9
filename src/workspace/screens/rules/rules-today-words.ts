import { RULE_ANSWERS, type RuleQuestion } from '#programmes/rules-today.ts';
import type { Messages } from '#core/language/language.ts';
import type { rulesToday } from '#workspace/words/sv/rules-today.ts';

/** The words of the questions, in one language. */
export type RulesTodayWords = Messages<typeof rulesToday>;

/** The answers to a question, each with one sentence and its source; the seed's own first. */
export const answersOf = (
  question: RuleQuestion,
  words: RulesTodayWords,
): readonly { readonly value: string; readonly label: string; readonly detail: string }[] =>
  RULE_ANSWERS[question].map(({ id, value, source: written }) => {
    const answer = words[question].answers[id];
    const title =
      question === 'orders' ? words.orders.days(value) : (words.accounts.answers[id]?.title ?? id);
    return {
      value: id,
      label: title,
      detail: words.source(answer?.sentence ?? '', answer?.source ?? written),
    };
  });
