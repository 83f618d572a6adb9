import type { CodeBatchData } from '#programmes/apple-credit/rules/code/code-batch.ts';
import { renameBatch } from '#programmes/apple-credit/rules/code/code-batch-commands.ts';
import type { Problem } from '#core/result.ts';
import type { Records } from '#data/records/records.ts';
import { perform } from '#ui/perform.ts';
import { changeFields, refusalOf } from '#data/records/change-fields.ts';

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
  refusalOf(
    perform(
      changeFields<CodeBatchData>(records, id, (now) => renameBatch(now, to)),
      (undo) => ({ message, undo }),
    ),
  );
