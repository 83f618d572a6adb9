import { originAt, type Import } from '#core/import/imported-change.ts';
import type { Data, Draft, VolymRecord } from '#core/record/record.ts';
import { withSteps, type Step } from '#core/record/step.ts';
import type { ImportedChange } from '#core/import/import-run.ts';
import { datedCounts } from './at-writing.ts';
import type { VipRecordPlan } from './planned-vip.ts';

/** The steps of a plan as they are written. */
export const vipSteps = (
  { steps }: Pick<VipRecordPlan, 'steps'>,
  { fileName, doing }: Import,
): Step[] =>
  steps.map((step) => ({
    ...step,
    id: doing.newId(),
    at: doing.now,
    by: doing.by,
    reason: fileName,
  }));

/** A new record. */
export const vipToWrite = (plan: VipRecordPlan, work: Import): Draft => ({
  id: plan.id,
  kind: plan.kind,
  programme: 'adobe-vip',
  parent: plan.parent,
  data: {
    ...datedCounts(plan.data as Data, work.doing.now),
    origin: originAt(plan.row, work),
  } as Data,
  steps: withSteps([], vipSteps(plan, work)),
});

/**
 * A record out of the trash, as it was. What the list says of it comes as changes, to be taken back
 * as such.
 */
export const vipBack = (trashed: VolymRecord, row: number, work: Import): Draft => ({
  ...trashed,
  data: { ...trashed.data, origin: originAt(row, work) } as Data,
  trashedOn: '',
});

/** What differs of a record that exists, with its values before and after. */
export const vipFields = (
  { before, data }: VipRecordPlan,
  { doing }: Import,
): ImportedChange['fields'] => {
  const held = (before?.data ?? {}) as Readonly<Record<string, unknown>>;
  return Object.fromEntries(
    Object.entries(datedCounts(data, doing.now)).map(([field, to]) => [
      field,
      { from: held[field] ?? '', to: to ?? '' },
    ]),
  );
};
