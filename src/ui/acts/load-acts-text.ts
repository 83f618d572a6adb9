import type { Language } from '#i18n/language.ts';
import type { Catalogues } from '../text.ts';

/**
 * The words of undoing what was done to many records. Not among those of `load-text.ts`, which home
 * carries.
 */
export const loadActsText = async (language: Language): Promise<Catalogues['acts']> =>
  language === 'sv'
    ? (await import('#i18n/sv/acts.ts')).acts
    : (await import('#i18n/en/acts.ts')).acts;
