import type { KeyringData, Wrap } from '#domain/workspace/keyring.ts';
import { wrapsOfOther } from '../sync/wraps-of-other.ts';
import { keepDoubted, refusedBoxes } from '../sync/offered-keyring.ts';
import type { SyncStore } from '../sync/sync-store.ts';
import type { DeviceKeys } from './device-keys.ts';
import { keysInUse } from './keys-in-use.ts';
import type { LastOpened } from './last-opened.ts';
import type { OpenedKeyring } from './open-known.ts';
import { isVouched } from './vouched-wraps.ts';

/** What a keyring that the server offers is held against, once a secret opened the one that is here. */
export type OpenedBeside = {
  readonly opened: Pick<OpenedKeyring, 'raw' | 'keyring'>;
  readonly synced: KeyringData | undefined;
  readonly last: LastOpened | undefined;
  readonly keys: Pick<DeviceKeys, 'workspace' | 'older'> | undefined;
};

/**
 * Keeps the wraps for which the sync waits, so that somebody can refuse them, where nobody vouches for a single one who had opened the keyring here:
 * of a change of keys by this version all are vouched for. A wrap of keys that gave way is no change of keys, whoever brings it again.
 */
export const noteDoubted = async (
  store: SyncStore,
  offered: KeyringData | undefined,
  beside: OpenedBeside,
): Promise<void> => {
  const { opened, synced = opened.keyring, keys } = beside;
  const holds = (key: string): boolean => key === keys?.workspace.id || keys?.older?.has(key) === true;
  const isRefused = await refusedBoxes(store);
  const doubted = offered === undefined ? [] : wrapsOfOther({ holds, isRefused }, offered, synced);
  await keepDoubted(store, (await isChange(doubted, beside)) ? [] : doubted);
};

const isChange = async (wraps: readonly Wrap[], beside: OpenedBeside): Promise<boolean> => {
  const before = keysThatGaveWay(beside);
  for (const wrap of wraps) {
    const isPast = wrap.workspaceKey !== undefined && before.has(wrap.workspaceKey);
    if (!isPast && (await isVouched(beside.opened.raw, wrap))) return true;
  }
  return false;
};

/**
 * The keys that gave way to those that were opened, by what the keyring calls them. Any member can write a name there, also that of newer keys:
 * where there are more names than the keys were changed, none is believed.
 */
const keysThatGaveWay = ({ opened: { raw, keyring }, last }: OpenedBeside): ReadonlySet<string> => {
  const named = new Set([last?.keyring, keyring].flatMap((one) => Object.keys(one?.keysBefore ?? {})));
  return named.size > keysInUse(raw).generation ? new Set() : named;
};
