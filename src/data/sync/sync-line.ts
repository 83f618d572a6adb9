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
 * Lets the sync of a workspace begin again, in whichever tab it runs: it is let in, or sealed,
 * otherwise than before.
 */
export const restartSync = (workspaceId: string): void => {
  const line = openTabLine<SyncMessage>(syncLine(workspaceId), () => undefined);
  line.say('connected');
  line.close();
};
