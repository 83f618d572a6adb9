import { describe, expect, test } from 'vitest';
import { fingerprintOf, plainCode } from '#data/vault/seal/fingerprint.ts';
import { keyedHash } from '#data/vault/seal/keyed-hash.ts';
import { makeKeys, readyKeys } from '#data/vault/keys.ts';
import { CannotOpen, openField, sealField } from '#data/vault/seal/sealed-field.ts';

const made = makeKeys();
const keys = await readyKeys(made.raw, 'w1');
const vaultKey = keys.vault.get(made.vaultKey) as CryptoKey;
const place = { id: 'code-1', field: 'sealed' };
const code = 'FAKE-2A3B-4C5D';

describe('X9: a sealed value', () => {
  test('X9: opens where it was sealed, and nothing of it can be read', async () => {
    const sealed = await sealField(vaultKey, made.vaultKey, code, place);
    expect(await openField(vaultKey, sealed, place)).toBe(code);
    expect(JSON.stringify(sealed) + atob(sealed.text)).not.toContain('FAKE');
    expect(sealed.key).toBe(made.vaultKey);
  });

  test('X9: is never twice the same', async () => {
    const [one, two] = [
      await sealField(vaultKey, made.vaultKey, code, place),
      await sealField(vaultKey, made.vaultKey, code, place),
    ];
    expect(one.iv).not.toBe(two.iv);
    expect(one.text).not.toBe(two.text);
  });

  test('X9: does not open on another record, in another field, under another key id or changed', async () => {
    const sealed = await sealField(vaultKey, made.vaultKey, code, place);
    const flipped = sealed.text.startsWith('A')
      ? `B${sealed.text.slice(1)}`
      : `A${sealed.text.slice(1)}`;
    const tries = [
      () => openField(vaultKey, sealed, { ...place, id: 'code-2' }),
      () => openField(vaultKey, sealed, { ...place, field: 'link' }),
      () => openField(vaultKey, { ...sealed, key: 'another' }, place),
      () => openField(vaultKey, { ...sealed, text: flipped }, place),
      () => openField(vaultKey, { ...sealed, iv: btoa('twelve-bytes') }, place),
      () => openField(keys.workspace.key, sealed, place),
      () => openField(vaultKey, { ...sealed, text: '%' }, place),
    ];
    for (const tried of tries) await expect(tried()).rejects.toBeInstanceOf(CannotOpen);
  });

  test('X9: parts of a place cannot run into each other', async () => {
    const sealed = await sealField(vaultKey, made.vaultKey, code, { id: 'a', field: 'b","c' });
    await expect(openField(vaultKey, sealed, { id: 'a","b', field: 'c' })).rejects.toBeInstanceOf(
      CannotOpen,
    );
  });
});

describe('X9: fingerprints and ids', () => {
  test.each([
    'fake-2a3b-4c5d',
    'FAKE2A3B4C5D',
    ' Fake 2a3b 4c5d ',
    'FAKE\u20112A3B\u20114C5D',
    'ＦＡＫＥ2A3B4C5D',
  ])('X9: %j is the same code', async (written) => {
    expect(plainCode(written)).toBe('FAKE2A3B4C5D');
    expect(await fingerprintOf(keys.fingerprint, written)).toBe(
      await fingerprintOf(keys.fingerprint, code),
    );
  });

  test('X9: a fingerprint has 128 bits, depends on the key and tells codes apart', async () => {
    const print = await fingerprintOf(keys.fingerprint, code);
    expect(print).toMatch(/^[0-9a-f]{32}$/);
    expect(await fingerprintOf(keys.id, code)).not.toBe(print);
    expect(await fingerprintOf(keys.fingerprint, 'FAKE-2A3B-4C5E')).not.toBe(print);
    expect(() => fingerprintOf(keys.fingerprint, ' - ')).toThrow(TypeError);
  });

  test('X9: an id of parts tells ["ab","c"] from ["a","bc"]', async () => {
    const hash = await keyedHash(keys.id, ['ab', 'c']);
    expect(hash).toMatch(/^[0-9a-f]{32}$/);
    expect(await keyedHash(keys.id, ['ab', 'c'])).toBe(hash);
    expect(await keyedHash(keys.id, ['a', 'bc'])).not.toBe(hash);
    expect(await keyedHash(keys.id, ['abc'])).not.toBe(hash);
  });

  test('X9: no key can be taken out again', () => {
    const all = [keys.workspace.key, keys.id, keys.fingerprint, ...keys.vault.values()];
    expect(all.filter(({ extractable }) => extractable)).toEqual([]);
  });
});
