import { expect, test } from 'vitest';
import type { KeyringData, Wrap } from '#workspace/rules/vault/keyring.ts';
import { USUAL_COST, wrapsToTry } from '#workspace/rules/vault/wraps-to-try.ts';
import { newFile } from '#data/backup/file-key.ts';
import { readHeader, writeHeader } from '#data/backup/header.ts';
import { DERIVATION } from '#data/vault/derive/derivation.ts';
import type { Derive } from '#data/vault/derive/derive.ts';
import { DeriveFailed } from '#data/vault/derive/derive-failed.ts';
import { createKeyring, openKeyring, rawKeysOf } from '#data/vault/keyring/keyring.ts';
import { insideOf, openedAs } from '#data/vault/last-opened.ts';
import { sealingKey } from '#data/vault/seal/sealed-box.ts';
import { newWorkspaceKey } from '#tests/factories/backup-files.ts';
import { deriveHere } from '#tests/factories/derive-here.ts';
import { quickDerivation } from '#tests/factories/quick-derivation.ts';

const PHRASE = 'Lykta granit pendel kanel vinter';
const SECRET = { by: 'passphrase', text: PHRASE } as const;

const made = async (): Promise<KeyringData> => {
  const kitWords = Array.from({ length: 12 }, (_, at) => `ord${at}`);
  const secrets = { passphrase: PHRASE, kitWords, kitNumber: 1, today: '2026-11-20' };
  return (await createKeyring(secrets, { derive: deriveHere, derivation: quickDerivation })).keyring
    .data;
};

const phraseOf = ({ wraps }: KeyringData): Wrap =>
  Object.values(wraps).find(({ by }) => by === 'passphrase') ?? expect.unreachable();

const DEAR = { ...DERIVATION, memoryKiB: 1_048_576 };

/**
 * Somebody wrote that many beside it, which ask for as much as one may, and come first by their
 * ids.
 */
const crowded = (keyring: KeyringData, count: number, derivation = DEAR): KeyringData => {
  const more = Array.from({ length: count }, (_, at) => ({
    ...phraseOf(keyring),
    id: `0-${at}`,
    derivation,
  }));
  return {
    ...keyring,
    wraps: { ...Object.fromEntries(more.map((wrap) => [wrap.id, wrap])), ...keyring.wraps },
  };
};

/**
 * Derives what costs next to nothing; of the rest it is only counted what a device would have to
 * do.
 */
const counting = () => {
  const asked: number[] = [];
  const derive: Derive = async (secret, salt, derivation) => {
    asked.push(derivation.memoryKiB * derivation.passes);
    if (derivation.memoryKiB > 64) return sealingKey(crypto.getRandomValues(new Uint8Array(32)));
    return deriveHere(secret, salt, derivation);
  };
  return { derive, asked, cost: () => asked.reduce((sum, cost) => sum + cost, 0) / USUAL_COST };
};

test('X9: thirty wraps of a gigabyte do not freeze who unlocks: few are tried, and none costs more than the dearest that may be', async () => {
  const keyring = crowded(await made(), 30);
  const { derive, asked, cost } = counting();
  expect((await openKeyring(keyring, SECRET, derive)).ok).toBe(true);
  // Each in the two readings of the phrase.
  expect(asked.length).toBeLessThanOrEqual(12);
  expect(cost()).toBeLessThanOrEqual(32);
});

test('X9: nor in the header of a backup', async () => {
  const about = { workspace: 'w-1', madeAt: 1, keyring: crowded(await made(), 30) };
  const { bytes } = await writeHeader((await newFile(await newWorkspaceKey(), about)).header);
  const { header } = await readHeader(new Blob([bytes]));
  const { derive, cost } = counting();
  expect((await openKeyring(header.keyring, SECRET, derive)).ok).toBe(true);
  expect(cost()).toBeLessThanOrEqual(32);
});

test('X9: the wrap that this device opened last is tried first, whatever is beside it', async () => {
  const whole = await made();
  const { id } = phraseOf(whole);
  const { derive } = counting();
  const opened = await rawKeysOf(whole, SECRET, derive);
  const last = opened.ok ? openedAs(whole, insideOf(opened.value.raw, id)) : expect.unreachable();
  const cheap = crowded(whole, 30, { ...quickDerivation, memoryKiB: 8 });
  const told: (readonly [number, number])[] = [];
  const ontry = (number: number, of: number): void => void told.push([number, of]);
  expect((await rawKeysOf(cheap, SECRET, derive, { last, ontry })).ok).toBe(true);
  // With it the keys in use are open: nothing that a stranger wrote is waited for.
  expect(told).toEqual([[1, 6]]);
  // Someone who never opened it here is told that not all were tried, and can try them all.
  const untried = { code: 'too-many-wraps', params: { untried: 25 } };
  expect(await openKeyring(cheap, SECRET, derive)).toMatchObject({ ok: false, problem: untried });
  expect((await openKeyring(cheap, SECRET, derive, { isAll: true })).ok).toBe(true);
});

test('X9: a user who gives up while an expensive wrap is tried has opened with the known one before', async () => {
  const whole = await made();
  const opened = await rawKeysOf(whole, SECRET, deriveHere);
  if (!opened.ok) return expect.unreachable();
  const last = openedAs(whole, insideOf(opened.value.raw, opened.value.wrap));
  const derive: Derive = async (secret, salt, derivation) => {
    if (derivation.memoryKiB > 64) throw new DeriveFailed('given-up');
    return deriveHere(secret, salt, derivation);
  };
  expect((await rawKeysOf(crowded(whole, 3), SECRET, derive, { last })).ok).toBe(true);
  // On a device that never opened it, too: someone vouches for the one that opened.
  expect((await rawKeysOf(crowded(whole, 3), SECRET, derive)).ok).toBe(true);
});

test('X9: a wrap that the device cannot derive a key for is passed over; that of the right phrase is reported as that', async () => {
  const whole = await made();
  const failing =
    (most: number): Derive =>
    async (secret, salt, derivation) => {
      if (derivation.memoryKiB > most) throw new DeriveFailed('derive-failed', 'RangeError');
      return deriveHere(secret, salt, derivation);
    };
  // On a device that never opened it.
  const beside = crowded(whole, 1, { ...DEAR, passes: 1 });
  expect((await openKeyring(beside, SECRET, failing(64))).ok).toBe(true);
  const wrong = { by: 'passphrase', text: 'fel fras som ingen valde' } as const;
  expect(await openKeyring(beside, wrong, failing(64))).toMatchObject({
    problem: { code: 'wrong-passphrase' },
  });
  expect(await openKeyring(whole, SECRET, failing(8))).toMatchObject({
    problem: { code: 'derive-failed' },
  });
});

test('X9: a wrap asks for what Argon2 takes, or is invalid', async () => {
  const whole = await made();
  for (const derivation of [
    { ...quickDerivation, memoryKiB: 8, lanes: 4 },
    { ...quickDerivation, memoryKiB: 8.5 },
    { ...quickDerivation, passes: 1.5 },
  ]) {
    const { wraps, untried } = wrapsToTry(crowded(whole, 2, derivation), 'passphrase');
    expect([wraps.map(({ id }) => id), untried]).toEqual([[phraseOf(whole).id], 0]);
  }
});
