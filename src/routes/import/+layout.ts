import { LANGUAGE } from '#ui/text.ts';
import { onlyForChanging } from '../for-changing.ts';
import type { LayoutLoad } from './$types';
import { loadWorkspaceWords } from '#workspace/words/load.ts';

/** Texts of the import screens. */
export const load: LayoutLoad = async ({ depends, parent }) => {
  depends(LANGUAGE);
  const { app, language } = await parent();
  onlyForChanging(app);
  return { import: await loadWorkspaceWords(language, 'imports') };
};
