import type { Settings } from '../../device/settings.ts';
import { NO_ATTEMPTS } from '../../vault/lock/wrong-attempts.ts';

/**
 * This device knows the workspace from then on, its records are still to be fetched; who was here
 * before is known still.
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
