import { ok, refuse, type CommonProblem, type Problem, type Result } from '#core/result.ts';
import { withStep } from '#core/record/step.ts';
import { importState, type ImportRun, type ImportRunData } from '#core/import/import-run.ts';
import { undoableUntil } from '#workspace/rules/import/run-undo.ts';
import type { Records } from '../../records/records.ts';
import { onKind, type KindCommand } from '../../records/on-kind.ts';
import { importsBeside } from '../beside.ts';
import { judgeAgain } from './judge-again.ts';
import { whileRunning } from '../running.ts';
import { takeRunBack } from './take-run-back.ts';
import { isOfKind } from '../../records/found.ts';
import { isFine } from '../../records/read-record.ts';
import { readOne } from '../../records/read-under.ts';

/** What undoing an import did. */
export type Undone = { readonly trashed: number; readonly kept: ImportRunData['kept'] };

/** Why an import is not undone: each has its sentence in the words (`import-problems.ts`). */
export type UndoProblem = Problem<
  CommonProblem['code'] | 'already-undone' | 'too-late-to-undo' | 'import-is-running'
>;

/** How far an undo is, in records. */
export type OnUndone = (done: number, total: number) => void;

/**
 * Undoes an import, on any device and for thirty days (A5). What was changed since stays and is
 * named in the import's record. `reason` is written on the withdrawing steps. Refuses with
 * `already-undone`, `too-late-to-undo`, or `import-is-running` while a tab writes it.
 */
export const undoImport = async (
  records: Records,
  runId: string,
  reason: string,
  onProgress: OnUndone = () => undefined,
): Promise<Result<Undone, UndoProblem>> => {
  const done = await whileRunning(runId, async (): Promise<Result<Undone, UndoProblem>> => {
    const run = await undoableRun(records, runId);
    return run.ok ? undoAll(records, run.value, reason, onProgress) : run;
  });
  return done ?? refuse('import-is-running');
};

/** An import that can be undone today; refuses with why it cannot. */
export const undoableRun = async (
  records: Pick<Records, 'get' | 'doing'>,
  id: string,
): Promise<Result<ImportRun, UndoProblem>> => {
  const run = await records.get(id);
  if (!isOfKind(run, 'import-run')) return refuse('record-is-gone');
  if (!isFine(run)) return refuse('record-not-understood');
  if (importState(run) === 'undone') return refuse('already-undone');
  if (records.doing().today > undoableUntil(run)) return refuse('too-late-to-undo');
  return ok(run);
};

const undoAll = async (
  records: Records,
  run: ImportRun,
  reason: string,
  onProgress: OnUndone,
): Promise<Result<Undone, UndoProblem>> => {
  const beside = await importsBeside(records, run);
  const { trashed, kept } = await takeRunBack(records, run, { beside, reason, onProgress });
  const marked = await records.change(run.id, onKind('import-run', markUndone(kept)));
  if (!marked.ok && marked.problem.code === 'only-reads') return marked;
  await judgeAgain(records, run, reason);
  const now = await readOne(records, run.id, 'import-run');
  return ok({ trashed, kept: now?.data.kept ?? kept });
};

const markUndone =
  (kept: ImportRunData['kept']): KindCommand<'import-run', never> =>
  (run, doing) =>
    ok({
      ...run,
      data: { ...run.data, kept },
      steps: withStep(run.steps, { kind: 'undone', on: doing.today }, doing),
    });
