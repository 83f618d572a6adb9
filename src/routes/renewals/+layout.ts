import { LANGUAGE } from '#ui/load-text.ts';
import { loadRenewalText } from '#ui/vip/renewal/load-renewal-text.ts';
import type { LayoutLoad } from './$types';

/** The words of the renewals. */
export const load: LayoutLoad = async ({ parent, depends }) => {
  depends(LANGUAGE);
  const { language } = await parent();
  return { vipRenewals: await loadRenewalText(language) };
};
