import type { CodeBatchData } from '#programmes/apple-credit/rules/code/code-batch.ts';
import { renameBatch } from '#programmes/apple-credit/rules/code/code-batch-commands.ts';
import type { Problem } from '#core/result.ts';
import type { Records } from '#data/records/records.ts';
import { toasts } from '#ui/toast.svelte.ts';
import { changeFields } from '#workspace/screens/undo/change-fields.ts';

/**
 * Gives a list of codes another name and says so with a way back; answers a refusal if there is
 * one.
 */
export const renameCodes = async (
  records: Records,
  id: string,
  to: string,
  said: string,
): Promise<Problem | undefined> => {
  const answer = await changeFields<CodeBatchData>(records, id, (now) => renameBatch(now, to));
  if (!answer.ok) return answer.problem;
  toasts.say(said, answer.value);
  return undefined;
};
