import { ok, refuse, type Problem, type Result } from '#domain/result.ts';
import { newId } from '#platform/ids.ts';
import { keep, readKept } from '../device-store.ts';
import type { Settings } from '../settings.ts';
import { renewDeviceKeys } from '../vault/device-keys.ts';
import { isSameWorkspace } from '../vault/same-workspace.ts';
import { doorsOf, enterByInvitation, enterBySetUp, type DoorProblem, type Newcomer } from './accounts-client.ts';
import { connectionOf, keepConnection, type Connection, type OwnConnection } from './connection.ts';
import { newToken, openHandedKeys } from './handed-keys.ts';
import type { JoinLink } from './link.ts';
import { meetWorkspace } from './meet-workspace.ts';

const NEWCOMER = 'newcomer';

/**
 * What this device calls itself where it comes in. Kept until it is in: when an answer was lost on its way, also with the
 * page, the same device asks again with the same link.
 */
const newcomer = async (): Promise<Newcomer> => {
  const kept = await readKept<Newcomer>(NEWCOMER);
  if (kept !== undefined) return kept;
  const made = { device: newId(), credential: newToken() };
  await keep(NEWCOMER, made);
  return made;
};

/** Keeps a workspace of this device in step with the server that printed the set-up link. */
export const comeInBySetUp = async (
  { secret }: Extract<JoinLink, { kind: 'set-up' }>,
  { server, workspace }: { readonly server: string; readonly workspace: string },
): Promise<Result<OwnConnection, DoorProblem>> => {
  const own = await newcomer();
  const entered = await enterBySetUp(server, { ...own, secret, workspace });
  if (!entered.ok) return entered;
  return ok(await cameIn(workspace, { server, database: entered.value.database, ...own }));
};

const DATABASE = /^w-([0-9a-f-]{36})$/;

/**
 * Comes in where a colleague invited: the workspace is known to this device from then on, and its records are still to
 * be fetched. Who is in there already, and has not got the keys that were changed, comes in anew. Answers its id, this device's,
 * and `leaveBefore`, to be called once the new way in is used. Refuses with `other-link` when the link's key does not open what waited for it,
 * and with `other-workspace` when what is here by that name has other keys: nothing of it is changed.
 */
export const comeInByInvitation = async (
  { invitation, opens }: Extract<JoinLink, { kind: 'invited' }>,
  { server, settings }: { readonly server: string; readonly settings: Settings },
): Promise<
  Result<
    { readonly workspace: string; readonly device: string; readonly leaveBefore: () => Promise<void> },
    DoorProblem | Problem<'other-link' | 'other-workspace'>
  >
> => {
  const own = await newcomer();
  const entered = await enterByInvitation(server, { ...own, invitation });
  if (!entered.ok) return entered;
  const { database, role, keys } = entered.value;
  const [, workspace] = DATABASE.exec(database) ?? [];
  const opened = await openHandedKeys(opens, keys);
  if (workspace === undefined || opened === undefined) return refuse('other-link');
  if (!(await isSameWorkspace(workspace, opened))) {
    // Another server knows it now: where this device comes in next, it calls itself anew.
    await keep(NEWCOMER, undefined);
    return refuse('other-workspace');
  }
  await renewDeviceKeys(workspace, opened);
  const before = await connectionOf(workspace);
  await cameIn(workspace, { server, database, ...own });
  meetWorkspace(settings, workspace, { onlyReads: role === 'reader' });
  const there = { server, database, device: own.device };
  return ok({ workspace, device: own.device, leaveBefore: () => leave(before, there) });
};

/** As what this device was in the same place before, it would stand in the list of devices for ever. */
const leave = async (
  before: Connection | undefined,
  now: Pick<OwnConnection, 'server' | 'database' | 'device'>,
): Promise<void> => {
  if (before === undefined || before.kind === 'couch' || before.device === now.device) return;
  if (before.server !== now.server || before.database !== now.database) return;
  await doorsOf(before).shutOut(before.device);
};

const cameIn = async (workspace: string, connection: OwnConnection): Promise<OwnConnection> => {
  await keepConnection(workspace, connection);
  await keep(NEWCOMER, undefined);
  return connection;
};
