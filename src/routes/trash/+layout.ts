import { LANGUAGE } from '#ui/load-text.ts';
import { loadTrashText } from '#ui/trash/load-trash-text.ts';
import type { LayoutLoad } from './$types';

/** The words of the trash; its records are named and told as on their own screens. */
export const load: LayoutLoad = async ({ depends, parent }) => {
  depends(LANGUAGE);
  const { language } = await parent();
  return loadTrashText(language);
};
