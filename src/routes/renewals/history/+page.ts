import { LANGUAGE } from '#ui/load-text.ts';
import { loadVipText } from '#ui/vip/load-vip-text.ts';
import { loadRenewalText } from '#ui/vip/renewal/load-renewal-text.ts';
import type { PageLoad } from './$types';

/** Who loses access is written down here, too, in the words of a customer; those of its renewal come with the one beside the list. */
export const load: PageLoad = async ({ parent, depends, url: { searchParams } }) => {
  depends(LANGUAGE);
  const { language } = await parent();
  const vip = await loadVipText(language);
  return searchParams.has('customer') ? { vip, vipRenewals: await loadRenewalText(language) } : { vip };
};
