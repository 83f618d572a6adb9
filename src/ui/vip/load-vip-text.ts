import type { Language } from '#i18n/language.ts';
import type { Catalogues } from '../text.ts';

/** The words of the VIP customers. Not among those of `load-text.ts`, which home carries. */
export const loadVipText = async (language: Language): Promise<Catalogues['vip']> =>
  language === 'sv' ? (await import('#i18n/sv/vip.ts')).vip : (await import('#i18n/en/vip.ts')).vip;
