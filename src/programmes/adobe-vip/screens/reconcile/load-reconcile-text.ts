import type { Language } from '#core/language/language.ts';
import type { Catalogues } from '#ui/text.ts';

/** The words of the reconciliation, which its own address loads. */
export const loadReconcileText = async (language: Language): Promise<Catalogues['vipReconcile']> =>
  language === 'sv'
    ? (await import('#programmes/adobe-vip/words/sv/vip-reconcile.ts')).vipReconcile
    : (await import('#programmes/adobe-vip/words/en/vip-reconcile.ts')).vipReconcile;
