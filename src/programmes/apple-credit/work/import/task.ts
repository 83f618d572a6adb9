import {
  parentToWrite,
  redeemedStep,
  stepsToWrite,
  codeToWrite,
} from '#programmes/apple-credit/import/plan/writes.ts';
import { parentsFilled, rowsWritten } from '#programmes/apple-credit/import/plan/rows-written.ts';
import { sealedAt } from '#programmes/apple-credit/rules/code/redemption-code.ts';
import { recordBack, type Import } from '#core/import/imported-change.ts';
import type { CodeBatch } from '#programmes/apple-credit/rules/code/code-batch.ts';
import type { CreditOrder } from '#programmes/apple-credit/rules/order/credit-order.ts';
import type { CodePlan, ParentPlan } from '#programmes/apple-credit/import/plan/planned.ts';
import type { Draft, VolymRecord } from '#core/record/record.ts';
import type { Vault } from '#data/vault/vault.ts';
import { sourceOf } from '#core/import/source-file.ts';
import type { CreditDryRun } from './trial.ts';
import {
  plannedChange,
  plannedRun,
  type ImportTask,
  type Later,
  type PlannedChange,
  type Really,
  type Writes,
} from '#data/import/import-task.ts';
import type { Written } from '#data/import/undo/take-back.ts';

/** Settles what a dry run's tap writes. */
const prepareWrites = (
  { plan, known, file, codeAt }: CreditDryRun,
  work: Import,
  vault: Pick<Vault, 'seal'>,
): Writes => {
  const parents = new Map([...known.orders, ...known.batches].map((record) => [record.id, record]));
  const before = (id: string): VolymRecord | undefined => parents.get(id) ?? known.codes.get(id);
  const { fresh, restored, changes } = parentWrites(plan.parents, parents, work);
  for (const id of plan.redeemed)
    changes.push(plannedChange({ id, fields: {} }, [redeemedStep(work)], before(id)));
  const [newCodes, codesBack] = [true, false].map((isNew) =>
    plan.codes.filter(({ id }) => !known.codes.has(id) === isNew),
  );
  const moved = (codesBack ?? []).filter(movesIn(known));
  const back = [...restored, ...moved].flatMap(({ id }) => before(id) ?? []);
  const filled = plan.parents.filter(({ codes }) => codes > 0).map(({ id }) => id);
  const sheet = file.sheets[0]?.kind;
  const record = plannedRun(work, plan, { sheet, fresh, restored, changes, back, parents: filled });
  const later = (code: CodePlan): Later => ({
    id: code.id,
    draft: async () =>
      codeToWrite(code, await vault.seal(codeAt(code.sheet, code.index), sealedAt(code.id)), {
        ...work,
        file: sourceOf(file, file.sheets[code.sheet]?.name ?? '').file,
      }),
  });
  return {
    fresh,
    restored,
    changes,
    newUnder: (newCodes ?? []).map(later),
    backUnder: (codesBack ?? []).map(later),
    record,
  };
};

/**
 * The writes of orders and batches: a new one, one back from the trash, or a change to an existing
 * one.
 */
const parentWrites = (
  planned: readonly ParentPlan[],
  parents: ReadonlyMap<string, CreditOrder | CodeBatch>,
  work: Import,
) => {
  const fresh: Draft[] = [];
  const restored: Draft[] = [];
  const changes: PlannedChange[] = [];
  for (const parent of planned) {
    const added = stepsToWrite(parent.steps, work);
    const before = parents.get(parent.id);
    if (parent.state === 'new' || before === undefined) {
      fresh.push(parentToWrite(parent, added, work));
      continue;
    }
    if (parent.state === 'restored') restored.push(recordBack(before, parent.row, work));
    if (added.length > 0 || Object.keys(parent.fields).length > 0)
      changes.push(plannedChange(parent, added, before));
  }
  return { fresh, restored, changes };
};

/** Whether a code does not only come back to where it was thrown away. */
const movesIn =
  ({ codes }: CreditDryRun['known']) =>
  ({ id, parent }: CodePlan): boolean =>
    codes.get(id)?.trashedOn === '' || codes.get(id)?.parent !== parent;

/**
 * What of the plan was really written: another tab or device may have been quicker with the rest.
 */
const reallyWritten = (
  writes: Writes,
  written: Written,
  { plan, known, file }: CreditDryRun,
): Really => {
  const made = new Set([...written.fresh, ...written.back]);
  const changed = writes.changes.flatMap(({ id }) => written.changes.get(id) ?? []);
  const touched = changed
    .filter(({ fields, steps }) => steps.length > 0 || Object.keys(fields).length > 0)
    .map(({ id }) => known.codes.get(id)?.parent ?? id);
  const really = { made, changed: new Set(touched) };
  const filled = parentsFilled(plan, really);
  return {
    rows: rowsWritten(plan, file, really),
    parents: plan.parents.map(({ id }) => id).filter((id) => filled.has(id)),
    created: writes.fresh.map(({ id }) => id).filter((id) => made.has(id)),
    restored: writes.restored.map(({ id }) => id).filter((id) => made.has(id)),
    changed,
  };
};

/** Orders whose codes an import brings or marks. */
const ordersToFollow = ({ plan, known }: Pick<CreditDryRun, 'plan' | 'known'>): string[] => {
  const filled = plan.parents
    .filter(({ kind, codes }) => kind === 'credit-order' && codes > 0)
    .map(({ id }) => id);
  return [
    ...new Set([...filled, ...plan.redeemed.flatMap((id) => known.codes.get(id)?.parent ?? [])]),
  ];
};

/** How many records a dry run would write: the end of its run's progress. */
const writesOf = ({ plan }: Pick<CreditDryRun, 'plan'>): number =>
  plan.parents.length +
  plan.parents.filter(isBackAndChanged).length +
  plan.codes.length +
  plan.redeemed.length;

/** Brought back and changed are two writes. */
const isBackAndChanged = ({
  state,
  steps,
  fields,
}: CreditDryRun['plan']['parents'][number]): boolean =>
  state === 'restored' && steps.length + Object.keys(fields).length > 0;

/** A file of codes or orders, as the machine writes it. */
export const creditTask = (dryRun: CreditDryRun, vault: Pick<Vault, 'seal'>): ImportTask => ({
  file: dryRun.file,
  rows: dryRun.plan.rows,
  size: writesOf(dryRun),
  prepare: (work) => prepareWrites(dryRun, work, vault),
  saw: dryRun.known.codes,
  orders: ordersToFollow(dryRun),
  really: (writes, written) => reallyWritten(writes, written, dryRun),
  mappings: dryRun.waiting.mapped,
});
