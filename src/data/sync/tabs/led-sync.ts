import type { Clock } from '#platform/clock.ts';
import { onAwake } from '#platform/browser/awake.ts';
import { randomIndex } from '#platform/ids.ts';
import { loadMending } from '#programmes/upkeeps.ts';
import type { RecordCollection } from '../../records/database.ts';
import type { Records } from '../../records/records.ts';
import { mayChange, type Settings } from '../../device/settings.ts';
import { deviceKeysOf } from '../../vault/device-keys.ts';
import { useOlderKey } from '../../vault/keyring/newer-keys.ts';
import { lockAllTabs } from '../../vault/lock/lock-line.ts';
import { openChangedKeys } from '../keys/changed-keys.ts';
import { syncStoreOf, type Connection } from '../server/connection.ts';
import { databaseAt } from '../couch/database-at.ts';
import { keepingMoments, keptMoments } from '../kept-moments.ts';
import { askPolitely } from '../refused/ask-politely.ts';
import { hearingRole, keepRole, type Role } from '../server/role.ts';
import type { SyncStore } from '../sync-store.ts';
import { restartSync, type SyncWish } from '../sync-line.ts';
import { startSync, type Sync, type SyncParts } from '../sync.ts';
import type { TabStatus } from './tab-status.ts';
import { tellBy } from './telling.ts';

/** The workspace being synced. */
export type SyncedWorkspace = {
  readonly workspaceId: string;
  readonly collection: RecordCollection;
  readonly records: Pick<Records, 'get' | 'change'>;
  readonly clock: Clock;
  /** Know whether this device may change records. */
  readonly settings: Settings;
};

/** The sync of the one tab that does it. */
export type LedSync = { obey(wish: SyncWish): void; stop(): Promise<void> };

/** When this device last compared all with the server. */
const COMPARED_AT = 'compared-at';

/**
 * Whatever went wrong without a sign is found after this long (ms): a week, or when the clock went
 * back.
 */
const COMPARE_EVERY = 7 * 86_400_000;

const compareInTime = async (sync: Sync, store: SyncStore, now: number): Promise<void> => {
  const comparedAt = await store.get<number>(COMPARED_AT);
  if (comparedAt !== undefined && now >= comparedAt && now - comparedAt < COMPARE_EVERY) return;
  await store.set(COMPARED_AT, now);
  // A first run has compared all already.
  if (comparedAt !== undefined) sync.compareAll();
};

const randomPart = (): number => randomIndex(2 ** 32) / 2 ** 32;

/**
 * Starts the sync of a workspace in this tab, and reports its state. Throws if this device has no
 * key for it.
 */
export const leadSync = async (
  { workspaceId, collection, records, clock, settings }: SyncedWorkspace,
  connection: Connection,
  tell: (status: TabStatus) => void,
): Promise<LedSync> => {
  const keys = await deviceKeysOf(workspaceId);
  if (keys === undefined) throw new Error('this device has no key of the workspace');
  const store = syncStoreOf(workspaceId);
  const kept = await keptMoments(store);
  const openMending = await loadMending();
  let again = (): void => undefined;
  const parts = { store, workspaceId, records, turnTo: turning(workspaceId) };
  const changedKeys = await openChangedKeys(keys, parts, () => again());
  const asking = askingAt(connection, (role) => keepRole(settings, workspaceId, role));
  const sync = await startSync({
    collection,
    store,
    device: connection.device,
    random: randomPart,
    now: () => clock.now(),
    ...changedKeys,
    mayWrite: () => mayChange(settings.current.workspaces[workspaceId]),
    address: asking.address,
  });
  await changedKeys.begun(sync);
  await compareInTime(sync, store, clock.now());
  const [keepMoments, lock] = [keepingMoments(store, kept), lockingAtTheDoor(workspaceId)];
  const mending = openMending(collection, sync.mayWrite);
  const telling = tellBy(sync, { now: () => clock.now(), kept, changedKeys, mending }, (status) => {
    lock(status.state);
    tell(connection.kind === 'couch' ? atCouch(status) : status);
    keepMoments(status);
  });
  again = telling.again;
  const changes = collection.$.subscribe(telling.again);
  const { overOtherLine, stopTrying } = tryingInTime(sync, asking);
  const tryAll = (): void => (sync.sendRefused(), changedKeys.tryAgain(), overOtherLine());
  const wishes = { try: tryAll, look: telling.look, 'write-over': telling.writeOver };
  const ends = [
    stopTrying,
    onRightsGained(settings, sync),
    () => changes.unsubscribe(),
    mending.stop,
    telling.stop,
  ];
  return { obey: (wish) => void wishes[wish](), stop: () => stopping(sync, ends) };
};

const stopping = async (sync: Sync, ends: readonly (() => void)[]): Promise<void> => {
  for (const end of ends) end();
  await sync.stop();
};

/**
 * Tries again when the app becomes visible; when the network is back, even what is already on its
 * way and takes long.
 */
const tryingInTime = (sync: Sync, asking: Asking) => {
  const overOtherLine = (): void => (asking.again(), sync.lineChanged());
  return {
    overOtherLine,
    stopTrying: onAwake(() => (asking.again(), sync.tryNow()), overOtherLine),
  };
};

/**
 * Tries what waits once this device may change records, which it might not before. Returns how to
 * stop.
 */
const onRightsGained = (
  { changes$ }: Settings,
  { mayWrite, rightsChanged }: Sync,
): (() => void) => {
  let mightWrite = mayWrite();
  const heard = changes$.subscribe(() => {
    const isGained = mayWrite() && !mightWrite;
    mightWrite = mayWrite();
    if (isGained) rightsChanged();
  });
  return () => heard.unsubscribe();
};

const turning =
  (workspaceId: string) =>
  async (key: string): Promise<void> => {
    await useOlderKey(workspaceId, key);
    restartSync(workspaceId);
  };

/** The person holding the device may be the reason why it was removed. */
const lockingAtTheDoor = (workspaceId: string) => {
  let before: TabStatus['state'] = 'starting';
  return (state: TabStatus['state']): void => {
    if (state === 'not-let-in' && before !== 'not-let-in') lockAllTabs(workspaceId);
    before = state;
  };
};

type Asking = { readonly address: SyncParts['address']; again(): void };

/**
 * Our endpoint tells a device its role with each answer; a CouchDB may lock a user out after a few
 * wrong passwords.
 */
const askingAt = (connection: Connection, heard: (role: Role) => void): Asking => {
  const { url, authorization } = databaseAt(connection);
  const at = { url, authorization: () => authorization };
  if (connection.kind !== 'couch')
    return { address: { ...at, fetch: hearingRole(heard) }, again: () => undefined };
  const polite = askPolitely();
  const asking: typeof fetch = (address, asked) => polite.ask(() => fetch(address, asked));
  return { address: { ...at, fetch: asking }, again: polite.again };
};

/** A CouchDB shuts out no device: the password is another one, or the user may no more. */
const atCouch = (status: TabStatus): TabStatus =>
  status.state === 'not-let-in' ? { ...status, state: 'login-refused' } : status;
