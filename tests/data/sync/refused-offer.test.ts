import { expect, test } from 'vitest';
import { KEYRING_ID, type KeyringData, type Wrap } from '#domain/workspace/keyring.ts';
import type { Copy } from '#data/merge/copy.ts';
import { isOfferDoubted, keepDoubted, offeredIn, refuseDoubted } from '#data/sync/offered-keyring.ts';
import type { WireDocument } from '#data/sync/sealing.ts';
import { doubtedWraps } from '#data/vault/doubted-offer.ts';
import { createKeyring } from '#data/vault/keyring.ts';
import { openKnown, type OpenedKeyring } from '#data/vault/open-known.ts';
import { deriveHere as derive } from '#tests/factories/derive-here.ts';
import { begin, keyNamed, keysOnServer, stateOf, wrapOf } from './keyed-devices.ts';
import { changeKeys, deriving, keyringOf, KIT, OLD } from './keyring-attacks.ts';
import { amountOn, onServer, order, PATIENT, setAmount, world } from './world.ts';

const openedBy = async (keyring: KeyringData): Promise<OpenedKeyring> => {
  const answer = await openKnown(keyring, OLD, { last: undefined, derive });
  return answer.ok ? answer.value : expect.unreachable();
};

/** Two devices in step, with a keyring that the old phrase opens. */
const inStep = async () => {
  const { server, device } = await world();
  const [phone, tablet] = [await device('phone'), await device('tablet')];
  const made = { passphrase: OLD.text, kitWords: KIT.text.split(' '), kitNumber: 1, today: '2026-11-20' };
  await phone.records.create((await createKeyring(made, deriving)).keyring);
  await phone.records.create(order());
  const opened = await openedBy(await keyringOf(phone));
  const key = await keyNamed(opened.raw.workspace.id);
  await begin(phone, key);
  await begin(tablet, key);
  await expect.poll(() => amountOn(tablet), PATIENT).toBe('25000.00');
  return { server, phone, tablet, key, opened };
};

/** What a member without any secret writes: wraps of a key that nobody has, beside those that lie there. */
const writeMadeUp = async ({ server }: Awaited<ReturnType<typeof inStep>>, more: readonly Wrap[]): Promise<void> => {
  const [{ doc } = {}] = await onServer(server, [KEYRING_ID]);
  const { open, ...rest } = doc as WireDocument & { readonly open: Copy };
  const { wraps } = open.data as unknown as KeyringData;
  const all = { ...wraps, ...Object.fromEntries(more.map((wrap) => [wrap.id, wrap])) };
  const docs = [{ ...rest, key: 'nobodys', open: { ...open, data: { ...open.data, wraps: all } } }];
  await server.ask('POST', '/w/_bulk_docs', { docs });
};

test('X9: a keyring with a made-up wrap, which stops the sync of all, is refused by hand, and all sync on', async () => {
  const made = await inStep();
  const { server, phone, tablet, key, opened } = made;
  await writeMadeUp(made, [wrapOf('nobodys')]);
  for (const one of [phone, tablet]) await expect.poll(() => stateOf(one), PATIENT).toBe('other-keys');
  await expect.poll(() => offeredIn(phone.store), PATIENT).toBeDefined();
  const doubted = await doubtedWraps(await offeredIn(phone.store), opened, undefined);
  expect(doubted).toEqual([wrapOf('nobodys')]);
  expect(await isOfferDoubted(phone.store)).toBe(false);
  await keepDoubted(phone.store, doubted);
  expect(await isOfferDoubted(phone.store)).toBe(true);
  await refuseDoubted(phone.store);
  expect(await isOfferDoubted(phone.store)).toBe(false);
  await begin(phone, key);
  await expect.poll(() => keysOnServer(server, [KEYRING_ID]), PATIENT).toEqual([key.id]);
  await setAmount(phone, '31000.00');
  await expect.poll(() => amountOn(tablet), PATIENT).toBe('31000.00');
  // The same once more stops nobody who refused it.
  await writeMadeUp(made, [wrapOf('nobodys')]);
  await expect.poll(() => keysOnServer(server, [KEYRING_ID]), PATIENT).toEqual([key.id]);
  expect((await keyringOf(phone)).wraps).toEqual(opened.keyring.wraps);
});

test('X9: what a colleague who changed the keys offers is doubted nowhere, also with made-up wraps beside it', async () => {
  const { phone, opened } = await inStep();
  await phone.disconnect();
  await changeKeys(phone);
  const changed = await keyringOf(phone);
  expect(await doubtedWraps(changed, opened, undefined)).toEqual([]);
  const mixed = { ...changed, wraps: { ...changed.wraps, junk: wrapOf('nobodys') } };
  expect(await doubtedWraps(mixed, opened, undefined)).toEqual([]);
  // Nor is a keyring that has nothing new.
  expect(await doubtedWraps(opened.keyring, opened, undefined)).toEqual([]);
  expect(await doubtedWraps(undefined, opened, undefined)).toEqual([]);
});
