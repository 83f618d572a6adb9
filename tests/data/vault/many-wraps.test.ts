import { expect, test } from 'vitest';
import type { KeyringData, Wrap } from '#domain/workspace/keyring.ts';
import { USUAL_COST, wrapsToTry } from '#domain/workspace/wraps-to-try.ts';
import { newFile } from '#data/backup/file-key.ts';
import { readHeader, writeHeader } from '#data/backup/header.ts';
import { DERIVATION } from '#data/vault/derivation.ts';
import type { Derive } from '#data/vault/derive.ts';
import { createKeyring, openKeyring, rawKeysOf } from '#data/vault/keyring.ts';
import { sealingKey } from '#data/vault/sealed-box.ts';
import { newWorkspaceKey } from '#tests/factories/backup-files.ts';
import { deriveHere } from '#tests/factories/derive-here.ts';
import { quickDerivation } from '#tests/factories/quick-derivation.ts';

const PHRASE = 'Lykta granit pendel kanel vinter';
const SECRET = { by: 'passphrase', text: PHRASE } as const;

const made = async (): Promise<KeyringData> => {
  const kitWords = Array.from({ length: 12 }, (_, at) => `ord${at}`);
  const secrets = { passphrase: PHRASE, kitWords, kitNumber: 1, today: '2026-11-20' };
  return (await createKeyring(secrets, { derive: deriveHere, derivation: quickDerivation })).keyring.data;
};

const phraseOf = ({ wraps }: KeyringData): Wrap =>
  Object.values(wraps).find(({ by }) => by === 'passphrase') ?? expect.unreachable();

const DEAR = { ...DERIVATION, memoryKiB: 1_048_576 };

/** Somebody wrote that many beside it, which ask for as much as one may, and come first by their ids. */
const crowded = (keyring: KeyringData, count: number, derivation = DEAR): KeyringData => {
  const more = Array.from({ length: count }, (_, at) => ({ ...phraseOf(keyring), id: `0-${at}`, derivation }));
  return { ...keyring, wraps: { ...Object.fromEntries(more.map((wrap) => [wrap.id, wrap])), ...keyring.wraps } };
};

/** Derives what costs next to nothing; of the rest it is only counted what a device would have to do. */
const counting = () => {
  const asked: number[] = [];
  const derive: Derive = async (secret, salt, derivation) => {
    asked.push(derivation.memoryKiB * derivation.passes);
    if (derivation.memoryKiB > 64) return sealingKey(crypto.getRandomValues(new Uint8Array(32)));
    return deriveHere(secret, salt, derivation);
  };
  return { derive, asked, cost: () => asked.reduce((sum, one) => sum + one, 0) / USUAL_COST };
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

test('X9: the wrap that this device opened last is tried first, whatever lies beside it', async () => {
  const whole = await made();
  const { id } = phraseOf(whole);
  const { derive } = counting();
  const cheap = crowded(whole, 30, { ...quickDerivation, memoryKiB: 8 });
  const told: (readonly [number, number])[] = [];
  const ontry = (number: number, of: number): void => void told.push([number, of]);
  expect((await rawKeysOf(cheap, SECRET, derive, { first: id, ontry })).ok).toBe(true);
  expect(told).toEqual(Array.from({ length: 6 }, (_, at) => [at + 1, 6]));
  expect(wrapsToTry(cheap, 'passphrase', { first: id }).wraps[0]?.id).toBe(id);
  // Who never opened it here is told that not all were tried.
  const untried = { code: 'too-many-wraps', params: { untried: 25 } };
  expect(await openKeyring(cheap, SECRET, derive)).toMatchObject({ ok: false, problem: untried });
});
