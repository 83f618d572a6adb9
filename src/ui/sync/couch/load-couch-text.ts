import type { Language } from '#i18n/language.ts';
import type { Catalogues } from '../../text.ts';

/**
 * The words of a CouchDB. Not among those of `load-text.ts`, which home carries: few workspaces
 * need them.
 */
export const loadCouchText = async (language: Language): Promise<Catalogues['couch']> =>
  language === 'sv'
    ? (await import('#i18n/sv/couch.ts')).couch
    : (await import('#i18n/en/couch.ts')).couch;
