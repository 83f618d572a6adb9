import type { Day } from '#core/day/day.ts';
import { countRows, type RowOutcome, type RowWhy } from '#core/import/planned-row.ts';
import type { Origin } from '#core/record/origin.ts';
import { sourceOf } from '#core/import/source-file.ts';
import type { CodeBatch } from '#programmes/apple-credit/rules/code/code-batch.ts';
import type { CreditOrder } from '#programmes/apple-credit/rules/order/credit-order.ts';
import { tellOrders, willBeRedeemed, type CodeMove } from '../plan/orders-follow.ts';
import { ordersInFile, type OrderInFile } from './keys.ts';
import { lookupIn, type Lookup } from './lookup.ts';
import type {
  CodePlan,
  ImportPlan,
  IncomingFile,
  IncomingRow,
  Known,
  ParentPlan,
  PlannedReason,
  PlannedRow,
  PlannedStep,
} from '../plan/planned.ts';
import { rowSays } from '../read/row-says.ts';
import type { UnreadableRow } from '../read/values.ts';
import {
  codeState,
  type RedemptionCode,
} from '#programmes/apple-credit/rules/code/redemption-code.ts';

/** Where a row is in the file. */
export type RowPlace = { readonly sheet: number; readonly index: number };

/** An order or batch on the desk: what is known about it, and what the rows so far do to it. */
export type DeskParent = Laid &
  (
    | { readonly kind: 'credit-order'; readonly record: CreditOrder | undefined }
    | { readonly kind: 'code-batch'; readonly record: CodeBatch | undefined }
  );

/** What is on the desk of both; its record is undefined when it is new. */
type Laid = {
  readonly id: string;
  readonly state: ParentPlan['state'];
  readonly name: string;
  readonly row: number;
  readonly fields: Record<string, { from: unknown; to: unknown }>;
  readonly steps: PlannedStep[];
  /** The fields that a row of this file has set: the row, and its value. */
  readonly setFields: Map<string, { readonly row: number; readonly value: string }>;
  codes: number;
};

/** What a row's code turned out to be. */
export type CodeFinding =
  | { readonly is: 'none' }
  | { readonly is: 'new' }
  | { readonly is: 'duplicate'; readonly why: RowWhy<PlannedReason> }
  /** It is under `code.parent`; `elsewhere` says that it came from another file. */
  | {
      readonly is: 'known';
      readonly code: RedemptionCode;
      readonly elsewhere: RowWhy<PlannedReason> | undefined;
    };

/** The plan as it is built: rows are added one after the other, in the order of the file. */
export type Desk = Lookup & {
  readonly file: IncomingFile;
  readonly known: Known;
  readonly today: Day;
  /** The order of a credit row, with what the whole file says about it. */
  orderOf(row: IncomingRow): OrderInFile;
  parent(id: string): DeskParent | undefined;
  /** Every order and batch that is laid on it by now. */
  laid(): readonly DeskParent[];
  put(parent: DeskParent): DeskParent;
  /** Looks a row's code up in earlier rows and in the store. */
  find(row: IncomingRow): CodeFinding;
  /**
   * These two are called right before their row is added, which decides what the order then says
   * about its codes.
   */
  takeCode(row: IncomingRow, place: RowPlace, parent: DeskParent, usage: CodePlan['usage']): void;
  markRedeemed(code: string): void;
  row(row: IncomingRow, outcome: RowOutcome, more?: Partial<PlannedRow>): void;
  unreadable(row: UnreadableRow): void;
  close(): ImportPlan;
};

/** Prepares the plan of a file against the existing records. */
export const openDesk = (file: IncomingFile, known: Known, today: Day): Desk => {
  const lookup = lookupIn(known);
  const parents = new Map<string, DeskParent>();
  /** The first row of each code. */
  const taken = new Map<string, IncomingRow>();
  const rows: PlannedRow[] = [];
  const { codes, redeemed, moves, takeCode, markRedeemed } = codesOf(known, rows);
  return {
    ...lookup,
    file,
    known,
    today,
    takeCode,
    markRedeemed,
    orderOf: ordersInFile(file),
    parent: (id) => parents.get(id),
    laid: () => [...parents.values()],
    put: (parent) => {
      parents.set(parent.id, parent);
      return parent;
    },
    find: ({ codeId, sheet }) => {
      if (codeId === undefined) return { is: 'none' };
      const earlier = taken.get(codeId);
      if (earlier !== undefined) return { is: 'duplicate', why: duplicateOf(earlier) };
      const code = known.codes.get(codeId);
      if (code === undefined || lookup.isNew(codeId)) return { is: 'new' };
      return { is: 'known', code, elsewhere: otherFile(code, sourceOf(file, sheet).file, known) };
    },
    row: (line, outcome, more = {}) => {
      const { codeId } = line;
      if (codeId !== undefined && !taken.has(codeId) && outcome !== 'unreadable')
        taken.set(codeId, line);
      const row = shown(line);
      const currency = row.currency || currencyIn(parents.get(more.parent ?? ''));
      rows.push({ ...row, currency, outcome, changes: [], parent: '', ...more });
    },
    unreadable: (line) => void rows.push(asUnreadable(line)),
    close: () => {
      const orderOn = (id: string) => ({
        record: lookup.order(id),
        steps: parents.get(id)?.steps ?? [],
      });
      tellOrders(rows, moves, orderOn, { known, codes, redeemed, today });
      return {
        rows,
        codes,
        redeemed,
        counts: countRows(rows),
        holders: holdersOf(file, known, lookup.isNew),
        parents: [...parents.values()].filter(isTouched).map(planOf),
      };
    },
  };
};

/** What a plan does to codes; `rows` are those added so far. */
const codesOf = (known: Known, rows: readonly PlannedRow[]) => {
  const codes: CodePlan[] = [];
  const redeemed: string[] = [];
  const moves = new Map<string, CodeMove[]>();
  const moved = (parent: string, isRedeemed: boolean): void => {
    const before = moves.get(parent);
    if (before === undefined) moves.set(parent, [{ at: rows.length, isRedeemed }]);
    else before.push({ at: rows.length, isRedeemed });
  };
  const takeCode: Desk['takeCode'] = (line, place, parent, usage) => {
    const under = known.codesUnder.get(parent.id);
    parent.codes += 1;
    moved(parent.id, willBeRedeemed(known, line.codeId as string, line.redeemed === true));
    codes.push({
      id: line.codeId as string,
      parent: parent.id,
      usage,
      ...place,
      row: line.row,
      number: (under?.highest ?? 0) + parent.codes,
      redeemed: line.redeemed === true,
    });
  };
  const markRedeemed: Desk['markRedeemed'] = (code) => {
    redeemed.push(code);
    moved(known.codes.get(code)?.parent ?? '', true);
  };
  return { codes, redeemed, moves, takeCode, markRedeemed };
};

const duplicateOf = ({ row, sheet }: IncomingRow): RowWhy<PlannedReason> => ({
  code: 'duplicate-of-row',
  params: { row, sheet },
});

const otherFile = (
  { data: { origin } }: RedemptionCode,
  file: string,
  known: Known,
): RowWhy<PlannedReason> | undefined =>
  origin === undefined || origin.file === file
    ? undefined
    : { code: 'duplicate-of-file', params: { file: fileNameOf(origin, known) } };

const fileNameOf = ({ file, run }: Origin, { fileNames }: Known): string =>
  fileNames.get(file) ?? fileNames.get(run) ?? '';

const asUnreadable = ({
  sheet,
  row,
  reason,
  params,
  orderNumber = '',
  read,
}: UnreadableRow): PlannedRow => ({
  sheet,
  row,
  outcome: 'unreadable',
  why: { code: reason, params },
  orderNumber,
  amount: read?.amount ?? '',
  currency: read?.currency ?? '',
  readyOn: read?.readyOn ?? '',
  says: rowSays({ ...read, orderNumber }),
  hasCode: read?.hasCode ?? false,
  parent: '',
  changes: [],
  notes: [],
});

/** Whether nobody may touch a code any more: it has been redeemed. */
export const isSpent = (code: RedemptionCode): boolean => codeState(code) === 'redeemed';

const isTouched = ({ state, codes, steps, fields }: DeskParent): boolean =>
  state !== 'existing' || codes > 0 || steps.length > 0 || Object.keys(fields).length > 0;

const planOf = ({ id, kind, state, name, row, fields, steps, codes }: DeskParent): ParentPlan => ({
  id,
  kind,
  state,
  name,
  row,
  fields,
  steps,
  codes,
});

/** The currency that an order has here, in which a row that says none shows its sum; '' if none. */
const currencyIn = (parent: DeskParent | undefined): string =>
  parent?.kind === 'credit-order' ? (parent.record?.data.currency ?? '') : '';

const shown = (line: IncomingRow) => {
  const { sheet, row, notes, orderNumber = '', amount = '', currency = '', readyOn = '' } = line;
  return {
    sheet,
    row,
    notes,
    orderNumber,
    amount,
    currency,
    readyOn,
    says: rowSays(line),
    hasCode: line.codeId !== undefined,
  };
};

const holdersOf = (file: IncomingFile, known: Known, isNew: Desk['isNew']): string[] => {
  const held = new Map<string, number>();
  for (const { rows } of file.sheets)
    for (const row of rows) {
      const code = row.outcome === 'value' ? known.codes.get(row.codeId ?? '') : undefined;
      if (code === undefined || isNew(code.id)) continue;
      held.set(code.parent, (held.get(code.parent) ?? 0) + 1);
    }
  return [...held].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).map(([id]) => id);
};
