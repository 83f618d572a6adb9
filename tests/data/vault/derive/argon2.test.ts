import { argon2id } from '@noble/hashes/argon2.js';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { stretch } from '#data/vault/derive/argon2.ts';
import { DERIVATION, type Derivation } from '#data/vault/derive/derivation.ts';
import { stretchPlainly } from '#data/vault/derive/plain-argon2.ts';

const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');
const bytes = (text: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(text);
const silent = (): void => undefined;

/** Costs that a wrap may have, as small as they can be. */
const cheap: fc.Arbitrary<Derivation> = fc
  .record({
    lanes: fc.integer({ min: 1, max: 4 }),
    passes: fc.integer({ min: 1, max: 3 }),
    more: fc.nat(40),
  })
  .map(({ lanes, passes, more }) => ({
    name: 'argon2id',
    memoryKiB: 8 * lanes + more,
    passes,
    lanes,
  }));

describe('X20: Argon2id without WebAssembly', () => {
  test('X20: makes the tag of RFC 9106, section 5.3', () => {
    const given = (length: number, value: number) => new Uint8Array(length).fill(value);
    const cost = { t: 3, m: 32, p: 4, dkLen: 32, key: given(8, 3), personalization: given(12, 4) };
    expect(hex(argon2id(given(32, 1), given(16, 2), cost))).toBe(
      '0d640df58d78766c08c037a34a8b53c9d01ef0452d75b65eb52520e96b01e659',
    );
  });

  test('X20: makes the same key as WebAssembly does, whatever the secret, the salt and the cost', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.string({ unit: 'grapheme', minLength: 1, maxLength: 80 }),
        fc.uint8Array({ minLength: 16, maxLength: 16 }),
        cheap,
        async (text, salt, derivation) => {
          const question = { secret: bytes(text), salt: new Uint8Array(salt), derivation };
          const [fast, plain] = [
            await stretch(question, silent),
            await stretchPlainly(question, silent),
          ];
          expect(hex(plain)).toBe(hex(fast));
        },
      ),
      { numRuns: 60 },
    );
  });

  test('X20: at the cost of today it makes the same key, and tells of each percent', async () => {
    const question = {
      secret: bytes('lykta granit pendel'),
      salt: new Uint8Array(16),
      derivation: DERIVATION,
    };
    const shares: number[] = [];
    const plain = await stretchPlainly(question, (share) => shares.push(share));
    expect(hex(plain)).toBe(hex(await stretch(question, silent)));
    expect(shares.map((share) => Math.floor(share * 100))).toEqual(
      Array.from({ length: 100 }, (_, at) => at + 1),
    );
  });

  test('X9: the key of a text is the key of its bytes, as earlier wraps were made', async () => {
    // Made by the version before, which handed the text over as it was: `Å sköldpadda ☕`, in its
    // decomposed form.
    const text = 'A\u030A sko\u0308ldpadda ☕';
    const derivation: Derivation = { name: 'argon2id', memoryKiB: 64, passes: 1, lanes: 1 };
    const question = { secret: bytes(text), salt: new Uint8Array(16).fill(7), derivation };
    expect(hex(await stretch(question, silent))).toBe(
      '29e0c3ae9a9b38c43877ab2d0c89ada422aa5c75de6e8622c85f4258946a22e3',
    );
  });
});
