import { LANGUAGE, loadText } from '#ui/load-text.ts';
import { connectionOf } from '#data/sync/connection.ts';
import type { PageLoad } from './$types';

/** Who has the workspace, and how this device is let in where it is shared. */
export const load: PageLoad = async ({ parent, depends }) => {
  depends(LANGUAGE);
  const { app, language } = await parent();
  const [sync, connection] = await Promise.all([
    loadText(language, 'sync'),
    app.isDemo ? undefined : connectionOf(app.workspaceId),
  ]);
  return { sync, connection };
};
