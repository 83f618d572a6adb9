import { expect, test } from 'vitest';
import type { CreditOrder } from '#programmes/apple-credit/rules/order/credit-order.ts';
import type { VolymRecord } from '#core/record/record.ts';
import { editOrder } from '#programmes/apple-credit/rules/order/order-commands.ts';
import { newKeyring } from '#workspace/rules/vault/keyring-commands.ts';
import { stored } from '#data/records/envelope.ts';
import { sealing } from '#data/sync/sealing.ts';
import { valueOf } from '#tests/factories/credit.ts';
import { doingOn } from '#tests/factories/doing.ts';
import { sharedKey } from './devices.ts';
import { begin, IDS, keyNamed, keysOnServer, rotate } from './keyed-devices.ts';
import {
  inStep,
  onServer,
  order,
  orderOn,
  pairInStep,
  PATIENT,
  revisionOf,
  setAmount,
  world,
} from './world.ts';

const BOTH = { reseller: 'Atea', institution: 'Sunne kommun' };
const [HIGHEST, HIGH, LOW] = ['f'.repeat(32), 'b'.repeat(32), 'a'.repeat(32)] as const;

type Pair = Awaited<ReturnType<typeof pairInStep>>;

const foreign = async (): Promise<object> =>
  sealing({ ...(await sharedKey()), id: 'other' }, []).pack(order());

/** The order's revisions beside the newest. */
const leavesOf = async ({ server }: Pick<Pair, 'server'>): Promise<string[]> =>
  ((await server.ask('GET', '/w/order-1?conflicts=true')).body as { _conflicts?: string[] })
    ._conflicts ?? [];

/**
 * Two edits that another replicator wrote beside each other, and something else that did not come
 * of this workspace.
 */
const withLeaves = async (
  hashes: readonly [string, string],
  junk: object,
  hash: string,
): Promise<Pair> => {
  const pair = await pairInStep();
  const { server, codec, phone, tablet } = pair;
  for (const device of [phone, tablet]) await device.disconnect();
  const base = (await orderOn(phone)) as CreditOrder;
  const before = ((await revisionOf(server)) ?? '').slice(2);
  const as = (own: string) => ({ _rev: `2-${own}`, _revisions: { start: 2, ids: [own, before] } });
  const edited = (by: string, input: object, now: number): VolymRecord =>
    stored(valueOf(editOrder(base, input)), base, {
      ...doingOn('2026-11-20'),
      now,
      by,
      newId: () => `${by}-${now}`,
    });
  const edits = [
    edited('one', { reseller: BOTH.reseller }, 900_000),
    edited('two', { institution: BOTH.institution }, 900_001),
  ];
  const sealed = await Promise.all(edits.map((record) => codec.pack(record as never)));
  const docs = sealed.map((document, at) => ({ ...document, ...as(hashes[at] ?? '') }));
  await server.ask('POST', '/w/_bulk_docs', {
    new_edits: false,
    docs: [...docs, { ...junk, ...as(hash) }],
  });
  return pair;
};

test('X9: junk beside two edits keeps neither from the other, and is closed: no key could open it', async () => {
  const pair = await withLeaves([HIGHEST, HIGH], { _id: 'order-1', junk: true }, LOW);
  await pair.phone.connect();
  await expect.poll(async () => (await orderOn(pair.phone))?.data, PATIENT).toMatchObject(BOTH);
  await expect.poll(() => leavesOf(pair), PATIENT).toEqual([]);
  await expect.poll(() => [...pair.phone.sync.unreadable], PATIENT).toEqual([]);
});

test('X9: an edit under a key that this device lacks keeps no others from each other, and stays as it is', async () => {
  const pair = await withLeaves([HIGHEST, HIGH], await foreign(), LOW);
  await pair.phone.connect();
  await expect.poll(async () => (await orderOn(pair.phone))?.data, PATIENT).toMatchObject(BOTH);
  await expect.poll(() => leavesOf(pair), PATIENT).toEqual([`2-${LOW}`]);
  await expect.poll(() => [...pair.phone.sync.unreadable], PATIENT).toEqual(['order-1']);
});

test('X9: junk that won over two edits gives its place to what both say', async () => {
  const { server, codec, phone, tablet } = await withLeaves(
    [HIGH, LOW],
    { _id: 'order-1', junk: true },
    HIGHEST,
  );
  await phone.records.create(newKeyring('v1', []));
  const keyring = (await phone.records.get('keyring')) as VolymRecord;
  await server.ask('POST', '/w/_bulk_docs', { docs: [await codec.pack(keyring as never)] });
  for (const device of [phone, tablet]) await device.connect();
  for (const device of [phone, tablet])
    await expect.poll(async () => (await orderOn(device))?.data, PATIENT).toMatchObject(BOTH);
  await expect.poll(() => leavesOf({ server }), PATIENT).toEqual([]);
  await expect.poll(() => [...phone.sync.unreadable], PATIENT).toEqual([]);
});

test('X9: a leaf with a seal that its key does not open is closed when somebody has it written over', async () => {
  const key = (await onServer((await pairInStep()).server, ['order-1']))[0]?.doc?.key;
  const broken = { _id: 'order-1', key, sealed: { iv: 'AAAA', text: 'AAAA' } };
  const pair = await withLeaves([HIGHEST, HIGH], broken, LOW);
  const { server, phone } = pair;
  await phone.records.create(newKeyring('v1', []));
  await phone.connect();
  await expect.poll(async () => (await orderOn(phone))?.data, PATIENT).toMatchObject(BOTH);
  await inStep(phone);
  await expect.poll(() => revisionOf(server, 'keyring'), PATIENT).toBeDefined();
  await expect.poll(() => leavesOf(pair), PATIENT).toEqual([`2-${LOW}`]);
  await expect.poll(() => [...phone.sync.unreadable], PATIENT).toEqual(['order-1']);
  await phone.sync.writeOver(() => undefined);
  expect(await leavesOf(pair)).toEqual([]);
  expect([...phone.sync.unreadable]).toEqual([]);
  expect((await setAmount(phone, '12.00')).ok).toBe(true);
});

test.each([
  ['without a seal', { junk: true }],
  ['under a key that nobody has', { key: 'nobody', sealed: { iv: 'AAAA', text: 'AAAA' } }],
])('X9: a leaf %s keeps no record under the old key', async (_, junk) => {
  const { server, device } = await world();
  const phone = await device('phone');
  const [k1, k2] = [await keyNamed('k1'), await keyNamed('k2')];
  await phone.records.create(newKeyring('v1', []));
  for (const id of IDS) await phone.records.create(order(id));
  await begin(phone, k1);
  await inStep(phone);
  const leaf = { _id: 'order-1', ...junk, _rev: `1-${'0'.repeat(32)}` };
  await server.ask('POST', '/w/_bulk_docs', { new_edits: false, docs: [leaf] });
  await rotate(phone, k2.id);
  const of = await begin(phone, k2, [k1]);
  await expect.poll(of.state, PATIENT).toBe('in-step');
  await of.changed.inStep(of.sync);
  expect(await keysOnServer(server, IDS)).toEqual(['k2', 'k2', 'k2']);
});
