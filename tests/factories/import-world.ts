import { planImport } from '#programmes/apple-credit/import/plan/plan.ts';
import { NO_CHOICE, type Choice } from '#core/import/choice.ts';
import {
  type ImportPlan,
  type IncomingFile,
  type IncomingRow,
  type Known,
} from '#programmes/apple-credit/import/plan/planned.ts';
import { doingOf } from '#core/import/import-steps.ts';
import { changeToWrite, recordBack } from '#core/import/imported-change.ts';
import {
  codeToWrite,
  parentToWrite,
  redeemedStep,
  stepsToWrite,
} from '#programmes/apple-credit/import/plan/writes.ts';
import type { CodeBatch } from '#programmes/apple-credit/rules/code/code-batch.ts';
import type { CreditOrder } from '#programmes/apple-credit/rules/order/credit-order.ts';
import {
  draftOrder,
  type OrderInput,
  type OrderStepKind,
} from '#programmes/apple-credit/rules/order/order-commands.ts';
import type { SheetMetadata, UnreadableRow } from '#programmes/apple-credit/import/read/values.ts';
import type { RedemptionCode } from '#programmes/apple-credit/rules/code/redemption-code.ts';
import type { Day } from '#core/day/day.ts';
import { NEWEST_BASE, type Draft, type VolymRecord } from '#core/record/record.ts';
import type { Result } from '#core/result.ts';
import { countUnder } from '#programmes/apple-credit/work/code/codes-under.ts';
import { doingOn } from './doing.ts';

const valueOf = <T>(result: Result<T>): T => {
  if (!result.ok) throw new Error(result.problem.code);
  return result.value;
};

/** A stored record of a draft, with computed fields that nothing here reads. */
export const recordOf = <D extends VolymRecord['data']>(draft: Draft<D>): VolymRecord<D> => ({
  ...draft,
  steps: draft.steps ?? [],
  trashedOn: draft.trashedOn ?? '',
  dueOn: '',
  newestFirst: NEWEST_BASE,
  updatedAt: 0,
  updatedBy: '',
  history: [],
  clashes: [],
});

/** An order made by hand, with steps on their days. */
export const handMade = (
  id: string,
  input: OrderInput,
  steps: readonly [OrderStepKind, Day][] = [],
): CreditOrder => {
  const doing = doingOn('2026-11-19');
  const draft = steps.reduce(
    (order, [kind, on]) => ({
      ...order,
      steps: [...(order.steps ?? []), { id: doing.newId(), kind, on, at: 1, by: 'sara' }],
    }),
    valueOf(draftOrder(id, input, doing)),
  );
  return recordOf(draft);
};

type RowInput = Partial<IncomingRow> & { readonly row: number };

/** A row of a credit sheet. */
export const orderRow = (input: RowInput): IncomingRow => ({
  outcome: 'value',
  sheet: '',
  notes: [],
  ...input,
});

/** A row of a code sheet. */
export const codeRow = (
  row: number,
  codeId: string,
  more: Partial<IncomingRow> = {},
): IncomingRow => ({
  outcome: 'value',
  sheet: '',
  notes: [],
  linked: true,
  row,
  codeId,
  ...more,
});

/** A file with one credit sheet. */
export const creditFile = (
  rows: readonly (IncomingRow | UnreadableRow)[],
  file = 'file-a',
): IncomingFile => ({
  name: `${file}.xlsx`,
  file,
  sheets: [{ name: '', kind: 'credit', metadata: {}, rows }],
});

/** A file with one code sheet. */
export const codeFile = (
  rows: readonly (IncomingRow | UnreadableRow)[],
  file = 'file-a',
  metadata: SheetMetadata = {},
): IncomingFile => ({
  name: `${file}.csv`,
  file,
  sheets: [{ name: '', kind: 'codes', metadata, rows }],
});

/** A store in memory that does with a plan what the app does. */
export const importWorld = (start: readonly VolymRecord[] = []) => {
  const records = new Map(start.map((record) => [record.id, record]));
  const fileNames = new Map<string, string>();
  const unfinished = new Set<string>();
  const doing = doingOn();
  const of = <R extends VolymRecord>(kind: string): R[] =>
    [...records.values()].filter((r) => r.kind === kind) as R[];
  const known = (): Known => {
    const codesUnder = countUnder(
      of<RedemptionCode>('redemption-code').filter(({ trashedOn }) => trashedOn === ''),
    );
    return {
      orders: of<CreditOrder>('credit-order'),
      batches: of<CodeBatch>('code-batch'),
      codesUnder,
      fileNames,
      unfinished,
      codes: new Map(of<RedemptionCode>('redemption-code').map((code) => [code.id, code])),
      strange: { ids: new Map(), numbers: new Set() },
      idOf: (key) => key.join('|'),
    };
  };
  const plan = (file: IncomingFile, choice: Choice = NO_CHOICE): ImportPlan =>
    planImport(file, known(), choice, doing.today);
  const put = (draft: Draft): void =>
    void records.set(draft.id, { ...records.get(draft.id), ...recordOf(draft) } as VolymRecord);
  const run = (file: IncomingFile, choice: Choice = NO_CHOICE): ImportPlan => {
    const made = plan(file, choice);
    const id = `run-${fileNames.size + 1}`;
    const work = {
      run: id,
      file: file.file,
      fileName: file.name,
      doing: doingOf(id, { ...doing, now: doing.now }),
    };
    fileNames.set(work.run, file.name);
    for (const parent of made.parents) {
      const before = records.get(parent.id);
      const steps = stepsToWrite(parent.steps, work);
      if (before === undefined) put(parentToWrite(parent, steps, work));
      else if (parent.state === 'existing') put(changeToWrite(before, parent, steps));
      else
        put(
          changeToWrite(
            recordOf(recordBack(before as CreditOrder, parent.row, work)),
            parent,
            steps,
          ),
        );
    }
    for (const code of made.codes)
      put(codeToWrite(code, { key: 'k', iv: 'iv', text: 'sealed' }, work));
    for (const id of made.redeemed) {
      const code = records.get(id) as VolymRecord;
      put({ ...code, steps: [...code.steps, redeemedStep(work)] });
    }
    return made;
  };
  return { records, unfinished, known, plan, run, doing, of };
};
