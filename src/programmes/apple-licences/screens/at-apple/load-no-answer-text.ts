import { loadAppleLicencesWords } from '#programmes/apple-licences/words/load.ts';
import type { Language, Messages } from '#core/language/language.ts';
import type { appleErrors } from '#programmes/apple-licences/words/sv/apple-errors.ts';
import type { appleNoAnswer } from '#programmes/apple-licences/words/sv/apple-no-answer.ts';

/**
 * The words for why Apple did not answer: what Apple says itself, and what went wrong before Apple
 * was reached.
 */
export type NoAnswerTexts = {
  readonly errors: Messages<typeof appleErrors>;
  readonly others: Messages<typeof appleNoAnswer>;
};

/** Loads those words, which most never need to read. */
export const loadNoAnswerText = async (language: Language): Promise<NoAnswerTexts> => {
  const [errors, others] = await Promise.all([
    loadAppleLicencesWords(language, 'appleErrors'),
    loadAppleLicencesWords(language, 'appleNoAnswer'),
  ]);
  return { errors, others };
};
