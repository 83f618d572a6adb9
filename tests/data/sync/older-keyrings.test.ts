import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import type { KeyringData, Wrap } from '#workspace/rules/vault/keyring.ts';
import { newKeyring } from '#workspace/rules/vault/keyring-commands.ts';
import { keyringTrouble, withKeyringPutBack } from '#workspace/rules/vault/keyring-trouble.ts';
import { rawKeysOf, wrapKeys } from '#data/vault/keyring/keyring.ts';
import { otherKeys } from '#data/vault/keys.ts';
import type { LastOpened } from '#data/vault/last-opened.ts';
import { deriveHere as derive } from '#tests/factories/derive-here.ts';
import { stubDeviceDatabase } from '#tests/factories/device-database.ts';
import {
  changeKeys,
  deriving,
  keyringOf,
  KIT,
  NEW,
  NEW_KIT,
  OLD,
  ownerAndMember,
} from './keyring-attacks.ts';
import { ofKind, remembered, unlocked, withOtherPhrase } from './keyring-remembered.ts';

beforeAll(stubDeviceDatabase);
afterAll(() => void vi.unstubAllGlobals());

const named = (wraps: KeyringData['wraps']): Record<string, true> =>
  Object.fromEntries(Object.keys(wraps).map((id) => [id, true as const]));

/**
 * As an older version remembered it, which did not know which wraps came to the device or what is
 * inside them.
 */
const asOlder = ({ had: _had, gone: _gone, keysBefore: _keys, ...older }: LastOpened): LastOpened =>
  older;

/** Whether what is put back over a keyring holds the wraps that are right, and whether it opens. */
const putBack = async (over: KeyringData, last: LastOpened) => {
  const put = withKeyringPutBack({ ...newKeyring('', []), data: over }, last);
  if (!put.ok) throw new Error('never refused');
  const { data } = put.value;
  const isWhole = Object.keys(last.keyring.wraps).every((id) => Object.hasOwn(data.wraps, id));
  return {
    isWhole,
    trouble: keyringTrouble(data, last),
    opens: (await unlocked(data, NEW, last)).answer,
  };
};

/** A change of keys by a version that wrote no earlier keys inside the wraps. */
const changedByOlder = async (before: KeyringData): Promise<KeyringData> => {
  const opened = await rawKeysOf(before, OLD, derive);
  if (!opened.ok) throw new Error(opened.problem.code);
  const { keysBefore: _keys, ...raw } = otherKeys(opened.value.raw).raw;
  const phrase = await wrapKeys(raw, { ...NEW, number: 0 }, '2026-11-20', deriving);
  const kit = await wrapKeys(raw, NEW_KIT, '2026-11-20', deriving);
  return {
    ...before,
    vaultKey: raw.inUse?.vaultKey ?? '',
    workspaceKey: raw.workspace.id,
    keysBefore: { [opened.value.raw.workspace.id]: true },
    wraps: { [phrase.id]: phrase, [kit.id]: kit },
    wrapsTakenOff: named(before.wraps),
  };
};

test('X9: keys that an older version changed stay changed, whoever brings the old wraps', async () => {
  const { before } = await ownerAndMember();
  const after = await changedByOlder(before);
  const there = await remembered(after, NEW, await remembered(before, OLD));
  const attack = { ...after, wraps: before.wraps, wrapsTakenOff: named(after.wraps) };
  const older = asOlder(there);
  for (const last of [
    there,
    older,
    await remembered(after, NEW, older),
    await remembered(after, NEW),
  ]) {
    expect((await unlocked(attack, NEW, last)).answer).toBe('kept');
    expect(keyringTrouble(attack, last)).toBe('closed');
  }
});

test('X9: the keyring is put back whole on devices that came after a change of keys, or remember what an older version did', async () => {
  const { owner, before } = await ownerAndMember();
  await changeKeys(owner);
  const after = await keyringOf(owner);
  const attack = { ...after, wraps: before.wraps, wrapsTakenOff: named(after.wraps) };
  const came = await remembered(after, NEW_KIT, await remembered(after, NEW));
  const older = asOlder(await remembered(after, NEW, await remembered(before, OLD)));
  for (const last of [came, older, await remembered(after, NEW, older)]) {
    expect(keyringTrouble(attack, last)).toBe('closed');
    expect(await putBack(attack, last)).toEqual({
      isWhole: true,
      trouble: undefined,
      opens: 'in step',
    });
  }
  expect(await putBack(before, came)).toEqual({
    isWhole: true,
    trouble: undefined,
    opens: 'in step',
  });
});

test('X9: a phrase that an older version changed stays changed', async () => {
  const { before } = await ownerAndMember();
  const changed = await withOtherPhrase(before);
  const older = asOlder(await remembered(changed, NEW, await remembered(before, OLD)));
  const back = { ...changed, wraps: { ...before.wraps }, wrapsTakenOff: {} };
  expect((await unlocked(back, OLD, older)).answer).toBe('wrong-passphrase');
  expect(keyringTrouble(back, older)).toBe('closed');
});

test('X9: a crowd of made-up wraps hides no new phrase: the old one opens nothing, and putting back undoes nothing', async () => {
  const { before } = await ownerAndMember();
  const last = await remembered(before, OLD);
  const changed = await withOtherPhrase(before);
  const next = ofKind(changed, 'passphrase');
  const junk = (at: number): Wrap => ({
    ...next,
    id: `0-${at}`,
    keys: `k${at}`,
    vouched: 'x',
    derivation: { ...next.derivation, memoryKiB: 8 },
  });
  const crowd = Array.from({ length: 600 }, (_, at) => junk(at));
  const crowded = {
    ...changed,
    wraps: { ...Object.fromEntries(crowd.map((wrap) => [wrap.id, wrap])), ...changed.wraps },
  };
  expect((await unlocked(crowded, OLD, last)).answer).not.toBe('kept');
  const { last: withKit } = await unlocked(crowded, KIT, last);
  expect(keyringTrouble(changed, withKit)).toBeUndefined();
  const put = withKeyringPutBack(
    { ...newKeyring('', []), data: changed },
    withKit ?? expect.unreachable(),
  );
  expect(put.ok && Object.hasOwn(put.value.data.wraps, next.id)).toBe(true);
});
