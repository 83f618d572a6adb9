import {
  createRxDatabase,
  type RxCollection,
  type RxDatabase,
  type RxJsonSchema,
} from 'rxdb/plugins/core';
import { NEWEST_BASE, type VolymRecord } from '#core/record/record.ts';
import { getRxStorageIndexedDb } from '#rx-storage-indexeddb/index.ts';

/** The one collection of a workspace. */
export type RecordCollection = RxCollection<VolymRecord>;

/** A workspace's database on this device. */
export type WorkspaceDatabase = RxDatabase<{ records: RecordCollection }>;

const indexed = (maxLength: number) => ({ type: 'string', maxLength }) as const;

/**
 * How records are stored. Version 0 forever: a bump takes a minute at 10,000 records and an older
 * app would see an empty collection. Kinds carry their own version in `data.v`; a new index means a
 * new database name.
 */
export const RECORD_SCHEMA: RxJsonSchema<VolymRecord> = {
  version: 0,
  primaryKey: 'id',
  type: 'object',
  properties: {
    id: indexed(64),
    kind: indexed(32),
    programme: { type: 'string' },
    parent: indexed(64),
    dueOn: indexed(10),
    newestFirst: { type: 'number', minimum: 0, maximum: NEWEST_BASE, multipleOf: 1 },
    updatedAt: { type: 'number' },
    updatedBy: { type: 'string' },
    trashedOn: { type: 'string' },
    data: { type: 'object', additionalProperties: true },
    steps: { type: 'array', items: { type: 'object', additionalProperties: true } },
    history: { type: 'array', items: { type: 'object', additionalProperties: true } },
    clashes: { type: 'array', items: { type: 'object', additionalProperties: true } },
  },
  required: ['id', 'kind', 'parent', 'dueOn', 'newestFirst', 'data'],
  indexes: [['kind', 'newestFirst'], ['kind', 'dueOn'], ['parent', 'kind'], 'newestFirst', 'dueOn'],
};

/** Name of a workspace's database on this device. */
export const databaseName = (workspaceId: string): string => `volym-${workspaceId}`;

/** Opens (or makes) the database of a workspace; several tabs share it. */
export const openDatabase = async (workspaceId: string): Promise<WorkspaceDatabase> => {
  const database = await createRxDatabase<{ records: RecordCollection }>({
    name: databaseName(workspaceId),
    storage: getRxStorageIndexedDb(),
    multiInstance: true,
  });
  await database.addCollections({ records: { schema: RECORD_SCHEMA } });
  return database;
};
