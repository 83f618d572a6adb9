import { NO_CHOICE, type Choice } from '#core/import/choice.ts';
import { closeHolders } from './close-holders.ts';
import { withFarDays } from './far-days.ts';
import { planAuthorizationRow } from './plan-authorization.ts';
import { planCustomerRow } from './plan-customer.ts';
import { holderRows, type HolderRows } from './plan-holders.ts';
import { planInvoiceRow } from './plan-invoice.ts';
import { planOrderRow } from './plan-order.ts';
import { planPriceRow } from './plan-price.ts';
import { planReturnRow } from './plan-return.ts';
import { unreadableRow } from './planned-row-of.ts';
import type { IncomingVip, KnownVip, PlannedVipRow, VipPlan } from './planned.ts';
import { sayCancelled } from './listed-status.ts';
import { sayTerms } from './say-terms.ts';
import { closeVipDesk, openVipDesk, type VipDesk } from '../match/desk.ts';
import type { VipRow } from '../read/values.ts';

/**
 * Says row by row what an import of lists would do; pure, so that the tap does exactly what was
 * shown.
 */
export const planVip = (file: IncomingVip, known: KnownVip, choice?: Choice): VipPlan => {
  const rows = planVipRows(file, known, choice);
  let row = rows.next();
  while (row.done !== true) row = rows.next();
  return row.value;
};

/**
 * What a row needs of those that come elsewhere in the file: an order needs its authorization, a
 * return its order, and who holds a licence all that tells what there is.
 */
const passOf = (row: VipRow): number => {
  if (row.outcome === 'unreadable') return 0;
  if (row.is === 'holder') return 4;
  if (row.is === 'authorization') return 1;
  if (row.is !== 'order') return 0;
  return row.type === 'return' ? 3 : 2;
};

/**
 * What a row of each pass costs beside one of the first: lines are matched, and steps of
 * authorizations gone through.
 */
const COSTS = [1, 4, 5, 5, 1];

/**
 * As `planVip`, in steps that say how many rows they went over, dear ones as several: a caller can
 * take a breath between them.
 */
export function* planVipRows(
  list: IncomingVip,
  known: KnownVip,
  choice: Choice = NO_CHOICE,
): Generator<number, VipPlan, void> {
  const { rows } = list;
  const desk = yield* openVipDesk(known, list);
  const holders = holderRows(desk, list, choice);
  const passes: number[][] = [[], [], [], [], []];
  for (const [index, row] of rows.entries()) passes[passOf(row)]?.push(index);
  for (const [at, pass] of passes.entries())
    for (const index of pass) {
      const row = rows[index] as VipRow;
      desk.rows[index] = withFarDays(planRow(desk, row, { holders, index }), row, known.today);
      yield COSTS[at] ?? 1;
    }
  sayCancelled(desk);
  yield* sayTerms(desk);
  const notListed = holders.books().flatMap((book) => closeHolders(desk, book, list, choice));
  return { ...closeVipDesk(desk), asksOwner: holders.asksOwner(), notListed };
}

const planRow = (
  desk: VipDesk,
  row: VipRow,
  { holders, index }: { readonly holders: HolderRows; readonly index: number },
): PlannedVipRow => {
  if (row.outcome === 'unreadable') {
    const { sheet, row: number, reason, params, called = '', stands = [] } = row;
    const shown = { sheet, row: number, vip: '', name: called, stands } as const;
    return unreadableRow(shown, reason, params);
  }
  if (row.is === 'customer') return planCustomerRow(desk, row);
  if (row.is === 'holder') return holders.plan(row, index);
  if (row.is === 'price') return planPriceRow(desk, row);
  if (row.is === 'invoice') return planInvoiceRow(desk, row);
  if (row.is === 'authorization') return planAuthorizationRow(desk, row);
  return row.type === 'return' ? planReturnRow(desk, row) : planOrderRow(desk, row);
};
