import type { Language } from '#i18n/language.ts';
import type { Catalogues } from '../../text.ts';

/** The words of the reconciliation, which its own address loads. */
export const loadReconcileText = async (language: Language): Promise<Catalogues['vipReconcile']> =>
  language === 'sv'
    ? (await import('#i18n/sv/vip-reconcile.ts')).vipReconcile
    : (await import('#i18n/en/vip-reconcile.ts')).vipReconcile;
