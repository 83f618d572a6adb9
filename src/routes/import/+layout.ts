import { LANGUAGE } from '#ui/text.ts';
import { onlyForChanging } from '../for-changing.ts';
import type { LayoutLoad } from './$types';
import { loadImportText } from '#workspace/words/load.ts';

/** Texts of the import screens. */
export const load: LayoutLoad = async ({ depends, parent }) => {
  depends(LANGUAGE);
  const { app, language } = await parent();
  onlyForChanging(app);
  return { import: await loadImportText(language) };
};
