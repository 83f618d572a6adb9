import fc from 'fast-check';
import {
  getChangedDocumentsSince,
  getQueryMatcher,
  getSortComparator,
  normalizeMangoQuery,
  prepareQuery,
  type RxStorage,
} from 'rxdb/plugins/core';
import { getRxStorageDexie } from 'rxdb/plugins/storage-dexie';
import { getRxStorageMemory } from 'rxdb/plugins/storage-memory';
import { expect, onTestFinished, test } from 'vitest';
import { IS_LONG } from '#tests/factories/long-run.ts';
import { getRxStorageIndexedDb } from '#rx-storage-indexeddb/index.ts';
import { answerOf, completed } from '#rx-storage-indexeddb/requests.ts';
import { SCHEMAS, freshName, open, state, type Instance, type Stored } from './collections.ts';

type SchemaName = keyof typeof SCHEMAS;

/** For each schema. By hand it once was 2,500, ten thousand in all. */
const RUNS = IS_LONG ? 250 : 50;

const TEXTS = ['', 'a', 'aa', 'b', 'ä', 'z', '|', '__', 'Ω'];
const IDS = Array.from({ length: 14 }, (_, at) => `id-${at}`);

const text = fc.constantFrom(...TEXTS);
const number = fc.integer({ min: -4, max: 4 });

/** Names with `__` come back with `|`: the README says not to use them. */
const anything = fc
  .jsonValue({ maxDepth: 2 })
  .filter((value) => !JSON.stringify(value).includes('__'));

const FIELDS: Readonly<Record<SchemaName, fc.Arbitrary<Record<string, unknown>>>> = {
  records: fc.record(
    {
      a: text,
      b: text,
      n: number,
      rest: fc.dictionary(fc.constantFrom('|x', 'z', 'a.b'), anything),
    },
    { requiredKeys: ['a', 'b', 'n'] },
  ),
  'no index': fc.record({ a: text, b: text, n: number }, { requiredKeys: [] }),
  'fields that may be missing': fc.record(
    { a: text, b: text, n: number, on: fc.boolean() },
    { requiredKeys: ['a'] },
  ),
  'true and false, and fields in fields': fc.record({
    a: text,
    on: fc.boolean(),
    in: fc.record({ n: number, on: fc.boolean() }),
  }),
};

const conditionOn = (value: fc.Arbitrary<unknown>): fc.Arbitrary<object> =>
  fc.oneof(
    ...['$eq', '$ne', '$gt', '$gte', '$lt', '$lte'].map((name) =>
      value.map((asked) => ({ [name]: asked })),
    ),
    fc.tuple(value, value).map(([from, to]) => ({ $gte: from, $lt: to })),
    fc.tuple(value, value).map(([from, to]) => ({ $gt: from, $lte: to })),
    fc.array(value, { maxLength: 4 }).map((values) => ({ $in: values })),
    fc
      .tuple(
        fc.array(value, { maxLength: 4 }),
        value,
        fc.constantFrom('$gt', '$gte', '$lt', '$lte'),
      )
      .map(([values, bound, name]) => ({ $in: values, [name]: bound })),
    fc.array(value, { maxLength: 2 }).map((values) => ({ $nin: values })),
    fc.boolean().map((isThere) => ({ $exists: isThere })),
  );

const CONDITIONS: Readonly<Record<SchemaName, Readonly<Record<string, fc.Arbitrary<object>>>>> =
  (() => {
    const id = conditionOn(fc.constantFrom(...IDS));
    const [a, b, n] = [conditionOn(text), conditionOn(text), conditionOn(number)];
    const on = fc.oneof(
      fc.boolean().map(($eq) => ({ $eq })),
      fc.boolean().map(($ne) => ({ $ne })),
    );
    return {
      records: { id, a, b, n },
      'no index': { id, a, b, n },
      'fields that may be missing': { id, a, b, n, on },
      'true and false, and fields in fields': { id, a, on, 'in.n': n, 'in.on': on },
    };
  })();

const queryOf = (name: SchemaName): fc.Arbitrary<object> => {
  const conditions = CONDITIONS[name];
  const plain = fc.record(conditions, { requiredKeys: [] });
  const paths = Object.keys(conditions);
  return fc.record(
    {
      selector: fc.oneof(
        { arbitrary: plain, weight: 6 },
        {
          arbitrary: fc.tuple(plain, plain).map(([one, other]) => ({ $or: [one, other] })),
          weight: 1,
        },
      ),
      sort: fc
        .uniqueArray(fc.tuple(fc.constantFrom(...paths), fc.constantFrom('asc', 'desc')), {
          maxLength: 2,
          selector: ([path]) => path,
        })
        .map((parts) => parts.map(([path, way]) => ({ [path]: way }))),
      skip: fc.nat({ max: 3 }),
      limit: fc.nat({ max: 6 }),
      isDeletedToo: fc.boolean(),
      // One that the database does not have: it is the store itself.
      index: fc.constant(['_deleted', 'id']),
    },
    { requiredKeys: ['selector'] },
  );
};

type Write = {
  readonly id: string;
  readonly fields: Record<string, unknown>;
  readonly isDeleted: boolean;
  /** Whether it builds on what is stored, or on nothing, or on something else. */
  readonly on: 'stored' | 'nothing' | 'other';
};

const writesOf = (name: SchemaName): fc.Arbitrary<readonly Write[]> =>
  fc.uniqueArray(
    fc.record({
      id: fc.constantFrom(...IDS),
      fields: FIELDS[name],
      isDeleted: fc.boolean().map((value) => value),
      on: fc.constantFrom('stored', 'stored', 'stored', 'nothing', 'other') as fc.Arbitrary<
        Write['on']
      >,
    }),
    { selector: ({ id }) => id, minLength: 1, maxLength: 12 },
  );

type Step =
  | { readonly write: readonly Write[] }
  | { readonly query: object }
  | { readonly ids: readonly string[]; readonly isDeletedToo: boolean }
  | { readonly since: number; readonly most: number };

const stepsOf = (name: SchemaName): fc.Arbitrary<readonly Step[]> =>
  fc.array(
    fc.oneof(
      { arbitrary: writesOf(name).map((write) => ({ write })), weight: 3 },
      { arbitrary: queryOf(name).map((query) => ({ query })), weight: 6 },
      {
        arbitrary: fc.record({
          ids: fc.uniqueArray(fc.constantFrom(...IDS), { maxLength: 14 }),
          isDeletedToo: fc.boolean(),
        }),
        weight: 1,
      },
      {
        arbitrary: fc.record({ since: fc.nat({ max: 20 }), most: fc.integer({ min: 1, max: 9 }) }),
        weight: 1,
      },
    ),
    { minLength: 3, maxLength: 14 },
  ) as fc.Arbitrary<readonly Step[]>;

/** The same collection in each storage. */
type Opened = { readonly own: Instance; readonly others: readonly Instance[] };

/** Collections of one schema in this storage and in RxDB's own, empty again for each run. */
const collectionsOf = async (name: SchemaName) => {
  const schema = SCHEMAS[name];
  const inStorage = (storage: unknown, where = {}) =>
    open(storage as RxStorage<never, never>, schema, where);
  const [ownName, dexieName] = [freshName(), freshName()];
  const own = await inStorage(getRxStorageIndexedDb(), { name: ownName });
  // It takes no index over a field that may be missing.
  const isForDexie = name !== 'fields that may be missing';
  const dexie = isForDexie ? await inStorage(getRxStorageDexie(), { name: dexieName }) : undefined;
  const emptyOwn = await emptierOf(ownName);
  const emptyDexie = isForDexie ? await emptierOf(dexieName) : undefined;
  return {
    /** Dexie's, which is the slowest, in some runs only. */
    forRun: async (isWithDexie: boolean): Promise<Opened> => {
      const memory = await inStorage(getRxStorageMemory());
      await emptyOwn();
      if (!isWithDexie || dexie === undefined) return { own, others: [memory] };
      await emptyDexie?.();
      return { own, others: [memory, dexie] };
    },
    remove: () => Promise.all([own.remove(), dexie?.remove()]),
  };
};

/** Empties a collection past its storage. */
const emptierOf = async (name: string): Promise<() => Promise<void>> => {
  const database = await answerOf(indexedDB.open(`rxdb-dexie-${name}--0--docs`));
  database.onversionchange = () => database.close();
  return async () => {
    const transaction = database.transaction('docs', 'readwrite');
    transaction.objectStore('docs').clear();
    await completed(transaction);
  };
};

const byId = (documents: readonly Stored[]): readonly Stored[] =>
  documents.toSorted((a, b) => (String(a['id']) < String(b['id']) ? -1 : 1));

const heightOf = ({ _rev: revision }: Stored): number => Number(revision.split('-')[0]);

const rowOf = ({ id, fields, isDeleted, on }: Write, stored: Stored | undefined) => {
  const document = state({ ...fields, id }, stored === undefined ? 1 : heightOf(stored) + 1, {
    isDeleted,
  });
  const previous = on === 'stored' ? stored : state({ ...fields, id }, 77);
  return on === 'nothing' || previous === undefined ? { document } : { previous, document };
};

/** What every storage answers to the same step must be the same; `model` holds what is stored. */
const take = async (opened: Opened, name: SchemaName, model: Map<string, Stored>, step: Step) => {
  const each = <T>(ask: (instance: Instance) => Promise<T>) =>
    Promise.all([opened.own, ...opened.others].map(ask));
  if ('write' in step) {
    const rows = step.write.map((write) => rowOf(write, model.get(write.id)));
    const [own, ...others] = await each(async (instance) => {
      const { error } = await instance.bulkWrite(structuredClone(rows), 'test');
      return error
        .map(({ documentId, status, ...more }) => ({
          documentId,
          status,
          documentInDb: 'documentInDb' in more ? more.documentInDb : undefined,
        }))
        .toSorted((a, b) => (a.documentId < b.documentId ? -1 : 1));
    });
    for (const other of others) expect(own).toEqual(other);
    const refused = new Set(own?.map(({ documentId }) => documentId));
    for (const { document } of rows)
      if (!refused.has(String(document['id']))) model.set(String(document['id']), document);
  } else if ('ids' in step) {
    const [own, ...others] = await each(async (instance) =>
      byId(await instance.findDocumentsById([...step.ids], step.isDeletedToo)),
    );
    for (const other of others) expect(own).toEqual(other);
  } else if ('since' in step) {
    const all = [...model.values()].toSorted((a, b) => a._meta.lwt - b._meta.lwt);
    const from = all[step.since];
    const asked = from && { id: String(from['id']), lwt: from._meta.lwt };
    const answer = await getChangedDocumentsSince(opened.own, step.most, asked as never);
    const wanted = all.filter(({ _meta: { lwt } }) => lwt > (asked?.lwt ?? 0)).slice(0, step.most);
    expect(answer?.documents).toEqual(wanted);
    const last = wanted.at(-1);
    expect(answer?.checkpoint).toEqual(
      last === undefined ? (asked ?? { id: '', lwt: 0 }) : { id: last['id'], lwt: last._meta.lwt },
    );
  } else await query(opened, name, model, step.query);
};

const query = async (
  { own: storage }: Opened,
  name: SchemaName,
  model: Map<string, Stored>,
  asked: object,
) => {
  const schema = SCHEMAS[name];
  const { isDeletedToo, selector, ...more } = asked as {
    readonly isDeletedToo?: boolean;
    readonly selector: object;
  };
  const mango = normalizeMangoQuery(schema, {
    ...more,
    selector: isDeletedToo === true ? selector : { ...selector, _deleted: { $eq: false } },
  } as never);
  const prepared = prepareQuery(schema, structuredClone(mango));
  const wanted = [...model.values()]
    .filter(getQueryMatcher(schema, mango))
    .toSorted(getSortComparator(schema, mango))
    .slice(mango.skip, mango.skip + (mango.limit ?? Infinity));
  const { documents } = await storage.query(prepared);
  expect(documents).toEqual(wanted);
  expect((await storage.count(prepared)).count).toBe(wanted.length);
};

for (const name of Object.keys(SCHEMAS) as SchemaName[])
  test(`X7: the storage answers as RxDB’s own do, whatever is asked of it (${name})`, async () => {
    const collections = await collectionsOf(name);
    onTestFinished(async () => void (await collections.remove()));
    await fc.assert(
      fc.asyncProperty(stepsOf(name), fc.integer({ min: 0, max: 4 }), async (steps, some) => {
        const opened = await collections.forRun(some === 0);
        const model = new Map<string, Stored>();
        for (const step of steps) await take(opened, name, model, step);
        await opened.others[0]?.remove();
      }),
      { numRuns: RUNS },
    );
  });
