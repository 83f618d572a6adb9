import type { Doing } from '../kind.ts';
import type { Data, Draft, VolymRecord } from '../record.ts';
import { standingSteps, withSteps, type Step } from '../step.ts';
import type { ImportedChange } from '../workspace/import-run.ts';
import { newBatch } from './code-batch-commands.ts';
import type { CodeBatch } from './code-batch.ts';
import type { Origin } from '../origin.ts';
import type { CreditOrder } from './credit-order.ts';
import { draftOrder } from './order-commands.ts';
import type { CodePlan, ParentPlan, PlannedStep } from './import-rows.ts';
import { newCode } from './code-commands.ts';
import type { Sealed } from '../sealed.ts';
import type { RedemptionCodeData } from './redemption-code.ts';

/** One import as it writes; its `doing` gives steps that carry the run in their ids (`doingOf`). */
export type Import = { readonly run: string; readonly file: string; readonly fileName: string; readonly doing: Doing };

type Fields = ParentPlan['fields'];

/** The planned steps as they are written. A corrected day names the file as its reason. */
export const stepsToWrite = (planned: readonly PlannedStep[], { fileName, doing }: Import): Step[] =>
  planned.map(({ kind, on, corrects, data }) => ({
    ...{ id: doing.newId(), kind, on, at: doing.now, by: doing.by },
    ...(corrects === undefined ? {} : { corrects, reason: fileName }),
    ...(data === undefined ? {} : { data }),
  }));

/** A new order or batch. */
export const parentToWrite = (parent: ParentPlan, steps: readonly Step[], work: Import): Draft => {
  const origin = originAt(parent.row, work);
  const said = Object.fromEntries(Object.entries(parent.fields).map(([field, { to }]) => [field, to]));
  if (parent.kind === 'code-batch')
    return newBatch(parent.id, { name: parent.name, owner: work.doing.by, ...said, origin });
  const order = draftOrder(parent.id, { ...said, origin }, work.doing);
  // The sheet's reader hands on nothing but days and amounts.
  if (!order.ok) throw new TypeError(`the sheet gave no order: ${order.problem.code}`);
  return { ...order.value, steps };
};

/** An order or batch out of the trash, as it was; what the sheet says of it comes as changes, to be taken back as such. */
export const parentBack = (trashed: CreditOrder | CodeBatch, { row }: ParentPlan, work: Import): Draft => ({
  ...trashed,
  data: { ...trashed.data, origin: originAt(row, work) } as unknown as Data,
  trashedOn: '',
});

/** What an import does to a record that exists, on its newest state: a field that someone changed meanwhile stays. */
export const changeToWrite = (
  record: VolymRecord,
  change: Pick<ImportedChange, 'fields'>,
  steps: readonly Step[],
): Draft => ({
  ...record,
  data: withImported(record.data, change.fields),
  steps: withSteps(record.steps, steps),
});

/**
 * What of a planned change is left to do on the newest state: fields that still hold what the dry run saw, and steps
 * that nobody wrote since (`seen` are the ids of those that it saw).
 */
export const stillToWrite = (
  record: VolymRecord,
  {
    fields,
    added,
    seen,
  }: { readonly fields: Fields; readonly added: readonly Step[]; readonly seen: ReadonlySet<string> },
): { readonly fields: Fields; readonly added: readonly Step[] } => {
  const holds = (field: string): unknown => (record.data as unknown as Record<string, unknown>)[field] ?? '';
  const said = new Set(record.steps.filter(({ id }) => !seen.has(id)).map(({ kind }) => kind));
  const standing = new Set(standingSteps(record.steps).map(({ id }) => id));
  return {
    fields: Object.fromEntries(Object.entries(fields).filter(([field, { from }]) => holds(field) === from)),
    added: added.filter(({ kind, corrects }) => !said.has(kind) && (corrects === undefined || standing.has(corrects))),
  };
};

/** Sets the fields that still hold what they held before the import. */
export const withImported = (data: Data, fields: Fields): Data =>
  replaced(
    data,
    Object.entries(fields).map(([field, { from, to }]) => [field, from, to]),
  );

/** Gives back the fields that still hold what the import gave them. */
export const withoutImported = (data: Data, fields: Fields): Data =>
  replaced(
    data,
    Object.entries(fields).map(([field, { from, to }]) => [field, to, from]),
  );

/** Where a field holds `expected` it gets `wanted`; '' in place of a number means that it is absent. */
const replaced = (data: Data, fields: readonly (readonly [string, unknown, unknown])[]): Data => {
  const next: Record<string, unknown> = { ...data };
  for (const [field, expected, wanted] of fields) {
    if ((next[field] ?? '') !== expected) continue;
    next[field] = wanted === '' && typeof expected !== 'string' ? undefined : wanted;
  }
  return next as Data;
};

/** A code's record, sealed. */
export const codeToWrite = (code: CodePlan, sealed: Sealed, work: Import): Draft<RedemptionCodeData> => {
  const { id, parent, usage, number, row } = code;
  const draft = newCode({ id, parent, usage, number, sealed, origin: originAt(row, work) });
  return { ...draft, steps: code.redeemed ? [redeemedStep(work)] : [] };
};

/** The sheet says that a code is redeemed, not when: dated today, with the file as its reason, and to be corrected. */
export const redeemedStep = ({ fileName, doing }: Import): Step => ({
  ...{ id: doing.newId(), kind: 'redeemed', on: doing.today, at: doing.now, by: doing.by, reason: fileName },
  data: { account: '', place: '' },
});

const originAt = (row: number, { run, file }: Import): Origin => ({ run, row, file });
