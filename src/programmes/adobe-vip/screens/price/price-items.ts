import {
  inCurrency,
  pricesOn,
  type ListedPrice,
} from '#programmes/adobe-vip/rules/product/price-index.ts';
import { readSku } from '#programmes/adobe-vip/rules/product/sku.ts';
import type { Day } from '#core/day/day.ts';
import { foldedText, foundBy } from '#core/text/found-text.ts';
import { fieldsOf } from '#core/record/fields.ts';
import type { VolymRecord } from '#core/record/record.ts';

/** A line of an imported price list. */
export type PriceItem = ListedPrice;

const NEEDED = ['sku', 'product', 'yearlyPrice', 'currency'] as const;

/**
 * The lines of the price lists that can be read; what a newer version wrote otherwise is left out.
 */
export const readPriceItems = (records: readonly VolymRecord[]): PriceItem[] =>
  records.flatMap(({ data }) => {
    const fields: Partial<Record<keyof PriceItem, unknown>> = fieldsOf(data);
    if (!NEEDED.every((field) => typeof fields[field] === 'string') || fields.sku === '') return [];
    const textOf = (field: keyof PriceItem): string =>
      typeof fields[field] === 'string' ? fields[field] : '';
    return [
      {
        sku: textOf('sku'),
        product: textOf('product'),
        segment: textOf('segment'),
        level: textOf('level'),
        yearlyPrice: textOf('yearlyPrice'),
        currency: textOf('currency'),
        validFrom: textOf('validFrom'),
        months: typeof fields.months === 'number' ? fields.months : 0,
        ...(isOfTexts(fields.datedPrices) && { datedPrices: fields.datedPrices }),
      },
    ];
  });

const isOfTexts = (value: unknown): value is Readonly<Record<string, string>> =>
  typeof value === 'object' &&
  value !== null &&
  Object.values(value).every((part) => typeof part === 'string');

/** Those that hold on the day of an order: of each SKU and currency one. */
export const priceItemsOn = (items: readonly PriceItem[], day: Day): PriceItem[] =>
  pricesOn(items, day);

/**
 * The line for a SKU or product name, in a currency or, for '', in the first one; without a price
 * if it has none in the currency. A name shared by several SKUs, except minimum-order offers, finds
 * none.
 */
export const priceItemFor = (
  items: readonly PriceItem[],
  written: string,
  currency: string,
): PriceItem | undefined => {
  const asked = foldedText(written.trim());
  if (asked === '') return undefined;
  const bySku = items.filter(({ sku }) => foldedText(sku) === asked);
  const named = items.filter(({ product, sku }) => foldedText(product) === asked && !isOffer(sku));
  const isSameSku = new Set(named.map(({ sku }) => sku)).size === 1;
  const [first, ...others] = bySku.length > 0 ? bySku : isSameSku ? named : [];
  if (first === undefined) return undefined;
  return inCurrency([first, ...others], currency) ?? { ...first, yearlyPrice: '', currency };
};

const isOffer = (sku: string): boolean => {
  const read = readSku(sku);
  return read.valid && read.minimumOrder !== undefined;
};

/** What is offered under the field: so many of all that what is typed may mean. */
export type OfferedItems = { readonly shown: readonly PriceItem[]; readonly more: number };

/**
 * So many are offered under the field, so that what is asked below stays on a phone's screen; the
 * words say that there are more.
 */
const OFFERED = 5;

/**
 * The lines that what is typed may mean, each SKU once: every word of it is in the product's
 * name or the SKU. Those of the customer's own segment come first, each by its level.
 */
export const offeredItems = (
  items: readonly PriceItem[],
  written: string,
  segment = '',
): OfferedItems => {
  if (written.trim() === '') return { shown: [], more: 0 };
  const isMeant = foundBy(written);
  const found = new Map<string, PriceItem>();
  for (const price of items)
    if (!found.has(price.sku) && isMeant(foldedText(`${price.product} ${price.sku}`)))
      found.set(price.sku, price);
  const isOwn = (price: PriceItem): boolean => segment !== '' && price.segment === segment;
  const all = [...found.values()].sort(
    (a, b) =>
      Number(isOwn(b)) - Number(isOwn(a)) ||
      (isOwn(a) && isOwn(b) ? (a.level < b.level ? -1 : 1) : 0),
  );
  return { shown: all.slice(0, OFFERED), more: Math.max(0, found.size - OFFERED) };
};
