import { describe, expect, test } from 'vitest';
import { kindOf } from '#programmes/kinds.ts';
import { NEWEST_BASE, type VolymRecord } from '#core/record/record.ts';
import { conditionOf } from '#data/records/read-record.ts';
import { sealing, type WireDocument } from '#data/sync/sealing.ts';
import type { KeyringData } from '#workspace/rules/vault/keyring.ts';
import { examples } from '#tests/factories/examples.ts';
import { sharedKey, type Device } from './devices.ts';
import {
  amountOn,
  onServer,
  order,
  pairInStep,
  PATIENT,
  revisionOf,
  setAmount,
  world,
} from './world.ts';

const problemsOf = (device: Device): string[] => {
  const problems: string[] = [];
  device.sync.problems$.subscribe(({ id, code }) => problems.push(`${id} ${code}`));
  return problems;
};

/** Of a kind that no device knows yet, or of a version that a newer app wrote. */
const strange = (id: string, kind: string, data: VolymRecord['data']): VolymRecord => ({
  id,
  kind,
  programme: kindOf(kind)?.programme ?? 'workspace',
  parent: '',
  dueOn: '',
  newestFirst: NEWEST_BASE - 5,
  updatedAt: 5,
  updatedBy: 'a newer app',
  trashedOn: '',
  data,
  steps: [],
  history: [],
  clashes: [],
});

const FUTURE = strange('future', 'school-bus', { v: 7, wheels: { front: 2 } } as never);
const NEWER = strange('newer', 'credit-order', {
  v: 99,
  amount: { value: '1', currency: 'SEK' },
} as never);

describe('X8: documents that are not what a device expects', () => {
  test('X8: pages of nothing but design documents end no pull, and become no records', async () => {
    const { server, device } = await world();
    const designs = (from: number): object[] =>
      Array.from({ length: 120 }, (_, at) => ({ _id: `_design/view-${from + at}`, views: {} }));
    const database = server.store.open('w');
    const [tablet, phone] = [await device('tablet'), await device('phone')];
    await database?.bulkDocs(designs(0));
    await tablet.records.create(order());
    await tablet.connect();
    await expect.poll(() => revisionOf(server), PATIENT).toBeDefined();
    await database?.bulkDocs(designs(1_000));
    await phone.connect();
    const problems = problemsOf(phone);
    await expect.poll(() => amountOn(phone), PATIENT).toBe('25000.00');
    await tablet.records.create(order('order-2'));
    await expect.poll(() => amountOn(phone, 'order-2'), PATIENT).toBe('25000.00');
    await phone.records.create(order('order-3'));
    await expect.poll(() => amountOn(tablet, 'order-3'), PATIENT).toBe('25000.00');
    expect((await phone.collection.find().exec()).map(({ id }) => id).sort()).toEqual([
      'order-1',
      'order-2',
      'order-3',
    ]);
    expect(problems).toEqual([]);
  });

  test('X8: what a newer app wrote is kept as it is, handed on, and never rewritten', async () => {
    const { server, codec, device } = await world();
    const docs = await Promise.all([FUTURE, NEWER].map((record) => codec.pack(record)));
    await server.ask('POST', '/w/_bulk_docs', { docs });
    const [phone, tablet] = [await device('phone'), await device('tablet')];
    await Promise.all([phone.connect(), tablet.connect()]);
    for (const device of [phone, tablet]) {
      await expect
        .poll(async () => (await device.records.many(['future', 'newer'])).size, PATIENT)
        .toBe(2);
      const found = await device.records.many(['future', 'newer']);
      const conditions = ['future', 'newer'].map((id) => conditionOf(found.get(id) as VolymRecord));
      expect(conditions).toEqual(['unknown-kind', 'newer-version']);
    }
    phone.sync.compareAll();
    await phone.records.create(order());
    await expect.poll(() => amountOn(tablet), PATIENT).toBe('25000.00');
    await phone.disconnect();
    await phone.connect();
    await setAmount(tablet, '12.00');
    await expect.poll(() => amountOn(phone), PATIENT).toBe('12.00');
    const rows = await onServer(server, ['future', 'newer']);
    expect(rows.map(({ value }) => value?.rev.split('-')[0])).toEqual(['1', '1']);
    const kept = await Promise.all(rows.map(({ doc }) => codec.unpack(doc as WireDocument)));
    expect(kept).toEqual([FUTURE, NEWER]);
  });

  test('X8: deleted by another tool: refused as not authentic, reported, the data stays and comes back with the next edit', async () => {
    const { server, phone, tablet } = await pairInStep();
    const problems = [phone, tablet].map(problemsOf);
    const rev = await revisionOf(server);
    expect(await server.ask('DELETE', `/w/order-1?rev=${rev}`)).toMatchObject({ status: 200 });
    for (const problem of problems)
      await expect.poll(() => problem, PATIENT).toContain('order-1 not-authentic');
    expect([await amountOn(phone), await amountOn(tablet)]).toEqual(['25000.00', '25000.00']);
    await setAmount(phone, '12.00');
    await expect.poll(() => amountOn(tablet), PATIENT).toBe('12.00');
    await expect
      .poll(async () => (await onServer(server, ['order-1']))[0]?.value?.deleted, PATIENT)
      .toBe(undefined);
    expect([phone.sync.aside.size, tablet.sync.aside.size]).toEqual([0, 0]);
  });

  test.each(['constructor', 'toString', 'hasOwnProperty'])(
    'X8: a document that somebody called %s is reported like any other, and sync goes on, after a restart too',
    async (id) => {
      const { server, phone, tablet } = await pairInStep();
      const problems = problemsOf(phone);
      expect(await server.ask('PUT', `/w/${id}`, { hello: 1 })).toMatchObject({ status: 201 });
      await expect.poll(() => problems, PATIENT).toContain(`${id} not-authentic`);
      await phone.disconnect();
      // An older version noted it as the newest that the server had told, and so asks for it when
      // it comes again.
      await phone.store.set('seen', { pulled: [{ id, rev: await revisionOf(server, id) }] });
      await phone.connect();
      await setAmount(phone, '12.00');
      await expect.poll(() => amountOn(tablet), PATIENT).toBe('12.00');
    },
  );

  const foreign: [
    string,
    (document: WireDocument, other: WireDocument) => WireDocument | Promise<WireDocument>,
  ][] = [
    [
      'changed on the server',
      (document) => ({ ...document, sealed: { iv: 'AAAA', text: 'AAAA', ...flipped(document) } }),
    ],
    ['that belonged to another id', ({ _id, _rev }, other) => ({ ...other, _id, _rev })],
    [
      'of another key',
      async ({ _id, _rev }) => ({
        ...(await sealing({ ...(await sharedKey()), id: 'k2' }, []).pack(order(_id))),
        _rev,
      }),
    ],
    [
      'of another key under this one’s name',
      async ({ _id, _rev }) => ({
        ...(await sealing(await sharedKey(), []).pack(order(_id))),
        _rev,
      }),
    ],
    [
      'that says it needs no seal',
      ({ _id, _rev }) => ({
        _id,
        _rev,
        open: { ...order(_id), data: { ...order(_id).data, amount: '1' } },
      }),
    ],
  ];

  test('X9: no device believes a keyring that the server emptied, though it is readable there', async () => {
    const { server, phone, tablet } = await pairInStep();
    await phone.records.create(examples.keyring);
    const wrapsOn = async (device: Device) =>
      Object.keys(
        ((await device.records.get('keyring'))?.data as never as KeyringData)?.wraps ?? {},
      );
    await expect.poll(() => wrapsOn(tablet), PATIENT).toEqual(['w1']);
    const problems = [phone, tablet].map(problemsOf);
    const [row] = await onServer(server, ['keyring']);
    const there = row?.doc as WireDocument & { readonly open: VolymRecord };
    expect(there.open.data).toEqual(examples.keyring.data);
    for (const open of [
      { ...there.open, data: { ...there.open.data, wraps: {} } },
      { id: 'keyring' },
    ]) {
      const { _id, _rev } = (await onServer(server, ['keyring']))[0]?.doc as WireDocument;
      await server.ask('POST', '/w/_bulk_docs', { docs: [{ _id, _rev, open }] });
      for (const problem of problems)
        await expect.poll(() => problem, PATIENT).toContain('keyring not-authentic');
    }
    for (const device of [phone, tablet]) expect(await wrapsOn(device)).toEqual(['w1']);
  });

  test.each(foreign)(
    'X8: a document %s is reported, taken over by no one, and written over by no one',
    async (_, make) => {
      const { server, phone, tablet } = await pairInStep();
      await phone.records.create(order('other'));
      await expect.poll(() => amountOn(tablet, 'other'), PATIENT).toBe('25000.00');
      const problems = [phone, tablet].map(problemsOf);
      const [row, other] = await onServer(server, ['order-1', 'other']);
      const changed = await make(row?.doc as WireDocument, other?.doc as WireDocument);
      const { body } = await server.ask('POST', '/w/_bulk_docs', { docs: [changed] });
      const { rev } = (body as { rev: string }[])[0] ?? {};
      for (const problem of problems)
        await expect.poll(() => problem, PATIENT).toContain('order-1 not-authentic');
      await setAmount(phone, '12.00');
      await expect
        .poll(() => phone.sync.aside.get('order-1')?.reason, PATIENT)
        .toBe('not-authentic');
      expect([await amountOn(phone), await amountOn(tablet)]).toEqual(['12.00', '25000.00']);
      expect(await revisionOf(server)).toBe(rev);
      await setAmount(phone, '13.00', 'other');
      await expect.poll(() => amountOn(tablet, 'other'), PATIENT).toBe('13.00');
    },
  );
});

/** One letter of the sealed text is another. */
const flipped = ({ sealed }: WireDocument): object => {
  const text = sealed?.text ?? '';
  return { ...sealed, text: (text.startsWith('A') ? 'B' : 'A') + text.slice(1) };
};
