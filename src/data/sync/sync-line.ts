import { openTabLine } from '#platform/tabs.ts';
import type { TabStatus } from './tab-status.ts';

/** What the tabs of a workspace tell each other about its sync. */
export type SyncMessage = { readonly status: TabStatus } | 'how' | 'try' | 'connected';

/** Name of the line on which they do. */
export const syncLine = (workspaceId: string): string => `volym-sync-${workspaceId}`;

/** Lets the sync of a workspace begin anew, in whichever tab it runs: it is let in, or sealed, otherwise than before. */
export const restartSync = (workspaceId: string): void => {
  const line = openTabLine<SyncMessage>(syncLine(workspaceId), () => undefined);
  line.say('connected');
  line.close();
};
