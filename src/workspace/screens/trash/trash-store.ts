import type { TrashStore } from '#data/trash/empty-trash.ts';
import type { App } from '#ui/app.svelte.ts';

/** The store of the workspace in use, as the trash needs it. */
export const trashStoreOf = (app: App): TrashStore => {
  const { records, database } = app.opened;
  return { records, collection: database.records, mayWrite: () => app.mayChange };
};
