import { draftStore } from '#ui/form/draft.ts';

/** What version 0.1.0 kept of a new token that was not saved. */
type OlderDraft = { readonly input?: object; readonly guide?: object };

/**
 * Brings what an older version of the app kept of a new token, in one piece, to where its fields and
 * the ticks of its guide are kept now: nothing that was typed is lost by an update.
 */
export const bringOverDraft = (workspaceId: string, fields: string, guide: string): void => {
  const older = draftStore<OlderDraft>(workspaceId, fields).read();
  if (older?.input === undefined) return;
  draftStore(workspaceId, fields).keep({ typed: older.input });
  draftStore(workspaceId, guide).keep({ typed: older.guide });
};
