import type { RxStorage } from 'rxdb/plugins/core';
import { getRxStorageMemory, type RxStorageInstanceMemory } from 'rxdb/plugins/storage-memory';
import { Subject, takeUntil } from 'rxjs';
import { riseAbove } from '#rx-storage-indexeddb/writing.ts';

type Memory = ReturnType<typeof getRxStorageMemory>;

/**
 * One run of an app over a storage: when it is killed, nothing that it still does comes to
 * anything.
 */
export type Life = {
  readonly storage: RxStorage<unknown, unknown>;
  readonly isDead: () => boolean;
  die(): void;
  /** It dies right before the next write that RxDB gives this name. */
  dieBefore(write: string): void;
};

const never = new Promise<never>(() => undefined);

const WORKING = [
  'bulkWrite',
  'query',
  'count',
  'findDocumentsById',
  'cleanup',
  'close',
  'remove',
] as const;

let lives = 0;

/**
 * A memory that outlives the app on it, as a disk does: who is killed says no goodbye, and another
 * opens it again.
 */
export const mortalStorage = () => {
  const memory: Memory = getRxStorageMemory();
  // Each write is later than all before it, as on a device: RxDB finds by that what to send.
  const newest = new Map<string, number>();
  return {
    begin: (): Life => {
      const end$ = new Subject<void>();
      let isDead = false;
      let last: string | undefined;
      lives += 1;
      // RxDB lets no two databases of one name share a storage; the one before is still there for
      // it.
      const storage = {
        ...memory,
        name: `memory-${lives}`,
        createStorageInstance: async (params: Parameters<Memory['createStorageInstance']>[0]) => {
          const instance = (await memory.createStorageInstance(
            params as never,
          )) as RxStorageInstanceMemory<unknown>;
          for (const name of WORKING) {
            const work = (instance[name] as (...given: unknown[]) => Promise<unknown>).bind(
              instance,
            );
            Object.assign(instance, {
              [name]: (...given: unknown[]) => (isDead ? never : work(...given)),
            });
          }
          const write = instance.bulkWrite.bind(instance);
          instance.bulkWrite = (rows, context) => {
            if (last !== undefined && context === last) die();
            newest.set(
              params.collectionName,
              riseAbove(newest.get(params.collectionName) ?? 0, rows as never),
            );
            return write(rows, context);
          };
          const changes = instance.changeStream.bind(instance);
          instance.changeStream = () => changes().pipe(takeUntil(end$));
          return instance;
        },
      } as unknown as RxStorage<unknown, unknown>;
      const die = (): void => {
        isDead = true;
        end$.next();
      };
      return { storage, isDead: () => isDead, die, dieBefore: (name) => void (last = name) };
    },
    /** Forgets what a database held: RxDB keeps it for as long as the process lives. */
    forget: (database: string): void => {
      for (const key of memory.collectionStates.keys())
        if (key.startsWith(database)) memory.collectionStates.delete(key);
    },
  };
};
