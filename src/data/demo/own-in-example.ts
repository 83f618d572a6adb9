import { whole } from '#core/record/field-schemas.ts';
import type { VolymRecord } from '#core/record/record.ts';
import * as z from '#core/schema.ts';
import { LOOKS } from '#workspace/rules/undo/undo-act.ts';

const exampleLaid = z.object({ ids: z.array(z.string()), at: whole });

/** The example as it was laid in: the ids of its records, and the latest moment in them (ms). */
export type ExampleLaid = z.output<typeof exampleLaid>;

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

/** What the device kept of that; undefined where it kept nothing, or nothing that can be read. */
export const keptLaid = (kept: unknown): ExampleLaid | undefined =>
  exampleLaid.safeParse(kept).data;

/**
 * What someone added to the example, changed in it and removed from it, of all its records, the
 * trash included. Who only looked around has made nothing.
 */
export const ownInExample = (
  { ids, at }: ExampleLaid,
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
    removed: touched.length - changed + ids.filter((id) => !here.has(id)).length,
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
