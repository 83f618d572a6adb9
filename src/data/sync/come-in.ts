import { ok, refuse, type Problem, type Result } from '#domain/result.ts';
import { newId } from '#platform/ids.ts';
import type { Settings } from '../settings.ts';
import { keepDeviceKeys } from '../vault/device-keys.ts';
import { NO_ATTEMPTS } from '../vault/wrong-attempts.ts';
import { enterByInvitation, enterBySetUp, type DoorProblem, type Newcomer } from './accounts-client.ts';
import { keepConnection } from './connection.ts';
import { newToken, openHandedKeys } from './handed-keys.ts';
import type { JoinLink } from './link.ts';

/** What this device calls itself where it comes in; made once for a link, so that a lost answer can be asked for again. */
export const newcomer = (): Newcomer => ({ device: newId(), credential: newToken() });

/** Keeps a workspace of this device in step with the server that printed the set-up link. */
export const comeInBySetUp = async (
  { secret }: Extract<JoinLink, { kind: 'set-up' }>,
  { server, workspace, own }: { readonly server: string; readonly workspace: string; readonly own: Newcomer },
): Promise<Result<void, DoorProblem>> => {
  const entered = await enterBySetUp(server, { ...own, secret, workspace });
  if (!entered.ok) return entered;
  await keepConnection(workspace, { server, database: entered.value.database, ...own });
  return ok(undefined);
};

const DATABASE = /^w-([0-9a-f-]{36})$/;

/**
 * Comes in where a colleague invited: the workspace is known to this device from then on, and its records are still to
 * be fetched. Answers its id. Refuses with `other-link` when the link's key does not open what waited for it.
 */
export const comeInByInvitation = async (
  { invitation, opens }: Extract<JoinLink, { kind: 'invited' }>,
  { server, own, settings }: { readonly server: string; readonly own: Newcomer; readonly settings: Settings },
): Promise<Result<string, DoorProblem | Problem<'other-link'>>> => {
  const entered = await enterByInvitation(server, { ...own, invitation });
  if (!entered.ok) return entered;
  const { database, keys } = entered.value;
  const [, workspace] = DATABASE.exec(database) ?? [];
  const opened = await openHandedKeys(opens, keys);
  if (workspace === undefined || opened === undefined) return refuse('other-link');
  await keepDeviceKeys(workspace, opened);
  await keepConnection(workspace, { server, database, ...own });
  const before = settings.current.workspaces[workspace];
  // Who was here before, and was shut out, is known still.
  settings.changeWorkspace(workspace, before ?? { person: '', name: '', wrong: NO_ATTEMPTS, joining: true });
  return ok(workspace);
};
