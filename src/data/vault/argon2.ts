import { argon2id } from 'hash-wasm';
import type { Wrap } from '#domain/workspace/keyring.ts';

/** How a key is made from a secret; kept in each wrap, so that it can grow with the devices. */
export type Derivation = Wrap['derivation'];

/** Today's cost: 64 MiB and three passes, about half a second (RFC 9106, second recommendation). */
export const DERIVATION: Derivation = { name: 'argon2id', memoryKiB: 65_536, passes: 3, lanes: 1 };

/** What the worker is asked. */
export type DeriveQuestion = {
  readonly secret: string;
  readonly salt: Uint8Array<ArrayBuffer>;
  readonly derivation: Derivation;
};

/** What the worker answers. */
export type DeriveAnswer = { readonly key: Uint8Array } | { readonly failed: true };

/** 256 bits for AES from a secret and a salt. Blocks whoever calls it: only the worker does. */
export const stretch = (secret: string, salt: Uint8Array, derivation: Derivation): Promise<Uint8Array> =>
  argon2id({
    password: secret,
    salt,
    memorySize: derivation.memoryKiB,
    iterations: derivation.passes,
    parallelism: derivation.lanes,
    hashLength: 32,
    outputType: 'binary',
  });
