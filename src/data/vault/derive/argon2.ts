import { argon2id } from 'hash-wasm';
import type { Stretch } from './derivation.ts';

/** Argon2id by WebAssembly, which says nothing before it is done. */
export const stretch: Stretch = ({ secret, salt, derivation }) =>
  argon2id({
    password: secret,
    salt,
    memorySize: derivation.memoryKiB,
    iterations: derivation.passes,
    parallelism: derivation.lanes,
    hashLength: 32,
    outputType: 'binary',
  });
