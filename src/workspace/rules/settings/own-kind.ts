import { ownEntry } from '#core/own-entry.ts';
import type { VolymRecord } from '#core/record/record.ts';
import { KEYRING_ID } from '../vault/keyring.ts';
import { WORKSPACE_ID } from './workspace.ts';

/** The kinds with a single record per workspace, by the id that it has in every workspace. */
const ONE_OF_A_KIND: Readonly<Record<string, string>> = {
  [WORKSPACE_ID]: 'workspace',
  [KEYRING_ID]: 'keyring',
};

/**
 * Whether a record is of the kind that its id is kept for: who wrote a person in the place of the
 * keyring wrote neither.
 */
export const isOfOwnKind = ({ id, kind }: Pick<VolymRecord, 'id' | 'kind'>): boolean =>
  (ownEntry(ONE_OF_A_KIND, id) ?? kind) === kind;
