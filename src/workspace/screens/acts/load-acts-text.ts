import type { Language } from '#core/language/language.ts';
import type { Catalogues } from '#ui/text.ts';

/**
 * The words of undoing what was done to many records. Not among those of `load-text.ts`, which home
 * carries.
 */
export const loadActsText = async (language: Language): Promise<Catalogues['acts']> =>
  language === 'sv'
    ? (await import('#workspace/words/sv/acts.ts')).acts
    : (await import('#workspace/words/en/acts.ts')).acts;
