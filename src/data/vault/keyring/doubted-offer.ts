import type { KeyringData, Wrap } from '#workspace/rules/vault/keyring.ts';
import { keysThatGaveWay } from '#workspace/rules/vault/keyring-trouble.ts';
import { breath } from '#platform/breath.ts';
import { reportBug } from '#platform/report-bug.ts';
import { wrapsOfOther } from '../../sync/keys/wraps-of-other.ts';
import { keepDoubted, refusedBoxes } from '../../sync/keys/offered-keyring.ts';
import type { SyncStore } from '../../sync/sync-store.ts';
import type { DeviceKeys } from '../device-keys.ts';
import { keysInUse } from '../keys-in-use.ts';
import type { OpenedKeyring } from './open-known.ts';
import { vouching } from './vouched-wraps.ts';

/**
 * No honest keyring has this many wraps: filling an offer with more must not delay anyone who
 * unlocks.
 */
export const LOOKED_AT_FIRST = 500;

/**
 * What a keyring that the server offers is held against, once a secret opened the one that is here.
 */
export type OpenedBeside = {
  readonly opened: Pick<OpenedKeyring, 'raw' | 'keyring'>;
  readonly synced: KeyringData | undefined;
  readonly keys: Pick<DeviceKeys, 'workspace' | 'older'> | undefined;
};

/**
 * Keeps the wraps that the sync waits for, so that someone can refuse them, if no one who had
 * opened the keyring vouches for any of them: a change of keys by this version vouches for all. A
 * wrap of replaced keys is no change of keys, whoever brings it again.
 */
export const noteDoubted = async (
  store: SyncStore,
  offered: KeyringData | undefined,
  beside: OpenedBeside,
): Promise<void> => {
  const { opened, synced = opened.keyring, keys } = beside;
  const holds = (key: string): boolean =>
    key === keys?.workspace.id || keys?.older?.has(key) === true;
  const isRefused = await refusedBoxes(store);
  const doubted = offered === undefined ? [] : wrapsOfOther({ holds, isRefused }, offered, synced);
  const isChange = await changeIn(opened);
  const [first, rest] = [doubted.slice(0, LOOKED_AT_FIRST), doubted.slice(LOOKED_AT_FIRST)];
  const isUnexplained = !(await isChange(first));
  await keepDoubted(store, isUnexplained && rest.length === 0 ? doubted : []);
  if (!isUnexplained || rest.length === 0) return;
  // A filled offer does not delay anyone who unlocks; a real change among them is found all the
  // same.
  void inParts(rest, isChange)
    .then((isInParts) => (isInParts ? undefined : keepDoubted(store, doubted)))
    .catch((error: unknown) => reportBug('not all wraps of an offer were looked at', error));
};

/**
 * Returns whether a change of keys is among some wraps: which keys they replaced is written inside;
 * outside, any member could write the name of newer keys.
 */
const changeIn = async ({
  raw,
  keyring,
}: OpenedBeside['opened']): Promise<(wraps: readonly Wrap[]) => Promise<boolean>> => {
  const inUse = { ...keysInUse(raw), workspaceKey: raw.workspace.id };
  const before = keysThatGaveWay({ keyring, inUse, keysBefore: raw.keysBefore });
  const isVouched = await vouching(raw);
  return async (wraps) => {
    for (const wrap of wraps) {
      const isPast = wrap.workspaceKey !== undefined && before.has(wrap.workspaceKey);
      if (!isPast && (await isVouched(wrap))) return true;
    }
    return false;
  };
};

/** The same of many, with a breath between parts. */
const inParts = async (
  wraps: readonly Wrap[],
  isChange: (wraps: readonly Wrap[]) => Promise<boolean>,
): Promise<boolean> => {
  for (let at = 0; at < wraps.length; at += LOOKED_AT_FIRST) {
    await breath();
    if (await isChange(wraps.slice(at, at + LOOKED_AT_FIRST))) return true;
  }
  return false;
};
