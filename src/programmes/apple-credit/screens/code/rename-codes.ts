import { renameBatch } from '#programmes/apple-credit/rules/code/code-batch-commands.ts';
import type { Problem } from '#core/result.ts';
import type { Records } from '#data/records/records.ts';
import { performAndSay } from '#ui/perform.ts';
import { changeFields } from '#data/records/change-fields.ts';

/**
 * Renames a list of codes and shows a message with Undo; returns a refusal if there is one.
 */
export const renameCodes = (
  records: Records,
  id: string,
  to: string,
  message: string,
): Promise<Problem | undefined> =>
  performAndSay(
    changeFields(records, { id, kind: 'code-batch' }, (now) => renameBatch(now, to)),
    message,
  );
