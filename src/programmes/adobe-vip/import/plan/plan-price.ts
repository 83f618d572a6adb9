import type { RowWhy } from '#core/import/planned-row.ts';
import type { VipRowNote, VipRowReason } from '#programmes/adobe-vip/rules/row-reason.ts';
import { priceOn, type PriceOfDays } from '#programmes/adobe-vip/rules/product/price-days.ts';
import type { PriceListItemData } from '#programmes/adobe-vip/rules/product/price-list-item.ts';
import type { PlannedVipRow, VipChange } from './planned.ts';
import { duplicateRow, takenRow, unreadableRow } from './planned-row-of.ts';
import { newOnDesk, setField, touch, type OnDesk, type VipDesk } from '../match/desk.ts';
import { isSameValue } from '#core/record/same-value.ts';
import { withPriceFrom } from './price-from.ts';
import { priceKey } from '../match/keys.ts';
import type { ListedPrice, VipValue } from '../read/values.ts';

const FIELDS = ['product', 'segment', 'level', 'currency', 'months'] as const;

/**
 * One row of a price list: its price holds from the list's day on, in the list's currency, beside
 * the others that are known.
 */
export const planPriceRow = (desk: VipDesk, row: VipValue & ListedPrice): PlannedVipRow => {
  const { sheet, row: number, sku, product, yearlyPrice, currency, validFrom } = row;
  const at = { sheet, row: number };
  const priced = { price: yearlyPrice, currency, number: sku, day: validFrom };
  const shown = { ...at, ...priced, vip: 'price' as const, name: product || sku };
  const id = idFor(desk, row);
  if (desk.known.strange.has(id)) return unreadableRow(shown, 'record-not-understood');
  const known = desk.prices.get(id);
  const before = known?.sayings.get(validFrom);
  if (known !== undefined && before !== undefined) {
    const price = priceOn(known.data, validFrom || desk.known.today)?.price ?? '';
    return price === yearlyPrice
      ? duplicateRow(shown, '', before)
      : unreadableRow(shown, 'sku-twice', { row: before.row, price });
  }
  const named = { sku, product, segment: row.segment, level: row.level, currency, yearlyPrice };
  const data: PriceListItemData = { v: 1, ...named, months: row.months, validFrom };
  const item = touch(
    desk,
    known ?? newOnDesk({ id, kind: 'price-list-item', parent: '', row: number, data }),
    number,
  );
  item.sayings.set(validFrom, at);
  const taken = known === undefined ? { changes: [] } : updatePrice(item, row, desk.known.today);
  desk.products.add(sku, item.data.product);
  return takenRow(shown, item, {
    ...taken,
    notes: [...row.notes, ...whenItHolds(item.data, row, desk.known.today)],
  });
};

/**
 * Which record a row is about. Each currency of a SKU has its own; that without one in its key is
 * the only one there was before that, of whatever currency, and still that in Swedish kronor, so
 * that the same list meets itself on every device and version.
 */
const idFor = ({ known, prices }: VipDesk, { sku, currency }: ListedPrice): string => {
  const first = known.idOf(priceKey(sku));
  if (currency === '' || known.strange.has(first)) return first;
  const own = known.idOf(priceKey(sku, currency));
  const there = prices.get(first)?.data.currency;
  if (there === currency) return first;
  if (prices.has(own) || known.strange.has(own)) return own;
  return there === '' || (there === undefined && currency === 'SEK') ? first : own;
};

type Taken = { readonly changes: readonly VipChange[]; readonly why?: RowWhy<VipRowReason> };

/**
 * What a row changes on a known price: values that this list lacks may come from the list before.
 */
const updatePrice = (item: OnDesk<'price-list-item'>, row: ListedPrice, today: string): Taken => {
  const { yearlyPrice: price, validFrom: from } = row;
  const next = withPriceFrom(item.data, { price, from }, today);
  if (next === undefined)
    return { changes: [], why: { code: 'older-than-known', params: { day: item.data.validFrom } } };
  const changes: VipChange[] = [];
  for (const field of FIELDS) {
    const [was, to] = [item.data[field], row[field]];
    if (to === '' || to === 0 || to === was) continue;
    changes.push({ field, from: String(was), to: String(to) });
    setField(item, field, to);
  }
  const before = priceOn(item.data, from || today);
  if (before?.price !== price)
    changes.push({ field: 'yearlyPrice', from: before?.price ?? '', to: price });
  if (from !== '' && before?.from !== from)
    changes.push({ field: 'validFrom', from: before?.from ?? '', to: from });
  for (const field of [
    'yearlyPrice',
    'validFrom',
    'datedPrices',
  ] as const satisfies (keyof PriceOfDays)[])
    if (!isSameValue(item.data[field], next[field])) setField(item, field, next[field]);
  return { changes };
};

/** For a price that is not today's: from when, or until when it applies. */
const whenItHolds = (
  data: PriceListItemData,
  { validFrom }: ListedPrice,
  today: string,
): RowWhy<VipRowNote>[] => {
  const now = priceOn(data, today);
  if (validFrom > today)
    return [
      {
        code: 'price-to-come',
        params: { day: validFrom, ...(now === undefined ? {} : { price: now.price }) },
      },
    ];
  const isBefore =
    validFrom !== '' && validFrom < data.validFrom && data.datedPrices?.[validFrom] !== undefined;
  return isBefore ? [{ code: 'price-before', params: { day: data.validFrom } }] : [];
};
