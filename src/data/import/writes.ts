import {
  parentBack,
  parentToWrite,
  redeemedStep,
  stepsToWrite,
  type Import,
} from '#domain/apple-credit/import-writes.ts';
import { formerPlace } from '#domain/apple-credit/former-place.ts';
import type { CodeBatch } from '#domain/apple-credit/code-batch.ts';
import type { CreditOrder } from '#domain/apple-credit/credit-order.ts';
import type { CodePlan, ParentPlan } from '#domain/apple-credit/import-rows.ts';
import type { Draft, VolymRecord } from '#domain/record.ts';
import type { Step } from '#domain/step.ts';
import type { ImportedChange, ImportRunData } from '#domain/workspace/import-run.ts';
import type { DryRun } from './dry-run.ts';

/** A change to a record that exists, or was brought back from the trash, with the steps that are appended unless someone was quicker. */
export type PlannedChange = ImportedChange & {
  readonly added: readonly Step[];
  /** Ids of the steps that the dry run saw. */
  readonly seen: ReadonlySet<string>;
};

/** What an import is about to write, settled before the first write so that its record can tell how to undo it. */
export type Writes = {
  readonly fresh: readonly Draft[];
  readonly restored: readonly Draft[];
  readonly changes: readonly PlannedChange[];
  readonly newCodes: readonly CodePlan[];
  readonly codesBack: readonly CodePlan[];
  readonly record: Draft<ImportRunData>;
};

/** Settles what a dry run's tap writes. */
export const prepareWrites = ({ plan, known, file }: DryRun, work: Import): Writes => {
  const parents = new Map([...known.orders, ...known.batches].map((record) => [record.id, record]));
  const before = (id: string): VolymRecord | undefined => parents.get(id) ?? known.codes.get(id);
  const { fresh, restored, changes } = parentWrites(plan.parents, parents, work);
  for (const id of plan.redeemed) changes.push(plannedChange({ id, fields: {} }, [redeemedStep(work)], before(id)));
  const [newCodes, codesBack] = [true, false].map((isNew) =>
    plan.codes.filter(({ id }) => !known.codes.has(id) === isNew),
  );
  const former = [...restored.map(({ id }) => id), ...(codesBack ?? []).filter(movesIn(known)).map(({ id }) => id)];
  const ids = (drafts: readonly Draft[]): string[] => drafts.map(({ id }) => id);
  const record = recordOf(work, {
    ...{ fileName: file.name, file: file.file, sheet: file.sheets[0]?.kind ?? '', rows: plan.rows.length },
    counts: plan.counts,
    unreadable: plan.rows
      .filter(({ outcome }) => outcome === 'unreadable')
      .map(({ row, sheet, why }) => ({ row, sheet, reason: why?.code ?? '' })),
    parents: plan.parents.filter(({ codes }) => codes > 0).map(({ id }) => id),
    ...{ created: ids(fresh), restored: ids(restored), kept: [] },
    former: former.flatMap((id) => before(id) ?? []).map(formerPlace),
    changed: changes.map(({ id, fields, steps: added }) => ({ id, fields, steps: added })),
  });
  return { fresh, restored, changes, newCodes: newCodes ?? [], codesBack: codesBack ?? [], record };
};

/** What becomes of orders and batches: a new one, one back from the trash, a change to one that is there. */
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
    if (parent.state === 'restored') restored.push(parentBack(before, parent, work));
    if (added.length > 0 || Object.keys(parent.fields).length > 0) changes.push(plannedChange(parent, added, before));
  }
  return { fresh, restored, changes };
};

const plannedChange = (
  { id, fields }: Pick<ImportedChange, 'id' | 'fields'>,
  added: readonly Step[],
  before: VolymRecord | undefined,
): PlannedChange => ({
  ...{ id, fields, steps: added.map((step) => step.id), added },
  seen: new Set(before?.steps.map((step) => step.id)),
});

/** Whether a code does not only come back to where it was thrown away. */
const movesIn =
  ({ codes }: DryRun['known']) =>
  ({ id, parent }: CodePlan): boolean =>
    codes.get(id)?.trashedOn === '' || codes.get(id)?.parent !== parent;

const recordOf = ({ run, doing }: Import, data: Omit<ImportRunData, 'v'>): Draft<ImportRunData> => ({
  ...{ id: run, kind: 'import-run', programme: 'workspace', parent: '' },
  data: { v: 1, ...data },
  steps: [{ id: doing.newId(), kind: 'started', on: doing.today, at: doing.now, by: doing.by }],
});
