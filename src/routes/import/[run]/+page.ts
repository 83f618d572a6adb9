import { LANGUAGE } from '#ui/text.ts';
import { loadFileWords } from '#workspace/screens/import/run/load-imported.ts';
import type { PageLoad } from './$types';

/** The words that come with a file: an import is told in them. */
export const load: PageLoad = async ({ depends, parent }) => {
  depends(LANGUAGE);
  const { language } = await parent();
  return loadFileWords(language);
};
