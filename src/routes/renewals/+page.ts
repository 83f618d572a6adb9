import { LANGUAGE } from '#ui/text.ts';
import { loadBesideText } from '#programmes/adobe-vip/screens/renewal/load-renewal-text.ts';
import type { PageLoad } from './$types';
import { CUSTOMER_BESIDE } from './customer-beside.ts';

/** The words of the customer who is beside the list. */
export const load: PageLoad = async ({ parent, depends, url: { searchParams } }) => {
  depends(LANGUAGE, CUSTOMER_BESIDE);
  const { language } = await parent();
  return loadBesideText(language, searchParams);
};
