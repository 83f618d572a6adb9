import { LANGUAGE } from '#ui/text.ts';
import { loadFileWords } from '#workspace/screens/import/run/load-imported.ts';
import type { PageLoad } from './$types';

/** The words for a file, in which an import is described. */
export const load: PageLoad = async ({ depends, parent }) => {
  depends(LANGUAGE);
  const { language } = await parent();
  return loadFileWords(language);
};
