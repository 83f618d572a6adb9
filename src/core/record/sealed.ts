/**
 * A value sealed with the vault key (AES-256-GCM): base64 of iv and ciphertext, and the id of the
 * key.
 */
export type Sealed = { readonly key: string; readonly iv: string; readonly text: string };
