import type { Language } from '#core/language/language.ts';
import type { Catalogues } from '#ui/text.ts';

/**
 * The words of a CouchDB. Not among those of `load-text.ts`, which home carries: few workspaces
 * need them.
 */
export const loadCouchText = async (language: Language): Promise<Catalogues['couch']> =>
  language === 'sv'
    ? (await import('#workspace/words/sv/couch.ts')).couch
    : (await import('#workspace/words/en/couch.ts')).couch;
