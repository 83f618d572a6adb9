import { LANGUAGE } from '#ui/load-text.ts';
import { loadRenewalText } from '#ui/vip/renewal/load-renewal-text.ts';
import { loadVipText } from '#ui/vip/load-vip-text.ts';
import type { LayoutLoad } from './$types';

/** The words of the renewals and of the customers that they are of. */
export const load: LayoutLoad = async ({ parent, depends }) => {
  depends(LANGUAGE);
  const { language } = await parent();
  const [vip, vipRenewals] = await Promise.all([loadVipText(language), loadRenewalText(language)]);
  return { vip, vipRenewals };
};
