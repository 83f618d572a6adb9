import { KEYRING_ID, type KeyringData } from '#workspace/rules/vault/keyring.ts';
import { reportBug } from '#platform/report-bug.ts';
import type { DeviceKeys } from '../../vault/device-keys.ts';
import { isOlderKey } from '../../vault/keyring/newer-keys.ts';
import { keyringIn } from '../../vault/keyring/keyring-in.ts';
import { refusedBoxes } from './offered-keyring.ts';
import { keepingShown } from './shown-keyring.ts';
import type { Resealed } from './reseal.ts';
import { openRetiredKeys, type RetiredKeys, type RetiredKeysParts } from './retired-keys.ts';
import { KeysTurned, sealing } from '../sealing.ts';
import { epochOf } from '../session.ts';
import type { Sync, SyncParts } from '../sync.ts';

/** Id of the key that sealed the wire when this device last synced. */
const SEALED_WITH = 'sealed-with';

/** What a sync does about keys that were changed, on this device or elsewhere. */
export type ChangedKeys = Pick<SyncParts, 'codec' | 'keys' | 'offer'> & {
  /** Whether what older keys sealed is being sealed again. */
  readonly isResealing: () => boolean;
  /**
   * To be called once when the sync has begun: documents that could not be opened before do not
   * come again by themselves.
   */
  begun(sync: Sync): Promise<void>;
  /** To be called whenever all is in step. */
  inStep(sync: Sync): Promise<void>;
  /**
   * Someone asks: what the server did not take is tried again the next time that all is in step.
   */
  tryAgain(): void;
};

/**
 * What it is made of; `turnTo` makes another of this device's keys the one in use, and lets the
 * sync begin again.
 */
export type ChangedKeysParts = RetiredKeysParts & {
  readonly workspaceId: string;
  readonly turnTo: (key: string) => Promise<void>;
};

/** Says `changed` when a resealing begins and ends. */
export const openChangedKeys = async (
  keys: DeviceKeys,
  { store, workspaceId, records, turnTo }: ChangedKeysParts,
  changed: () => void,
): Promise<ChangedKeys> => {
  const { workspace, older } = keys;
  const hasOlder = older !== undefined && older.size > 0;
  const shown = keepingShown(store);
  const isRefused = await refusedBoxes(store);
  const retired = { ...(await openRetiredKeys(keys, { store, records })), isRefused };
  let isResealing = false;
  // What the server refuses now, it would refuse each time that all is in step: another run tries
  // again, or who asks.
  let triedIn: number | undefined;
  const turn = (isOn: boolean): void => {
    isResealing = isOn;
    changed();
  };
  return {
    codec: sealing({ ...workspace, older }, [KEYRING_ID], workspaceId),
    keys: { ...retired, heardKeyring: hearing(keys, retired, { records, turnTo }) },
    offer: shown.keep,
    isResealing: () => isResealing,
    begun: async (sync) => {
      const before = await store.get<string>(SEALED_WITH);
      await store.set(SEALED_WITH, workspace.id);
      if (before !== undefined && before !== workspace.id) sync.compareAll();
    },
    inStep: async (sync) => {
      await shown.forget();
      // A server that was put back has to be compared first, and brings old ones again.
      const comparison = await epochOf(store);
      if (!hasOlder || isResealing || triedIn === comparison || retired.isSealedAnewIn(comparison))
        return;
      if (!sync.mayWrite()) return;
      turn(true);
      const left = await resealedBy(sync);
      if (left !== undefined) await retired.wentThrough((triedIn = comparison), left);
      turn(false);
    },
    tryAgain: () => void (triedIn = undefined),
  };
};

/**
 * An invitation of before a change brings the key of then, and of two changes at once one counts.
 * Both sides, the keyring here and the server's, then name another key than the one in use: whoever
 * has a lost key alone cannot make the one here do so.
 */
const hearing = (
  keys: Omit<DeviceKeys, 'id'>,
  retired: RetiredKeys,
  { records, turnTo }: Pick<ChangedKeysParts, 'records' | 'turnTo'>,
): NonNullable<SyncParts['keys']>['heardKeyring'] => {
  const { workspace, older } = keys;
  return async ({ data }, sealedWith) => {
    const keyring = data as KeyringData;
    if (sealedWith === workspace.id) retired.heard(keyring);
    const { workspaceKey: named = workspace.id } = keyring;
    if (named === workspace.id || older?.has(named) !== true) return;
    // Whatever a member writes there: a removed device has the older key as well.
    if (isOlderKey(keys, named)) return;
    const here = await keyringIn(records);
    if (here?.workspaceKey !== named || isEarlierKey(here, named, { now: workspace.id, retired }))
      return;
    await turnTo(named);
    throw new KeysTurned();
  };
};

/**
 * Whether the keyring here says that a key gave way to the one that is in use `now`: of those that
 * an older version handed over no device knows which is the newer. Names of keys of before are only
 * ever added to: where both are there, it counts which is believed no more.
 */
const isEarlierKey = (
  { keysBefore = {} }: KeyringData,
  named: string,
  { now, retired }: { readonly now: string; readonly retired: RetiredKeys },
): boolean =>
  Object.hasOwn(keysBefore, named) && (!Object.hasOwn(keysBefore, now) || retired.isRetired(named));

/**
 * What is left; undefined if it could not begin or stopped partway, to continue the next time
 * everything is in step.
 */
const resealedBy = (sync: Sync): Promise<Resealed | undefined> =>
  sync.reseal().catch((error: unknown) => {
    reportBug('not all was sealed anew', error);
    return undefined;
  });
