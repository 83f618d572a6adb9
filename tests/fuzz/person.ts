import { withToday, type LivedDay } from '#core/day/lived-days.ts';
import type { OpenedFile } from '#data/backup/read-file.ts';
import { FileRefused } from '#data/backup/refused.ts';
import { mergeBackup } from '#data/backup/restore-backup.ts';
import { contentOf } from '#data/merge/copy.ts';
import { openChangedKeys, type ChangedKeys } from '#data/sync/keys/changed-keys.ts';
import type { SyncState } from '#data/sync/status.ts';
import type { Sync } from '#data/sync/sync.ts';
import {
  openListsOfCodes,
  type ListsOfCodes,
} from '#programmes/apple-credit/work/code/lists-of-codes.ts';
import type { DeviceKeys } from '#data/vault/device-keys.ts';
import { NO_ATTEMPTS } from '#data/vault/lock/wrong-attempts.ts';
import { backupOf, batchesOf } from '#tests/factories/backup-files.ts';
import { openDevice, sharedKey, type Device } from '../data/sync/devices.ts';
import type { Model } from './model.ts';

/** Workspace keys, the one in use first. */
export type Ring = readonly { readonly id: string; readonly key: CryptoKey }[];

/** Another workspace key, as it is made when someone changes them. */
export const nextKey = async (ring: Ring): Promise<Ring[number]> => ({
  ...(await sharedKey()),
  id: `k${ring.length + 1}`,
});

type Shared = Omit<Parameters<typeof openDevice>[1], 'key'>;

/** Nobody here changes the keys while another does, or comes in by an old invitation. */
const neverTurns = (key: string): Promise<never> => Promise.reject(new Error(`turned to ${key}`));

/** What RxDB notes of a record after it wrote it, or the server took it. */
const WRITES = [
  'replication-down-write-meta',
  'replication-up-write-conflict-meta',
  'replication-up-write-meta',
];

/** Someone with a device: its keys, and how it syncs with them. */
export const openPerson = async (name: string, shared: Shared, first: Ring) => {
  // The server's last answer, kept over restarts.
  let onlyReads = false;
  const device: Device = await openDevice(name, {
    ...shared,
    key: first[0] as Ring[number],
    authorization: name,
    mayWrite: () => !onlyReads,
    heard: (role) => void (onlyReads = role === 'reader'),
  });
  let ring = first;
  let isDoomed = false;
  let lived: readonly LivedDay[] = [];
  let running:
    | { readonly sync: Sync; readonly changed: ChangedKeys; readonly lists: ListsOfCodes }
    | undefined;
  const begin = async (): Promise<void> => {
    if (running !== undefined) return;
    const [workspace, ...older] = ring;
    const keys = {
      workspace,
      older: new Map(older.map(({ id, key }) => [id, key])),
    } as unknown as DeviceKeys;
    const changed = await openChangedKeys(
      keys,
      { store: device.store, workspaceId: 'w', records: device.records, turnTo: neverTurns },
      () => undefined,
    );
    const sync = await device.connect({}, changed);
    running = { sync, changed, lists: openListsOfCodes(device.collection, device.mayWrite) };
    await changed.begun(sync);
  };
  const end = async (): Promise<void> => {
    running?.lists.stop();
    running = undefined;
    await device.disconnect();
  };
  /** The app is gone in the middle of whatever it does. */
  const kill = async (): Promise<void> => {
    isDoomed = false;
    running?.lists.stop();
    running = undefined;
    await device.kill();
    await begin();
  };
  const state = (): SyncState | undefined => {
    let now: SyncState | undefined;
    running?.sync.status$.subscribe((status) => (now = status.state)).unsubscribe();
    return now;
  };
  return {
    device,
    begin,
    restart: async () => (await end(), await begin()),
    kill,
    /**
     * It is gone as soon as it comes between two writes of RxDB's that belong together; until it is
     * used again it stays so.
     */
    killBetween: async (at: number): Promise<void> => {
      isDoomed = true;
      device.dieBefore(WRITES[at % WRITES.length] as string);
      for (let ms = 0; ms < 30 && !device.isDead(); ms += 1)
        await new Promise((resolve) => setTimeout(resolve, 1));
    },
    /** Somebody opens the app, which may be gone. */
    open: async (): Promise<void> => (isDoomed ? kill() : undefined),
    /** Opens the keyring with the passphrase, and has all keys from now on. */
    learn: async (keys: Ring): Promise<void> => {
      if (keys.length === ring.length) return;
      ring = keys;
      await end();
      await begin();
    },
    tryNow: () => running?.sync.tryNow(),
    compareAll: () => running?.sync.compareAll(),
    waiting: async (): Promise<number> => (await running?.sync.waiting(999)) ?? 0,
    /** A backup of all that is here, as a file. */
    backUp: async (): Promise<OpenedFile> => {
      const found = await device.collection.find().exec();
      const records = found
        .map((document) => contentOf(document.toMutableJSON()))
        .toSorted((a, b) => (a.id < b.id ? -1 : 1));
      return (await backupOf(batchesOf(records))).opened;
    },
    /** Merges such a file into what is here; refused on a device that only reads. */
    takeIn: (file: OpenedFile): Promise<void> =>
      mergeBackup(
        file,
        device.collection,
        { person: name, name: 'Nordby', wrong: NO_ATTEMPTS, onlyReads },
        { bringsBack: true },
      ).catch((error: unknown) => {
        if (!(error instanceof FileRefused && onlyReads)) throw error;
      }),
    /** Looks for what has been in the trash for its time, as the app does once a day. */
    sweep: async (model: Model): Promise<void> => {
      const { today } = device.doing();
      lived = withToday(lived, today);
      await model.sweep(device, lived);
    },
    /**
     * Nothing waits, and the server said so; then lists are written again and what older keys
     * sealed is sealed again, as the app does it.
     */
    isInStep: async (): Promise<boolean> => {
      if (running === undefined || state() !== 'in-step') return false;
      if ((await running.sync.waiting(1)) > 0) return false;
      const mended = await running.lists.mend();
      await running.changed.inStep(running.sync);
      return mended.length === 0;
    },
    /** What this device set aside or cannot read. */
    odd: (): string[] => [
      ...[...(running?.sync.aside.keys() ?? [])].map((id) => `aside on ${name}: ${id}`),
      ...[...(running?.sync.unreadable ?? [])].map((id) => `unreadable on ${name}: ${id}`),
    ],
    state,
    close: () => (running?.lists.stop(), device.close()),
  };
};

/** A person of a round. */
export type Person = Awaited<ReturnType<typeof openPerson>>;
