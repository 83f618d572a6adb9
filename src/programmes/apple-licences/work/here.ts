import type { Records } from '#data/records/records.ts';
import type { Vault } from '#data/vault/vault.ts';

/** The edition of the accounts rule that a workspace chose, if it did. */
export type Accounts = {
  readonly workspace:
    | { readonly data: { readonly accountsEdition?: string | undefined } }
    | undefined;
};

/** The records, and the rule that the workspace goes by: where work is done. */
export type Here = Accounts & { readonly records: Records };

/** What seals a secret, once someone was asked to unlock for it. */
export type Sealing<For extends string> = {
  readonly vault: Pick<Vault, 'seal'>;
  readonly askUnlock: (what: For) => Promise<boolean>;
};
