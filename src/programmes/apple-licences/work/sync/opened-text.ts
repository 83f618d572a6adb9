import {
  tokenSealedAt,
  type ContentToken,
} from '#programmes/apple-licences/rules/token/content-token.ts';
import { fileOf } from '#programmes/apple-licences/rules/token/token-files.ts';
import { sealedTextOf } from '#programmes/apple-licences/rules/token/sealed-text.ts';
import type { Vault } from '#data/vault/vault.ts';
import { hashOf } from '../token/read-token.ts';

/**
 * The opened text of the file that counts; undefined where none is kept here. The text proves by
 * its own hash whose it is, whatever the fields beside it say. Throws `VaultLocked`.
 */
export const openedText = async (
  vault: Pick<Vault, 'open'>,
  token: ContentToken | undefined,
): Promise<string | undefined> => {
  const sealed = token && sealedTextOf(token);
  if (token === undefined || sealed === undefined) return undefined;
  const text = await vault.open(sealed, tokenSealedAt(token.id));
  return (await hashOf(text)) === fileOf(token).fingerprint ? text : undefined;
};
