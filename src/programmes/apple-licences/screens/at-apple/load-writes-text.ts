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
  const [writes, noAnswer] = await Promise.all([loadWrites(language), loadNoAnswerText(language)]);
  return { writes, noAnswer };
};

const loadWrites = async (language: Language): Promise<WritesTexts['writes']> =>
  language === 'sv'
    ? (await import('#programmes/apple-licences/words/sv/apple-writes.ts')).appleWrites
    : (await import('#programmes/apple-licences/words/en/apple-writes.ts')).appleWrites;
