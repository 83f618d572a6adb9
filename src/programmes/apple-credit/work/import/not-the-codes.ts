import {
  sealedAt,
  type RedemptionCode,
} from '#programmes/apple-credit/rules/code/redemption-code.ts';
import { inChunks, type Watched } from '#data/records/in-chunks.ts';
import { plainCode } from '#data/vault/seal/fingerprint.ts';
import { CannotOpen } from '#data/vault/seal/sealed-field.ts';
import type { Vault } from '#data/vault/vault.ts';
import type { Incoming } from './incoming.ts';

/**
 * The codes that do not open to what a file says they are. A member without the passphrase can
 * write a record in a code's place and seal nothing; reported as *already here*, the code would be
 * lost with its file. Throws `VaultLocked`.
 */
export const notTheCodes = async (
  { file, codeAt }: Incoming,
  codes: ReadonlyMap<string, RedemptionCode>,
  vault: Pick<Vault, 'open'>,
  watched: Watched,
): Promise<RedemptionCode[]> => {
  const entered = new Map<string, string>();
  for (const [at, { rows }] of file.sheets.entries())
    for (const [index, row] of rows.entries())
      if (row.outcome === 'value' && row.codeId !== undefined)
        entered.set(row.codeId, codeAt(at, index));
  const wanted = [...codes.values()].filter((code) => code.trashedOn === '');
  const wrong: RedemptionCode[] = [];
  await inChunks(wanted, watched, async (chunk) => {
    const opened = await Promise.all(chunk.map(({ id, data }) => textOf(vault, id, data.sealed)));
    wrong.push(
      ...chunk.filter(
        ({ id }, at) => plainCode(opened[at] ?? '') !== plainCode(entered.get(id) ?? ''),
      ),
    );
  });
  return wrong;
};

const textOf = async (
  vault: Pick<Vault, 'open'>,
  id: string,
  sealed: RedemptionCode['data']['sealed'],
): Promise<string> => {
  try {
    return await vault.open(sealed, sealedAt(id));
  } catch (error) {
    if (error instanceof CannotOpen) return '';
    throw error;
  }
};
