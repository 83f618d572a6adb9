import { openTabLine, type TabLine } from '#platform/tabs.ts';

/** The channel that tells the tabs of a workspace to lock its codes. */
export const lockLine = (workspaceId: string, heard: () => void): TabLine<'lock'> =>
  openTabLine<'lock'>(`volym-vault-${workspaceId}`, heard);

/** Locks the codes of a workspace in every tab of this device. */
export const lockAllTabs = (workspaceId: string): void => {
  const line = lockLine(workspaceId, () => undefined);
  line.say('lock');
  line.close();
};
