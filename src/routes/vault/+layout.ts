import { LANGUAGE } from '#ui/text.ts';
import { loadWorkspaceWords } from '#workspace/words/load.ts';
import type { LayoutLoad } from './$types';

/** The words of the lock. */
export const load: LayoutLoad = async ({ parent, depends }) => {
  depends(LANGUAGE);
  const { language } = await parent();
  return { vault: await loadWorkspaceWords(language, 'vault') };
};
