import type { PriceListItem } from '#programmes/adobe-vip/rules/product/price-list-item.ts';
import { readSku } from '#programmes/adobe-vip/rules/product/sku.ts';

/** What the price list calls a SKU. */
export type ProductIndex = {
  /** The product, also where another level of it is listed (adobe.md §3, W4); '' where none is. */
  readonly of: (sku: string) => string;
  /** Whether there is a price list, and this SKU is not in it. */
  readonly misses: (sku: string) => boolean;
  readonly add: (sku: string, product: string) => void;
};

const keyOf = (sku: string): string => {
  const parts = readSku(sku);
  return parts.valid ? parts.productKey : sku;
};

/**
 * Looks products up by SKU, in the price lists that are here; says one by one how far it is, so
 * that thousands are read in turns.
 */
export function* productsBy(
  prices: readonly PriceListItem[],
): Generator<number, ProductIndex, void> {
  const skus = new Map<string, string>();
  const products = new Map<string, string>();
  const add: ProductIndex['add'] = (sku, product) => {
    skus.set(sku, product);
    if (product !== '') products.set(keyOf(sku), product);
  };
  for (const { data, trashedOn } of prices) {
    if (trashedOn === '') add(data.sku, data.product);
    yield 1;
  }
  return {
    add,
    of: (sku) => skus.get(sku) || products.get(keyOf(sku)) || '',
    misses: (sku) => sku !== '' && skus.size > 0 && !skus.has(sku),
  };
}
