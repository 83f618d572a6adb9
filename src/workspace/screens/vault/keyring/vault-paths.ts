import { paths } from '#ui/paths.ts';

/** Addresses below the screen of the lock, which home does not need. */
export const vaultPaths = {
  recovery: () => `${paths.vault()}/recovery`,
  newPhrase: () => `${paths.vault()}/passphrase`,
  newKeys: () => `${paths.vault()}/keys`,
  newKit: () => `${paths.vault()}/kit`,
} as const;
