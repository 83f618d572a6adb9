import { KEYRING_ID } from '#workspace/rules/vault/keyring.ts';
import { keyringTrouble, type KeyringTrouble } from '#workspace/rules/vault/keyring-trouble.ts';
import { syncStoreOf } from '../../sync/server/connection.ts';
import { doubtedBoxes } from '../../sync/keys/offered-keyring.ts';
import { newerShown, refuseShown } from '../../sync/keys/shown-keyring.ts';
import { restartSync } from '../../sync/sync-line.ts';
import type { SyncStore } from '../../sync/sync-store.ts';
import type { OpenWorkspace } from '../../workspace/open-workspace.ts';
import { conditionOf } from '../../records/read-record.ts';
import { asKeyring, keyringIn } from './keyring-in.ts';
import { lastOpenedOf, type LastOpened } from '../last-opened.ts';
import { keyringWriter, putKeyringBack, type KeyringWriter } from './put-keyring-back.ts';

/**
 * What someone can refuse on the server while the sync waits: wraps that nobody vouches for, or a
 * keyring that claims to be a newer version's under a key that is not here.
 */
export type OfferTrouble = 'nobodys' | 'newer-there';

/** The state of the keyring, judged by what was opened on this device. */
export type KeyringStanding = {
  readonly trouble?: KeyringTrouble | OfferTrouble | undefined;
  /** The boxes that identify what the trouble is about, if someone can refuse it. */
  readonly boxes?: readonly string[] | undefined;
  /** Whether a keyring is kept here that can be put back: one that opened on this device. */
  readonly isKept?: boolean;
  /** Who wrote it last, as far as the record says. */
  readonly writer?: KeyringWriter | undefined;
  /** Which keys are in use, who made them and when, as written inside the wrap. */
  readonly inUse?: LastOpened['inUse'] | undefined;
};

type Here = Pick<OpenWorkspace, 'id' | 'records' | 'database'>;

/** Looks at the keyring that is in step. */
export const keyringStanding = async ({
  id,
  records,
  database,
}: Here): Promise<KeyringStanding> => {
  const last = await lastOpenedOf(id);
  const record = await records.get(KEYRING_ID);
  const isNewer = record?.kind === KEYRING_ID && conditionOf(record) === 'newer-version';
  const found = isNewer ? 'newer' : keyringTrouble(asKeyring(record), last);
  const offer = found === undefined ? await offerTrouble(syncStoreOf(id)) : undefined;
  const writer = found === undefined ? undefined : await keyringWriter(database.records);
  return { trouble: found, ...offer, isKept: last !== undefined, writer, inUse: last?.inUse };
};

const offerTrouble = async (
  store: SyncStore,
): Promise<Pick<KeyringStanding, 'trouble' | 'boxes'> | undefined> => {
  const newer = await newerShown(store);
  if (newer !== undefined) return { trouble: 'newer-there', boxes: [newer] };
  const boxes = await doubtedBoxes(store);
  return boxes.length === 0 ? undefined : { trouble: 'nobodys', boxes };
};

/**
 * Puts back what opened last on this device. `stays` if everything known here was put back, but the
 * trouble with the keyring remains: it was crowded before this device opened it, and the right wrap
 * is known only after the secret was tried on all of them.
 */
export const putBackHere = async ({
  id,
  records,
}: Pick<Here, 'id' | 'records'>): Promise<'done' | 'stays' | 'failed'> => {
  const last = await lastOpenedOf(id);
  if (last === undefined || !(await putKeyringBack(records, last)).ok) return 'failed';
  return keyringTrouble(await keyringIn(records), last) === undefined ? 'done' : 'stays';
};

/**
 * Someone says that neither a change of keys nor a newer version made what has these boxes on the
 * server: the sync continues, and overwrites it with what is here.
 */
export const refuseOffer = async (
  { id }: Pick<Here, 'id'>,
  boxes: readonly string[],
): Promise<void> => {
  await refuseShown(syncStoreOf(id), boxes);
  restartSync(id);
};
