import { isDay } from '#core/day/day.ts';
import { ownEntry } from '#core/own-entry.ts';
import type { PlannedVipRow } from '#programmes/adobe-vip/import/plan/planned.ts';
import type { Texts } from '#ui/text.ts';
import type { Fact } from '#workspace/screens/import/importing.ts';

/** The facts of a row of a VIP list, for the row in full. */
export const factsOf = (
  { vip, name, number, product, price, amount = '', currency, says = [] }: PlannedVipRow,
  { importVip: words, format }: Texts,
): readonly Fact[] => {
  const numbers = {
    customer: words.columns.vipId,
    authorization: words.columns.requestNumber,
    order: words.columns.orderNumber,
    return: words.columns.orderNumber,
    price: words.columns.sku,
    invoice: words.columns.invoiceNumber,
    holder: words.fields.account,
    '': '',
  };
  const sum = (written: string): string =>
    written === '' || currency === '' ? written : format.money(written, currency);
  // With its year: the row says it without.
  const said = (value: string): string =>
    isDay(value)
      ? format.dayShort(value, '')
      : (ownEntry<string>(words.programmes, value) ?? value);
  return [
    { label: numbers[vip], value: number, code: true },
    {
      label: vip === 'holder' ? words.columns.personName : words.columns.name,
      value: vip === 'price' ? '' : name,
    },
    { label: words.columns.product, value: vip === 'price' ? name : product },
    { label: words.columns.unitPrice, value: vip === 'invoice' ? sum(price) : '' },
    { label: words.columns.netAmount, value: sum(amount) },
    ...says.map(([field, value]) => ({ label: words.columns[field], value: said(value), field })),
  ];
};
