import { connectionOf } from '#data/sync/server/connection.ts';
import { loadWorkspaceWords } from '#workspace/words/load.ts';
import { LANGUAGE } from '#ui/text.ts';
import type { PageLoad } from './$types';

/** Its words, and those of sync and backup, whose state a row shows. */
export const load: PageLoad = async ({ parent, depends }) => {
  depends(LANGUAGE);
  const { app, language } = await parent();
  const [more, sync, backup, connection] = await Promise.all([
    loadWorkspaceWords(language, 'more'),
    loadWorkspaceWords(language, 'sync'),
    loadWorkspaceWords(language, 'backup'),
    app.isDemo ? undefined : connectionOf(app.workspaceId),
  ]);
  return { more, sync, backup, isConnected: connection !== undefined };
};
