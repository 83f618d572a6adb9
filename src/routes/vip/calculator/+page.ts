import { LANGUAGE } from '#ui/text.ts';
import { loadAdobeVipWords } from '#programmes/adobe-vip/words/load.ts';
import type { PageLoad } from './$types';

/** The words of the calculator, and what of a line the address says already. */
export const load: PageLoad = async ({ parent, depends, url: { searchParams } }) => {
  depends(LANGUAGE);
  const { language } = await parent();
  const quantity = Number(searchParams.get('quantity'));
  return {
    vipCalculator: await loadAdobeVipWords(language, 'vipCalculator'),
    start: {
      customer: searchParams.get('customer') ?? '',
      order: searchParams.get('order') ?? '',
      product: searchParams.get('product') ?? '',
      quantity: Number.isSafeInteger(quantity) && quantity > 0 ? quantity : 1,
    },
  };
};
