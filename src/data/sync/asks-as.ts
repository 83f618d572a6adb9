import type { Settings } from '../device/settings.ts';

/**
 * The name under which a read-only device asked for write access; '' if it never did. No record
 * stores it (X18).
 */
export const asksAs = ({ newest }: Pick<Settings, 'newest'>, workspaceId: string): string => {
  const name = newest.workspaces[workspaceId]?.asksAs;
  return typeof name === 'string' ? name : '';
};

/**
 * Keeps that name on this device, for the next time and for when it may change and says who it is.
 */
export const keepAsksAs = (
  settings: Pick<Settings, 'changeWorkspace'>,
  workspaceId: string,
  name: string,
): void => settings.changeWorkspace(workspaceId, { asksAs: name });
