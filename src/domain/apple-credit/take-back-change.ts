import type { Doing } from '../kind.ts';
import type { Draft, VolymRecord } from '../record.ts';
import { standingSteps, WITHDRAWN, withSteps, type Step } from '../step.ts';
import type { ImportedChange } from '../workspace/import-run.ts';
import { isOfImport, isUndoing, undoneId } from './import-steps.ts';
import { isLater, isOthers, type KeptReason, type Undoing } from './import-undo.ts';
import { withoutImported } from './import-writes.ts';

/** What is known when a change of an import is taken back. */
export type TakingBack = Undoing & {
  readonly codesLeft: number;
  /** Written on the steps that take others back. */
  readonly reason: string;
  /** What imports that came later, and still hold, changed of the record. */
  readonly over?: readonly ImportedChange['fields'][];
  /** The fields that may return; all unless given. */
  readonly only?: readonly string[] | undefined;
};

/** What becomes of a change that is taken back. */
export type TakenBack = {
  /** Undefined when there is nothing to write. */
  readonly draft: Draft | undefined;
  readonly kept: KeptReason | undefined;
  /** Fields that a later import holds: they return when that one is undone. */
  readonly waiting: readonly string[];
};

/**
 * Takes back what an import changed on a record that existed: a field returns if it still holds the imported value, an
 * added step gets a withdrawing one unless something was built on it since. Answers what must be said of the rest.
 */
export const takeBackChange = (
  record: VolymRecord,
  change: Pick<ImportedChange, 'fields'>,
  since: TakingBack,
  doing: Doing,
): TakenBack => {
  const imported = record.steps.filter((step) => isOfImport(since.run, step) && !isUndoing(step));
  // A withdrawal (of an order that its codes no longer call redeemed) is not taken back: the order follows its codes.
  const open = imported.filter(
    ({ id, withdraws }) => withdraws === undefined && !record.steps.some((step) => step.id === undoneId(id)),
  );
  const later = record.steps.some((step) => isOthers(step, since) && isLater(record.steps, since.run, step));
  const stepsStay = open.length > 0 && (later || since.codesLeft > 0);
  const back = stepsStay ? [] : open.flatMap((step) => takenBack(record.steps, step, since, doing));
  const { data, edited, waiting } = fieldsBack(record, change.fields, since);
  const kept = stepsStay ? (later ? 'later-steps' : 'has-codes') : edited ? 'edited' : undefined;
  const same = back.length === 0 && JSON.stringify(data) === JSON.stringify(record.data);
  return { draft: same ? undefined : { ...record, data, steps: withSteps(record.steps, back) }, kept, waiting };
};

/** The data with the fields that return, whether any was edited since, and which ones a later import holds. */
const fieldsBack = (record: VolymRecord, fields: ImportedChange['fields'], { over = [], only }: TakingBack) => {
  const holds = (field: string): unknown => (record.data as unknown as Record<string, unknown>)[field] ?? '';
  const entries = Object.entries(fields);
  const isHeld = (field: string): boolean => over.some((later) => later[field]?.to === holds(field));
  const waiting = entries.map(([field]) => field).filter((field) => isHeld(field) && only?.includes(field) !== false);
  const edited = entries.some(([field, { from, to }]) => holds(field) !== to && holds(field) !== from);
  const free = entries.filter(([field]) => !waiting.includes(field) && only?.includes(field) !== false);
  const data = withoutImported(record.data, Object.fromEntries(free));
  return { data, edited: edited || waiting.length > 0, waiting };
};

/** The step that takes an imported one back: a correction returns to what stood before, another step is withdrawn. */
const takenBack = (steps: readonly Step[], step: Step, { run, reason }: TakingBack, doing: Doing): Step[] => {
  const base = { id: undoneId(step.id), at: doing.now, by: doing.by, reason };
  if (step.corrects === undefined) return [{ ...base, kind: WITHDRAWN, on: doing.today, withdraws: step.id }];
  const rest = withoutUndone(steps).filter((one) => !isOfImport(run, one));
  const before = standingSteps(rest).find(({ id }) => id === step.corrects);
  if (before === undefined) return [];
  const { kind, on, note, data } = before;
  const said = { ...(note === undefined ? {} : { note }), ...(data === undefined ? {} : { data }) };
  return [{ ...base, kind, on, corrects: step.corrects, ...said }];
};

/** The steps as if those that an undo took back had never been. */
const withoutUndone = (steps: readonly Step[]): Step[] => {
  const ids = new Set(steps.map(({ id }) => id));
  return steps.filter((step) => !isUndoing(step) && !ids.has(undoneId(step.id)));
};
