import { LANGUAGE, loadText } from '#ui/load-text.ts';
import type { LayoutLoad } from './$types';

/** Amounts and orders are named as on the credit screens. */
export const load: LayoutLoad = async ({ depends, parent }) => {
  depends(LANGUAGE);
  const { language } = await parent();
  return { credit: await loadText(language, 'credit') };
};
