import { expect, test } from 'vitest';
import { KEYRING_ID, type KeyringData, type Wrap } from '#workspace/rules/vault/keyring.ts';
import { newKeyring } from '#workspace/rules/vault/keyring-commands.ts';
import {
  keyringTrouble,
  withKeyringPutBack,
  type KeyringTrouble,
} from '#workspace/rules/vault/keyring-trouble.ts';
import type { Derive } from '#data/vault/derive/derive.ts';
import { DeriveFailed } from '#data/vault/derive/derive-failed.ts';
import { keyringIn } from '#data/vault/keyring/keyring-in.ts';
import { rawKeysOf, wrapKeys } from '#data/vault/keyring/keyring.ts';
import { insideOf, openedAs, withStrangers, type LastOpened } from '#data/vault/last-opened.ts';
import { openKnown } from '#data/vault/keyring/open-known.ts';
import { keyringWriter, putKeyringBack } from '#data/vault/keyring/put-keyring-back.ts';
import type { Secret } from '#data/vault/seal/secret.ts';
import { deriveHere as derive } from '#tests/factories/derive-here.ts';
import { quickDerivation } from '#tests/factories/quick-derivation.ts';
import type { Device } from './devices.ts';
import {
  cameTo,
  deriving,
  KIT,
  keyringOf,
  NEW,
  OLD,
  ownerAndMember,
  writeKeyring,
} from './keyring-attacks.ts';
import { inStep, PATIENT } from './world.ts';

/** A device opened the keyring by that secret before anybody wrote to it. */
const remembered = async (
  keyring: KeyringData,
  secret: Secret,
  before?: LastOpened,
): Promise<LastOpened> => {
  const opened = await rawKeysOf(keyring, secret, derive, { last: before });
  return opened.ok
    ? openedAs(keyring, insideOf(opened.value.raw, opened.value.wrap), before)
    : expect.unreachable();
};

/** A device that cannot give a gigabyte, nor reckon with what Argon2 does not take. */
const asDevice: Derive = async (text, salt, derivation) => {
  const { memoryKiB, lanes } = derivation;
  if (memoryKiB > 512 * 1024 || memoryKiB < 8 * lanes || !Number.isInteger(memoryKiB))
    throw new DeriveFailed('derive-failed', 'RangeError');
  return derive(text, salt, derivation);
};

const opens = async (keyring: KeyringData | undefined, secret: Secret, last?: LastOpened) => {
  const opened = await openKnown(keyring, secret, { last, derive: asDevice });
  return opened.ok ? (opened.value.isKept ? 'kept' : 'in step') : opened.problem.code;
};

/** What is reported once a secret was typed: from then on it is known who vouches for what came. */
const toldAfter = async (
  keyring: KeyringData | undefined,
  secret: Secret,
  last: LastOpened,
): Promise<LastOpened> => {
  const opened = await openKnown(keyring, secret, { last, derive: asDevice });
  return opened.ok ? withStrangers(last, opened.value.strangers) : expect.unreachable();
};

const ofKind = ({ wraps }: KeyringData, kind: Wrap['by']): Wrap =>
  Object.values(wraps).find(({ by }) => by === kind) ?? expect.unreachable();

const phraseOf = (keyring: KeyringData): Wrap => ofKind(keyring, 'passphrase');

/** One wrap more of each kind, which looks whole and opens to nobody. */
const withJunk = (
  keyring: KeyringData,
  more: Partial<Wrap>,
  kinds: readonly Wrap['by'][] = KINDS,
): KeyringData => {
  const junk = kinds.map((by) => ({
    ...ofKind(keyring, by),
    iv: 'AAAAAAAAAAAAAAAA',
    ...more,
    id: `0-${by}`,
  }));
  return {
    ...keyring,
    wraps: { ...keyring.wraps, ...Object.fromEntries(junk.map((wrap) => [wrap.id, wrap])) },
  };
};

const KINDS: readonly Wrap['by'][] = ['passphrase', 'recovery-kit'];

/** The wraps of a kind are named as taken off, and gone. */
const withoutReal = (
  keyring: KeyringData,
  now: KeyringData,
  kinds: readonly Wrap['by'][] = KINDS,
): KeyringData => {
  const gone = Object.values(keyring.wraps).filter(({ by }) => kinds.includes(by));
  const isGone = (id: string): boolean => gone.some((wrap) => wrap.id === id);
  return {
    ...now,
    wraps: Object.fromEntries(Object.entries(now.wraps).filter(([id]) => !isGone(id))),
    wrapsTakenOff: Object.fromEntries(gone.map(({ id }) => [id, true as const])),
  };
};

/** The member deletes the keyring, and that comes to the owner. */
const deleteKeyring = async (member: Device, owner: Device): Promise<void> => {
  await (await member.collection.findOne(KEYRING_ID).exec())?.remove();
  await inStep(member);
  await expect.poll(() => keyringIn(owner.records), PATIENT).toBeUndefined();
};

type Attack = readonly [
  what: string,
  change: (keyring: KeyringData) => KeyringData,
  answers: 'kept' | 'in step',
  trouble: KeyringTrouble | undefined,
];

/** As one looks that a version made which nobody vouches in. */
const OLDER = { vouched: undefined };
const COST = quickDerivation;

const ATTACKS: readonly Attack[] = [
  ['takes all wraps out', (keyring) => ({ ...keyring, wraps: {} }), 'kept', 'closed'],
  [
    'calls a key in use that is in no wrap',
    (keyring) => ({ ...keyring, workspaceKey: 'nobodys' }),
    'in step',
    'closed',
  ],
  [
    'names all wraps as taken off',
    ({ wraps, ...keyring }) => ({
      ...keyring,
      wraps: { junk: { ...phraseOf({ ...keyring, wraps }), id: 'junk', keys: '' } },
      wrapsTakenOff: Object.fromEntries(Object.keys(wraps).map((id) => [id, true as const])),
    }),
    'kept',
    'closed',
  ],
  [
    'asks for more than a device can bear',
    (keyring) => ({
      ...keyring,
      wraps: Object.fromEntries(
        Object.entries(keyring.wraps).map(([id, wrap]) => [
          id,
          { ...wrap, derivation: { ...wrap.derivation, memoryKiB: 2 ** 30 } },
        ]),
      ),
    }),
    'kept',
    'closed',
  ],
  [
    'calls a key in use that junk claims to hold',
    (keyring) =>
      withJunk({ ...keyring, workspaceKey: 'nobodys' }, { ...OLDER, workspaceKey: 'nobodys' }),
    'in step',
    'closed',
  ],
  [
    'calls a key in use that junk claims to hold, with the word of somebody else',
    (keyring) => withJunk({ ...keyring, workspaceKey: 'nobodys' }, { workspaceKey: 'nobodys' }),
    'in step',
    'closed',
  ],
  [
    'puts junk in the place of what is named as taken off',
    (keyring) => withoutReal(keyring, withJunk(keyring, OLDER)),
    'kept',
    'closed',
  ],
  [
    'does so with the passphrase alone',
    (keyring) => withoutReal(keyring, withJunk(keyring, OLDER, ['passphrase']), ['passphrase']),
    'kept',
    'closed',
  ],
  [
    'puts junk into the wraps themselves',
    (keyring) => ({
      ...keyring,
      wraps: Object.fromEntries(
        Object.entries(keyring.wraps).map(([id, wrap]) => [
          id,
          { ...wrap, iv: 'AAAAAAAAAAAAAAAA' },
        ]),
      ),
    }),
    'kept',
    'closed',
  ],
  [
    'asks for less than Argon2 takes',
    (keyring) => withJunk(keyring, { ...OLDER, derivation: { ...COST, memoryKiB: 8, lanes: 4 } }),
    'in step',
    undefined,
  ],
  [
    'asks for half of a KiB',
    (keyring) => withJunk(keyring, { ...OLDER, derivation: { ...COST, memoryKiB: 8.5 } }),
    'in step',
    undefined,
  ],
  [
    'asks for a gigabyte that the device has not got',
    (keyring) => withJunk(keyring, { ...OLDER, derivation: { ...COST, memoryKiB: 1_048_576 } }),
    'in step',
    undefined,
  ],
];

test.each(ATTACKS)(
  'X9: a member who %s closes no code, and what opened is put back',
  async (...attack) => {
    const [, change, answer, trouble] = attack;
    const { owner, member, before } = await ownerAndMember();
    const last = await remembered(before, OLD);
    await writeKeyring(member, change);
    await cameTo(owner, member);
    const now = await keyringIn(owner.records);
    expect(await opens(now, OLD, last)).toBe(answer);
    expect(['kept', 'in step']).toContain(await opens(now, KIT, last));
    expect(await opens(now, NEW, last)).toBe('wrong-passphrase');
    const told = await toldAfter(now, OLD, last);
    expect(keyringTrouble(now, told)).toBe(trouble);
    expect(await keyringWriter(owner.collection)).toMatchObject({ by: 'member', isDeleted: false });
    expect((await putKeyringBack(owner.records, told)).ok).toBe(true);
    await cameTo(member, owner);
    const back = await keyringOf(member);
    expect(keyringTrouble(back, told)).toBeUndefined();
    // Nor is it there as taken off, and go with the next two that meet.
    if (Object.keys(back.wraps).some((id) => Object.hasOwn(back.wrapsTakenOff ?? {}, id)))
      expect.unreachable();
    for (const secret of [OLD, KIT]) expect(await opens(back, secret)).toBe('in step');
  },
);

test('X9: a member who fills the keyring with wraps keeps nobody waiting, and what opened is put back', async () => {
  const { owner, member, before } = await ownerAndMember();
  const first = await remembered(before, OLD);
  await writeKeyring(member, (keyring) => ({
    ...keyring,
    wraps: {
      ...keyring.wraps,
      ...Object.fromEntries(
        Array.from(
          { length: 30 },
          (_, at) => [`0-${at}`, { ...phraseOf(keyring), id: `0-${at}` }] as const,
        ),
      ),
    },
  }));
  await cameTo(owner, member);
  const now = await keyringOf(owner);
  expect([await opens(now, OLD, first), await opens(now, OLD)]).toEqual([
    'in step',
    'too-many-wraps',
  ]);
  // Also where the phrase was typed meanwhile, and all of it is what opened last.
  for (const last of [first, await remembered(now, OLD, first)]) {
    expect(keyringTrouble(now, last)).toBe('too-many');
    const put = withKeyringPutBack({ ...newKeyring('', []), data: now }, last);
    expect(put.ok && Object.keys(put.value.data.wraps).sort()).toEqual(
      Object.keys(before.wraps).sort(),
    );
  }
  await putKeyringBack(owner.records, first);
  await cameTo(member, owner);
  expect(keyringTrouble(await keyringOf(member), first)).toBeUndefined();
  for (const secret of [OLD, KIT])
    expect(await opens(await keyringOf(member), secret)).toBe('in step');
});

test('X9: a member who deletes the keyring closes no code, and what opened is put back', async () => {
  const { owner, member, before } = await ownerAndMember();
  const last = await remembered(before, OLD);
  await deleteKeyring(member, owner);
  expect(keyringTrouble(undefined, last)).toBe('closed');
  for (const secret of [OLD, KIT]) expect(await opens(undefined, secret, last)).toBe('kept');
  expect(await opens(undefined, NEW, last)).toBe('wrong-passphrase');
  expect(await keyringWriter(owner.collection)).toEqual({ by: '', at: 0, isDeleted: true });
  expect((await putKeyringBack(owner.records, last)).ok).toBe(true);
  await expect
    .poll(() => keyringIn(member.records), PATIENT)
    .toMatchObject({ wraps: before.wraps });
  for (const secret of [OLD, KIT])
    expect(await opens(await keyringOf(member), secret)).toBe('in step');
});

test('X9: the kit opens though a member took its wrap alone, also after the phrase was typed meanwhile', async () => {
  const { owner, member, before } = await ownerAndMember();
  const first = await remembered(before, OLD);
  await writeKeyring(member, (keyring) => ({
    ...keyring,
    wraps: { [phraseOf(keyring).id]: phraseOf(keyring) },
  }));
  await cameTo(owner, member);
  const now = await keyringOf(owner);
  const last = await remembered(now, OLD, first);
  expect([keyringTrouble(now, first), keyringTrouble(now, last)]).toEqual(['closed', 'closed']);
  expect([await opens(now, OLD, last), await opens(now, KIT, last)]).toEqual(['in step', 'kept']);
  await putKeyringBack(owner.records, last);
  await cameTo(member, owner);
  expect(await opens(await keyringOf(member), KIT)).toBe('in step');
});

test('X9: another passphrase that a colleague chose stays: the old one opens nothing, and nothing is to be put back', async () => {
  const { owner, member, before } = await ownerAndMember();
  const last = await remembered(before, OLD);
  const opened = await rawKeysOf(before, OLD, derive);
  if (!opened.ok) return expect.unreachable();
  const next = await wrapKeys(opened.value.raw, { ...NEW, number: 0 }, '2026-11-20', deriving);
  const old = phraseOf(before);
  await writeKeyring(member, ({ wraps: { [old.id]: _, ...wraps }, ...keyring }) => ({
    ...keyring,
    wraps: { ...wraps, [next.id]: next },
    wrapsTakenOff: { [old.id]: true },
  }));
  await cameTo(owner, member);
  const now = await keyringOf(owner);
  expect(keyringTrouble(now, last)).toBeUndefined();
  expect([await opens(now, OLD, last), await opens(now, NEW, last)]).toEqual([
    'wrong-passphrase',
    'in step',
  ]);
  // On a device that opened with the new one the old wrap is of no use, whoever brings it back.
  const later = await remembered(now, NEW, last);
  await writeKeyring(member, () => ({ ...before, wrapsTakenOff: {} }));
  await cameTo(owner, member);
  const again = await keyringOf(owner);
  expect([await opens(again, OLD, later), await opens(again, NEW, later)]).toEqual([
    'wrong-passphrase',
    'kept',
  ]);
  expect(keyringTrouble(again, later)).toBe('closed');
});
