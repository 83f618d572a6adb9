import { LANGUAGE } from '#ui/text.ts';
import { loadAdobeVipWords } from '#programmes/adobe-vip/words/load.ts';
import { onlyForChanging } from '../../../../for-changing.ts';
import type { PageLoad } from './$types';

/** The words of returns; this page only changes things. */
export const load: PageLoad = async ({ parent, depends }) => {
  depends(LANGUAGE);
  const { app, language } = await parent();
  onlyForChanging(app);
  return { vipReturns: await loadAdobeVipWords(language, 'vipReturns') };
};
