import type { Act } from '#core/record/act.ts';
import type { Task } from '#programmes/apple-licences/rules/api/event-status.ts';
import type { Asset } from '#programmes/apple-licences/rules/api/requests.ts';
import type { AppleRow } from '#programmes/apple-licences/rules/sync/apple-rows.ts';
import { inDeviceStore, keep, readKept } from '#data/device/device-store.ts';
import type { OpenPart } from '../api/write.ts';

/**
 * What Apple is asked to do: give or take back licences of an app, for an undo too, or invite or
 * retire users.
 */
export type AppleWorkKind = 'give' | 'take' | 'invite' | 'retire';

/**
 * Work at Apple that may not be finished: kept on this device from before it is sent until all of
 * it is recorded, so that closing the page meanwhile does not lose what Apple did. Names, numbers
 * and addresses; never a secret.
 */
export type AppleWork = {
  readonly id: string;
  readonly is: AppleWorkKind;
  /** Id of the token that it is asked with. */
  readonly token: string;
  /** Id of the app, and its name at Apple; none where it is about users alone. */
  readonly app?: { readonly id: string; readonly asset: Asset } | undefined;
  readonly rows: readonly AppleRow[];
  /** Why licences come back, where the app is gone from the device and nobody took them. */
  readonly way?: 'app-gone' | undefined;
  /** The act that it undoes. */
  readonly undoes?: Act | undefined;
  /** While users are being made: those who get theirs once that is over. */
  readonly then?: readonly AppleRow[] | undefined;
  /** When it began, in ms. */
  readonly at: number;
  /** What is not over at Apple. */
  readonly left: readonly OpenPart[];
  /** What Apple is through with and is not recorded yet. */
  readonly tasks: readonly Task[];
  /** Id of the act as which these are recorded: cut off, it goes on as the same. */
  readonly act?: string | undefined;
};

const startOf = (workspaceId: string): string => `${workspaceId}/apple/`;

const keyOf = (workspaceId: string, { token, id }: Pick<AppleWork, 'token' | 'id'>): string =>
  `${startOf(workspaceId)}${token}/open-writes/${id}`;

/** Keeps how far it is. */
export const keepWork = (workspaceId: string, work: AppleWork): Promise<void> =>
  keep(keyOf(workspaceId, work), work);

/** Forgets it: it is over, or someone lets it go. */
export const forgetWork = (
  workspaceId: string,
  work: Pick<AppleWork, 'token' | 'id'>,
): Promise<void> => keep(keyOf(workspaceId, work), undefined);

/** How far it is now; undefined once it is over. */
export const workNow = (
  workspaceId: string,
  work: Pick<AppleWork, 'token' | 'id'>,
): Promise<AppleWork | undefined> => readKept<AppleWork>(keyOf(workspaceId, work));

/** All that is not over in a workspace, the oldest first. */
export const openWorks = async (workspaceId: string): Promise<readonly AppleWork[]> => {
  const start = startOf(workspaceId);
  const range = IDBKeyRange.bound(start, `${start}\uffff`);
  // Rounds of syncs lie beside them.
  const all = await inDeviceStore<unknown[]>('readonly', (store) => store.getAll(range));
  return all.filter(isWork).sort((a, b) => a.at - b.at);
};

const isWork = (kept: unknown): kept is AppleWork =>
  typeof kept === 'object' && kept !== null && 'left' in kept && 'rows' in kept;

/** How many of those it is about are not over, or not recorded. */
export const rowsLeft = ({
  left,
  tasks,
  then = [],
}: Pick<AppleWork, 'left' | 'tasks' | 'then'>): number =>
  left.reduce((sum, { part }) => sum + namedIn(part), tasks.length + then.length);

const namedIn = (part: OpenPart['part']): number =>
  'users' in part ? part.users.length : part.clientUserIds.length + part.serialNumbers.length;
