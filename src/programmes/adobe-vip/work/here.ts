import type { ChosenEditions } from '#programmes/adobe-vip/rules/edition/vip-edition.ts';
import type { Records } from '#data/records/records.ts';
import type { Vault } from '#data/vault/vault.ts';

/** The records, and the editions that the workspace chose: where work is done. */
export type Here = {
  readonly records: Records;
  readonly workspace:
    | { readonly data: { readonly editions?: ChosenEditions | undefined } }
    | undefined;
};

/** What gives a record the id that every device and a list would give it. */
export type Keyed = Pick<Vault, 'keyedId'>;
