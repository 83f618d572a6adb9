import type { RxStorage, RxStorageInstance } from 'rxdb/plugins/core';
import { Subject, takeUntil } from 'rxjs';
import { memoryDisk, type Disk } from './disk.ts';

type Storage = RxStorage<unknown, unknown>;
type Instance = RxStorageInstance<unknown, unknown, unknown>;

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
 * A storage that outlives the app on it, as a disk does: who is killed says no goodbye, and another
 * opens it again.
 */
export const mortalStorage = ({ storage: kept, forget }: Disk = memoryDisk()) => ({
  begin: (): Life => {
    const end$ = new Subject<void>();
    let isDead = false;
    let last: string | undefined;
    lives += 1;
    // RxDB lets no two databases of one name share a storage; the one before is still there for
    // it.
    const storage = {
      ...kept,
      name: `${kept.name}-${lives}`,
      createStorageInstance: async (params: Parameters<Storage['createStorageInstance']>[0]) => {
        const instance: Instance = await kept.createStorageInstance(params);
        for (const name of WORKING) {
          const work = (instance[name] as (...given: unknown[]) => Promise<unknown>).bind(instance);
          Object.assign(instance, {
            [name]: (...given: unknown[]) => (isDead ? never : work(...given)),
          });
        }
        const write = instance.bulkWrite.bind(instance);
        instance.bulkWrite = (rows, context) => {
          if (last !== undefined && context === last) die();
          return write(rows, context);
        };
        const changes = instance.changeStream.bind(instance);
        instance.changeStream = () => changes().pipe(takeUntil(end$));
        return instance;
      },
    } as unknown as Storage;
    const die = (): void => {
      isDead = true;
      end$.next();
    };
    return { storage, isDead: () => isDead, die, dieBefore: (name) => void (last = name) };
  },
  /** Removes what a database held. */
  forget,
});
