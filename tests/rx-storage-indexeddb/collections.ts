import {
  fillWithDefaultSettings,
  type RxDocumentData,
  type RxJsonSchema,
  type RxStorage,
  type RxStorageInstance,
} from 'rxdb/plugins/core';

/** A document of a test: fields of its schema, of any plain value. */
export type Doc = Readonly<Record<string, unknown>>;

export type Stored = RxDocumentData<Doc>;
export type Instance = RxStorageInstance<Doc, unknown, unknown>;

const text = (maxLength = 20) => ({ type: 'string', maxLength }) as const;
const whole = { type: 'number', minimum: -1000, maximum: 1000, multipleOf: 1 } as const;

const filled = (schema: object): RxJsonSchema<Stored> =>
  fillWithDefaultSettings(schema as RxJsonSchema<Doc>) as unknown as RxJsonSchema<Stored>;

/** Schemas with indexes as an app has them, and some as only others have. */
export const SCHEMAS = {
  records: filled({
    version: 0,
    primaryKey: 'id',
    type: 'object',
    properties: { id: text(), a: text(), b: text(), n: whole, rest: { type: 'object' } },
    required: ['id', 'a', 'b', 'n'],
    indexes: [['a', 'n'], ['a', 'b'], ['b', 'a'], 'n', 'b'],
  }),
  'no index': filled({
    version: 0,
    primaryKey: 'id',
    type: 'object',
    properties: { id: text(), a: text(), b: text(), n: whole },
    required: ['id'],
  }),
  'fields that may be missing': filled({
    version: 0,
    primaryKey: 'id',
    type: 'object',
    properties: { id: text(), a: text(), b: text(), n: whole, on: { type: 'boolean' } },
    required: ['id', 'a'],
    indexes: [['a', 'b'], 'n', 'on'],
  }),
  'true and false, and fields in fields': filled({
    version: 0,
    primaryKey: 'id',
    type: 'object',
    properties: {
      id: text(),
      a: text(),
      on: { type: 'boolean' },
      in: {
        type: 'object',
        properties: { n: whole, on: { type: 'boolean' } },
        required: ['n', 'on'],
      },
    },
    required: ['id', 'a', 'on', 'in'],
    indexes: [['on', 'a'], 'in.n', ['in.on', 'in.n'], ['a', 'in.on']],
  }),
} as const;

let made = 0;

/** A collection that nothing else has. */
export const freshName = (): string => `idb-${Date.now().toString(36)}-${(made += 1)}`;

/** Opens a collection of a storage. */
export const open = (
  storage: RxStorage<never, never>,
  schema: RxJsonSchema<Stored>,
  { name = freshName(), token = freshName(), isShared = false } = {},
): Promise<Instance> =>
  storage.createStorageInstance<Doc>({
    databaseInstanceToken: token,
    databaseName: name,
    collectionName: 'docs',
    schema: schema as never,
    options: {} as never,
    multiInstance: isShared,
    devMode: false,
  }) as unknown as Promise<Instance>;

let clock = 1_700_000_000_000;

/** A state of a document, `height` writes after its first. */
export const state = (
  fields: Doc & { readonly id: string },
  height = 1,
  { isDeleted = false, lwt = (clock += 1) } = {},
): Stored =>
  ({
    ...fields,
    _deleted: isDeleted,
    _attachments: {},
    _meta: { lwt },
    _rev: `${height}-test`,
  }) as unknown as Stored;
