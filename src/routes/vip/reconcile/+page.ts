import { LANGUAGE } from '#ui/text.ts';
import { loadAdobeVipWords } from '#programmes/adobe-vip/words/load.ts';
import type { PageLoad } from './$types';

/** The words of the reconciliation. */
export const load: PageLoad = async ({ parent, depends }) => {
  depends(LANGUAGE);
  const { language } = await parent();
  return { vipReconcile: await loadAdobeVipWords(language, 'vipReconcile') };
};
