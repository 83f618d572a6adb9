import { LANGUAGE } from '#ui/load-text.ts';
import { loadVipText } from '#ui/vip/load-vip-text.ts';
import type { PageLoad } from './$types';

/** Who loses access is written down here, too, in the words of a customer. */
export const load: PageLoad = async ({ parent, depends }) => {
  depends(LANGUAGE);
  const { language } = await parent();
  return { vip: await loadVipText(language) };
};
