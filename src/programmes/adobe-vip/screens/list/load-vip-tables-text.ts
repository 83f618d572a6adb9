import type { Language, Messages } from '#core/language/language.ts';
import type { vipTables } from '#programmes/adobe-vip/words/sv/vip-tables.ts';

/** Words of the sheets that leave the app. */
export type VipTableWords = Messages<typeof vipTables>;

/** The words of those sheets: they come with the press that saves one. */
export const loadVipTablesText = async (language: Language): Promise<VipTableWords> =>
  language === 'sv'
    ? (await import('#programmes/adobe-vip/words/sv/vip-tables.ts')).vipTables
    : (await import('#programmes/adobe-vip/words/en/vip-tables.ts')).vipTables;
