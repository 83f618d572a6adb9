import { describe, expect, test } from 'vitest';
import { KEYRING_ID, type KeyringData } from '#workspace/rules/vault/keyring.ts';
import { newKeyring } from '#workspace/rules/vault/keyring-commands.ts';
import { ok } from '#core/result.ts';
import { contentOf, type Copy } from '#data/merge/copy.ts';
import { padded } from '#data/sync/padding.ts';
import type { WireKeys } from '#data/sync/sealing.ts';
import { encrypt } from '#data/vault/seal/sealed-box.ts';
import { examples } from '#tests/factories/examples.ts';
import { begin, keyNamed, wrapOf } from './keyed-devices.ts';
import {
  amountOn,
  inStep,
  order,
  pairInStep,
  PATIENT,
  revisionOf,
  setAmount,
  world,
} from './world.ts';

type Server = Awaited<ReturnType<typeof world>>['server'];

/**
 * A member seals by hand what no app would, in a document that is not deleted, over what the server
 * has.
 */
const putSealed = async (
  server: Server,
  { id: key, key: secret }: WireKeys,
  content: object,
  beside: object = {},
) => {
  const { id } = content as { readonly id: string };
  const sealed = await encrypt(secret, padded(JSON.stringify(content)), ['wire', id, 'false', key]);
  const _rev = await revisionOf(server, id);
  const doc = { _id: id, key, sealed, ...beside, ...(_rev !== undefined && { _rev }) };
  await server.ask('POST', '/w/_bulk_docs', { docs: [doc] });
};

/** What only the store of a device writes beside a record. */
const MARKS: object[] = [
  { _deleted: true },
  { _deleted: 1 },
  { _deleted: 'x' },
  { _deleted: null },
  { _meta: { lwt: 9e15 } },
  { _meta: null },
  { _rev: '999999999999-x' },
  { _attachments: { a: null } },
];

describe('X9: a mark of the store inside the seal of a live document', () => {
  test.each(MARKS)(
    'X9: %j comes to no device, and is counted: an edit without a network stays',
    async (mark) => {
      const { server, key, device, phone, tablet } = await pairInStep();
      await phone.records.create(examples.keyring);
      await inStep(phone);
      await phone.disconnect();
      await setAmount(phone, '12.00');
      await putSealed(server, key, {
        ...order(),
        updatedAt: 9_000_000,
        updatedBy: 'mallory',
        ...mark,
      });
      await putSealed(server, key, { ...order('order-2'), updatedAt: 9_000_000, ...mark });
      await expect
        .poll(() => [...tablet.sync.unreadable].sort(), PATIENT)
        .toEqual(['order-1', 'order-2']);
      expect([await amountOn(tablet), await amountOn(tablet, 'order-2')]).toEqual([
        '25000.00',
        undefined,
      ]);
      await phone.connect();
      await expect
        .poll(() => [...phone.sync.unreadable].sort(), PATIENT)
        .toEqual(['order-1', 'order-2']);
      // Sync goes on, both ways.
      await phone.records.create(order('order-7'));
      await expect.poll(() => amountOn(tablet, 'order-7'), PATIENT).toBe('25000.00');
      await tablet.records.create(order('order-8'));
      await expect.poll(() => amountOn(phone, 'order-8'), PATIENT).toBe('25000.00');
      expect(await amountOn(phone)).toBe('12.00');
      // And what is here can be put in its place, for those who come later, too.
      await phone.sync.writeOver(() => undefined);
      await expect.poll(() => amountOn(tablet), PATIENT).toBe('12.00');
      const late = await device('late');
      await late.connect();
      await expect.poll(() => amountOn(late), PATIENT).toBe('12.00');
    },
  );

  const SAID = [
    ['calls itself deleted', ({ data }: Copy) => ({ data, _deleted: true })],
    [
      'has a key that a store reads back as another',
      ({ data }: Copy) => ({ data: { ...data, __a: 1 } }),
    ],
  ] as const;

  test.each(SAID)(
    'X9: a keyring that %s comes to no device, and theirs is put in its place',
    async (_, mark) => {
      const { server, device } = await world();
      const [phone, tablet] = [await device('phone'), await device('tablet')];
      const k1 = await keyNamed('k1');
      await phone.records.create(newKeyring('v1', [wrapOf('k1')]));
      await phone.records.create(order());
      for (const device of [phone, tablet]) await begin(device, k1);
      await expect.poll(() => amountOn(tablet), PATIENT).toBe('25000.00');
      const own = contentOf((await phone.records.get(KEYRING_ID)) as object);
      const open = { ...own, updatedAt: own.updatedAt + 1, ...mark(own) };
      await putSealed(server, k1, open, { open: contentOf(open) });
      await setAmount(phone, '12.00');
      await expect.poll(() => amountOn(tablet), PATIENT).toBe('12.00');
      await setAmount(tablet, '13.00');
      await expect.poll(() => amountOn(phone), PATIENT).toBe('13.00');
      const wraps = {
        ...(own.data as unknown as KeyringData).wraps,
        fresh: { ...wrapOf('k1'), id: 'fresh' },
      };
      const data = { ...own.data, wraps };
      expect(
        await phone.records.change(KEYRING_ID, (keyring) => ok({ ...keyring, data })),
      ).toMatchObject({ ok: true });
      expect([...phone.sync.unreadable]).toEqual([KEYRING_ID]);
      expect(await phone.sync.writeOver(() => undefined)).toMatchObject({
        ok: true,
        value: { written: 1 },
      });
      const late = await device('late');
      await begin(late, k1);
      for (const device of [phone, tablet, late])
        await expect
          .poll(async () => (await device.records.get(KEYRING_ID))?.data, PATIENT)
          .toEqual(data);
    },
  );
});
