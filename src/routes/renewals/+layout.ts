import { LANGUAGE } from '#ui/text.ts';
import { loadRenewalListText } from '#programmes/adobe-vip/screens/renewal/load-renewal-text.ts';
import type { LayoutLoad } from './$types';

/** The words of the lists. */
export const load: LayoutLoad = async ({ parent, depends }) => {
  depends(LANGUAGE);
  const { language } = await parent();
  return { vipRenewals: await loadRenewalListText(language) };
};
