import { whole } from '#core/record/field-schemas.ts';
import type { Change, VolymRecord } from '#core/record/record.ts';
import * as z from '#core/schema.ts';
import { WORKSPACE_ID } from '#workspace/rules/settings/workspace.ts';
import { LOOKS } from '#workspace/rules/undo/undo-act.ts';
import type { DemoHere } from '../device/settings.ts';

const exampleLaid = z.object({ ids: z.array(z.string()), at: whole });

/**
 * The example as it was laid in: the ids of its records, and the latest moment in them (ms). Of one
 * that was counted, `gone` of its records have no trace any more.
 */
export type ExampleLaid = z.output<typeof exampleLaid> & { readonly gone?: number };

/** How many records of the example someone added, changed, and removed. */
export type OwnInExample = {
  readonly added: number;
  readonly changed: number;
  readonly removed: number;
};

type Written = Pick<VolymRecord, 'id' | 'kind' | 'updatedAt' | 'trashedOn' | 'history' | 'steps'>;

/** Kept beside what people enter, and of no use without it. */
const BESIDE = ['keyring', 'device', 'import-run'];

/** What the app notes something in by itself, without a word of it in the history. */
const NOTED_IN = ['person', 'workspace'];

/** The example as it is now, to be told later from what someone made of it. */
export const laidIn = (records: readonly Written[]): ExampleLaid => ({
  ids: records.map(({ id }) => id),
  at: records
    .flatMap(({ updatedAt, steps }) => [updatedAt, ...steps.map(({ at }) => at)])
    .reduce((latest, at) => Math.max(latest, at), 0),
});

/**
 * The example as it was laid in, from what the device kept of it and from its records now, the trash
 * included; undefined where that does not tell.
 */
export const laidOnce = (
  demo: Pick<DemoHere, 'laid' | 'records'> | undefined,
  records: readonly Written[],
): ExampleLaid | undefined => {
  const kept = exampleLaid.safeParse(demo?.laid).data;
  if (kept !== undefined) return kept;
  const count = whole.safeParse(demo?.records).data;
  return count === undefined ? undefined : laidByCount(count, records);
};

/**
 * Of an example that was only counted: the last thing that was written of it were the rules of its
 * workspace. More records than were counted tell that some are unclear.
 */
const laidByCount = (count: number, records: readonly Written[]): ExampleLaid | undefined => {
  const workspace = records.find(({ id }) => id === WORKSPACE_ID);
  const rules = workspace?.history.toSorted((a, b) => a.at - b.at)[0];
  if (rules === undefined) return undefined;
  const laid = records.filter((record) => !isMadeAfter(record, rules));
  const gone = count - laid.length;
  return gone < 0 ? undefined : { ids: laid.map(({ id }) => id), at: rules.at, gone };
};

/** An id that was drawn begins with its moment; one that is made of what a record is does not. */
const DRAWN = /^[\da-f]{8}-[\da-f]{4}-7/;

/** Whether a record is known to have been made after a change. */
const isMadeAfter = (
  { id, updatedAt, history, steps }: Written,
  change: Pick<Change, 'id' | 'at'>,
): boolean => {
  const moments = [updatedAt, ...[...history, ...steps].map(({ at }) => at)];
  if (moments.some((at) => at <= change.at)) return false;
  return DRAWN.test(id) && DRAWN.test(change.id) && id > change.id;
};

/**
 * What someone added to the example, changed in it and removed from it, of all its records, the
 * trash included. Who only looked around has made nothing.
 */
export const ownInExample = (
  { ids, at, gone = 0 }: ExampleLaid,
  records: readonly Written[],
): OwnInExample => {
  const laid = new Set(ids);
  const counted = records.filter(({ kind }) => !BESIDE.includes(kind));
  const touched = counted.filter((record) => laid.has(record.id) && isTouched(record, at));
  const changed = touched.filter(({ trashedOn }) => trashedOn === '').length;
  const here = new Set(records.map(({ id }) => id));
  return {
    added: counted.filter(({ id }) => !laid.has(id)).length,
    changed,
    removed: touched.length - changed + ids.filter((id) => !here.has(id)).length + gone,
  };
};

/**
 * Whether someone changed a record since. That the lock was opened is noted of a person, what an
 * import learned of the workspace, and a look at a code of the code: none is a change.
 */
const isTouched = ({ kind, updatedAt, history, steps }: Written, laidAt: number): boolean => {
  if (updatedAt <= laidAt) return false;
  if (history.some(({ at }) => at > laidAt)) return true;
  const added = steps.filter(({ at }) => at > laidAt);
  return added.length === 0 ? !NOTED_IN.includes(kind) : added.some((step) => step.kind !== LOOKS);
};
