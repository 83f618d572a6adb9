import type { Settings } from '../../device/settings.ts';
import { NO_ATTEMPTS } from '../../vault/lock/wrong-attempts.ts';

/**
 * From then on this device knows the workspace; its records are still to be fetched, and the person
 * who used it here before is still known.
 */
export const meetWorkspace = (
  settings: Settings,
  workspace: string,
  { onlyReads }: { readonly onlyReads: boolean },
): void => {
  const before = settings.current.workspaces[workspace];
  const here = before ?? { person: '', name: '', wrong: NO_ATTEMPTS, joining: true };
  settings.changeWorkspace(workspace, { ...here, onlyReads });
};
