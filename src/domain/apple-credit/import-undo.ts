import type { Day } from '../day.ts';
import type { Doing } from '../kind.ts';
import type { Draft, VolymRecord } from '../record.ts';
import { refuse, ok, type Result } from '../result.ts';
import { standingSteps, WITHDRAWN, type Step } from '../step.ts';
import type { ImportedChange } from '../workspace/import-run.ts';
import { withoutImported } from './import-writes.ts';
import { codeState, type RedemptionCode } from './redemption-code.ts';

/** When an import wrote, in ms: its steps carry `startedAt`; `finishedAt` is Infinity when it was cut off. */
export type ImportTime = { readonly startedAt: number; readonly finishedAt: number };

/** Why a record stays when its import is undone. */
export type KeptReason = 'redeemed' | 'handed-out' | 'has-codes' | 'later-steps' | 'edited';

/** Why a code that an import brought must stay, or undefined when it may go: only what was done since counts. */
export const whyCodeStays = (code: RedemptionCode, { startedAt }: ImportTime): KeptReason | undefined => {
  const state = codeState({ steps: code.steps.filter(({ at }) => at !== startedAt) });
  return state === 'free' ? undefined : state;
};

/** Why an order or batch that an import made must stay; `codesLeft` are the live codes that remain under it. */
export const whyParentStays = (
  record: VolymRecord,
  codesLeft: number,
  { startedAt, finishedAt }: ImportTime,
): KeptReason | undefined => {
  if (codesLeft > 0) return 'has-codes';
  if (record.steps.some(({ at }) => at > startedAt)) return 'later-steps';
  return record.history.some(({ at }) => at > finishedAt) ? 'edited' : undefined;
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
  since: ImportTime & { readonly codesLeft: number; readonly reason: string },
  doing: Doing,
): { readonly draft: Draft | undefined; readonly kept: KeptReason | undefined } => {
  const imported = new Set(change.steps);
  // An undo that was cut off is done again: its own steps are nobody's work.
  const mine = (step: Step): boolean => imported.has(step.id) || step.reason === since.reason;
  const later = record.steps.some((step) => step.at > since.startedAt && !mine(step));
  const stepsStay = change.steps.length > 0 && (later || since.codesLeft > 0);
  const back = stepsStay ? [] : change.steps.flatMap((id) => takenBack(record.steps, id, since.reason, doing));
  const data = withoutImported(record.data, change.fields);
  const edited = Object.entries(change.fields).some(([field, { from, to }]) => {
    const now = (record.data as Record<string, unknown>)[field] ?? '';
    return now !== to && now !== from;
  });
  const kept = stepsStay ? (later ? 'later-steps' : 'has-codes') : edited ? 'edited' : undefined;
  const same = back.length === 0 && JSON.stringify(data) === JSON.stringify(record.data);
  return { draft: same ? undefined : { ...record, data, steps: [...record.steps, ...back] }, kept };
};

/** The step that takes an imported one back: a correction returns to what stood before, another step is withdrawn. */
const takenBack = (steps: readonly Step[], id: string, reason: string, doing: Doing): Step[] => {
  const step = steps.find((candidate) => candidate.id === id);
  if (step === undefined || steps.some(({ withdraws }) => withdraws === id)) return [];
  if (steps.some(({ corrects, reason: why }) => corrects === step.corrects && why === reason)) return [];
  const base = { id: doing.newId(), at: doing.now, by: doing.by, reason };
  if (step.corrects === undefined) return [{ ...base, kind: WITHDRAWN, on: doing.today, withdraws: id }];
  const before = standingSteps(steps.filter((candidate) => candidate.id !== id)).find(
    (candidate) => candidate.id === step.corrects,
  );
  if (before === undefined) return [];
  const { kind, on, note, data } = before;
  const said = { ...(note === undefined ? {} : { note }), ...(data === undefined ? {} : { data }) };
  return [{ ...base, kind, on, corrects: step.corrects, ...said }];
};
