import { LANGUAGE } from '#ui/text.ts';
import { loadAdobeVipWords } from '#programmes/adobe-vip/words/load.ts';
import { onlyForChanging } from '../../for-changing.ts';
import type { PageLoad } from './$types';

/**
 * A form only changes things; its line has its own words, and it starts with what the address says
 * about the customer.
 */
export const load: PageLoad = async ({ parent, depends, url: { searchParams } }) => {
  depends(LANGUAGE);
  const { app, language } = await parent();
  onlyForChanging(app);
  const asked = (field: string): string => searchParams.get(field) ?? '';
  const start = {
    name: asked('name'),
    vipId: asked('vipId'),
    marketplaceId: asked('marketplaceId'),
  };
  return { life: await loadAdobeVipWords(language, 'vipInvitation'), start };
};
