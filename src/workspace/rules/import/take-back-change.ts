import type { Doing } from '#core/record/kind.ts';
import type { Draft, VolymRecord } from '#core/record/record.ts';
import { returnedTogether } from '#programmes/returned-together.ts';
import { isSameValue } from '#core/record/same-value.ts';
import { currentSteps, WITHDRAWN, withSteps, type Step } from '#core/record/step.ts';
import type { ImportedChange } from '#core/import/import-run.ts';
import { BY_CODES, isOfImport, isUndoing, undoneId } from '#core/import/import-steps.ts';
import { isLater, isOthers, type KeptReason, type Undoing } from '#core/import/why-stays.ts';
import { withoutImported } from '#core/import/imported-change.ts';
import {
  asEntries,
  entriesIn,
  entryOf,
  type ImportedEntry,
} from '#core/import/imported-entries.ts';
import { fieldsOf } from '#core/record/fields.ts';

/** What is known when a change of an import is taken back. */
export type TakingBack = Undoing & {
  /** Why the record stays for what is left under it; undefined where nothing is. */
  readonly left?: KeptReason | undefined;
  /** Written on the steps that take others back. */
  readonly reason: string;
  /** What imports that came later, and still hold, changed of the record. */
  readonly over?: readonly ImportedChange['fields'][];
  /** The fields that are judged, when others returned before; all unless given. */
  readonly only?: readonly string[] | undefined;
};

/** What becomes of a change that is taken back. */
export type TakenBack = {
  /** Undefined when there is nothing to write. */
  readonly draft: Draft | undefined;
  readonly kept: KeptReason | undefined;
  /**
   * Fields that hold another value, or that a later import holds: they may return when that one is
   * undone.
   */
  readonly fields: readonly string[];
};

/**
 * Undoes what an import changed on an existing record: a field goes back if it still holds the
 * imported value, an added step is withdrawn unless something has been built on it since. Returns
 * what to report about the rest.
 */
export const takeBackChange = (
  record: VolymRecord,
  change: Pick<ImportedChange, 'fields'>,
  since: TakingBack,
  doing: Doing,
): TakenBack => {
  const open = openSteps(record.steps, since.run);
  const later = record.steps.some(
    (step) => isOthers(step, since) && isLater(record.steps, since.run, step),
  );
  const builtOn = later ? 'later-steps' : since.left;
  const lifted = withdrawnByCodes(record.steps, since.run);
  const back =
    builtOn === undefined
      ? [...open, ...lifted].flatMap((step) => takenBack(record.steps, step, since, doing))
      : [];
  const { data, stay } = fieldsBack(record, change.fields, since);
  const stepsStay = open.length > 0 ? builtOn : undefined;
  const kept = stepsStay ?? (stay.length > 0 ? 'edited' : undefined);
  const same = back.length === 0 && isSameValue(data, record.data);
  return {
    draft: same ? undefined : { ...record, data, steps: withSteps(record.steps, back) },
    kept,
    fields: stay,
  };
};

/** The steps with what takes those of an import back, whatever came after them. */
export const stepsBack = (
  steps: readonly Step[],
  since: Pick<TakingBack, 'run' | 'reason'>,
  doing: Doing,
): readonly Step[] =>
  withSteps(
    steps,
    openSteps(steps, since.run).flatMap((step) => takenBack(steps, step, since, doing)),
  );

/** The steps that an import added and that nothing took back yet. */
const openSteps = (steps: readonly Step[], run: string): Step[] =>
  untouched(steps, run).filter(({ withdraws }) => withdraws === undefined);

/**
 * The steps of an import that withdrew what an order said about its codes, since a free one came.
 * Another withdrawal is not lifted: the order follows its codes.
 */
const withdrawnByCodes = (steps: readonly Step[], run: string): Step[] => {
  const byCodes = new Set(steps.filter(isByCodes).map(({ id }) => id));
  return untouched(steps, run).filter(({ withdraws = '' }) => byCodes.has(withdraws));
};

const isByCodes = ({ data }: Step): boolean => data?.by === BY_CODES.by;

const untouched = (steps: readonly Step[], run: string): Step[] => {
  const ids = new Set(steps.map(({ id }) => id));
  return steps.filter(
    (step) => isOfImport(run, step) && !isUndoing(step) && !ids.has(undoneId(step.id)),
  );
};

/**
 * The data with the fields that go back, and which ones stay; fields that belong together stay if
 * one of them does.
 */
const fieldsBack = (
  record: VolymRecord,
  fields: ImportedChange['fields'],
  { over = [], only }: TakingBack,
) => {
  const holds = (field: string): unknown => fieldsOf(record.data)[field] ?? '';
  const isHeld = (field: string): boolean =>
    over.some(
      (later) => Object.hasOwn(later, field) && isSameValue(later[field]?.to, holds(field)),
    );
  const isEntryHeld = (field: string, key: string): boolean =>
    over.some((later) => {
      const [was, left] = [later[field]?.from, later[field]?.to].map((map) => entryOf(map, key));
      return !isSameValue(was, left) && isSameValue(left, entryOf(holds(field), key));
    });
  // Entries go back one by one: only those that are others' stay.
  const entriesOf = (
    field: string,
  ): { readonly free: ImportedEntry[]; readonly stays: boolean } => {
    const all = entriesIn(fields[field] ?? { from: '', to: '' });
    const isFree = ({ key, from, to }: ImportedEntry): boolean => {
      const now = entryOf(holds(field), key);
      return !isEntryHeld(field, key) && (isSameValue(now, to) || isSameValue(now, from));
    };
    const free = all.filter(isFree);
    return { free, stays: free.length < all.length };
  };
  const isWritten = (field: string): boolean => isSameValue(holds(field), fields[field]?.to);
  const isBack = (field: string): boolean => isSameValue(holds(field), fields[field]?.from);
  const isOthers = (field: string): boolean =>
    fields[field]?.entries === true
      ? entriesOf(field).stays
      : isHeld(field) || (Object.hasOwn(fields, field) && !isWritten(field) && !isBack(field));
  const staying = new Set(
    returnedTogether(record.kind)
      .filter((together) => together.some(isOthers))
      .flat(),
  );
  const judged = Object.entries(fields).filter(([field]) => only?.includes(field) ?? true);
  const stay = judged
    .map(([field]) => field)
    .filter((field) => isOthers(field) || (staying.has(field) && !isBack(field)));
  const free = judged.flatMap(([field, change]) => {
    if (change.entries === true) return [[field, asEntries(entriesOf(field).free)] as const];
    return stay.includes(field) ? [] : [[field, change] as const];
  });
  return { data: withoutImported(record.data, Object.fromEntries(free)), stay };
};

/**
 * The steps that undo an imported one: a correction or withdrawal returns to what held before,
 * another step is withdrawn. What an undo meanwhile wrote on the order from its codes gives way to
 * what the order said itself.
 */
const takenBack = (
  steps: readonly Step[],
  step: Step,
  { run, reason }: Pick<TakingBack, 'run' | 'reason'>,
  doing: Doing,
): Step[] => {
  const base = { at: doing.now, by: doing.by, reason };
  const withdraw = (id: string): Step => ({
    ...base,
    id: undoneId(id === step.id ? id : `${step.id}.${id}`),
    kind: WITHDRAWN,
    on: doing.today,
    withdraws: id,
  });
  const earlier = step.corrects ?? step.withdraws;
  if (earlier === undefined) return [withdraw(step.id)];
  const rest = withoutUndone(steps).filter((step) => !isOfImport(run, step));
  const before = currentSteps(rest).find(({ id }) => id === earlier);
  if (before === undefined) return [];
  const { kind, on, note, data } = before;
  const kept = { ...(note === undefined ? {} : { note }), ...(data === undefined ? {} : { data }) };
  const meanwhile =
    step.withdraws === undefined
      ? []
      : currentSteps(steps).filter((step) => isUndoing(step) && isByCodes(step));
  return [
    { ...base, id: undoneId(step.id), kind, on, corrects: earlier, ...kept },
    ...meanwhile.map(({ id }) => withdraw(id)),
  ];
};

/** The steps as if those that an undo took back had never been. */
const withoutUndone = (steps: readonly Step[]): Step[] => {
  const ids = new Set(steps.map(({ id }) => id));
  return steps.filter((step) => !isUndoing(step) && !ids.has(undoneId(step.id)));
};
