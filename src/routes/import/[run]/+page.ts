import { LANGUAGE } from '#ui/text.ts';
import { loadWorkspaceWords } from '#workspace/words/load.ts';
import { loadFileWords } from '#workspace/screens/import/run/load-imported.ts';
import type { PageLoad } from './$types';

/** The words for a file, in which an import is described, and for what became of its rows. */
export const load: PageLoad = async ({ depends, parent }) => {
  depends(LANGUAGE);
  const { language } = await parent();
  const [words, importRows] = await Promise.all([
    loadFileWords(language),
    loadWorkspaceWords(language, 'importRows'),
  ]);
  return { ...words, importRows };
};
