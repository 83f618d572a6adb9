import type { Language } from '#i18n/language.ts';
import type { Catalogues } from '#ui/text.ts';

/** The words of the import. Not among those of `load-text.ts`, which home carries: one route reads them. */
export const loadImportText = async (language: Language): Promise<Catalogues['import']> =>
  language === 'sv' ? (await import('#i18n/sv/import.ts')).imports : (await import('#i18n/en/import.ts')).imports;
