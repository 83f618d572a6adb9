import { LANGUAGE } from '#ui/load-text.ts';
import { loadVipText } from '#ui/vip/load-vip-text.ts';
import type { PageLoad } from './$types';

/** The words of a customer come with the one that stands beside the list. */
export const load: PageLoad = async ({ parent, depends, url: { searchParams } }) => {
  depends(LANGUAGE);
  const { language } = await parent();
  return searchParams.has('customer') ? { vip: await loadVipText(language) } : {};
};
