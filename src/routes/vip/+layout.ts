import { LANGUAGE } from '#ui/text.ts';
import { loadRenewalListText } from '#programmes/adobe-vip/screens/renewal/load-renewal-text.ts';
import { loadAdobeVipWords } from '#programmes/adobe-vip/words/load.ts';
import { loadVipListText, loadVipText } from '#programmes/adobe-vip/screens/load-vip-text.ts';
import { PAIR } from '#ui/shell/frame-place.ts';
import type { LayoutLoad } from './$types';
import { CUSTOMER_BESIDE } from './customer-beside.ts';

/** What fills the window by itself. */
const ALONE: readonly string[] = ['/vip/new', '/vip/calculator', '/vip/reconcile'];

/**
 * The words of the VIP customers and, where they are listed, those of their renewals; no list is
 * shown next to a form.
 */
export const load: LayoutLoad = async ({ parent, depends, route }) => {
  depends(LANGUAGE, CUSTOMER_BESIDE);
  const { id } = route as { readonly id: string };
  const list = ALONE.includes(id)
    ? undefined
    : import('#programmes/adobe-vip/screens/list/VipList.svelte');
  const { language } = await parent();
  // The list alone says no more of renewals than that there are some.
  const isListAlone = id === '/vip' && !matchMedia(PAIR).matches;
  const loadRenewals = () =>
    isListAlone ? loadRenewalListText(language) : loadAdobeVipWords(language, 'vipRenewals');
  const renewals = list === undefined ? undefined : loadRenewals();
  // Reconciling needs no words of a customer before the user has answered.
  const customers =
    id === '/vip/reconcile' ? undefined : (isListAlone ? loadVipListText : loadVipText)(language);
  const [vip, vipRenewals] = await Promise.all([customers, renewals]);
  return {
    ...(vip !== undefined && { vip }),
    ...(vipRenewals !== undefined && { vipRenewals }),
    VipList: (await list)?.default,
    isListAlone,
  };
};
