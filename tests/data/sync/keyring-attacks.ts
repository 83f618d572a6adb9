import { isDeepStrictEqual } from 'node:util';
import { expect } from 'vitest';
import { KEYRING_ID, type KeyringData } from '#workspace/rules/vault/keyring.ts';
import { keyringIn } from '#data/vault/keyring/keyring-in.ts';
import { createKeyring, rawKeysOf } from '#data/vault/keyring/keyring.ts';
import { rotateKeys, type RotateUnder } from '#data/vault/keyring/rotate-keys.ts';
import { deriveHere as derive } from '#tests/factories/derive-here.ts';
import { quickDerivation } from '#tests/factories/quick-derivation.ts';
import { setClock } from '#tests/factories/set-clock.ts';
import type { Device } from './devices.ts';
import { inStep, PATIENT, world } from './world.ts';
import { onKind } from '#data/records/on-kind.ts';

/** Quickly derived, without workers. */
export const deriving = { derive, derivation: quickDerivation };

/** The phrase that everybody knew, and the one that only the owner knows. */
export const OLD = { by: 'passphrase', text: 'lykta granit pendel kanel vinter' } as const;
export const NEW = { by: 'passphrase', text: 'kanel granit lykta pendel sommar' } as const;

const WORDS = 'segel bok ugn timmer draken linje puls hamn ek skrift moln grind'.split(' ');

/** The words of the first kit, and of the next. */
export const KIT = { by: 'recovery-kit', text: WORDS.join(' ') } as const;
export const NEW_KIT: RotateUnder['kit'] = {
  by: 'recovery-kit',
  text: WORDS.toReversed().join(' '),
  number: 2,
};

/** The keyring as a device has it. */
export const keyringOf = async (device: Device): Promise<KeyringData> =>
  (await keyringIn(device.records)) ?? expect.unreachable();

/** An owner and a member, in step with one keyring. */
export const ownerAndMember = async () => {
  const { server, device } = await world();
  const [owner, member] = [await device('owner'), await device('member')];
  const made = {
    passphrase: OLD.text,
    kitWords: WORDS,
    kitNumber: 1,
    today: '2026-11-20',
    by: 'owner',
    at: 1,
  };
  await owner.records.create((await createKeyring(made, deriving)).keyring);
  await Promise.all([owner.connect(), member.connect()]);
  await expect.poll(() => keyringIn(member.records), PATIENT).toBeDefined();
  return { server, device, owner, member, before: await keyringOf(owner) };
};

/** Someone changes the keys, under a passphrase that nobody else knows unless one is given. */
export const changeKeys = async (
  device: Device,
  passphrase: RotateUnder['passphrase'] | typeof OLD = { ...NEW, number: 0 },
): Promise<void> => {
  const opened = await rawKeysOf(await keyringOf(device), OLD, derive);
  if (!opened.ok) return expect.unreachable();
  const under = { passphrase: { number: 0, ...passphrase }, kit: NEW_KIT };
  const done = await rotateKeys(opened.value.raw, under, {
    records: device.records,
    clock: setClock(),
    deriving,
  });
  expect(done.ok).toBe(true);
};

/** Both devices have the same keyring. */
export const cameTo = async (device: Device, from: Device): Promise<void> => {
  await inStep(from);
  const both = async () =>
    [await keyringIn(device.records), await keyringIn(from.records)] as const;
  await expect.poll(async () => isDeepStrictEqual(...(await both())), PATIENT).toBe(true);
};

/**
 * A member writes whatever it likes into the keyring, by a request of its own that no rule of the
 * app holds back.
 */
export const writeKeyring = (device: Device, change: (keyring: KeyringData) => KeyringData) =>
  device.records.change(
    KEYRING_ID,
    onKind('keyring', (keyring) => ({
      ok: true,
      value: { ...keyring, data: change(keyring.data) },
    })),
  );
