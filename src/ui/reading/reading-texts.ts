import type { Language, Messages } from '#i18n/language.ts';
import type { reading } from '#i18n/sv/reading.ts';

/** The words of a device that only reads, in one language. */
export type ReadingMessages = Messages<typeof reading>;

/** Loads them with the strip that shows them: most devices show none. */
export const loadReadingTexts = async (language: Language): Promise<ReadingMessages> =>
  language === 'sv'
    ? (await import('#i18n/sv/reading.ts')).reading
    : (await import('#i18n/en/reading.ts')).reading;
