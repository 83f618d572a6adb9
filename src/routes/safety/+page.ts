import { loadWorkspaceWords } from '#workspace/words/load.ts';
import { LANGUAGE } from '#ui/text.ts';
import { connectionOf, syncStoreOf } from '#data/sync/server/connection.ts';
import { keptMoments } from '#data/sync/kept-moments.ts';
import type { PageLoad } from './$types';

/**
 * The words, and the server that this workspace syncs with, if any: as it was when last checked.
 */
export const load: PageLoad = async ({ parent, depends }) => {
  depends(LANGUAGE);
  const { app, language } = await parent();
  const [sync, backup, lacks, connection, kept] = await Promise.all([
    loadWorkspaceWords(language, 'sync'),
    loadWorkspaceWords(language, 'backup'),
    loadWorkspaceWords(language, 'lacks'),
    app.isDemo ? undefined : connectionOf(app.workspaceId),
    keptMoments(syncStoreOf(app.workspaceId)),
  ]);
  const couch =
    connection?.kind === 'couch'
      ? await (
          await import('#workspace/screens/safety/load-new-password.ts')
        ).loadNewPassword(language)
      : undefined;
  const host = connection === undefined ? '' : new URL(connection.server).host;
  const user = connection?.kind === 'couch' ? connection.user : '';
  return {
    sync,
    backup,
    lacks,
    host,
    user,
    kept,
    couch: couch?.couch,
    NewPassword: couch?.NewPassword,
  };
};
