import { LANGUAGE } from '#ui/text.ts';
import { loadImportVipText } from '#programmes/adobe-vip/words/load.ts';
import type { PageLoad } from './$types';

/** The words of what lists of a VIP reseller brought. */
export const load: PageLoad = async ({ depends, parent }) => {
  depends(LANGUAGE);
  const { language } = await parent();
  return { importVip: await loadImportVipText(language) };
};
