import { LANGUAGE, loadText } from '#ui/load-text.ts';
import type { LayoutLoad } from './$types';

/** Texts of the import screens. */
export const load: LayoutLoad = async ({ depends, parent }) => {
  depends(LANGUAGE);
  const { language } = await parent();
  return { import: await loadText(language, 'import') };
};
