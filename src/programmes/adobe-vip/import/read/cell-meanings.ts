import {
  areBareCrowns,
  meantAlone,
  meantBeside,
  readCurrencyAs,
} from '#core/text/written-currency.ts';
import { readSku, skuText } from '#programmes/adobe-vip/rules/product/sku.ts';
import { hasVipIdShape, vipIdText } from '#programmes/adobe-vip/rules/customer/vip-id.ts';
import { shortened } from '#core/import/tables/table-columns.ts';
import type { Cells } from './cells.ts';
import type { VipField } from './fields.ts';
import { saysNoNumber } from './row-numbers.ts';
import type { ListedOrder } from './values.ts';

/**
 * A word that has a list of meanings: '' where the cell is empty, a note where it means none of
 * them.
 */
export const meaning = <Value extends string>(
  { text, note }: Cells,
  field: VipField,
  read: (written: string) => Value | undefined,
): Value | '' => {
  const written = text(field);
  const value = written === '' ? '' : read(written);
  if (value === undefined) note('word-not-known', { field, written: shortened(written) });
  return value ?? '';
};

/** Product and SKU of a row, with a note where the SKU is an odd one. */
export const productOf = ({ text, note }: Cells): Pick<ListedOrder, 'product' | 'sku'> => {
  const sku = skuText(text('sku'));
  if (sku !== '' && !readSku(sku).valid) note('odd-sku', { written: shortened(sku) });
  return { product: text('product'), sku };
};

/**
 * The currency of a row's price: in its column, beside the price, or in the heading (`Price
 * (SEK)`).
 */
export const currencyOf = ({ text, note, headingOf, crowns }: Cells, field: VipField): string => {
  if (text(field) === '') return '';
  const places = [
    meantAlone(text('currency')),
    meantBeside(text(field)),
    meantBeside(headingOf(field)),
  ];
  const read = readCurrencyAs(crowns, ...places);
  if (typeof read === 'object') {
    if (crowns.areTaken && areBareCrowns(...places)) note('taken-as-swedish');
    return read.value;
  }
  note(read === 'none' ? 'currency-missing' : 'currency-unclear', {
    written: shortened(text('currency')),
  });
  return '';
};

/**
 * The VIP ID of a row, with a note where it is an odd one: no reason to lose the row, Adobe
 * publishes no shape (adobe.md §1). A word that says there is none (`saknas`) is no number: two
 * customers may have it.
 */
export const vipIdOf = ({ text, note }: Cells): string => {
  const vipId = saysNoNumber(text('vipId')) ? '' : vipIdText(text('vipId'));
  if (vipId !== '' && !hasVipIdShape(vipId)) note('odd-vip-id', { written: shortened(vipId) });
  return vipId;
};
