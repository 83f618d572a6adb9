import type { KeyringData, Wrap } from '#domain/workspace/keyring.ts';
import { wrapsOfOther } from '../sync/wraps-of-other.ts';
import { keepDoubted, refusedBoxes } from '../sync/offered-keyring.ts';
import type { SyncStore } from '../sync/sync-store.ts';
import type { DeviceKeys } from './device-keys.ts';
import type { OpenedKeyring } from './open-known.ts';
import { isVouched } from './vouched-wraps.ts';

/** What a keyring that the server offers is held against, once a secret opened the one that is here. */
export type OpenedBeside = {
  readonly opened: Pick<OpenedKeyring, 'raw' | 'keyring'>;
  readonly synced: KeyringData | undefined;
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

/** Of which keys these took the place lies inside; beside it any member could write the name of newer ones. */
const isChange = async (wraps: readonly Wrap[], { opened: { raw } }: OpenedBeside): Promise<boolean> => {
  const before = new Set(raw.keysBefore);
  for (const wrap of wraps) {
    const isPast = wrap.workspaceKey !== undefined && before.has(wrap.workspaceKey);
    if (!isPast && (await isVouched(raw, wrap))) return true;
  }
  return false;
};
