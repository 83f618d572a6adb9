import type { ImportRun, ImportRunData } from '#core/import/import-run.ts';
import { WITH_ORDER } from '#core/import/why-stays.ts';
import { ok } from '#core/result.ts';
import { isSameValue } from '#core/record/same-value.ts';
import { ASKED } from '#workspace/rules/import/run-undo.ts';
import type { Records } from '../../records/records.ts';
import { onKind } from '../../records/on-kind.ts';
import { importsBeside } from '../beside.ts';
import { whileRunning } from '../running.ts';
import { ordersOf, takeRunBack } from './take-run-back.ts';
import { readOne } from '../../records/read-under.ts';

/**
 * Judges again what imports that were undone before left of the records that this one touched: what
 * had stayed because of this import has no reason to stay any more. Goes on as long as something
 * moves, since they may wait for each other.
 */
export const judgeAgain = async (
  records: Records,
  undone: ImportRun,
  reason: string,
): Promise<void> => {
  const touched = await touchedBy(records, undone.data);
  for (let moves = true, isFirst = true; moves; isFirst = false) {
    moves = false;
    const { undone: others } = await importsBeside(records, undone);
    // What this one left was judged a moment ago, and may only go with what the others leave.
    const now = isFirst ? [] : ((await readOne(records, undone.id, 'import-run')) ?? []);
    for (const run of [now, others].flat())
      if (await judge(records, run, touched, reason)) moves = true;
  }
};

/** Answers whether anything was written. */
const judge = async (
  records: Records,
  run: ImportRun,
  touched: ReadonlySet<string>,
  reason: string,
): Promise<boolean> => {
  // A code that stayed with its order goes with it.
  const judged = run.data.kept.filter(
    ({ id, reason }) => reason === WITH_ORDER || (touched.has(id) && reason !== ASKED),
  );
  const again = new Map(judged.map((kept) => [kept.id, kept]));
  if (!judged.some(({ id }) => touched.has(id))) return false;
  const done = await whileRunning(run.id, async () => {
    const beside = await importsBeside(records, run);
    const { trashed, changed, kept } = await takeRunBack(records, run, { beside, reason, again });
    const rest = [...run.data.kept.filter(({ id }) => !again.has(id)), ...kept];
    if (!isSameValue(rest, run.data.kept))
      await records.change(
        run.id,
        onKind('import-run', (now) => ok({ ...now, data: { ...now.data, kept: rest } })),
      );
    return trashed + changed > 0;
  });
  return done ?? false;
};

/** The records that an import wrote, and the orders of the codes it brought or marked. */
const touchedBy = async (records: Records, data: ImportRunData): Promise<ReadonlySet<string>> => {
  const { created, restored, changed } = data;
  return new Set([
    ...created,
    ...restored,
    ...changed.map(({ id }) => id),
    ...(await ordersOf(records, data)),
  ]);
};
