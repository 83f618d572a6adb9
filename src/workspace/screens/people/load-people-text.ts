import type { Language } from '#core/language/language.ts';
import type { Catalogues } from '#ui/text.ts';

/**
 * The words of people and their devices. Apart from those of sync, which every history is told in.
 */
export const loadPeopleText = async (language: Language): Promise<Catalogues['people']> =>
  language === 'sv'
    ? (await import('#workspace/words/sv/sync-people.ts')).people
    : (await import('#workspace/words/en/sync-people.ts')).people;
