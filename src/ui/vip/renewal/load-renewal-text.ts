import type { Language } from '#i18n/language.ts';
import type { Catalogues } from '../../text.ts';

/** The words of the renewals. */
export const loadRenewalText = async (language: Language): Promise<Catalogues['vipRenewals']> =>
  language === 'sv'
    ? (await import('#i18n/sv/vip-renewals.ts')).vipRenewals
    : (await import('#i18n/en/vip-renewals.ts')).vipRenewals;
