import {
  entriesToWrite,
  fieldsToWrite,
  originAt,
  stepToWrite,
  type Import,
} from '#core/import/imported-change.ts';
import type { ImportedChange } from '#core/import/import-run.ts';
import { dataFrom, fieldsOf } from '#core/record/fields.ts';
import type { Draft } from '#core/record/record.ts';
import { withSteps, type Step } from '#core/record/step.ts';
import { datedCounts } from './at-writing.ts';
import type { VipRecordPlan } from './planned.ts';

/** The steps of a plan as they are written. */
export const vipSteps = ({ steps }: Pick<VipRecordPlan, 'steps'>, work: Import): Step[] =>
  steps.map((step) => stepToWrite(step, work));

/** A new record. */
export const vipToWrite = (plan: VipRecordPlan, work: Import): Draft => ({
  id: plan.id,
  kind: plan.kind,
  programme: 'adobe-vip',
  parent: plan.parent,
  data: dataFrom({
    ...datedCounts(plan.data, work.doing.now),
    origin: originAt(plan.row, work),
  }),
  steps: withSteps([], vipSteps(plan, work)),
});

/** What differs of a record that exists, with its values before and after. */
export const vipFields = (
  { before, data }: VipRecordPlan,
  { doing }: Import,
): ImportedChange['fields'] => {
  const held = before === undefined ? {} : fieldsOf(before.data);
  const all = Object.entries(datedCounts(data, doing.now));
  const isMap = ([field]: readonly [string, unknown]): boolean => ONE_BY_ONE.includes(field);
  return {
    ...fieldsToWrite(held, Object.fromEntries(all.filter((field) => !isMap(field)))),
    ...entriesToWrite(held, Object.fromEntries(all.filter(isMap))),
  };
};

/** Maps of a customer, in which each plan and each holder is undone by itself. */
const ONE_BY_ONE: readonly string[] = ['plans', 'holders'];
