import { LANGUAGE } from '#ui/load-text.ts';
import { onlyForChanging } from '../for-changing.ts';
import type { LayoutLoad } from './$types';
import { loadImportText } from '#workspace/screens/import/load-import-text.ts';

/** Texts of the import screens. */
export const load: LayoutLoad = async ({ depends, parent }) => {
  depends(LANGUAGE);
  const { app, language } = await parent();
  onlyForChanging(app);
  return { import: await loadImportText(language) };
};
