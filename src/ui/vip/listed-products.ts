import { productKey } from '#domain/adobe-vip/product-name.ts';
import { foundBy } from '#domain/found-text.ts';
import { listedPrices } from './renewal/listed-prices.ts';

/** A product of the price lists, and by what it is found. */
export type ListedProduct = { readonly name: string; readonly key: string };

/** The products of the price lists, each once whatever its levels and segments, by name. */
export const listedProducts = async (
  records: Parameters<typeof listedPrices>[0],
): Promise<readonly ListedProduct[]> => {
  const names = new Map((await listedPrices(records)).map(({ product }) => [productKey(product), product.trim()]));
  names.delete('');
  return [...names].map(([key, name]) => ({ name, key })).sort((a, b) => (a.key < b.key ? -1 : 1));
};

/** So many are offered: more than a phone shows under a field. */
const OFFERED = 12;

/** Those that what is typed may mean, as the list writes them; none where nothing is typed, or just one of them. */
export const offeredProducts = (products: readonly ListedProduct[], written: string): readonly string[] => {
  const key = productKey(written);
  if (key === '' || products.some((one) => one.key === key)) return [];
  const isMeant = foundBy(written);
  return products
    .filter((one) => isMeant(one.key))
    .slice(0, OFFERED)
    .map(({ name }) => name);
};
