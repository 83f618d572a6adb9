import { loadBackupText } from '#ui/backup/load-backup-text.ts';
import { LANGUAGE } from '#ui/load-text.ts';
import type { PageLoad } from './$types';

/** Its own words and its screen, whose parts home need not know by name. */
export const load: PageLoad = async ({ parent, depends }) => {
  depends(LANGUAGE);
  const { language } = await parent();
  const [backup, { default: BackupScreen }] = await Promise.all([
    loadBackupText(language),
    import('#ui/backup/BackupScreen.svelte'),
  ]);
  return { backup, BackupScreen };
};
