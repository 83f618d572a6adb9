import type { Derivation } from '#data/vault/derive/derivation.ts';

/** As cheap as Argon2id can be, for tests that are not about its cost. */
export const quickDerivation: Derivation = { name: 'argon2id', memoryKiB: 64, passes: 1, lanes: 1 };
