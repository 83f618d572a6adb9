import type { Day } from '../day.ts';
import type { CodeBatch } from './code-batch.ts';
import type { CreditOrder } from './credit-order.ts';
import { orderKey } from './order-key.ts';
import { tellOrders, willBeRedeemed, type CodeMove } from './import-follow.ts';
import { newCodes, ordersInFile, type OrderInFile } from './import-keys.ts';
import type {
  CodePlan,
  ImportPlan,
  IncomingFile,
  IncomingRow,
  Known,
  ParentPlan,
  PlannedRow,
  PlannedStep,
  RowOutcome,
  RowWhy,
} from './import-rows.ts';
import type { UnreadableRow } from './recognised-sheet.ts';
import { codeState, type RedemptionCode } from './redemption-code.ts';

/** Where a row stands in the file. */
export type RowPlace = { readonly sheet: number; readonly index: number };

/** An order or batch on the desk: what is known of it, and what the rows so far do to it. */
export type DeskParent = {
  readonly id: string;
  readonly kind: ParentPlan['kind'];
  readonly state: ParentPlan['state'];
  readonly name: string;
  readonly row: number;
  /** Undefined when it is new. */
  readonly record: CreditOrder | CodeBatch | undefined;
  readonly fields: Record<string, { from: unknown; to: unknown }>;
  readonly steps: PlannedStep[];
  /** What a row of this file has spoken for: the row, and what it said. */
  readonly said: Map<string, { readonly row: number; readonly value: string }>;
  codes: number;
};

/** What a row's code turned out to be. */
export type CodeFinding =
  | { readonly is: 'none' }
  | { readonly is: 'new' }
  | { readonly is: 'duplicate'; readonly why: RowWhy }
  /** It lies under `code.parent`; `elsewhere` says that it came from another file. */
  | { readonly is: 'known'; readonly code: RedemptionCode; readonly elsewhere: RowWhy | undefined };

/** The plan in the making: rows are laid down one after the other, in the order of the file. */
export type Desk = {
  readonly file: IncomingFile;
  readonly known: Known;
  readonly today: Day;
  /** Orders by number, those in the trash apart. */
  ordersNumbered(orderNumber: string): readonly CreditOrder[];
  record(id: string): CreditOrder | CodeBatch | undefined;
  /** Whether a record lies in the trash. */
  isGone(id: string): boolean;
  /** Whether an order number or any of some ids is that of a record that a newer app wrote, or that cannot be read. */
  isStrange(orderNumber: string | undefined, ids: readonly (string | undefined)[]): boolean;
  /** Whether a code is not there yet. */
  isNew(codeId: string): boolean;
  /** The order of a credit row, with what the whole file says of it. */
  orderOf(row: IncomingRow): OrderInFile;
  nameOf(id: string): { readonly kind: 'batch' | 'order'; readonly name: string };
  parent(id: string): DeskParent | undefined;
  put(parent: DeskParent): DeskParent;
  /** Looks a row's code up in earlier rows and in the store. */
  find(row: IncomingRow): CodeFinding;
  /** Why a known code counts as another one's when the row leads to `parent`; undefined when it lies there. */
  standsElsewhere(code: RedemptionCode, parent: string): RowWhy | undefined;
  /** These two are called right before their row is laid down, which tells what the order then says of its codes. */
  takeCode(row: IncomingRow, place: RowPlace, parent: DeskParent, usage: CodePlan['usage']): void;
  markRedeemed(code: string): void;
  row(row: IncomingRow, outcome: RowOutcome, more?: Partial<PlannedRow>): void;
  unreadable(row: UnreadableRow): void;
  close(): ImportPlan;
};

/** Lays out a file beside what is known. */
export const openDesk = (file: IncomingFile, known: Known, today: Day): Desk => {
  const records = new Map<string, CreditOrder | CodeBatch>();
  for (const record of [...known.orders, ...known.batches]) records.set(record.id, record);
  const numbered = byNumber(known.orders);
  const parents = new Map<string, DeskParent>();
  const taken = new Map<string, IncomingRow>();
  const rows: PlannedRow[] = [];
  const codes: CodePlan[] = [];
  const redeemed: string[] = [];
  const moves = new Map<string, CodeMove[]>();
  const isGone = (id: string): boolean => (records.get(id)?.trashedOn ?? '') !== '';
  const isNew = newCodes(known);
  const orderOf = ordersInFile(file);
  const nameOf: Desk['nameOf'] = (id) => {
    const record = records.get(id);
    if (record?.kind === 'code-batch') return { kind: 'batch', name: (record as CodeBatch).data.name };
    return { kind: 'order', name: (record as CreditOrder | undefined)?.data.orderNumber ?? '' };
  };

  const find = (row: IncomingRow): CodeFinding => {
    if (row.codeId === undefined) return { is: 'none' };
    const earlier = taken.get(row.codeId);
    if (earlier !== undefined)
      return { is: 'duplicate', why: { code: 'duplicate-of-row', params: { row: earlier.row, sheet: earlier.sheet } } };
    const code = known.codes.get(row.codeId);
    if (code === undefined || isNew(row.codeId)) return { is: 'new' };
    const { origin } = code.data;
    const other = origin !== undefined && origin.file !== file.file;
    const name = other ? (known.fileNames.get(origin.run) ?? '') : '';
    return { is: 'known', code, elsewhere: other ? { code: 'duplicate-of-file', params: { file: name } } : undefined };
  };

  const isStrange: Desk['isStrange'] = (number, ids) =>
    known.strange.numbers.has(orderKey(number ?? '')) || ids.some((id) => known.strange.ids.has(id ?? ''));

  const row: Desk['row'] = (line, outcome, more = {}) => {
    if (line.codeId !== undefined && !taken.has(line.codeId) && outcome !== 'unreadable') taken.set(line.codeId, line);
    rows.push({ ...shown(line), outcome, changes: [], parent: '', ...more });
  };

  const moved = (parent: string, isRedeemed: boolean): void => {
    const before = moves.get(parent);
    if (before === undefined) moves.set(parent, [{ at: rows.length, isRedeemed }]);
    else before.push({ at: rows.length, isRedeemed });
  };

  return {
    ...{ file, known, today, isGone, isNew, nameOf, isStrange, find, row, orderOf },
    ordersNumbered: (orderNumber) => numbered.get(orderKey(orderNumber)) ?? [],
    record: (id) => records.get(id),
    parent: (id) => parents.get(id),
    put: (parent) => {
      parents.set(parent.id, parent);
      return parent;
    },
    standsElsewhere: (code, parent) => {
      if (code.parent === parent) return undefined;
      const { kind, name } = nameOf(code.parent);
      return { code: `duplicate-in-${kind}`, params: { name } };
    },
    takeCode: (line, place, parent, usage) => {
      const under = known.codesUnder.get(parent.id);
      parent.codes += 1;
      moved(parent.id, willBeRedeemed(known, line.codeId as string, line.redeemed === true));
      codes.push({
        ...{ id: line.codeId as string, parent: parent.id, usage, ...place, row: line.row },
        number: (under?.highest ?? 0) + parent.codes,
        redeemed: line.redeemed === true,
      });
    },
    markRedeemed: (code) => {
      redeemed.push(code);
      moved(known.codes.get(code)?.parent ?? '', true);
    },
    unreadable: ({ sheet, row: number, reason, params, orderNumber = '' }) => {
      const nothing = { amount: '', currency: '', readyOn: '', parent: '', changes: [], notes: [] };
      rows.push({ sheet, row: number, outcome: 'unreadable', why: { code: reason, params }, orderNumber, ...nothing });
    },
    close: () => {
      const orderOn = (id: string) => ({ record: records.get(id), steps: parents.get(id)?.steps ?? [] });
      tellOrders(rows, moves, orderOn, { known, codes, redeemed, today });
      return {
        ...{ rows, codes, redeemed, counts: countRows(rows), holders: holdersOf(file, known, isNew) },
        parents: [...parents.values()].filter(isTouched).map(planOf),
      };
    },
  };
};

/** How many rows ended how. */
export const countRows = (rows: readonly PlannedRow[]): ImportPlan['counts'] => {
  const counts = { new: 0, changed: 0, same: 0, duplicate: 0, unreadable: 0 };
  for (const { outcome } of rows) counts[outcome] += 1;
  return counts;
};

/** Whether nobody may touch a code any more: it has been redeemed. */
export const isSpent = (code: RedemptionCode): boolean => codeState(code) === 'redeemed';

const isTouched = ({ state, codes, steps, fields }: DeskParent): boolean =>
  state !== 'existing' || codes > 0 || steps.length > 0 || Object.keys(fields).length > 0;

const planOf = ({ id, kind, state, name, row, fields, steps, codes }: DeskParent): ParentPlan => ({
  ...{ id, kind, state, name, row, fields, steps, codes },
});

const shown = ({ sheet, row, notes, orderNumber = '', amount = '', currency = '', readyOn = '' }: IncomingRow) => ({
  ...{ sheet, row, notes, orderNumber, amount, currency, readyOn },
});

const byNumber = (orders: readonly CreditOrder[]): Map<string, CreditOrder[]> => {
  const numbered = new Map<string, CreditOrder[]>();
  for (const order of orders) {
    const orderNumber = orderKey(order.data.orderNumber);
    if (orderNumber === '' || order.trashedOn !== '') continue;
    const same = numbered.get(orderNumber);
    if (same === undefined) numbered.set(orderNumber, [order]);
    else same.push(order);
  }
  return numbered;
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
