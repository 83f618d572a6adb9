import { foldedText } from '#domain/found-text.ts';
import type { VolymRecord } from '#domain/record.ts';

/** A line of an imported price list. */
export type PriceItem = {
  readonly sku: string;
  readonly product: string;
  /** Price of one licence for a year, decimal text. */
  readonly yearlyPrice: string;
  readonly currency: string;
};

/** The lines of the price lists that can be read; what a newer version wrote otherwise is left out. */
export const priceItemsOf = (records: readonly VolymRecord[]): PriceItem[] =>
  records.flatMap(({ data }) => {
    const { sku, product, yearlyPrice, currency } = data as Partial<Record<keyof PriceItem, unknown>>;
    const isWhole = [sku, product, yearlyPrice, currency].every((value) => typeof value === 'string');
    return isWhole && sku !== '' ? [{ sku, product, yearlyPrice, currency } as PriceItem] : [];
  });

/** The line that a SKU or the name of a product stands for; a name that several SKUs have stands for none. */
export const priceItemFor = (items: readonly PriceItem[], written: string): PriceItem | undefined => {
  const asked = foldedText(written.trim());
  if (asked === '') return undefined;
  const bySku = items.find(({ sku }) => foldedText(sku) === asked);
  const named = items.filter(({ product }) => foldedText(product) === asked);
  return bySku ?? (named.length === 1 ? named[0] : undefined);
};

/** So many are offered under the field. */
const OFFERED = 50;

/** The lines that what is typed may mean. */
export const offeredItems = (items: readonly PriceItem[], written: string): PriceItem[] => {
  const asked = foldedText(written.trim());
  return items.filter(({ sku, product }) => foldedText(`${product} ${sku}`).includes(asked)).slice(0, OFFERED);
};
