import type { Day } from '../day.ts';
import type { Doing } from '../kind.ts';
import type { Change, Draft, VolymRecord } from '../record.ts';
import { refuse, ok, type Result } from '../result.ts';
import { standingSteps, WITHDRAWN, withSteps, type Step } from '../step.ts';
import type { ImportedChange } from '../workspace/import-run.ts';
import { isOfImport, isUndoing, undoneId } from './import-steps.ts';
import { withoutImported } from './import-writes.ts';
import { codeState, type RedemptionCode } from './redemption-code.ts';

/** Why a record stays when its import is undone. */
export type KeptReason = 'redeemed' | 'handed-out' | 'has-codes' | 'later-steps' | 'edited';

/** Whether an order, batch or code is there because of this import; what another one brought is not touched. */
export const isOfRun = (record: VolymRecord, run: string): boolean =>
  (record.data as { readonly origin?: { readonly run: string } }).origin?.run === run;

/**
 * Why a code that an import brought must stay, or undefined when it may go. What the import itself said of it does not
 * count; that it was redeemed or handed out does, also before an earlier trip to the trash.
 */
export const whyCodeStays = (code: RedemptionCode, run: string): KeptReason | undefined => {
  const state = codeState({ steps: code.steps.filter((step) => !isOfImport(run, step)) });
  return state === 'free' ? undefined : state;
};

/**
 * Why an order or batch that an import made, or brought back from the trash, must stay; `codesLeft` are the live codes
 * that remain under it.
 */
export const whyParentStays = (
  record: VolymRecord,
  codesLeft: number,
  { run, isRestored }: { readonly run: string; readonly isRestored: boolean },
): KeptReason | undefined => {
  if (codesLeft > 0) return 'has-codes';
  if (record.steps.some((step) => !isOfImport(run, step) && (!isRestored || isLater(record.steps, run, step))))
    return 'later-steps';
  const edits = isRestored ? editsSince(record.history, run) : record.history;
  return edits.length > 0 ? 'edited' : undefined;
};

/** Each step is later than all that were there, so the import's first one tells what came after it. */
const isLater = (steps: readonly Step[], run: string, { at }: Step): boolean => {
  const mine = steps.filter((step) => isOfImport(run, step) && !isUndoing(step));
  return mine.length > 0 && at > Math.min(...mine.map((step) => step.at));
};

/** The entries after those that the import wrote when it brought a record back and said so in its origin. */
const editsSince = (history: readonly Change[], run: string): readonly Change[] => {
  const back = history.find(
    ({ field, to }) => field === 'origin' && (to as { run?: unknown } | undefined)?.run === run,
  );
  return back === undefined ? [] : history.filter(({ at }) => at > back.at);
};

/** Puts a record into the trash. */
export const trash = (record: VolymRecord, on: Day): Result<Draft> =>
  record.trashedOn === '' ? ok({ ...record, trashedOn: on }) : refuse('already-in-the-trash');

/**
 * Takes back what an import changed on a record that existed: a field returns if it still holds the imported value, an
 * added step gets a withdrawing one unless something was built on it since. Answers what must be said of the rest.
 */
export const takeBackChange = (
  record: VolymRecord,
  change: ImportedChange,
  { run, codesLeft, reason }: { readonly run: string; readonly codesLeft: number; readonly reason: string },
  doing: Doing,
): { readonly draft: Draft | undefined; readonly kept: KeptReason | undefined } => {
  const imported = record.steps.filter((step) => isOfImport(run, step) && !isUndoing(step));
  // A withdrawal (of an order that its codes no longer call redeemed) is not taken back: the order follows its codes.
  const open = imported.filter(
    ({ id, withdraws }) => withdraws === undefined && !record.steps.some((step) => step.id === undoneId(id)),
  );
  const later = record.steps.some((step) => !isOfImport(run, step) && isLater(record.steps, run, step));
  const stepsStay = open.length > 0 && (later || codesLeft > 0);
  const back = stepsStay ? [] : open.flatMap((step) => takenBack(record.steps, step, reason, doing));
  const data = withoutImported(record.data, change.fields);
  const edited = Object.entries(change.fields).some(([field, { from, to }]) => {
    const now = (record.data as Record<string, unknown>)[field] ?? '';
    return now !== to && now !== from;
  });
  const kept = stepsStay ? (later ? 'later-steps' : 'has-codes') : edited ? 'edited' : undefined;
  const same = back.length === 0 && JSON.stringify(data) === JSON.stringify(record.data);
  return { draft: same ? undefined : { ...record, data, steps: withSteps(record.steps, back) }, kept };
};

/** The step that takes an imported one back: a correction returns to what stood before, another step is withdrawn. */
const takenBack = (steps: readonly Step[], step: Step, reason: string, doing: Doing): Step[] => {
  const base = { id: undoneId(step.id), at: doing.now, by: doing.by, reason };
  if (step.corrects === undefined) return [{ ...base, kind: WITHDRAWN, on: doing.today, withdraws: step.id }];
  const before = standingSteps(steps.filter(({ id }) => id !== step.id)).find(({ id }) => id === step.corrects);
  if (before === undefined) return [];
  const { kind, on, note, data } = before;
  const said = { ...(note === undefined ? {} : { note }), ...(data === undefined ? {} : { data }) };
  return [{ ...base, kind, on, corrects: step.corrects, ...said }];
};
