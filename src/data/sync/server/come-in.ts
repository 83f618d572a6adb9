import { ok, refuse, type Problem, type Result } from '#core/result.ts';
import { newId } from '#platform/ids.ts';
import { keep, readKept } from '../../device/device-store.ts';
import type { Settings } from '../../device/settings.ts';
import { renewDeviceKeys } from '../../vault/keyring/newer-keys.ts';
import { isSameWorkspace } from '../../vault/keyring/same-workspace.ts';
import {
  doorsOf,
  enterByInvitation,
  enterBySetUp,
  type DoorProblem,
  type Newcomer,
} from './accounts-client.ts';
import { connectionOf, keepConnection, type OwnConnection } from './connection.ts';
import { newToken, openHandedKeys } from '../keys/handed-keys.ts';
import type { JoinLink } from './link.ts';
import { meetWorkspace } from '../keys/meet-workspace.ts';
import type { Role } from './role.ts';

const NEWCOMER = 'newcomer';

/**
 * What this device calls itself where it comes in. Kept until it is in: when an answer was lost on
 * its way, also with the page, the same device asks again with the same link.
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

type CameIn = {
  readonly workspace: string;
  readonly device: string;
  /** Its name when it was removed, if it returns after that. */
  readonly shutOut?: string | undefined;
};

/**
 * Joins a workspace by a colleague's invitation: from then on this device knows the workspace, and
 * its records are still to be fetched. A device that is a member already keeps its place, and gets
 * changed keys. Returns the workspace's id, and this device's. Refuses with `other-link` if the
 * link's key does not open what is stored for it, and with `other-workspace` if the workspace here
 * by that name has other keys: then nothing in it is changed. After any other refusal it can be
 * called again and continues.
 */
export const comeInByInvitation = async (
  { invitation, opens }: Extract<JoinLink, { kind: 'invited' }>,
  { server, settings }: { readonly server: string; readonly settings: Settings },
): Promise<Result<CameIn, DoorProblem | Problem<'other-link' | 'other-workspace'>>> => {
  const own = await newcomer();
  const entered = await enterByInvitation(server, { ...own, invitation });
  if (!entered.ok) return entered;
  const { database, role = 'member', keys } = entered.value;
  const [, workspace] = DATABASE.exec(database) ?? [];
  const opened = await openHandedKeys(opens, keys);
  if (workspace === undefined || opened === undefined) return refuse('other-link');
  if (!(await isSameWorkspace(workspace, opened))) {
    // Another server knows it now: where this device comes in next, it calls itself again.
    await keep(NEWCOMER, undefined);
    return refuse('other-workspace');
  }
  const place = await placeOf(workspace, { connection: { server, database, ...own }, role });
  if (!place.ok) return place;
  await renewDeviceKeys(workspace, opened);
  await cameIn(workspace, place.value.connection);
  meetWorkspace(settings, workspace, { onlyReads: place.value.role === 'reader' });
  return ok({ workspace, device: place.value.connection.device, shutOut: place.value.shutOut });
};

type Place = { readonly connection: OwnConnection; readonly role: Role; readonly shutOut?: string };

/**
 * The place that this device uses from now on: the former one, if it is still valid and the
 * invitation gives no more rights, so that the device loses no rights and is not listed twice. The
 * unused place is removed from the list.
 */
const placeOf = async (workspace: string, invited: Place): Promise<Result<Place, DoorProblem>> => {
  const before = await connectionOf(workspace);
  if (before === undefined || before.kind === 'couch') return ok(invited);
  const { server, database, device } = invited.connection;
  if (before.server !== server || before.database !== database || before.device === device)
    return ok(invited);
  const inside = await doorsOf(before).devices();
  if (!inside.ok)
    return inside.problem.code === 'not-let-in'
      ? ok({ ...invited, shutOut: before.device })
      : inside;
  const role = inside.value.find(({ own }) => own)?.role;
  if (role === undefined) return ok(invited);
  const stays = role === 'member' || invited.role === 'reader';
  const place = stays ? { connection: before, role } : invited;
  await doorsOf(place.connection).shutOut(stays ? device : before.device);
  return ok(place);
};

const cameIn = async (workspace: string, connection: OwnConnection): Promise<OwnConnection> => {
  await keepConnection(workspace, connection);
  await keep(NEWCOMER, undefined);
  return connection;
};
