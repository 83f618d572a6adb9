import { VaultLocked } from '#data/vault/held-keys.ts';

/**
 * Why nothing more is asked once a signal came: the vault was locked, which is its reason then, or
 * someone stopped it.
 */
export const endedBy = ({ reason }: AbortSignal): { readonly why: 'stopped' | 'vault-locked' } => ({
  why: reason instanceof VaultLocked ? 'vault-locked' : 'stopped',
});
