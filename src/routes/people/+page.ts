import { LANGUAGE } from '#ui/text.ts';
import { loadWorkspaceWords } from '#workspace/words/load.ts';
import { connectionOf } from '#data/sync/server/connection.ts';
import type { PageLoad } from './$types';

/** Who has the workspace, and how this device is admitted if it is shared. */
export const load: PageLoad = async ({ parent, depends }) => {
  depends(LANGUAGE);
  const { app, language } = await parent();
  const [sync, people, connection] = await Promise.all([
    loadWorkspaceWords(language, 'sync'),
    loadWorkspaceWords(language, 'people'),
    app.isDemo ? undefined : connectionOf(app.workspaceId),
  ]);
  // A CouchDB has no accounts of ours: there, who has the workspace is described in other words.
  const couch =
    connection?.kind === 'couch'
      ? await (await import('#workspace/screens/people/load-on-couch.ts')).loadOnCouch(language)
      : undefined;
  return { sync, people, connection, couch: couch?.couch, OnCouch: couch?.OnCouch };
};
