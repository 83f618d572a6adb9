import type { Language } from '#i18n/language.ts';
import type { Catalogues } from '../text.ts';

/** The words of the apps. Not among those of `load-text.ts`, which home carries. */
export const loadAppsText = async (language: Language): Promise<Catalogues['apps']> =>
  language === 'sv'
    ? (await import('#i18n/sv/apps.ts')).apps
    : (await import('#i18n/en/apps.ts')).apps;
