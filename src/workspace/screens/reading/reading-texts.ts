import type { Language, Messages } from '#core/language/language.ts';
import type { reading } from '#workspace/words/sv/reading.ts';

/** The words of a device that only reads, in one language. */
export type ReadingMessages = Messages<typeof reading>;

/** Loads them with the strip that shows them: most devices show none. */
export const loadReadingTexts = async (language: Language): Promise<ReadingMessages> =>
  language === 'sv'
    ? (await import('#workspace/words/sv/reading.ts')).reading
    : (await import('#workspace/words/en/reading.ts')).reading;
