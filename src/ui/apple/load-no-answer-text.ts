import type { Language, Messages } from '#i18n/language.ts';
import type { appleErrors } from '#i18n/sv/apple-errors.ts';
import type { appleNoAnswer } from '#i18n/sv/apple-no-answer.ts';

/** The words for why Apple did not answer: what Apple says itself, and what stood in the way before that. */
export type NoAnswerTexts = {
  readonly errors: Messages<typeof appleErrors>;
  readonly others: Messages<typeof appleNoAnswer>;
};

/** Loads those words, which most never need to read. */
export const loadNoAnswerText = async (language: Language): Promise<NoAnswerTexts> => {
  const [{ appleErrors: errors }, { appleNoAnswer: others }] = await (language === 'sv'
    ? Promise.all([import('#i18n/sv/apple-errors.ts'), import('#i18n/sv/apple-no-answer.ts')])
    : Promise.all([import('#i18n/en/apple-errors.ts'), import('#i18n/en/apple-no-answer.ts')]));
  return { errors, others };
};
