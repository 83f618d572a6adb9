import { LANGUAGE } from '#ui/text.ts';
import { loadWorkspaceWords } from '#workspace/words/load.ts';
import type { PageLoad } from './$types';

/** The screen, whose files home need not know by name, and the words of its history. */
export const load: PageLoad = async ({ depends, parent }) => {
  depends(LANGUAGE);
  const { language } = await parent();
  const [sync, { default: TrashedRecord }] = await Promise.all([
    loadWorkspaceWords(language, 'sync'),
    import('#workspace/screens/trash/TrashedRecord.svelte'),
  ]);
  return { sync, TrashedRecord };
};
