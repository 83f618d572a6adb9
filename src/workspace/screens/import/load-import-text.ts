import type { Language } from '#core/language/language.ts';
import type { Catalogues } from '#ui/text.ts';

/**
 * The words of the import. Not among those of `load-text.ts`, which home carries: one route reads
 * them.
 */
export const loadImportText = async (language: Language): Promise<Catalogues['import']> =>
  language === 'sv'
    ? (await import('#workspace/words/sv/import.ts')).imports
    : (await import('#workspace/words/en/import.ts')).imports;

/**
 * What lists of a VIP reseller are told by: with a file or a run, not with the screen on which a
 * file is chosen.
 */
export const loadImportVipText = async (language: Language): Promise<Catalogues['importVip']> =>
  language === 'sv'
    ? (await import('#programmes/adobe-vip/words/sv/import-vip.ts')).importVip
    : (await import('#programmes/adobe-vip/words/en/import-vip.ts')).importVip;
