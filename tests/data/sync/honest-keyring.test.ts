import { expect, test } from 'vitest';
import { newKeyring } from '#workspace/rules/vault/keyring-commands.ts';
import type { KeyringData, Wrap } from '#workspace/rules/vault/keyring.ts';
import { keyringTrouble, withKeyringPutBack } from '#workspace/rules/vault/keyring-trouble.ts';
import { rawKeysOf, wrapKeys } from '#data/vault/keyring/keyring.ts';
import { otherKeys } from '#data/vault/keys.ts';
import { insideOf, openedAs, withStrangers } from '#data/vault/last-opened.ts';
import { openKnown } from '#data/vault/keyring/open-known.ts';
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
import { ofKind, remembered, unlocked, withOtherPhrase } from './keyring-remembered.ts';

/** As a version leaves it in which no wrap is vouched for. */
const ofOlderVersion = (keyring: KeyringData): KeyringData => ({
  ...keyring,
  wraps: Object.fromEntries(
    Object.entries(keyring.wraps).map(([id, { vouched: _, ...wrap }]): [string, Wrap] => [
      id,
      wrap,
    ]),
  ),
});

test.each([
  ['this version', (keyring: KeyringData) => keyring],
  ['an older one', ofOlderVersion],
])(
  'X9: a passphrase that a colleague changed closes the old one on a device away, in a keyring of %s',
  async (...of) => {
    const [, made] = of;
    const { before } = await ownerAndMember();
    const kept = made(before);
    const last = await remembered(kept, OLD);
    const now = await withOtherPhrase(kept);
    expect((await unlocked(now, OLD, last)).answer).toBe('wrong-passphrase');
    expect([
      (await unlocked(now, NEW, last)).answer,
      (await unlocked(now, KIT, last)).answer,
    ]).toEqual(Array(2).fill('in step'));
    const later = await remembered(now, NEW, last);
    expect([keyringTrouble(now, last), keyringTrouble(now, later)]).toEqual([undefined, undefined]);
    expect((await unlocked(now, OLD, later)).answer).toBe('wrong-passphrase');
  },
);

test('X9: keys that a colleague changed close the old phrase and kit on a device away, also where their wraps were not named', async () => {
  const { owner, before } = await ownerAndMember();
  await changeKeys(owner);
  const after = await keyringOf(owner);
  // Even if a member wrote beforehand that the new key is an earlier one.
  const ahead = { ...before, keysBefore: { [after.workspaceKey ?? '']: true as const } };
  for (const [now, was] of [
    [after, before],
    [{ ...after, wrapsTakenOff: undefined }, before],
    [after, ahead],
  ] as const) {
    const last = await remembered(was, OLD);
    expect((await unlocked(now, OLD, last)).answer).toBe('wrong-passphrase');
    expect((await unlocked(now, KIT, last)).answer).toBe('wrong-kit');
    for (const secret of [NEW, NEW_KIT])
      expect((await unlocked(now, secret, last)).answer).toBe('in step');
    if (was === before) expect(keyringTrouble(now, last)).toBeUndefined();
  }
});

test('X9: a passphrase that an older version changed opens; the earlier one as well until then, and that is reported', async () => {
  const { before } = await ownerAndMember();
  const last = await remembered(before, OLD);
  const changed = await withOtherPhrase(before);
  const [id] = Object.keys(changed.wraps).filter((wrap) => !Object.hasOwn(before.wraps, wrap));
  const { vouched: _, ...wrap } = changed.wraps[id as string] as Wrap;
  const now = { ...changed, wraps: { ...changed.wraps, [wrap.id]: wrap } };
  const meanwhile = await unlocked(now, OLD, last);
  expect([meanwhile.answer, keyringTrouble(now, meanwhile.last)]).toEqual(['kept', 'closed']);
  const later = await remembered(now, NEW, meanwhile.last);
  expect(keyringTrouble(now, later)).toBeUndefined();
  expect([
    (await unlocked(now, OLD, later)).answer,
    (await unlocked(now, NEW, later)).answer,
  ]).toEqual(['wrong-passphrase', 'in step']);
});

test('X9: a member who brings back genuine wraps from before other keys closes nothing, where they were not named as taken off', async () => {
  const { owner, member, before } = await ownerAndMember();
  await changeKeys(owner);
  await cameTo(member, owner);
  const after = { ...(await keyringOf(owner)), wrapsTakenOff: {} };
  const last = await remembered(after, NEW);
  await writeKeyring(member, (keyring) => ({
    ...keyring,
    wraps: before.wraps,
    wrapsTakenOff: Object.fromEntries(Object.keys(after.wraps).map((id) => [id, true as const])),
  }));
  await cameTo(owner, member);
  const now = await keyringOf(owner);
  for (const secret of [NEW, NEW_KIT])
    expect((await unlocked(now, secret, last)).answer).toBe('kept');
  for (const secret of [OLD, KIT])
    expect(['kept', 'in step']).not.toContain((await unlocked(now, secret, last)).answer);
});

test('X9: what was taken off stays known on a device, though a member takes its name away before the next unlocking', async () => {
  const { before } = await ownerAndMember();
  const changed = await withOtherPhrase(before);
  const last = await remembered(
    { ...changed, wrapsTakenOff: undefined },
    NEW,
    await remembered(changed, NEW),
  );
  expect((await unlocked({ ...changed, wraps: before.wraps }, OLD, last)).answer).toBe(
    'wrong-passphrase',
  );
});

test('X9: two who changed the keys at the same time: who opened the one opens with the other as well', async () => {
  const { before } = await ownerAndMember();
  const opened = await rawKeysOf(before, OLD, derive);
  if (!opened.ok) return expect.unreachable();
  const [one, other] = [otherKeys(opened.value.raw).raw, otherKeys(opened.value.raw).raw];
  const wraps = await Promise.all(
    [one, other].map((raw) => wrapKeys(raw, { ...OLD, number: 0 }, '2026-11-20', deriving)),
  );
  const keyringWith = (made: readonly Wrap[], named: string): KeyringData => ({
    ...before,
    workspaceKey: named,
    wraps: Object.fromEntries(made.map((wrap) => [wrap.id, wrap])),
  });
  for (const made of [(keyring: KeyringData) => keyring, ofOlderVersion]) {
    const last = await remembered(made(keyringWith(wraps.slice(0, 1), one.workspace.id)), OLD);
    const both = await openKnown(made(keyringWith(wraps, other.workspace.id)), OLD, {
      last,
      derive,
    });
    if (!both.ok) return expect.unreachable();
    expect(both.value.raw.workspace.id).toBe(other.workspace.id);
    expect(Object.keys(both.value.raw.vault)).toHaveLength(3);
  }
});

test('X9: a member who crowds the kit locks it out of no device that knows it, also after the phrase was typed meanwhile', async () => {
  const { owner, member, before } = await ownerAndMember();
  const first = await remembered(before, OLD);
  await writeKeyring(member, (keyring) => {
    const junk = Array.from({ length: 8 }, (_, at) => ({
      ...ofKind(keyring, 'recovery-kit'),
      id: `0-${at}`,
      iv: 'AAAAAAAAAAAAAAAA',
    }));
    return {
      ...keyring,
      wraps: { ...Object.fromEntries(junk.map((wrap) => [wrap.id, wrap])), ...keyring.wraps },
    };
  });
  await cameTo(owner, member);
  const now = await keyringOf(owner);
  for (const last of [first, await remembered(now, OLD, first)]) {
    expect((await unlocked(now, KIT, last)).answer).toBe('in step');
    expect(keyringTrouble(now, last)).toBe('too-many');
  }
  // Crowded before it was opened here for the first time: all are tried where somebody asks for it,
  // and then it can be put back.
  const late = await remembered(now, OLD);
  expect((await unlocked(now, KIT, late)).answer).toBe('too-many-wraps');
  const put = withKeyringPutBack({ ...newKeyring('', []), data: now }, late);
  expect(put.ok && keyringTrouble(put.value.data, late)).toBe('too-many');
  const all = await openKnown(now, KIT, { last: late, derive, isAll: true });
  if (!all.ok) return expect.unreachable();
  const known = openedAs(
    now,
    insideOf(all.value.raw, all.value.wrap),
    withStrangers(late, all.value.strangers),
  );
  const back = withKeyringPutBack({ ...newKeyring('', []), data: now }, known);
  if (!back.ok) return expect.unreachable();
  expect(keyringTrouble(back.value.data, known)).toBeUndefined();
  for (const secret of [OLD, KIT])
    expect((await unlocked(back.value.data, secret)).answer).toBe('in step');
});

test('X9: names and claims that a member writes keep no new device out', async () => {
  const { before } = await ownerAndMember();
  const junk = {
    ...ofKind(before, 'passphrase'),
    id: 'junk',
    iv: 'AAAAAAAAAAAAAAAA',
    workspaceKey: 'nobodys',
  };
  for (const wrap of [junk, { ...junk, vouched: undefined }]) {
    const now = { ...before, workspaceKey: 'nobodys', wraps: { ...before.wraps, junk: wrap } };
    expect((await unlocked(now, OLD)).answer).toBe('in step');
  }
});
