import { expect, test } from 'vitest';
import { ok } from '#core/result.ts';
import type { KeyringData } from '#workspace/rules/vault/keyring.ts';
import { keyringTrouble } from '#workspace/rules/vault/keyring-trouble.ts';
import { rawKeysOf, wrapKeys } from '#data/vault/keyring/keyring.ts';
import { readyKeys } from '#data/vault/keys.ts';
import { insideOf, openedAs, type LastOpened } from '#data/vault/last-opened.ts';
import { openKnown } from '#data/vault/keyring/open-known.ts';
import type { Secret } from '#data/vault/seal/secret.ts';
import { deriveHere as derive } from '#tests/factories/derive-here.ts';
import {
  cameTo,
  changeKeys,
  deriving,
  KIT,
  keyringOf,
  NEW,
  NEW_KIT,
  OLD,
  ownerAndMember,
  writeKeyring,
} from './keyring-attacks.ts';

/** What a device remembers that opened a keyring. */
const remembered = async (keyring: KeyringData, secret: Secret): Promise<LastOpened> => {
  const opened = await rawKeysOf(keyring, secret, derive);
  return opened.ok
    ? openedAs(keyring, insideOf(opened.value.raw, opened.value.wrap))
    : expect.unreachable();
};

/** The key that seals what is new, once a secret opened the keyring. */
const sealsWith = async (keyring: KeyringData, secret: Secret, last?: LastOpened) => {
  const opened = await openKnown(keyring, secret, { last, derive });
  if (!opened.ok) return opened;
  const keys = await readyKeys(opened.value.raw, opened.value.wrap);
  return ok((await keys.seal('FAKE-CODE', { id: 'code-1', field: 'sealed' })).key);
};

/**
 * The keys were changed, and both devices have the keyring; `last` is what the owner's has opened.
 */
const changed = async () => {
  const { owner, member, before } = await ownerAndMember();
  await changeKeys(owner);
  await cameTo(member, owner);
  const after = await keyringOf(owner);
  const last = await remembered(after, NEW);
  const attack = async (change: (keyring: KeyringData) => KeyringData): Promise<KeyringData> => {
    await writeKeyring(member, change);
    await cameTo(owner, member);
    return keyringOf(owner);
  };
  return { before, after, last, attack, owner, member };
};

test('X9: a member who names an older key beside the wraps undoes no change of keys', async () => {
  const { before, after, last, attack } = await changed();
  // The member only ever opened what was under the earlier passphrase.
  const now = await attack((keyring) => ({ ...keyring, vaultKey: before.vaultKey }));
  expect(now.vaultKey).toBe(before.vaultKey);
  // On the device that opened the new keys, and on one that never opened any.
  for (const known of [last, undefined])
    expect(await sealsWith(now, NEW, known)).toEqual(ok(after.vaultKey));
  expect(keyringTrouble(now, last)).toBe('went-back');
});

test('X9: nor one who names an older key of the wire, or none', async () => {
  const { before, after, last, attack } = await changed();
  const oldKey = (await remembered(before, OLD)).inUse.workspaceKey;
  const names = [{ workspaceKey: oldKey, vaultKey: before.vaultKey }, { workspaceKey: undefined }];
  for (const named of names) {
    const now = await attack((keyring) => ({ ...keyring, ...named }));
    for (const known of [last, undefined])
      expect(await sealsWith(now, NEW, known)).toEqual(ok(after.vaultKey));
    expect(keyringTrouble(now, last)).toBe('went-back');
  }
});

test('X9: nor one who puts the old wraps in the place of the new ones, under whatever name', async () => {
  const { before, after, last, attack } = await changed();
  const [old] = Object.values(before.wraps).filter(({ by }) => by === 'passphrase');
  if (old === undefined) return expect.unreachable();
  const now = await attack((keyring) => ({
    ...keyring,
    wraps: { other: { ...old, workspaceKey: keyring.workspaceKey } },
    wrapsTakenOff: {},
  }));
  expect(keyringTrouble(now, last)).toBe('closed');
  // The right phrase opens what this device kept, and the earlier one, which the member knows,
  // opens nothing here.
  expect(await sealsWith(now, NEW, last)).toEqual(ok(after.vaultKey));
  expect(await sealsWith(now, OLD, last)).toMatchObject({ ok: false });
});

test('X9: older keys under the phrase that stayed are refused where newer ones were opened, and reported', async () => {
  const { owner, member, before } = await ownerAndMember();
  await changeKeys(owner, OLD);
  await cameTo(member, owner);
  const after = await keyringOf(owner);
  // From a device whose disk was full when the earlier wraps were to be named.
  const known = await remembered({ ...after, wrapsTakenOff: {} }, OLD);
  await writeKeyring(member, (keyring) => ({
    ...keyring,
    ...before,
    wrapsTakenOff: {},
    workspaceKey: undefined,
  }));
  await cameTo(owner, member);
  const opened = await openKnown(await keyringOf(owner), OLD, { last: known, derive });
  if (!opened.ok) return expect.unreachable();
  expect(opened.value).toMatchObject({ isKept: true, refused: { by: 'passphrase' } });
  expect(opened.value.raw.inUse?.vaultKey).toBe(after.vaultKey);
  expect(keyringTrouble(await keyringOf(owner), known)).toBe('closed');
  // What only counts for the older keys is an answer of then.
  const forPhrase = {
    ...known,
    keyring: { ...known.keyring, wraps: (await changedTo(NEW)).wraps },
  };
  expect(await openKnown(await keyringOf(owner), OLD, { last: forPhrase, derive })).toMatchObject({
    problem: { code: 'keys-changed' },
  });
});

/** A keyring under another phrase. */
const changedTo = async (secret: Secret): Promise<KeyringData> => {
  const { after } = await changed();
  expect((await rawKeysOf(after, secret, derive)).ok).toBe(true);
  return after;
};

test('X9: two who change the keys at the same time: either phrase opens, and all devices take the same key', async () => {
  const { owner, member } = await ownerAndMember();
  await owner.disconnect();
  await changeKeys(owner, OLD);
  await changeKeys(member, OLD);
  await owner.connect();
  await cameTo(owner, member);
  const now = await keyringOf(owner);
  const [one, other] = [
    await rawKeysOf(now, OLD, derive),
    await rawKeysOf(await keyringOf(member), OLD, derive),
  ];
  if (!one.ok || !other.ok) return expect.unreachable();
  expect(one.value.raw.workspace.id).toBe(now.workspaceKey);
  expect(other.value).toEqual(one.value);
  // The first key, and one of each of the two.
  expect(Object.keys(one.value.raw.vault)).toHaveLength(3);
  expect(one.value.raw.inUse?.vaultKey).toBe(now.vaultKey);
});

test('X9: a wrap of an older version tells by itself which key is in use, whatever is beside it', async () => {
  const { owner, member, before } = await ownerAndMember();
  await changeKeys(owner);
  const after = await keyringOf(owner);
  const opened = await rawKeysOf(after, NEW, derive);
  if (!opened.ok) return expect.unreachable();
  const { inUse: _, ...older } = opened.value.raw;
  const wrap = await wrapKeys(older, { ...NEW, number: 0 }, '2026-11-20', deriving);
  await cameTo(member, owner);
  await writeKeyring(member, (keyring) => ({
    ...keyring,
    wraps: { [wrap.id]: wrap },
    vaultKey: before.vaultKey,
  }));
  await cameTo(owner, member);
  expect(await sealsWith(await keyringOf(owner), NEW)).toEqual(ok(after.vaultKey));
  // It counts as what it is: no step back for a device that has opened it with what a newer version
  // says.
  expect(await sealsWith(await keyringOf(owner), NEW, await remembered(after, NEW))).toEqual(
    ok(after.vaultKey),
  );
});

test('X9: what the secret opens says who made the keys and when', async () => {
  const { after } = await changed();
  const { inUse } = await remembered(after, NEW);
  expect(inUse).toEqual({
    generation: 1,
    by: 'owner',
    at: expect.any(Number),
    vaultKey: after.vaultKey,
    workspaceKey: after.workspaceKey,
  });
  expect((await remembered(after, NEW_KIT)).inUse).toEqual(inUse);
  expect((await rawKeysOf(after, KIT, derive)).ok).toBe(false);
});
