import type { Day } from '#core/day/day.ts';
import { dayUnsaid, saidDay } from '#core/import/import-steps.ts';
import { isSameValue } from '#core/record/same-value.ts';
import { lastOf, WITHDRAWN, type Step } from '#core/record/step.ts';
import type { CreditOrder } from '#programmes/apple-credit/rules/order/credit-order.ts';
import { followCodes } from '#programmes/apple-credit/rules/code/follow-codes.ts';
import type { CodePlan, Known, PlannedRow, PlannedStep, RowChange } from './planned.ts';
import { stepsThen } from './planned-steps.ts';
import {
  codeState,
  type RedemptionCode,
} from '#programmes/apple-credit/rules/code/redemption-code.ts';

/**
 * A row that brings or marks a code: its place among the rows, and whether the code is then
 * redeemed.
 */
export type CodeMove = { readonly at: number; readonly isRedeemed: boolean };

/** What a plan does to codes. */
type Planned = {
  readonly known: Known;
  readonly codes: readonly CodePlan[];
  readonly redeemed: readonly string[];
  readonly today: Day;
};

/** An existing order, and the steps that rows add to it. */
type Order = { readonly record: CreditOrder; readonly steps: readonly PlannedStep[] };
type Steps = Pick<RedemptionCode, 'steps'>;

/**
 * Orders follow their codes: what an order that was there says again once all rows are written
 * is in one of the rows that move its codes. `moves` are those by order.
 */
export const tellOrders = (
  rows: PlannedRow[],
  moves: ReadonlyMap<string, readonly CodeMove[]>,
  orderOn: (id: string) => Pick<Order, 'steps'> & { readonly record: Order['record'] | undefined },
  planned: Planned,
): void => {
  const codesOf = codesThen(planned);
  for (const [id, lines] of moves) {
    const { record, steps } = orderOn(id);
    if (record === undefined || record.trashedOn !== '') continue;
    const change = changeByCodes({ record, steps }, codesOf(id), planned.today);
    const at = change === undefined ? -1 : teller(lines, change);
    const row = rows[at];
    if (change !== undefined && row !== undefined) rows[at] = withChange(row, change);
  }
};

/**
 * Whether a code will be redeemed once it is in the store; one that comes back from the trash may
 * be already.
 */
export const willBeRedeemed = (known: Known, codeId: string, saysSo: boolean): boolean => {
  const code = known.codes.get(codeId);
  return saysSo || (code !== undefined && codeState(code) === 'redeemed');
};

/**
 * The codes of an order as they would be after the tap: those there, those that are marked, and
 * those that come.
 */
const codesThen = ({ known, codes, redeemed, today }: Planned): ((order: string) => Steps[]) => {
  const data = dayUnsaid(today);
  const step: Step = { id: 'planned', kind: 'redeemed', on: today, at: 0, by: '', data };
  const marked = new Set(redeemed);
  const coming = new Map<string, Steps[]>();
  for (const { id, parent, redeemed: says } of codes) {
    const steps = [...(known.codes.get(id)?.steps ?? []), ...(says ? [step] : [])];
    const before = coming.get(parent);
    if (before === undefined) coming.set(parent, [{ steps }]);
    else before.push({ steps });
  }
  return (order) => {
    const there = known.codesUnder.get(order)?.codes ?? [];
    const asMarked = there.map(({ id, steps }) => ({
      steps: marked.has(id) ? [...steps, step] : steps,
    }));
    return [...asMarked, ...(coming.get(order) ?? [])];
  };
};

/**
 * What changes on the order with this state of its codes: it is redeemed, or no longer is;
 * undefined if nothing changes.
 */
const changeByCodes = (
  order: Order,
  codes: readonly Steps[],
  today: Day,
): RowChange | undefined => {
  const steps = stepsThen(order.record, order.steps);
  const doing = { today, now: 0, by: '', newId: () => 'followed' };
  const step = followCodes({ ...order.record, steps }, codes, doing)?.steps?.at(-1);
  if (step === undefined) return undefined;
  if (step.kind !== WITHDRAWN) return { step: 'redeemed', to: saidDay(step) };
  const redeemed = lastOf(steps, 'redeemed');
  return { withdraws: 'redeemed', from: redeemed === undefined ? '' : saidDay(redeemed) };
};

/** The row that tells it: the one with the first free code, else the last. */
const teller = (moves: readonly CodeMove[], change: RowChange): number =>
  (
    ('withdraws' in change ? moves.find(({ isRedeemed }) => !isRedeemed) : undefined) ??
    moves.at(-1)
  )?.at ?? -1;

/** The row with one more change; a change that it already makes is not repeated. */
const withChange = (row: PlannedRow, change: RowChange): PlannedRow => {
  if (row.changes.some((known) => isSameValue(known, change))) return row;
  return { ...row, outcome: 'changed', changes: [...row.changes, change] };
};
