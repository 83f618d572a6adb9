import { ok, type Result } from '#core/result.ts';
import type { Records } from '../../records/records.ts';
import { importsBeside } from '../beside.ts';
import { rehearsalOn } from '../rehearsal.ts';
import { takeRunBack, type RunBack } from './take-run-back.ts';
import { undoableRun, type UndoProblem } from './undo.ts';

/**
 * What undoing an import would do now, found by running the undo itself without writing. Refuses as
 * the undo does.
 */
export const foretellUndo = async (
  records: Records,
  runId: string,
): Promise<Result<RunBack, UndoProblem>> => {
  const run = await undoableRun(records, runId);
  if (!run.ok) return run;
  const beside = await importsBeside(records, run.value);
  return ok(await takeRunBack(rehearsalOn(records), run.value, { beside, reason: '' }));
};
