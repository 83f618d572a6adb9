import type { CodeBatchData } from '#programmes/apple-credit/rules/code/code-batch.ts';
import { renameBatch } from '#programmes/apple-credit/rules/code/code-batch-commands.ts';
import type { Problem } from '#core/result.ts';
import type { Records } from '#data/records/records.ts';
import { performAndSay } from '#ui/perform.ts';
import { changeFields } from '#data/records/change-fields.ts';

/**
 * Gives a list of codes another name and says so with a way back; answers a refusal if there is
 * one.
 */
export const renameCodes = (
  records: Records,
  id: string,
  to: string,
  message: string,
): Promise<Problem | undefined> =>
  performAndSay(
    changeFields<CodeBatchData>(records, id, (now) => renameBatch(now, to)),
    message,
  );
