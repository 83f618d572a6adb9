import type { Wrap } from '#workspace/rules/vault/keyring.ts';

/** How a key is made from a secret; kept in each wrap, so that it can grow with the devices. */
export type Derivation = Wrap['derivation'];

/** Today's cost: 64 MiB and three passes, about half a second (RFC 9106, second recommendation). */
export const DERIVATION: Derivation = { name: 'argon2id', memoryKiB: 65_536, passes: 3, lanes: 1 };

/**
 * The question to a worker. The secret is passed as bytes: a failing engine has no text of it to
 * put into its error.
 */
export type DeriveQuestion = {
  readonly secret: Uint8Array<ArrayBuffer>;
  readonly salt: Uint8Array<ArrayBuffer>;
  readonly derivation: Derivation;
};

/** What an engine failed with: the error's name, and its message cut short. */
export type DeriveFault = { readonly name: string; readonly message: string };

/**
 * What a worker answers: how much is done (0 to 1) any number of times, and then the key or what
 * failed.
 */
export type DeriveAnswer =
  | { readonly share: number }
  | { readonly key: Uint8Array<ArrayBuffer> }
  | { readonly failed: DeriveFault };

/** Makes 256 bits for AES. Blocks whoever calls it, which only a worker may do. */
export type Stretch = (
  question: DeriveQuestion,
  onshare: (share: number) => void,
) => Uint8Array | Promise<Uint8Array>;
