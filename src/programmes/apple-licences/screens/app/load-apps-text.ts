import type { Language } from '#core/language/language.ts';
import type { Catalogues } from '#ui/text.ts';

/** The words of the apps. Not among those of `load-text.ts`, which home carries. */
export const loadAppsText = async (language: Language): Promise<Catalogues['apps']> =>
  language === 'sv'
    ? (await import('#programmes/apple-licences/words/sv/apps.ts')).apps
    : (await import('#programmes/apple-licences/words/en/apps.ts')).apps;
