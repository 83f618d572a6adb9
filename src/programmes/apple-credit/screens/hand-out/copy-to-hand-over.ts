import { ok } from '#core/result.ts';
import type { CreditResult } from '#programmes/apple-credit/rules/credit-problem.ts';
import { copySecret } from '#platform/browser/clipboard.ts';
import type { App } from '#ui/app.svelte.ts';
import type { Texts } from '#programmes/apple-credit/screens/text.ts';
import { linesToHandOver } from '#programmes/apple-credit/work/code/lines-to-hand-over.ts';

/**
 * Unlocks, logs and copies codes for their receiver; returns the sentence that says so, or
 * undefined if the passphrase was not entered.
 */
export const copyToHandOver = async (
  app: Pick<App, 'askUnlock' | 'records' | 'vault'>,
  ids: readonly string[],
  { credit }: Pick<Texts, 'credit'>,
): Promise<CreditResult<string> | undefined> => {
  if (!(await app.askUnlock())) return undefined;
  const lines = await linesToHandOver(app.records, app.vault, ids);
  if (!lines.ok) return lines;
  return ok(
    (await copySecret(lines.value)) ? credit.codes.copiedAll(ids.length) : credit.code.notCopied,
  );
};
