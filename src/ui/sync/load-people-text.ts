import type { Language } from '#i18n/language.ts';
import type { Catalogues } from '../text.ts';

/**
 * The words of people and their devices. Apart from those of sync, which every history is told in.
 */
export const loadPeopleText = async (language: Language): Promise<Catalogues['people']> =>
  language === 'sv'
    ? (await import('#i18n/sv/sync-people.ts')).people
    : (await import('#i18n/en/sync-people.ts')).people;
