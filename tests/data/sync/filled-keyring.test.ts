import { expect, test } from 'vitest';
import {
  newKeyring,
  withAllSealedAnew,
  withoutWraps,
  withWrap,
} from '#workspace/rules/vault/keyring-commands.ts';
import { KEYRING_ID, type KeyringData } from '#workspace/rules/vault/keyring.ts';
import type { Draft } from '#core/record/record.ts';
import type { Result } from '#core/result.ts';
import type { Copy } from '#data/merge/copy.ts';
import { onKind } from '#data/records/on-kind.ts';
import { sealing } from '#data/sync/sealing.ts';
import { begin, IDS, keyNamed, keysOnServer, rotate, wrapOf } from './keyed-devices.ts';
import { inStep, order, PATIENT, revisionOf, world } from './world.ts';

/**
 * A phone in step with three orders under its key, and what a member who is about to be shut out
 * can write.
 */
const shared = async () => {
  const { server, device } = await world();
  const phone = await device('phone');
  const [k1, k2] = [await keyNamed('k1'), await keyNamed('k2')];
  await phone.records.create(newKeyring('v1', []));
  for (const id of IDS) await phone.records.create(order(id));
  await begin(phone, k1);
  await inStep(phone);
  const codec = sealing(k1, []);
  /** Seals a keyring as no app does, without the readable part. */
  const sends = async (own: Copy, change: Partial<Copy>): Promise<Copy> => {
    const copy = { ...own, ...change, updatedAt: own.updatedAt + 1000 };
    const document = { ...(await codec.pack(copy)), _rev: await revisionOf(server, KEYRING_ID) };
    const { body } = await server.ask('POST', '/w/_bulk_docs', { docs: [document] });
    expect(body).toMatchObject([{ ok: true }]);
    return copy;
  };
  /** The same, and has every device look at it. */
  const writes = async (change: (own: Copy) => Partial<Copy>): Promise<void> => {
    const own = (await phone.records.get(KEYRING_ID)) as Copy;
    const copy = await sends(own, change(own));
    const updatedAt = async () => (await phone.records.get(KEYRING_ID))?.updatedAt;
    const isSeen = async () =>
      phone.sync.unreadable.has(KEYRING_ID) || (await updatedAt()) === copy.updatedAt;
    await expect.poll(isSeen, PATIENT).toBe(true);
  };
  const changes = async () => expect((await rotate(phone, k2.id)).ok).toBe(true);
  /**
   * The phone uses the new key: in time everything on the server is sealed with it, and the old one
   * no longer counts.
   */
  const counts = async () => {
    const of = await begin(phone, k2, [k1]);
    await expect.poll(of.state, PATIENT).toBe('in-step');
    // As often as all is in step, which is seen to here by hand.
    const standing = async () => {
      await of.changed.inStep(of.sync);
      return {
        under: await keysOnServer(server, [...IDS, KEYRING_ID]),
        isRetired: of.changed.keys?.isRetired('k1'),
      };
    };
    await expect
      .poll(standing, PATIENT)
      .toEqual({ under: ['k2', 'k2', 'k2', 'k2'], isRetired: true });
  };
  return { phone, sends, writes, changes, counts };
};

const names = (many: number, length: number, from = 0): Readonly<Record<string, true>> =>
  Object.fromEntries(
    Array.from({ length: many }, (_, at) => [`n${from + at}-`.padEnd(length, 'x'), true as const]),
  );

const filled = (own: Copy, more: object): Partial<Copy> => ({ data: { ...own.data, ...more } });

test('X9: a member who fills the keyring with long names of keys keeps no old key alive', async () => {
  const { phone, writes, changes, counts } = await shared();
  // Each time less than what comes as too much at once: together above what the server takes
  // readable and sealed.
  for (const round of [1, 2, 3])
    await writes((own) => {
      const { keysBefore } = own.data as unknown as KeyringData;
      return filled(own, { keysBefore: { ...keysBefore, ...names(33, 38_000, round * 100) } });
    });
  expect([...phone.sync.unreadable]).toEqual([KEYRING_ID]);
  await changes();
  await counts();
});

test('X9: nor does one who fills it with as many as are taken in', async () => {
  const { phone, writes, changes, counts } = await shared();
  await writes((own) => filled(own, { keysBefore: names(2_000, 64) }));
  expect([...phone.sync.unreadable]).toEqual([]);
  await changes();
  await counts();
});

test('X9: nor by a keyring that no app writes, which the devices do not take in', async () => {
  const { phone, writes, changes, counts } = await shared();
  await writes(() => ({ kind: 'workspace' }));
  expect([...phone.sync.unreadable]).toEqual([KEYRING_ID]);
  await changes();
  await counts();
});

/** What an honest device may have done that has not gone out yet. */
const honest: readonly ((keyring: Draft<KeyringData>) => Result<Draft<KeyringData>>)[] = [
  (keyring) => withWrap(keyring, { ...wrapOf('k1'), id: 'old' }),
  (keyring) => withWrap(keyring, wrapOf('k1')),
  (keyring) => withoutWraps(keyring, ['old']),
  (keyring) => withAllSealedAnew(keyring, 'k1'),
];

test.each(['keysBefore', 'wrapsTakenOff', 'sealedAnew'])(
  'X9: nor who fills its %s in the moment in which the keys are changed',
  async (field) => {
    const { phone, sends, changes, counts } = await shared();
    const before = (await phone.records.get(KEYRING_ID)) as Copy;
    await phone.disconnect();
    for (const change of honest)
      expect((await phone.records.change(KEYRING_ID, onKind('keyring', change))).ok).toBe(true);
    await changes();
    await sends(before, filled(before, { [field]: names(2_000, 64) }));
    await counts();
    expect([[...phone.sync.aside], [...phone.sync.unreadable]]).toEqual([[], []]);
  },
);
