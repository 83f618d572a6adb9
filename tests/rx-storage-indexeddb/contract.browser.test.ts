import {
  getChangedDocumentsSince,
  getPseudoSchemaForVersion,
  normalizeMangoQuery,
  now,
  prepareQuery,
  stackCheckpoints,
  type RxStorage,
  type RxStorageChangeEvent,
} from 'rxdb/plugins/core';
import { getRxStorageDexie } from 'rxdb/plugins/storage-dexie';
import { describe, expect, onTestFinished, test } from 'vitest';
import { getRxStorageIndexedDb } from '#rx-storage-indexeddb/index.ts';
import { SCHEMAS, freshName, open, state, type Instance, type Stored } from './collections.ts';

// What RxDB asks of every storage in its own suite,
// and of its Dexie storage beside this one, so that a test which asks too much is found.

type Storage = RxStorage<never, never>;

const CONTEXT = 'contract';

const ids = (documents: readonly Stored[]): string[] => documents.map(({ id }) => String(id));

const preparedFor = (instance: Instance, asked: object) =>
  prepareQuery(instance.schema, normalizeMangoQuery(instance.schema, asked as never));

const LIVE = { selector: { _deleted: { $eq: false } } };

const eventsOf = (instance: Instance): RxStorageChangeEvent<Stored>[] => {
  const events: RxStorageChangeEvent<Stored>[] = [];
  instance.changeStream().subscribe((bulk) => void events.push(...(bulk.events as never[])));
  return events;
};

describe.each([
  ['this storage', () => getRxStorageIndexedDb() as unknown as Storage],
  ['RxDB’s Dexie storage', () => getRxStorageDexie() as unknown as Storage],
])('X7: %s', (_, storage) => {
  const fresh = async (schema = SCHEMAS.records, where = {}): Promise<Instance> => {
    const instance = await open(storage(), schema, where);
    onTestFinished(() => instance.close());
    return instance;
  };

  test('opens and closes, again and again', async () => {
    const instance = await fresh();
    await instance.close();
    await instance.close();
  });

  test('opens twenty collections at once', async () => {
    const opened = await Promise.all(Array.from({ length: 20 }, () => fresh()));
    expect(new Set(opened).size).toBe(20);
  });

  test('writes, and finds by id what it wrote', async () => {
    const instance = await fresh();
    const document = state({ id: 'x', a: 'a', b: 'b', n: 1, rest: { '|x': [null, { y: 1 }] } });
    expect(await instance.bulkWrite([{ document: structuredClone(document) }], CONTEXT)).toEqual({
      error: [],
    });
    expect(await instance.findDocumentsById(['x', 'y'], false)).toEqual([document]);
  });

  test('refuses what does not build on the stored state, and hands that over as it was written', async () => {
    const instance = await fresh();
    const document = state({ id: 'x', a: 'a', b: 'b', n: 1 });
    await instance.bulkWrite([{ document: structuredClone(document) }], CONTEXT);
    const { error } = await instance.bulkWrite([{ document: structuredClone(document) }], CONTEXT);
    expect(error).toMatchObject([{ status: 409, documentId: 'x', documentInDb: document }]);
    const [refused] = error;
    expect(refused !== undefined && 'documentInDb' in refused ? refused.documentInDb : {}).toEqual(
      document,
    );
  });

  test('of two insertions at the same time the first is written and the second refused', async () => {
    const instance = await fresh();
    const [first, second] = await Promise.all(
      ['first', 'second'].map((a) =>
        instance.bulkWrite([{ document: state({ id: 'x', a, b: '', n: 0 }) }], CONTEXT),
      ),
    );
    expect([first?.error.length, second?.error.length]).toEqual([0, 1]);
    expect(await instance.findDocumentsById(['x'], false)).toMatchObject([{ a: 'first' }]);
  });

  test('writes what is right of a bulk and refuses the rest', async () => {
    const instance = await fresh();
    const there = state({ id: 'x', a: '', b: '', n: 0 });
    await instance.bulkWrite([{ document: structuredClone(there) }], CONTEXT);
    const { error } = await instance.bulkWrite(
      ['w', 'x', 'y'].map((id) => ({ document: state({ id, a: 'new', b: '', n: 0 }) })),
      CONTEXT,
    );
    expect(error.map(({ documentId }) => documentId)).toEqual(['x']);
    const stored = await instance.findDocumentsById(['w', 'x', 'y'], false);
    expect(stored.map(({ id, a }) => `${String(id)} ${String(a)}`).toSorted()).toEqual([
      'w new',
      'x ',
      'y new',
    ]);
  });

  test('deletes, brings back only on the deleted state, and changes what is deleted', async () => {
    const instance = await fresh();
    const [first, deleted, changed, back] = [
      state({ id: 'x', a: '1', b: '', n: 0 }),
      state({ id: 'x', a: '2', b: '', n: 0 }, 2, { isDeleted: true }),
      state({ id: 'x', a: '3', b: '', n: 0 }, 3, { isDeleted: true }),
      state({ id: 'x', a: '4', b: '', n: 0 }, 4),
    ];
    const write = (document: Stored, previous?: Stored) =>
      instance.bulkWrite(
        structuredClone([previous === undefined ? { document } : { previous, document }]),
        CONTEXT,
      );
    await write(first);
    await write(deleted, first);
    expect(await instance.findDocumentsById(['x'], false)).toEqual([]);
    expect(await instance.findDocumentsById(['x'], true)).toEqual([deleted]);
    expect((await instance.query(preparedFor(instance, LIVE))).documents).toEqual([]);
    await write(changed, deleted);
    expect(await instance.findDocumentsById(['x'], true)).toEqual([changed]);
    expect((await write(back)).error).toHaveLength(1);
    expect((await write(back, changed)).error).toEqual([]);
    expect(await instance.findDocumentsById(['x'], false)).toEqual([back]);
  });

  test('drops a field that is left out, and keeps what is only in the meta', async () => {
    const instance = await fresh(SCHEMAS['no index']);
    const first = state({ id: 'x', a: 'a' });
    const second = {
      ...state({ id: 'x' }, 2),
      _meta: { lwt: first._meta.lwt + 1, own: 1 },
    } as Stored;
    await instance.bulkWrite(structuredClone([{ document: first }]), CONTEXT);
    await instance.bulkWrite(structuredClone([{ previous: first, document: second }]), CONTEXT);
    expect(await instance.findDocumentsById(['x'], false)).toEqual([second]);
  });

  test('may go up several revisions at once', async () => {
    const instance = await fresh();
    const first = state({ id: 'x', a: '', b: '', n: 0 });
    const fifth = state({ id: 'x', a: '', b: '', n: 1 }, 5);
    await instance.bulkWrite(structuredClone([{ document: first }]), CONTEXT);
    await instance.bulkWrite(structuredClone([{ previous: first, document: fifth }]), CONTEXT);
    expect(await instance.findDocumentsById(['x'], false)).toEqual([fifth]);
  });

  test('names of key compression come back as they were written', async () => {
    const schema = {
      ...SCHEMAS.records,
      properties: { ...SCHEMAS.records.properties, '|a': { type: 'string', maxLength: 9 } },
      required: ['id', '|a', '_deleted', '_rev', '_meta', '_attachments'],
      indexes: [
        ['_deleted', '|a', 'id'],
        ['_meta.lwt', 'id'],
      ],
    } as unknown as typeof SCHEMAS.records;
    const instance = await fresh(schema);
    const document = state({ id: 'x', '|a': 'v', deep: [{ '|b': { '|c': 1 } }] });
    await instance.bulkWrite(structuredClone([{ document }]), CONTEXT);
    expect(await instance.findDocumentsById(['x'], false)).toEqual([document]);
    const asked = preparedFor(instance, {
      selector: { '|a': { $eq: 'v' }, _deleted: { $eq: false } },
    });
    expect((await instance.query(asked)).documents).toEqual([document]);
  });

  test('a schema that asks for key compression or encryption without its plugin is refused', async () => {
    const schema = getPseudoSchemaForVersion<never>(0, 'key' as never);
    await expect(fresh({ ...schema, keyCompression: true } as never)).rejects.toThrow(/UT5/);
    await expect(fresh({ ...schema, attachments: { encrypted: true } } as never)).rejects.toThrow(
      /UT6/,
    );
  });

  test('hands the changes over in pages, each once, and the same checkpoint at the end', async () => {
    const instance = await fresh();
    const first = Array.from({ length: 12 }, (_, at) =>
      state({ id: `x${at}`, a: '', b: '', n: at }),
    );
    await instance.bulkWrite(structuredClone(first.map((document) => ({ document }))), CONTEXT);
    const pages: string[][] = [];
    let checkpoint: { readonly id: string; readonly lwt: number } | undefined;
    for (let page = 0; page < 4; page += 1) {
      const answer = await changesSince(instance, 5, checkpoint);
      pages.push(ids(answer.documents));
      checkpoint = answer.checkpoint;
    }
    expect(pages.map(({ length }) => length)).toEqual([5, 5, 2, 0]);
    expect(pages.flat()).toEqual(ids(first));
    const again = await changesSince(instance, 5, checkpoint);
    expect(again).toEqual({ documents: [], checkpoint });
    const deleted = state({ id: 'x3', a: '', b: '', n: 3 }, 2, { isDeleted: true });
    await instance.bulkWrite(
      structuredClone([{ previous: first[3], document: deleted }]) as never,
      CONTEXT,
    );
    expect((await changesSince(instance, 5, checkpoint)).documents).toEqual([deleted]);
  });

  test('tells of each write before it answers, with a checkpoint after which nothing is left', async () => {
    const instance = await fresh();
    const checkpoints: object[] = [];
    const contexts: string[] = [];
    instance.changeStream().subscribe(({ checkpoint, context }) => {
      checkpoints.push(checkpoint as object);
      contexts.push(context);
    });
    const events = eventsOf(instance);
    const first = state({ id: 'x', a: '', b: '', n: 0 });
    await instance.bulkWrite(structuredClone([{ document: first }]), CONTEXT);
    expect(events).toMatchObject([{ operation: 'INSERT', documentId: 'x', documentData: first }]);
    const second = state({ id: 'x', a: '', b: '', n: 1 }, 2);
    await instance.bulkWrite(structuredClone([{ previous: first, document: second }]), CONTEXT);
    const third = state({ id: 'x', a: '', b: '', n: 1 }, 3, { isDeleted: true });
    await instance.bulkWrite(structuredClone([{ previous: second, document: third }]), CONTEXT);
    expect(events.map(({ operation }) => operation)).toEqual(['INSERT', 'UPDATE', 'DELETE']);
    expect(events.at(-1)?.previousDocumentData).toEqual(second);
    await instance.bulkWrite(
      Array.from({ length: 10 }, (_, at) => ({
        document: state({ id: `y${at}`, a: '', b: '', n: at }, 1, { lwt: now() }),
      })),
      CONTEXT,
    );
    expect(new Set(contexts)).toEqual(new Set([CONTEXT]));
    const stacked = stackCheckpoints(checkpoints as never) as never;
    expect((await changesSince(instance, 100, stacked)).documents).toEqual([]);
  });

  test('tells of nothing where all was refused', async () => {
    const instance = await fresh();
    const document = state({ id: 'x', a: '', b: '', n: 0 });
    await instance.bulkWrite(structuredClone([{ document }]), CONTEXT);
    const events = eventsOf(instance);
    await instance.bulkWrite(structuredClone([{ document }]), CONTEXT);
    expect(events).toEqual([]);
  });

  test('keeps attachments beside the documents, and drops them with these', async () => {
    const instance = await fresh({ ...SCHEMAS['no index'], attachments: {} } as never);
    const file = (text: string, digest: string) => ({
      digest,
      length: text.length,
      type: 'text/plain',
      data: new Blob([text], { type: 'text/plain' }),
    });
    const bare = ({ data, ...told }: ReturnType<typeof file>) => (void data, told);
    const one = file('one', 'd1');
    const first = { ...state({ id: 'x' }), _attachments: { one } } as unknown as Stored;
    await instance.bulkWrite([{ document: first }], CONTEXT);
    const stored = { ...first, _attachments: { one: bare(one) } } as Stored;
    expect(await instance.findDocumentsById(['x'], false)).toEqual([stored]);
    expect(await (await instance.getAttachmentData('x', 'one', 'd1')).text()).toBe('one');
    const two = file('two', 'd2');
    const second = {
      ...state({ id: 'x' }, 2),
      _attachments: { one: bare(one), two },
    } as unknown as Stored;
    await instance.bulkWrite([{ previous: stored, document: second }], CONTEXT);
    expect(await (await instance.getAttachmentData('x', 'one', 'd1')).text()).toBe('one');
    expect(await (await instance.getAttachmentData('x', 'two', 'd2')).text()).toBe('two');
    const storedSecond = {
      ...second,
      _attachments: { one: bare(one), two: bare(two) },
    } as unknown as Stored;
    const deleted = state({ id: 'x' }, 3, { isDeleted: true });
    await instance.bulkWrite([{ previous: storedSecond, document: deleted }], CONTEXT);
    await expect(instance.getAttachmentData('x', 'one', 'd1')).rejects.toThrow();
  });

  test('finds what is among values and within a bound, whichever is said first', async () => {
    const instance = await fresh();
    await instance.bulkWrite(
      ['a', 'b', 'c'].map((a) => ({ document: state({ id: a, a, b: '', n: 0 }) })),
      CONTEXT,
    );
    const foundBy = async (a: object) => {
      const selector = { _deleted: { $eq: false }, a };
      const prepared = preparedFor(instance, { selector, index: ['_deleted', 'a', 'n', 'id'] });
      return [
        ids((await instance.query(prepared)).documents),
        (await instance.count(prepared)).count,
      ];
    };
    expect(await foundBy({ $in: ['a', 'b'], $gt: 'a' })).toEqual([['b'], 1]);
    expect(await foundBy({ $gt: 'a', $in: ['a', 'b'] })).toEqual([['b'], 1]);
    expect(await foundBy({ $in: ['a', 'b'], $lt: 'b' })).toEqual([['a'], 1]);
  });

  test('sweeps away what was deleted long enough ago, and nothing else', async () => {
    const instance = await fresh();
    const document = state({ id: 'x', a: '', b: '', n: 0 }, 1, { lwt: now() - 10_000 });
    const kept = state({ id: 'kept', a: '', b: '', n: 0 }, 1, { lwt: now() - 10_000 });
    await instance.bulkWrite(structuredClone([{ document }, { document: kept }]), CONTEXT);
    const deleted = state({ id: 'x', a: '', b: '', n: 0 }, 2, {
      isDeleted: true,
      lwt: now() - 5000,
    });
    await instance.bulkWrite(structuredClone([{ previous: document, document: deleted }]), CONTEXT);
    await sweepAll(instance, 3_600_000);
    expect(await instance.findDocumentsById(['x'], true)).toHaveLength(1);
    await sweepAll(instance, 0);
    expect(ids(await instance.findDocumentsById(['x', 'kept'], true))).toEqual(['kept']);
  });

  test('sweeps to the end among thousands that were deleted a moment ago', async () => {
    const instance = await fresh();
    const all = Array.from({ length: 2_500 }, (_, at) => `x${String(at).padStart(4, '0')}`);
    const old = ['x0000', 'x1200', 'x2499'];
    const gone = (id: string) =>
      state({ id, a: '', b: '', n: 0 }, 1, {
        isDeleted: true,
        lwt: now() - (old.includes(id) ? 7_200_000 : 0),
      });
    await instance.bulkWrite(
      all.map((id) => ({ document: gone(id) })),
      CONTEXT,
    );
    await sweepAll(instance, 3_600_000);
    const left = ids(await instance.findDocumentsById(all, true));
    expect(left.toSorted()).toEqual(all.filter((id) => !old.includes(id)));
    await sweepAll(instance, -1_000);
    expect(await instance.findDocumentsById(all, true)).toEqual([]);
  });

  test('removed, nothing of it is there when it is opened again', async () => {
    const name = freshName();
    const instance = await fresh(SCHEMAS.records, { name });
    await instance.bulkWrite([{ document: state({ id: 'x', a: '', b: '', n: 0 }) }], CONTEXT);
    await instance.remove();
    const again = await fresh(SCHEMAS.records, { name });
    expect(await again.findDocumentsById(['x'], true)).toEqual([]);
  });

  test('two tabs write into one collection and hear of each other', async () => {
    const where = { name: freshName(), isShared: true };
    const [first, second] = [
      await fresh(SCHEMAS.records, where),
      await fresh(SCHEMAS.records, where),
    ];
    const [atFirst, atSecond] = [eventsOf(first), eventsOf(second)];
    await first.bulkWrite([{ document: state({ id: 'x', a: '', b: '', n: 0 }) }], CONTEXT);
    await expect.poll(() => atSecond.map(({ documentId }) => documentId)).toEqual(['x']);
    expect(atFirst).toHaveLength(1);
    expect(ids((await second.query(preparedFor(second, LIVE))).documents)).toEqual(['x']);
    const { error } = await second.bulkWrite(
      [{ document: state({ id: 'x', a: 'other', b: '', n: 0 }) }],
      CONTEXT,
    );
    expect(error).toHaveLength(1);
  });

  test('a tab goes on when the other is closed', async () => {
    const where = { name: freshName(), isShared: true };
    const [first, second] = [
      await fresh(SCHEMAS.records, where),
      await fresh(SCHEMAS.records, where),
    ];
    await first.bulkWrite([{ document: state({ id: 'x', a: '', b: '', n: 0 }) }], CONTEXT);
    const asked = second.query(preparedFor(second, LIVE));
    await first.close();
    expect(ids((await asked).documents)).toEqual(['x']);
    expect(ids((await second.query(preparedFor(second, LIVE))).documents)).toEqual(['x']);
  });

  test('versions of a schema and databases lie apart', async () => {
    const name = freshName();
    const [old, next, other] = [
      await fresh(SCHEMAS.records, { name }),
      await fresh({ ...SCHEMAS.records, version: 1 } as never, { name }),
      await fresh(),
    ];
    await old.bulkWrite([{ document: state({ id: 'x', a: '', b: '', n: 0 }) }], CONTEXT);
    for (const instance of [next, other])
      expect(await instance.findDocumentsById(['x'], true)).toEqual([]);
  });
});

test('X7: what is in no index, since it lacks the field, is swept away too', async () => {
  const instance = await open(
    getRxStorageIndexedDb() as unknown as Storage,
    SCHEMAS['fields that may be missing'],
  );
  onTestFinished(() => instance.close());
  const gone = state({ id: 'x', a: '' }, 1, { isDeleted: true, lwt: now() - 5_000 });
  const bare = state({ id: 'bare' }, 1, { isDeleted: true, lwt: now() - 5_000 });
  const kept = state({ id: 'kept', a: '' }, 1, { lwt: now() - 5_000 });
  await instance.bulkWrite(
    [gone, bare, kept].map((document) => ({ document })),
    CONTEXT,
  );
  await sweepAll(instance, 3_600_000);
  expect(await instance.findDocumentsById(['x', 'bare'], true)).toHaveLength(2);
  await sweepAll(instance, 0);
  expect(ids(await instance.findDocumentsById(['x', 'bare', 'kept'], true))).toEqual(['kept']);
});

test('X7: true and false that are not there stay so', async () => {
  const instance = await open(
    getRxStorageIndexedDb() as unknown as Storage,
    SCHEMAS['fields that may be missing'],
  );
  onTestFinished(() => instance.close());
  const document = state({ id: 'x', a: '' });
  await instance.bulkWrite([{ document: structuredClone(document) }], CONTEXT);
  expect(await instance.findDocumentsById(['x'], false)).toEqual([document]);
});

test('X7: of an index without the primary key at its end no page is lost', async () => {
  const schema = {
    ...SCHEMAS.records,
    indexes: [
      ['_deleted', 'a'],
      ['_meta.lwt', 'id'],
    ],
  };
  const instance = await open(getRxStorageIndexedDb() as unknown as Storage, schema as never);
  onTestFinished(() => instance.close());
  const all = Array.from({ length: 1_100 }, (_, at) => `x${String(at).padStart(4, '0')}`);
  await instance.bulkWrite(
    all.map((id) => ({ document: state({ id, a: 'same', b: '', n: 0 }) })),
    CONTEXT,
  );
  const asked = {
    selector: { _deleted: { $eq: false }, a: { $eq: 'same' } },
    sort: [{ id: 'asc' }],
    index: ['_deleted', 'a'],
    skip: 0,
  };
  const { documents } = await instance.query(prepareQuery(instance.schema, asked as never));
  expect(ids(documents).toSorted()).toEqual(all);
});

const changesSince = async (
  instance: Instance,
  limit: number,
  checkpoint?: { readonly id: string; readonly lwt: number },
): Promise<{
  readonly documents: Stored[];
  readonly checkpoint: { readonly id: string; readonly lwt: number };
}> => {
  return (await getChangedDocumentsSince(instance, limit, checkpoint as never)) as never;
};

const sweepAll = async (instance: Instance, minimum: number): Promise<void> => {
  while (!(await instance.cleanup(minimum)));
};
