import { KEYRING_ID, type KeyringData } from '#domain/workspace/keyring.ts';
import { reportBug } from '#platform/report-bug.ts';
import type { Copy } from '../merge/merge.ts';
import type { DeviceKeys } from '../vault/device-keys.ts';
import { keepOffered } from './offered-keyring.ts';
import { sealing } from './sealing.ts';
import { epochOf, type SyncStore } from './session.ts';
import type { Sync, SyncParts } from './sync.ts';

/** Id of the key that sealed the wire when this device last synced. */
const SEALED_WITH = 'sealed-with';

/** When all was sealed anew: key and comparison, as text. */
const RESEALED = 'resealed';

/** What a sync does about keys that were changed, on this device or elsewhere. */
export type ChangedKeys = Pick<SyncParts, 'codec' | 'isRetired' | 'offer'> & {
  /** Whether what older keys sealed is being sealed anew. */
  readonly isResealing: () => boolean;
  /** To be called once when the sync has begun: what could not be opened before does not come by itself. */
  begun(sync: Sync): Promise<void>;
  /** To be called whenever all is in step. */
  inStep(sync: Sync): Promise<void>;
};

/** Says `changed` when a resealing begins and ends. */
export const openChangedKeys = async (
  { workspace, older }: DeviceKeys,
  { store, workspaceId }: { readonly store: SyncStore; readonly workspaceId: string },
  changed: () => void,
): Promise<ChangedKeys> => {
  const hasOlder = older !== undefined && older.size > 0;
  let hasCleared = false;
  let resealedAt = (await store.get<string>(RESEALED)) ?? '';
  let isResealing = false;
  // What the server refuses now, it would refuse each time that all is in step: another run tries again.
  let triedAt = '';
  const turn = (is: boolean): void => {
    isResealing = is;
    changed();
  };
  return {
    codec: sealing({ ...workspace, older }, [KEYRING_ID], workspaceId),
    isRetired: () => resealedAt.startsWith(`${workspace.id}|`),
    offer: (keyring: Copy) => keepOffered(store, keyring.data as unknown as KeyringData),
    isResealing: () => isResealing,
    begun: async (sync) => {
      const before = await store.get<string>(SEALED_WITH);
      await store.set(SEALED_WITH, workspace.id);
      if (before !== undefined && before !== workspace.id) sync.compareAll();
    },
    inStep: async (sync) => {
      if (!hasCleared) await keepOffered(store, undefined);
      hasCleared = true;
      // A server that was put back has to be compared first, and brings old ones again.
      const now = `${workspace.id}|${await epochOf(store)}`;
      if (!hasOlder || isResealing || [resealedAt, triedAt].includes(now) || !sync.mayWrite()) return;
      turn(true);
      const how = await resealedBy(sync);
      if (how !== 'stopped') triedAt = now;
      if (how === 'done') await store.set(RESEALED, (resealedAt = now));
      turn(false);
    },
  };
};

/** When it stopped in the middle, it goes on the next time that all is in step. */
const resealedBy = (sync: Sync): Promise<'done' | 'refused' | 'stopped'> =>
  sync.reseal().then(
    (isDone) => (isDone ? 'done' : 'refused'),
    (error: unknown) => {
      reportBug('not all was sealed anew', error);
      return 'stopped';
    },
  );
