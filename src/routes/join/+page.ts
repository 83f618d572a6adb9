import { connectionOf } from '#data/sync/connection.ts';
import { LANGUAGE, loadText } from '#ui/load-text.ts';
import type { PageLoad } from './$types';

/** Coming in needs no workspace, only its own words, and whether the one that is here has a server already. */
export const load: PageLoad = async ({ parent, depends }) => {
  depends(LANGUAGE);
  const { app, language } = await parent();
  const [sync, connection] = await Promise.all([
    loadText(language, 'sync'),
    app.hasWorkspace && !app.isDemo ? connectionOf(app.workspaceId) : undefined,
  ]);
  return { sync, isConnected: connection !== undefined };
};
