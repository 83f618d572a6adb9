import { LANGUAGE } from '#ui/load-text.ts';
import { loadBesideText } from '#ui/vip/renewal/load-renewal-text.ts';
import type { PageLoad } from './$types';

/** The words of the customer who stands beside the list. */
export const load: PageLoad = async ({ parent, depends, url: { searchParams } }) => {
  depends(LANGUAGE);
  const { language } = await parent();
  return loadBesideText(language, searchParams);
};
