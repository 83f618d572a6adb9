import type { CreditRefused } from '#programmes/apple-credit/rules/credit-problem.ts';
import type { Records } from '#data/records/records.ts';
import { performAndSay } from '#ui/perform.ts';
import { renameWithUndo } from '#programmes/apple-credit/work/code/rename-list.ts';

/**
 * Renames a list of codes and shows a message with Undo; returns a refusal if there is one.
 */
export const renameCodes = (
  records: Records,
  id: string,
  to: string,
  message: string,
): Promise<CreditRefused | undefined> => performAndSay(renameWithUndo(records, id, to), message);
