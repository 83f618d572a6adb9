import { connectionOf } from '#data/sync/server/connection.ts';
import { loadBackupText } from '#workspace/screens/backup/load-backup-text.ts';
import { LANGUAGE, loadText } from '#ui/load-text.ts';
import type { PageLoad } from './$types';

/** Its words, and those of sync and backup, which a row says how it stands with. */
export const load: PageLoad = async ({ parent, depends }) => {
  depends(LANGUAGE);
  const { app, language } = await parent();
  const [more, sync, backup, connection] = await Promise.all([
    loadText(language, 'more'),
    loadText(language, 'sync'),
    loadBackupText(language),
    app.isDemo ? undefined : connectionOf(app.workspaceId),
  ]);
  return { more, sync, backup, isConnected: connection !== undefined };
};
