import type { Settings, WorkspaceHere } from '../../device/settings.ts';

/** What a device may do: change records, or only read them. */
export type Role = 'member' | 'reader';

/** Where the endpoint tells a device its role, with each answer. */
const HEADER = 'volym-role';

/**
 * The role in an answer; undefined if the server gives none, or one unknown to this app.
 */
const roleIn = ({ headers }: Response): Role | undefined => {
  const role = headers.get(HEADER);
  return role === 'member' || role === 'reader' ? role : undefined;
};

/** Asks as `fetch` does, and listens for the role. */
export const hearingRole =
  (heard: (role: Role) => void, ask: typeof fetch = fetch): typeof fetch =>
  async (address, asked) => {
    const answer = await ask(address, asked);
    const role = roleIn(answer);
    if (role !== undefined) heard(role);
    return answer;
  };

/**
 * Saves what the server lets this device do. A user who joined read-only is asked who they are
 * before they change anything.
 */
export const keepRole = (settings: Settings, workspaceId: string, role: Role): void => {
  const here = settings.current.workspaces[workspaceId];
  const part = here === undefined ? undefined : changeBy(here, role);
  if (part !== undefined) settings.changeWorkspace(workspaceId, part);
};

const changeBy = (
  { onlyReads = false, person }: WorkspaceHere,
  role: Role,
): Partial<WorkspaceHere> | undefined => {
  if (onlyReads === (role === 'reader')) return undefined;
  return { onlyReads: !onlyReads, ...(onlyReads && person === '' ? { joining: true } : {}) };
};
