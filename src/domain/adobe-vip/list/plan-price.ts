import type { PriceListItemData } from '../price-list-item.ts';
import type { PlannedVipRow, VipChange } from './planned-vip.ts';
import { duplicateRow, takenRow, unreadableRow } from './planned-row-of.ts';
import { newOnDesk, setField, touch, type VipDesk } from './vip-desk.ts';
import { priceKey } from './vip-keys.ts';
import type { SaidPrice, VipValue } from './vip-values.ts';

const FIELDS = ['product', 'segment', 'level', 'yearlyPrice', 'currency', 'months', 'validFrom'] as const;

/** One row of a price list: a newer price takes the place of the one that is known, an older one does not. */
export const planPriceRow = (desk: VipDesk, row: VipValue & SaidPrice): PlannedVipRow => {
  const { sheet, row: number, sku, product, yearlyPrice, currency, validFrom, notes } = row;
  const at = { sheet, row: number };
  const priced = { price: yearlyPrice, currency, number: sku, day: validFrom };
  const shown = { ...at, ...priced, vip: 'price' as const, name: product || sku };
  const id = desk.known.idOf(priceKey(sku));
  if (desk.known.strange.has(id)) return unreadableRow(shown, 'record-not-understood');
  const known = desk.prices.get(id);
  if (known?.said !== undefined)
    return known.data.yearlyPrice === yearlyPrice
      ? duplicateRow(shown, '', known.said)
      : unreadableRow(shown, 'sku-twice', { row: known.said.row, price: known.data.yearlyPrice });
  const said = { sku, product, segment: row.segment, level: row.level, currency, yearlyPrice };
  const data: PriceListItemData = { v: 1, ...said, months: row.months, validFrom };
  const one = touch(desk, known ?? newOnDesk({ id, kind: 'price-list-item', parent: '', row: number, data }), number);
  one.said = at;
  if (one.before !== undefined && validFrom !== '' && validFrom < one.data.validFrom) {
    const why = { code: 'older-than-known', params: { day: one.data.validFrom } };
    return takenRow(shown, one, { changes: [], notes, why });
  }
  const changes: VipChange[] = [];
  for (const field of one.before === undefined ? [] : FIELDS) {
    const [from, to] = [one.data[field], data[field]];
    // What this list leaves open, the one before may have said.
    if (to === '' || to === 0 || to === from) continue;
    changes.push({ field, from: String(from), to: String(to) });
    setField(one, field, to as never);
  }
  desk.products.add(sku, one.data.product);
  return takenRow(shown, one, { changes, notes });
};
