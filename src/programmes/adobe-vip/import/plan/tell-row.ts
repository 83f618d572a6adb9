import type { RowWhy } from '#core/import/planned-row.ts';
import type { VipRowNote } from '#programmes/adobe-vip/rules/row-reason.ts';
import { numberKey } from '#programmes/adobe-vip/rules/number-key.ts';
import type { PlannedVipRow, VipChange } from './planned.ts';

/** Where the customers and their orders are among the rows, as far as they are imported. */
export const termRowsBy = (
  rows: readonly PlannedVipRow[],
): ReadonlyMap<string, readonly number[]> => {
  const found = new Map<string, number[]>();
  for (const [at, { vip, outcome, parent }] of rows.entries()) {
    if (vip !== 'order' && vip !== 'customer') continue;
    if (outcome === 'unreadable' || outcome === 'duplicate') continue;
    const there = found.get(parent);
    if (there === undefined) found.set(parent, [at]);
    else there.push(at);
  }
  return found;
};

/**
 * Says in a row what its customer gets of it: a new row notes it, one of an order that was here
 * changes by it.
 */
export const tellOfCustomer = (
  rows: PlannedVipRow[],
  at: number,
  { change, note }: { readonly change: VipChange; readonly note?: RowWhy<VipRowNote> },
): void => {
  const row = rows[at];
  if (row === undefined) return;
  rows[at] =
    row.outcome === 'new'
      ? { ...row, notes: note === undefined ? row.notes : [...row.notes, note] }
      : { ...row, outcome: 'changed', changes: [...row.changes, change] };
};

/** Notes something at the new rows of an order; `rows` are those of its customer. */
export const noteAtOrder = (
  all: PlannedVipRow[],
  rows: readonly number[],
  orderNumber: string,
  note: RowWhy<VipRowNote>,
): void => {
  for (const at of rows) {
    const row = all[at];
    if (row?.vip !== 'order' || row.outcome !== 'new') continue;
    if (numberKey(row.number) !== numberKey(orderNumber)) continue;
    all[at] = { ...row, notes: [...row.notes, note] };
  }
};
