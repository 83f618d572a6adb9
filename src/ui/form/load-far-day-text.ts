import type { Language, Messages } from '#core/language/language.ts';
import type { farDay } from '../words/sv/far-day.ts';

/** Words of the question about a day that is more than a year ahead. */
export type FarDayWords = Messages<typeof farDay>;

/** These words, which few forms ever need. */
export const loadFarDayText = async (language: Language): Promise<FarDayWords> =>
  language === 'sv'
    ? (await import('../words/sv/far-day.ts')).farDay
    : (await import('../words/en/far-day.ts')).farDay;
