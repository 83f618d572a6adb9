import { loadAppleLicencesWords } from '#programmes/apple-licences/words/load.ts';
import type { Language, Messages } from '#core/language/language.ts';
import type { appleWrites } from '#programmes/apple-licences/words/sv/apple-writes.ts';
import { loadNoAnswerText, type NoAnswerTexts } from './load-no-answer-text.ts';

/** The words of what goes through Apple, and those for why Apple does not do it. */
export type WritesTexts = {
  readonly writes: Messages<typeof appleWrites>;
  readonly noAnswer: NoAnswerTexts;
};

/** Loads those words. */
export const loadWritesText = async (language: Language): Promise<WritesTexts> => {
  const [writes, noAnswer] = await Promise.all([
    loadAppleLicencesWords(language, 'appleWrites'),
    loadNoAnswerText(language),
  ]);
  return { writes, noAnswer };
};
