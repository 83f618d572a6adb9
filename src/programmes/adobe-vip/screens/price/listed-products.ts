import type { ListedPrice } from '#programmes/adobe-vip/rules/product/price-index.ts';
import { productKey } from '#programmes/adobe-vip/rules/product/product-name.ts';
import { foundBy } from '#core/text/found-text.ts';
import { listedPrices } from '../renewal/listed-prices.ts';

/** A product of the price lists, and by what it is found. */
export type ListedProduct = { readonly name: string; readonly key: string };

const named = (prices: readonly ListedPrice[]): readonly ListedProduct[] => {
  const names = new Map(prices.map(({ product }) => [productKey(product), product.trim()]));
  names.delete('');
  return [...names].map(([key, name]) => ({ name, key })).sort((a, b) => (a.key < b.key ? -1 : 1));
};

const kept = new WeakMap<readonly ListedPrice[], readonly ListedProduct[]>();

/**
 * The products of the price lists, each once whatever its levels and segments, by name: gone
 * through once, not at each key.
 */
export const listedProducts = async (
  records: Parameters<typeof listedPrices>[0],
): Promise<readonly ListedProduct[]> => {
  const prices = await listedPrices(records);
  const products = kept.get(prices) ?? named(prices);
  kept.set(prices, products);
  return products;
};

/** So many are offered: more than a phone shows under a field. */
const OFFERED = 12;

/**
 * Those that what is typed may mean, as the list writes them; none where nothing is typed, or just
 * one of them.
 */
export const offeredProducts = (
  products: readonly ListedProduct[],
  written: string,
): readonly string[] => {
  const key = productKey(written);
  if (key === '' || products.some((product) => product.key === key)) return [];
  const isMeant = foundBy(written);
  return products
    .filter((product) => isMeant(product.key))
    .slice(0, OFFERED)
    .map(({ name }) => name);
};
