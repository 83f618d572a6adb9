import { loadWorkspaceWords } from '#workspace/words/load.ts';
import { LANGUAGE } from '#ui/text.ts';
import type { PageLoad } from './$types';

/**
 * A restore needs no workspace, only its own words and those of the lock. The screen is loaded here:
 * home knows the files of each route by name, and this one has many.
 */
export const load: PageLoad = async ({ parent, depends }) => {
  depends(LANGUAGE);
  const { language } = await parent();
  const [backup, vault, { default: RestoreScreen }] = await Promise.all([
    loadWorkspaceWords(language, 'backup'),
    loadWorkspaceWords(language, 'vault'),
    import('#workspace/screens/backup/RestoreScreen.svelte'),
  ]);
  return { backup, vault, RestoreScreen };
};
