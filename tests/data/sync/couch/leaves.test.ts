import memory from 'pouchdb-adapter-memory';
import PouchDB from 'pouchdb';
import { describe, expect, test } from 'vitest';
import type { CreditOrder } from '#programmes/apple-credit/rules/order/credit-order.ts';
import { editOrder, type OrderInput } from '#programmes/apple-credit/rules/order/order-commands.ts';
import { stored } from '#data/records/envelope.ts';
import type { Codec, WireDocument } from '#data/sync/sealing.ts';
import { valueOf } from '#tests/factories/credit.ts';
import { doingOn } from '#tests/factories/doing.ts';
import type { endpoint } from '#tests/server/couch/endpoint.ts';
import {
  opened,
  orderOn,
  pairInStep,
  PATIENT,
  revisionOf,
  setAmount,
  setReseller,
} from '#tests/data/sync/world.ts';

PouchDB.plugin(memory);

let pouches = 0;

/** The database as another replicator reaches it. */
const remoteOf = ({ app }: Pick<ReturnType<typeof endpoint>, 'app'>) => {
  const fetch = (url: string | Request, init?: RequestInit) => app.request(url as string, init);
  return new PouchDB('http://endpoint/w', { fetch, skip_setup: true } as never);
};

/**
 * A program of somebody else that replicates with PouchDB and writes what a device of the workspace
 * would.
 */
const otherProgram = async (server: Parameters<typeof remoteOf>[0], codec: Codec, by: string) => {
  const own = new PouchDB(`other-${process.pid}-${(pouches += 1)}`, { adapter: 'memory' } as never);
  opened.unshift({ close: () => own.destroy() });
  const remote = remoteOf(server);
  await own.replicate.from(remote);
  return {
    edit: async (input: OrderInput, at: number): Promise<void> => {
      const wire = (await own.get('order-1')) as unknown as WireDocument;
      const before = (await codec.unpack(wire)) as CreditOrder;
      const doing = { ...doingOn('2026-11-20'), now: at, by, newId: () => `${by}-${at}` };
      const after = stored(valueOf(editOrder(before, input)), before, doing);
      await own.put({ ...(await codec.pack(after)), _rev: wire._rev } as never);
    },
    send: async (): Promise<void> => void (await own.replicate.to(remote)),
  };
};

const leavesOf = async (server: Parameters<typeof remoteOf>[0]): Promise<string[]> =>
  (
    (await remoteOf(server).get('order-1', { conflicts: true } as never)) as {
      _conflicts?: string[];
    }
  )._conflicts ?? [];

/** As many programs as there are changes wrote the order without knowing of each other. */
const apart = async (changes: readonly OrderInput[]) => {
  const pair = await pairInStep();
  await pair.tablet.disconnect();
  const others = await Promise.all(
    changes.map((_, at) => otherProgram(pair.server, pair.codec, `other-${at}`)),
  );
  for (const [at, change] of changes.entries()) await others[at]?.edit(change, 900_000 + at);
  await pair.phone.disconnect();
  for (const other of others) await other.send();
  expect(await leavesOf(pair.server)).toHaveLength(changes.length - 1);
  return pair;
};

describe('X8: several revisions of one document, written by another replicator', () => {
  test.each([
    ['two', [{ reseller: 'Atea' }, { institution: 'Sunne kommun' }]],
    ['three', [{ reseller: 'Atea' }, { institution: 'Sunne kommun' }, { orderNumber: '77' }]],
  ])('X8: %s are merged, the winner is written and the losers are closed', async (_, changes) => {
    const { server, phone, tablet } = await apart(changes);
    await phone.connect();
    const all = Object.assign({}, ...changes) as OrderInput;
    await expect.poll(async () => (await orderOn(phone))?.data, PATIENT).toMatchObject(all);
    await expect.poll(() => leavesOf(server), PATIENT).toEqual([]);
    await tablet.connect();
    await expect.poll(async () => (await orderOn(tablet))?.data, PATIENT).toMatchObject(all);
    expect((await orderOn(tablet))?.clashes).toEqual([]);
  });

  test('X8: two devices that meet them at once close them once', async () => {
    const { server, phone, tablet } = await apart([
      { reseller: 'Atea' },
      { institution: 'Sunne kommun' },
    ]);
    await Promise.all([phone.connect(), tablet.connect()]);
    for (const device of [phone, tablet])
      await expect
        .poll(async () => (await orderOn(device))?.data, PATIENT)
        .toMatchObject({ reseller: 'Atea', institution: 'Sunne kommun' });
    await expect.poll(() => leavesOf(server), PATIENT).toEqual([]);
  });

  test('X8: deleted afterwards, no bare tombstone comes to light', async () => {
    const { server, codec, phone, tablet } = await apart([
      { reseller: 'Atea' },
      { institution: 'Sunne kommun' },
    ]);
    await Promise.all([phone.connect(), tablet.connect()]);
    await expect.poll(() => leavesOf(server), PATIENT).toEqual([]);
    const merged = { reseller: 'Atea', institution: 'Sunne kommun' };
    await expect.poll(async () => (await orderOn(phone))?.data, PATIENT).toMatchObject(merged);
    await phone.records.discard(['order-1']);
    await expect.poll(() => orderOn(tablet), PATIENT).toBe(undefined);
    const all = (await remoteOf(server).get('order-1', {
      open_revs: 'all',
    } as never)) as unknown as {
      ok: WireDocument;
    }[];
    expect(all).toHaveLength(2);
    for (const { ok } of all)
      expect(await codec.unpack(ok)).toMatchObject({ id: 'order-1', _deleted: true });
  });

  test('X8: at equal height, too, a closed one never wins over a later deletion', async () => {
    const { server, codec, phone, tablet } = await pairInStep();
    const other = await remoteOf(server).get('order-1');
    await phone.disconnect();
    await server.ask('POST', '/w/_bulk_docs', {
      docs: [{ ...other, _rev: `1-${'5'.repeat(32)}` }],
      new_edits: false,
    });
    await expect.poll(() => leavesOf(server), PATIENT).toEqual([]);
    await phone.connect();
    await phone.records.discard(['order-1']);
    await expect.poll(() => orderOn(tablet), PATIENT).toBe(undefined);
    const shown = await revisionOf(server);
    const open = (await remoteOf(server).get('order-1', {
      open_revs: 'all',
    } as never)) as unknown as {
      ok: WireDocument;
    }[];
    expect(open.map(({ ok: { _rev = '' } }) => _rev.split('-')[0])).toEqual(['2', '2']);
    const closed = open.find(({ ok: { _rev } }) => _rev !== (shown as string))?.ok as WireDocument;
    expect(closed._rev).toMatch(/^2-0{8}/);
    expect((await codec.unpack(closed)).updatedAt).toBe(0);
  });

  test('X8: one that cannot be read is left as it is, and reported', async () => {
    const { server, phone } = await pairInStep();
    const problems: string[] = [];
    phone.sync.problems$.subscribe(({ id, code }) => problems.push(`${id} ${code}`));
    const foreign = {
      _id: 'order-1',
      _rev: '1-0000000000000000000000000000000a',
      key: 'other',
      sealed: { iv: '', text: '' },
    };
    await server.ask('POST', '/w/_bulk_docs', { docs: [foreign], new_edits: false });
    await expect.poll(() => problems, PATIENT).toContain('order-1 not-authentic');
    await setAmount(phone, '12.00');
    await expect.poll(() => revisionOf(server), PATIENT).toMatch(/^2-/);
    expect(await leavesOf(server)).toEqual([foreign._rev]);
  });
});

test('X8: an attachment that somebody put on a record survives an edit, on this endpoint, too', async () => {
  const { server, phone, tablet } = await pairInStep();
  const database = server.store.open('w');
  const before = (await database?.get('order-1')) as object;
  const note = { 'note.txt': { content_type: 'text/plain', data: btoa('keep me') } };
  await database?.put({ ...before, _attachments: note });
  await setAmount(phone, '12.00');
  await expect.poll(async () => (await orderOn(tablet))?.data.amount, PATIENT).toBe('12.00');
  await setReseller(tablet, 'Atea');
  await expect.poll(async () => (await orderOn(phone))?.data.reseller, PATIENT).toBe('Atea');
  expect(await database?.get('order-1', { attachments: true })).toMatchObject({
    _attachments: note,
  });
  expect([phone.sync.aside.size, tablet.sync.aside.size]).toEqual([0, 0]);
});
