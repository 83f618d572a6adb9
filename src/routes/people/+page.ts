import { LANGUAGE } from '#ui/text.ts';
import { loadPeopleText, loadSyncText } from '#workspace/words/load.ts';
import { connectionOf } from '#data/sync/server/connection.ts';
import type { PageLoad } from './$types';

/** Who has the workspace, and how this device is let in where it is shared. */
export const load: PageLoad = async ({ parent, depends }) => {
  depends(LANGUAGE);
  const { app, language } = await parent();
  const [sync, people, connection] = await Promise.all([
    loadSyncText(language),
    loadPeopleText(language),
    app.isDemo ? undefined : connectionOf(app.workspaceId),
  ]);
  // A CouchDB has no doors of ours: who has the workspace there is said in words of its own.
  const couch =
    connection?.kind === 'couch'
      ? await (await import('#workspace/screens/people/load-on-couch.ts')).loadOnCouch(language)
      : undefined;
  return { sync, people, connection, couch: couch?.couch, OnCouch: couch?.OnCouch };
};
