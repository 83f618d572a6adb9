import { openTabLine } from '#platform/tabs.ts';
import type { TabStatus } from './tabs/tab-status.ts';

/**
 * What any tab may ask of the one that syncs: to try at once, also what the server refused; to try
 * and count both sides, since someone looks; to write over what cannot be opened.
 */
export type SyncWish = 'try' | 'look' | 'write-over';

/** What the tabs of a workspace tell each other about its sync. */
export type SyncMessage = { readonly status: TabStatus } | 'how' | 'connected' | SyncWish;

/** Name of the line on which they do. */
export const syncLine = (workspaceId: string): string => `volym-sync-${workspaceId}`;

/**
 * Restarts the sync of a workspace, in whichever tab it runs: its access or its keys have changed.
 */
export const restartSync = (workspaceId: string): void => {
  const line = openTabLine<SyncMessage>(syncLine(workspaceId), () => undefined);
  line.say('connected');
  line.close();
};
