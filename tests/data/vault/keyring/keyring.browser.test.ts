import { describe, expect, test } from 'vitest';
import type { KeyringData, Wrap } from '#workspace/rules/vault/keyring.ts';
import { deriveInWorker } from '#data/vault/derive/derive.ts';
import { createKeyring, openKeyring } from '#data/vault/keyring/keyring.ts';
import { quickDerivation } from '#tests/factories/quick-derivation.ts';

const passphrase = 'lykta granit pendel kanel vinter';
const kitWords = 'segel bok ugn timmer draken linje puls hamn ek skrift moln grind'.split(' ');
const quick = { derive: deriveInWorker, derivation: quickDerivation };

const make = () =>
  createKeyring({ passphrase, kitWords, kitNumber: 1, today: '2026-11-20' }, quick);

const changed = (data: KeyringData, change: (wrap: Wrap) => Partial<Wrap>): KeyringData => ({
  ...data,
  wraps: Object.fromEntries(
    Object.values(data.wraps).map((wrap) => [wrap.id, { ...wrap, ...change(wrap) }]),
  ),
});

const sign = async (key: CryptoKey): Promise<string> =>
  String(new Uint8Array(await crypto.subtle.sign('HMAC', key, new Uint8Array([1, 2, 3]))));

describe('X9: the keyring', () => {
  test('X9: opens with the passphrase, and with the kit alone, to the same keys', async () => {
    const { keyring, opened } = await make();
    for (const secret of [
      { by: 'passphrase', text: ` Lykta granit  pendel kanel vinter ` },
      { by: 'recovery-kit', text: kitWords.map((word, at) => `${at + 1} ${word}`).join('\n') },
    ] as const) {
      const answer = await openKeyring(keyring.data, secret);
      if (!answer.ok) throw new Error(answer.problem.code);
      expect(answer.value.workspace.id).toBe(opened.workspace.id);
      expect(answer.value.vaultKey).toBe(keyring.data.vaultKey);
      expect([...answer.value.vault.keys()]).toEqual([keyring.data.vaultKey]);
      expect(await sign(answer.value.id)).toBe(await sign(opened.id));
      expect(await sign(answer.value.fingerprint)).toBe(await sign(opened.fingerprint));
    }
  });

  test('X9: holds a wrap for each, with the kit’s number and day, and no key in the clear', async () => {
    const { keyring } = await make();
    const wraps = Object.values(keyring.data.wraps);
    expect(wraps.map(({ by, number, madeOn }) => [by, number, madeOn])).toEqual([
      ['passphrase', 0, '2026-11-20'],
      ['recovery-kit', 1, '2026-11-20'],
    ]);
    expect(new Set(wraps.flatMap(({ salt, iv, keys, id }) => [salt, iv, keys, id])).size).toBe(8);
    expect(atob(wraps[0]?.salt ?? '')).toHaveLength(16);
    const text = JSON.stringify(keyring);
    for (const secret of [passphrase, ...kitWords.filter((word) => word.length > 3)])
      expect(text).not.toContain(secret);
  });

  test('X9: a wrong passphrase and a wrong kit each get their own answer', async () => {
    const { keyring } = await make();
    expect(
      await openKeyring(keyring.data, {
        by: 'passphrase',
        text: 'lykta granit pendel kanal vinter',
      }),
    ).toEqual({
      ok: false,
      problem: { code: 'wrong-passphrase' },
    });
    expect(
      await openKeyring(keyring.data, {
        by: 'recovery-kit',
        text: kitWords.toReversed().join(' '),
      }),
    ).toEqual({
      ok: false,
      problem: { code: 'wrong-kit' },
    });
    expect(await openKeyring(keyring.data, { by: 'recovery-kit', text: passphrase })).toMatchObject(
      { ok: false },
    );
    expect(
      await openKeyring(keyring.data, { by: 'passphrase', text: kitWords.join(' ') }),
    ).toMatchObject({
      ok: false,
    });
  });

  test('X9: a wrap that was tampered with does not open', async () => {
    const { keyring } = await make();
    const tampered: ((wrap: Wrap) => Partial<Wrap>)[] = [
      ({ id }) => ({ id: `${id}x` }),
      ({ keys }) => ({ keys: (keys.startsWith('A') ? 'B' : 'A') + keys.slice(1) }),
      () => ({ iv: btoa('twelve-bytes') }),
      () => ({ salt: btoa('sixteen-bytes-16') }),
      () => ({ salt: 'not base64 %' }),
      () => ({ derivation: { ...quickDerivation, passes: 2 } }),
      () => ({ derivation: { ...quickDerivation, memoryKiB: 2 ** 24 } }),
    ];
    for (const tamper of tampered) {
      const answer = await openKeyring(changed(keyring.data, tamper), {
        by: 'passphrase',
        text: passphrase,
      });
      expect(answer).toEqual({ ok: false, problem: { code: 'wrong-passphrase' } });
    }
  });

  test('X9: the kit’s wrap does not open as a passphrase’s', async () => {
    const { keyring } = await make();
    const swapped = changed(keyring.data, () => ({ by: 'passphrase' }));
    const answer = await openKeyring(swapped, { by: 'passphrase', text: kitWords.join(' ') });
    expect(answer).toMatchObject({ ok: false, problem: { code: 'wrong-passphrase' } });
  });

  test('X9: without a wrap of that kind it says so', async () => {
    const answer = await openKeyring(
      { v: 1, vaultKey: '', wraps: {} },
      { by: 'passphrase', text: passphrase },
    );
    expect(answer).toEqual({ ok: false, problem: { code: 'no-keyring' } });
  });
});
