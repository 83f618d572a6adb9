import type { VipPlan, VipRecordPlan } from '#programmes/adobe-vip/import/plan/planned.ts';
import { vipFields, vipSteps, vipToWrite } from '#programmes/adobe-vip/import/plan/writes.ts';
import { recordBack, type Import } from '#core/import/imported-change.ts';
import { asSame } from '#core/import/planned-row.ts';
import type { Draft, VolymRecord } from '#core/record/record.ts';
import {
  plannedChange,
  plannedRun,
  type ImportTask,
  type Later,
  type Really,
  type Writes,
} from '#data/import/import-task.ts';
import { inTurns } from '#data/import/in-turns.ts';
import type { Written } from '#data/import/undo/take-back.ts';
import type { VipDryRun } from './trial.ts';

/** Lists of a VIP reseller, as the machine writes them. */
export const vipTask = (dryRun: VipDryRun): ImportTask => ({
  file: dryRun.file,
  rows: dryRun.plan.rows,
  size: sizeOf(dryRun.plan),
  prepare: (work) => inTurns(prepareWrites(dryRun, work)),
  saw: new Map(
    dryRun.plan.under.flatMap(({ id, before }) => (before === undefined ? [] : [[id, before]])),
  ),
  orders: [],
  really: (writes, written) => reallyWritten(dryRun, writes, written),
  mappings: dryRun.waiting.mapped.filter(({ mapping }) => Object.keys(mapping).length > 0),
});

const isNew = ({ before }: VipRecordPlan): boolean => before === undefined;
type PlanBack = VipRecordPlan & { readonly before: VolymRecord };
const isBack = (plan: VipRecordPlan): plan is PlanBack =>
  plan.before !== undefined && plan.before.trashedOn !== '';
const isChange = ({ before, data, steps }: VipRecordPlan): boolean =>
  before !== undefined && Object.keys(data).length + steps.length > 0;

/** Brought back and changed are two writes. */
const sizeOf = ({ above, under }: VipPlan): number =>
  [...above, ...under].reduce((sum, plan) => sum + (isBack(plan) && isChange(plan) ? 2 : 1), 0);

/** Makes something of each item, one per step. */
function* each<One, Made>(
  all: readonly One[],
  make: (item: One) => Made,
): Generator<number, Made[], void> {
  const made: Made[] = [];
  for (const item of all) {
    made.push(make(item));
    yield 1;
  }
  return made;
}

/** A price list that changes ten thousand prices is more than one task of the page. */
function* prepareWrites(
  { plan, waiting }: VipDryRun,
  work: Import,
): Generator<number, Writes, void> {
  const { above, under } = plan;
  const later = ({ id }: VipRecordPlan, draft: () => Draft): Later => ({
    id,
    draft: () => Promise.resolve(draft()),
  });
  const back = (planned: PlanBack): Draft => recordBack(planned.before, planned.row, work);
  const fresh = yield* each(above.filter(isNew), (planned) => vipToWrite(planned, work));
  const restored = yield* each(above.filter(isBack), back);
  const changes = yield* each([...above, ...under].filter(isChange), (planned) =>
    plannedChange(
      { id: planned.id, fields: vipFields(planned, work) },
      vipSteps(planned, work),
      planned.before,
    ),
  );
  const newUnder = under
    .filter(isNew)
    .map((planned) => later(planned, () => vipToWrite(planned, work)));
  const backUnder = under.filter(isBack).map((planned) => later(planned, () => back(planned)));
  const lain = [...above, ...under].filter(isBack).map(({ before }) => before);
  const [sheet, parents] = [waiting.sheets[0]?.kind, parentsOf(plan)];
  const record = plannedRun(work, plan, { sheet, fresh, restored, changes, back: lain, parents });
  return { fresh, restored, changes, newUnder, backUnder, record };
}

/** Customers under which authorizations, orders and returns come. */
const parentsOf = ({ under }: VipPlan): string[] => [
  ...new Set(under.filter((plan) => isNew(plan) || isBack(plan)).map(({ parent }) => parent)),
];

/** A row whose record another tab or device was quicker to write is the same. */
const reallyWritten = ({ plan }: VipDryRun, writes: Writes, written: Written): Really => {
  const made = new Set([...written.fresh, ...written.back]);
  const changed = writes.changes.flatMap(({ id }) => written.changes.get(id) ?? []);
  const touched = new Set([...made, ...changed.map(({ id }) => id)]);
  // A row leads to its customer: under it something was written, or the row is the same.
  const all = [...plan.above, ...plan.under];
  const reached = new Set(
    all.filter(({ id }) => touched.has(id)).flatMap(({ id, parent }) => [id, parent]),
  );
  const isWritten = (outcome: string): boolean => outcome === 'new' || outcome === 'changed';
  const rows = plan.rows.map((row) =>
    isWritten(row.outcome) && !reached.has(row.parent) ? asSame(row) : row,
  );
  const only = (drafts: readonly Draft[]): string[] =>
    drafts.map(({ id }) => id).filter((id) => made.has(id));
  const filled = new Set(plan.under.filter(({ id }) => made.has(id)).map(({ parent }) => parent));
  return {
    rows,
    changed,
    created: only(writes.fresh),
    restored: only(writes.restored),
    parents: parentsOf(plan).filter((id) => filled.has(id)),
  };
};
