import { Subscription } from 'rxjs';
import { ok, refuse, type Problem, type Result } from '#core/result.ts';
import type { KeyringData } from '#workspace/rules/vault/keyring.ts';
import { reportBug } from '#platform/report-bug.ts';
import { syncStoreOf } from '../sync/server/connection.ts';
import { offeredKeyring } from '../sync/keys/offered-keyring.ts';
import { restartSync } from '../sync/sync-line.ts';
import type { AttemptCount } from './lock/attempt-count.ts';
import { countedTry } from './lock/counted-try.ts';
import { deviceKeysOf } from './device-keys.ts';
import { renewDeviceKeys } from './keyring/newer-keys.ts';
import { noteDoubted, type OpenedBeside } from './keyring/doubted-offer.ts';
import { noteAtDoor, passDoor, type DoorParts } from './lock/door.ts';
import type { HeldKeys } from './held-keys.ts';
import { derivingFor, type Derive, type KeyWaiter } from './derive/derive.ts';
import { rawKeysOf, type KeyringProblem } from './keyring/keyring.ts';
import { keyringHere } from './keyring/keyring-here.ts';
import { keysInUse } from './keys-in-use.ts';
import { readyHandedKeys, readyKeys, type RawKeys } from './keys.ts';
import {
  goesBack,
  insideOf,
  keepLastOpened,
  keepRefused,
  keepStrangers,
  lastOpenedOf,
} from './last-opened.ts';
import { openKnown, strangersIn, type OpenedKeyring, type Opening } from './keyring/open-known.ts';
import { isSameWorkspace } from './keyring/same-workspace.ts';
import type { Secret } from './seal/secret.ts';
import type { VaultProblem } from './vault-problem.ts';

/** What holds the keys of a vault and counts wrong answers, and who waits for it to open. */
type Unlocked = {
  readonly held: HeldKeys;
  readonly count: AttemptCount;
  readonly waiter: KeyWaiter | undefined;
  /** Aborted when it is locked or closed meanwhile. */
  readonly untilDropped: AbortSignal;
};

/** Opens a vault with what was typed; refuses as `Vault.unlock` says. */
export const unlock = async (
  secret: Secret,
  parts: Parameters<typeof countedTry>[0] & DoorParts & { readonly derive?: Derive | undefined },
  { held, count, waiter, untilDropped }: Unlocked,
): Promise<Result<void, VaultProblem>> => {
  const { workspaceId } = parts;
  const passed = await passDoor(parts);
  if (!passed.ok) return passed;
  const [offered, last] = [await offeredKeyring(workspaceId), await lastOpenedOf(workspaceId)];
  const signal = AbortSignal.any(
    waiter?.signal === undefined ? [untilDropped] : [untilDropped, waiter.signal],
  );
  const derive = derivingFor({ ...waiter, signal }, parts.derive);
  const here = keyringHere(parts, last);
  const opening = { workspaceId, last, derive, onwrap: waiter?.onwrap, isAll: waiter?.isAll };
  const open = () => openEither([offered, here.synced], secret, opening);
  const answer = await countedTry({ workspaceId, keyring: here.read }, count, open, signal);
  if (!answer.ok) return answer;
  if (signal.aborted) return refuse('given-up');
  const keys = await readyKeys(answer.value.raw, answer.value.wrap);
  await remember(workspaceId, answer.value);
  // Others changed the keys; or the browser deleted them, in which case the records also come again
  // by sync.
  const origin = { isProved: true, before: answer.value.keyring.keysBefore };
  const areNews = await renewDeviceKeys(workspaceId, keys, origin);
  await doubt(workspaceId, offered, { opened: answer.value, synced: here.synced });
  if (areNews) restartSync(workspaceId);
  // The device's keys stay, even if the user gave up: they open no code.
  if (signal.aborted) return refuse('given-up');
  held.hold(keys);
  await standInside(parts, held);
  return ok(undefined);
};

const remember = async (
  workspaceId: string,
  { raw, wrap, keyring, isKept, refused, strangers }: OpenedKeyring,
): Promise<void> => {
  await keepStrangers(workspaceId, strangers);
  if (!isKept) await keepLastOpened(workspaceId, keyring, insideOf(raw, wrap));
  if (refused !== undefined) await keepRefused(workspaceId, refused);
};

/** What was opened from the offer itself is not doubted. */
const doubt = async (
  workspaceId: string,
  offered: KeyringData | undefined,
  beside: Omit<OpenedBeside, 'keys'>,
): Promise<void> => {
  const keys = await deviceKeysOf(workspaceId);
  const isOpened = beside.opened.keyring === offered;
  await noteDoubted(syncStoreOf(workspaceId), isOpened ? undefined : offered, { ...beside, keys });
};

/**
 * From the moment that the keys are held: notes who opened them, and drops them as soon as someone
 * decides against it.
 */
export const standInside = async (parts: DoorParts, held: HeldKeys): Promise<void> => {
  const [{ records }, wrap] = [parts, held.now?.wrap];
  if (records === undefined || wrap === undefined) return;
  const look = async (): Promise<void> => {
    if (held.now !== undefined && !(await passDoor(parts)).ok) held.drop();
  };
  const failed = (error: unknown): void => {
    // Left in the middle: the records are closed, and the keys dropped.
    if (held.now !== undefined) reportBug('the door of the vault', error);
  };
  const watching = new Subscription();
  watching.add(records.live({ kind: 'person' }).subscribe(() => void look().catch(failed)));
  watching.add(held.state$.subscribe((state) => state === 'locked' && watching.unsubscribe()));
  await noteAtDoor(parts, wrap).catch(failed);
};

/**
 * The keyring that others offer holds the newer keys; the one here still opens what is here. Only
 * the secret vouches for the offer, and a stranger may know one too: it counts only with the id key
 * of this device, and with a vault key that is not here yet. Changed keys bring such a key; keys
 * from before a change are only offered by someone who wants them back.
 */
const openEither = async (
  [offered, synced]: readonly [KeyringData | undefined, KeyringData | undefined],
  secret: Secret,
  { workspaceId, ...opening }: Opening & { readonly workspaceId: string },
): Promise<Result<OpenedKeyring, KeyringProblem | Problem<'other-workspace'>>> => {
  const newer = offered === undefined ? undefined : await openOffered(offered, secret, opening);
  const here = await openKnown(synced, secret, opening);
  // Left meanwhile: the keys that were opened first are not wanted any more.
  if (!here.ok && here.problem.code === 'given-up') return here;
  if (newer === undefined) return here;
  if (here.ok && !isNews(newer.raw, here.value.raw)) return here;
  if (await isSameWorkspace(workspaceId, await readyHandedKeys(newer.raw))) return ok(newer);
  return here.ok ? here : refuse('other-workspace');
};

/**
 * What an offer opens to; undefined where it does not open, or to older keys than were opened here.
 */
const openOffered = async (
  keyring: KeyringData,
  secret: Secret,
  { last, derive, onwrap, isAll }: Opening,
): Promise<OpenedKeyring | undefined> => {
  const opened = await rawKeysOf(keyring, secret, derive, { last, ontry: onwrap, isAll });
  if (!opened.ok) return undefined;
  const { raw, wrap } = opened.value;
  const isBack = last !== undefined && goesBack(insideOf(raw, wrap), last);
  if (isBack) return undefined;
  return {
    raw,
    wrap,
    keyring,
    isKept: false,
    strangers: await strangersIn(keyring, opened.value, last),
  };
};

/** Decided by the content of the wraps: outside them a server can write anything. */
const isNews = (there: RawKeys, here: RawKeys): boolean =>
  Object.keys(there.vault).some((id) => !Object.hasOwn(here.vault, id)) &&
  keysInUse(there).generation >= keysInUse(here).generation;
