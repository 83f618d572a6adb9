import type { PageLoad } from './$types';

/**
 * What opens the keyring comes with the screen: only the derivation's worker is still to come when
 * words are typed.
 */
export const load: PageLoad = async () => {
  await import('#data/vault/unlock.ts');
};
