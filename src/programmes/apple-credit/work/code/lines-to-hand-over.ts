import { reveal } from '#programmes/apple-credit/rules/code/code-commands.ts';
import {
  sealedAt,
  type RedemptionCode,
} from '#programmes/apple-credit/rules/code/redemption-code.ts';
import { mayBeCode, redemptionLink } from '#programmes/apple-credit/import/read/typed-code.ts';
import type { CreditResult } from '#programmes/apple-credit/rules/credit-problem.ts';
import { ok, refuse } from '#core/result.ts';
import type { Records } from '#data/records/records.ts';
import { forgettingMatch } from '#platform/forget-match.ts';
import { VaultLocked } from '#data/vault/held-keys.ts';
import type { Vault } from '#data/vault/vault.ts';
import { onKind } from '#data/records/on-kind.ts';
import { readMany } from '#data/records/read-under.ts';

/**
 * The text to copy for the receiver of many codes: a line each, an app code as its redemption link.
 * Every code is logged as viewed before any is opened (X9). Refuses with `cannot-open` if one
 * cannot be opened, or with `holds-another-text` if one is no code: half a list is useless.
 */
export const linesToHandOver = async (
  records: Records,
  vault: Pick<Vault, 'open'>,
  ids: readonly string[],
): Promise<CreditResult<string>> => {
  const refused = await records.changeMany(
    ids,
    onKind('redemption-code', (code, doing) => ok(reveal(code, 'hand-out', doing))),
  );
  const codes = await readMany(records, ids, 'redemption-code');
  if (refused.size > 0 || codes.size < ids.length) return refuse('cannot-open');
  try {
    const lines = await Promise.all(
      ids.map(async (id) => {
        const code = codes.get(id);
        return code && lineOf(code, vault);
      }),
    );
    return lines.includes(undefined) ? refuse('holds-another-text') : ok(lines.join('\n'));
  } catch (error) {
    // The error may contain a secret: it goes no further.
    return refuse(error instanceof VaultLocked ? 'vault-locked' : 'cannot-open');
  }
};

const lineOf = async (
  { id, data }: RedemptionCode,
  vault: Pick<Vault, 'open'>,
): Promise<string | undefined> => {
  const code = await vault.open(data.sealed, sealedAt(id));
  if (!forgettingMatch(() => mayBeCode(code))) return undefined;
  return data.usage === 'app' ? redemptionLink(code) : code;
};
