import { ok, refuse, type Problem, type Result } from '#core/result.ts';
import { newId } from '#platform/ids.ts';
import type { Settings } from '../../device/settings.ts';
import { renewDeviceKeys } from '../../vault/keyring/newer-keys.ts';
import type { OpenedKeys } from '../../vault/keys.ts';
import { keepOpenedOutside } from '../../vault/keyring/opened-outside.ts';
import { isSameWorkspace } from '../../vault/keyring/same-workspace.ts';
import { connectionOf, keepConnection, type CouchConnection } from '../server/connection.ts';
import { lookIntoCouch, type CouchLogin, type CouchProblem } from './couch-door.ts';
import { meetWorkspace } from '../keys/meet-workspace.ts';

/** The server holds a different workspace from the intended one: two are never mixed. */
export type OtherWorkspace = Problem<'other-workspace'>;

/**
 * Keeps a workspace of this device in step with a database that is empty, made for it, or has it
 * already.
 */
export const connectToCouch = async (
  login: CouchLogin,
  workspace: string,
): Promise<Result<CouchConnection, CouchProblem | OtherWorkspace>> => {
  const found = await lookIntoCouch(login, { mayMake: true });
  if (!found.ok) return found;
  if (found.value !== undefined && found.value.workspace !== workspace)
    return refuse('other-workspace');
  return ok(await connected(login, workspace));
};

/**
 * Joins a workspace after a passphrase or kit opened the keyring of its database: from then on this
 * device knows the workspace, and its records are still to be fetched.
 */
export const comeInAtCouch = async (
  login: CouchLogin,
  { workspace, keys }: { readonly workspace: string; readonly keys: OpenedKeys },
  settings: Settings,
): Promise<Result<CouchConnection, OtherWorkspace>> => {
  if (!(await isSameWorkspace(workspace, keys))) return refuse('other-workspace');
  await renewDeviceKeys(workspace, keys, { isProved: true });
  await keepOpenedOutside(workspace, keys.wrap);
  const connection = await connected(login, workspace);
  meetWorkspace(settings, workspace, { onlyReads: false });
  return ok(connection);
};

/** Types the password that a CouchDB has for its user now; what waited goes out with it. */
export const changeCouchPassword = async (
  workspace: string,
  password: string,
): Promise<Result<void, CouchProblem | OtherWorkspace>> => {
  const before = await connectionOf(workspace);
  if (before?.kind !== 'couch') throw new Error('this workspace is at no CouchDB');
  const found = await lookIntoCouch({ ...before, password }, { mayMake: false });
  if (!found.ok) return found;
  if (found.value !== undefined && found.value.workspace !== workspace)
    return refuse('other-workspace');
  await keepConnection(workspace, { ...before, password });
  return ok(undefined);
};

const connected = async (
  { server, database, user, password }: CouchLogin,
  workspace: string,
): Promise<CouchConnection> => {
  const before = await connectionOf(workspace);
  const connection = {
    kind: 'couch',
    server,
    database,
    user,
    password,
    device: before?.device ?? newId(),
  } as const;
  await keepConnection(workspace, connection);
  return connection;
};
