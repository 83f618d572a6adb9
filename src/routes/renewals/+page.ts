import { LANGUAGE } from '#ui/load-text.ts';
import { loadVipText } from '#ui/vip/load-vip-text.ts';
import { loadRenewalText } from '#ui/vip/renewal/load-renewal-text.ts';
import type { PageLoad } from './$types';

/** The words of a customer come with the one that stands beside the list. */
export const load: PageLoad = async ({ parent, depends, url: { searchParams } }) => {
  depends(LANGUAGE);
  const { language } = await parent();
  if (!searchParams.has('customer')) return {};
  const [vip, vipRenewals] = await Promise.all([loadVipText(language), loadRenewalText(language)]);
  return { vip, vipRenewals };
};
