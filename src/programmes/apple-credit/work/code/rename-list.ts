import { renameBatch } from '#programmes/apple-credit/rules/code/code-batch-commands.ts';
import type { CreditResult } from '#programmes/apple-credit/rules/credit-problem.ts';
import type { Records } from '#data/records/records.ts';
import { changeFields, type UndoMade } from '#data/records/change-fields.ts';

/** Renames a list of codes; returns the undo. */
export const renameWithUndo = (
  records: Records,
  id: string,
  to: string,
): Promise<CreditResult<UndoMade>> =>
  changeFields(records, { id, kind: 'code-batch' }, (now) => renameBatch(now, to));
