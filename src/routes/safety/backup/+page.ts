import { loadWorkspaceWords } from '#workspace/words/load.ts';
import { LANGUAGE } from '#ui/text.ts';
import type { PageLoad } from './$types';

/** Its own words and its screen, whose files home need not know by name. */
export const load: PageLoad = async ({ parent, depends }) => {
  depends(LANGUAGE);
  const { language } = await parent();
  const [backup, { default: BackupScreen }] = await Promise.all([
    loadWorkspaceWords(language, 'backup'),
    import('#workspace/screens/backup/BackupScreen.svelte'),
  ]);
  return { backup, BackupScreen };
};
