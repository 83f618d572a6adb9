import { openTabLine, type TabLine } from '#platform/tabs.ts';

/** The line on which the tabs of a workspace are told to lock its codes. */
export const lockLine = (workspaceId: string, heard: () => void): TabLine<'lock'> =>
  openTabLine<'lock'>(`volym-vault-${workspaceId}`, heard);

/** Locks the codes of a workspace in every tab of this device. */
export const lockAllTabs = (workspaceId: string): void => {
  const line = lockLine(workspaceId, () => undefined);
  line.say('lock');
  line.close();
};
