import { connectionOf } from '#data/sync/server/connection.ts';
import { LANGUAGE } from '#ui/text.ts';
import { loadWorkspaceWords } from '#workspace/words/load.ts';
import { COUCH } from '#workspace/screens/couch/couch-paths.ts';
import type { PageLoad } from './$types';

/**
 * Joining needs no workspace, only its own words, and where the workspace on this device already
 * syncs.
 */
export const load: PageLoad = async ({ parent, depends, url }) => {
  depends(LANGUAGE);
  const { app, language } = await parent();
  const [sync, people, connection, couch] = await Promise.all([
    loadWorkspaceWords(language, 'sync'),
    loadWorkspaceWords(language, 'people'),
    app.hasWorkspace && !app.isDemo ? connectionOf(app.workspaceId) : undefined,
    url.searchParams.has(COUCH)
      ? import('#workspace/screens/couch/load-couch.ts').then((module) =>
          module.loadCouch(language),
        )
      : undefined,
  ]);
  const host = connection === undefined ? '' : new URL(connection.server).host;
  return {
    sync,
    people,
    host,
    couch: couch?.couch,
    vault: couch?.vault,
    CouchScreen: couch?.CouchScreen,
  };
};
