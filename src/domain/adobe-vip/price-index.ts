/** What the price list says of a SKU. */
export type ListedPrice = {
  readonly sku: string;
  readonly product: string;
  readonly segment: string;
  readonly level: string;
  /** Price of one licence for a year, decimal text, or ''. */
  readonly yearlyPrice: string;
  readonly currency: string;
};

/** A price list by what its lines are looked up by; of several lines the first counts. */
export type PriceIndex = {
  readonly bySku: (sku: string) => ListedPrice | undefined;
  readonly ofProduct: (product: string) => readonly ListedPrice[];
};

const skuKey = (sku: string): string => sku.replace(/\s/g, '').toUpperCase();
const nameKey = (product: string): string => product.trim().toLowerCase();

const made = (prices: readonly ListedPrice[]): PriceIndex => {
  const skus = new Map<string, ListedPrice>();
  for (const one of prices) if (!skus.has(skuKey(one.sku))) skus.set(skuKey(one.sku), one);
  const products = Map.groupBy(prices, ({ product }) => nameKey(product));
  return {
    bySku: (sku) => skus.get(skuKey(sku)),
    ofProduct: (product) => products.get(nameKey(product)) ?? [],
  };
};

const kept = new WeakMap<readonly ListedPrice[], PriceIndex>();

/** The index of a price list, made once: ten thousand lines are not gone through for each product that is renewed. */
export const priceIndex = (prices: readonly ListedPrice[]): PriceIndex => {
  const index = kept.get(prices) ?? made(prices);
  kept.set(prices, index);
  return index;
};
