import {
  RXDB_VERSION,
  addRxStorageMultiInstanceSupport,
  ensureRxStorageInstanceParamsAreCorrect,
  type RxStorage,
  type RxStorageInstanceCreationParams,
} from 'rxdb/plugins/core';
import { IndexedDbInstance, type IndexedDbInternals, type IndexedDbOptions } from './instance.ts';

/**
 * The name under which tabs tell each other what they wrote. It is that of RxDB's Dexie storage,
 * which lays out its databases alike: a tab with either hears of the other.
 */
const NAME = 'dexie';

/** RxDB's storage on IndexedDB itself. It opens what RxDB's Dexie storage wrote, and the reverse. */
export const getRxStorageIndexedDb = (
  options: IndexedDbOptions = {},
): RxStorage<IndexedDbInternals, IndexedDbOptions> => ({
  name: NAME,
  rxdbVersion: RXDB_VERSION,
  createStorageInstance: async <Doc>(
    params: RxStorageInstanceCreationParams<Doc, IndexedDbOptions>,
  ) => {
    ensureRxStorageInstanceParamsAreCorrect(params);
    const instance = new IndexedDbInstance<Doc>(nameOf(params), params, options);
    await instance.open();
    addRxStorageMultiInstanceSupport(NAME, params, instance);
    return instance;
  },
});

/** The name of the IndexedDB of a collection. */
const nameOf = <Doc>({
  databaseName,
  schema,
  collectionName,
}: RxStorageInstanceCreationParams<Doc, IndexedDbOptions>): string =>
  `rxdb-dexie-${databaseName}--${schema.version}--${collectionName}`;
