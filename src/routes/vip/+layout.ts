import { LANGUAGE } from '#ui/load-text.ts';
import { loadRenewalText } from '#ui/vip/renewal/load-renewal-text.ts';
import { loadVipText } from '#ui/vip/load-vip-text.ts';
import type { LayoutLoad } from './$types';

/** What fills the window by itself. */
const ALONE: readonly string[] = ['/vip/new', '/vip/calculator', '/vip/reconcile'];

/** The words of the VIP customers and their renewals, and their list, which does not stand beside a form. */
export const load: LayoutLoad = async ({ parent, depends, route }) => {
  depends(LANGUAGE);
  const { id } = route as { readonly id: string };
  const list = ALONE.includes(id) ? undefined : import('#ui/vip/VipList.svelte');
  const { language } = await parent();
  const [vip, vipRenewals] = await Promise.all([loadVipText(language), loadRenewalText(language)]);
  return { vip, vipRenewals, VipList: (await list)?.default };
};
