import { LANGUAGE, loadText } from '#ui/load-text.ts';
import { onlyForChanging } from '../for-changing.ts';
import type { LayoutLoad } from './$types';

/** Texts of the import screens. */
export const load: LayoutLoad = async ({ depends, parent }) => {
  depends(LANGUAGE);
  const { app, language } = await parent();
  onlyForChanging(app);
  return { import: await loadText(language, 'import') };
};
