import { rulesAsked, type RuleQuestion } from '#programmes/rules-today.ts';
import type { Messages } from '#core/language/language.ts';
import type { AskedWords, Catalogues } from '#ui/text.ts';
import type { rulesToday } from '#workspace/words/sv/rules-today.ts';

/** The words around the questions, in one language. */
export type RulesTodayWords = Messages<typeof rulesToday>;

/** How a question is put, in the words of its programme. */
export const askedWords = (
  question: RuleQuestion,
  about: Catalogues['about'],
): AskedWords | undefined => about[rulesAsked[question].programme]?.asked[question];

/** The answers to a question, each with one sentence and its source; the seed's own first. */
export const answersOf = (
  question: RuleQuestion,
  asked: AskedWords | undefined,
  words: RulesTodayWords,
): readonly { readonly value: string; readonly label: string; readonly detail: string }[] =>
  rulesAsked[question].answers.map(({ id, value, source: written }) => {
    const answer = asked?.answers[id];
    return {
      value: id,
      label: answer?.title(value) ?? words.other,
      detail: words.source(answer?.sentence ?? '', answer?.source ?? written),
    };
  });
