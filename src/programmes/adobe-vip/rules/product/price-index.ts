import type { Day } from '#core/day/day.ts';
import { priceOn, type PriceOfDays } from './price-days.ts';
import { readSku, skuText } from './sku.ts';

/** What the price list says of a SKU in a currency. */
export type ListedPrice = PriceOfDays & {
  readonly sku: string;
  readonly product: string;
  readonly segment: string;
  readonly level: string;
  /** Price per licence for a year, decimal text, or ''. */
  readonly yearlyPrice: string;
  readonly currency: string;
  /** For how many months the price is; 0 where neither list nor SKU says. */
  readonly months: number;
};

/** A price list by what its lines are looked up by. */
export type PriceIndex = {
  /**
   * What a SKU costs; without a price where it has none for a year in the currency that was asked
   * for.
   */
  readonly bySku: (sku: string) => ListedPrice | undefined;
  /** The SKUs of a product, each once. */
  readonly ofProduct: (product: string) => readonly ListedPrice[];
};

/** On which day is ordered, and in which currency; '' where nobody knows. */
export type PriceAsked = { readonly day: Day; readonly currency: string };

const nameKey = (product: string): string => product.trim().toLowerCase();
const YEAR = 12;

/**
 * For how many months a listed price is: what the list says, else the SKU; a year where neither
 * does (adobe.md §3).
 */
export const monthsOf = ({ sku, months }: Pick<ListedPrice, 'sku' | 'months'>): number => {
  const read = readSku(sku);
  return months || (read.valid && read.months) || YEAR;
};

/**
 * The list as it holds on a day: of each SKU and currency the newest price, and none that is for
 * other than a year.
 */
export const pricesOn = <P extends ListedPrice>(prices: readonly P[], day: Day): P[] => {
  const newest = new Map<string, P>();
  for (const price of prices) {
    const held = priceOn(price, day);
    if (held === undefined) continue;
    const key = `${skuText(price.sku)} ${price.currency}`;
    const before = newest.get(key);
    if (before !== undefined && held.from <= before.validFrom) continue;
    const isOwn = held.from === price.validFrom;
    newest.set(key, isOwn ? price : { ...price, yearlyPrice: held.price, validFrom: held.from });
  }
  return [...newest.values()].map((price) =>
    monthsOf(price) === YEAR ? price : { ...price, yearlyPrice: '' },
  );
};

/**
 * The price of a SKU in a currency; if none is given, in Swedish kronor, or else the first by name.
 */
export const inCurrency = <P extends ListedPrice>(
  prices: readonly P[],
  currency: string,
): P | undefined => {
  if (currency !== '') return prices.find((price) => price.currency === currency);
  return prices.toSorted((a, b) => rank(a) - rank(b) || (a.currency < b.currency ? -1 : 1))[0];
};

const rank = ({ currency }: ListedPrice): number => (currency === 'SEK' ? 0 : 1);

const made = (all: readonly ListedPrice[], { day, currency }: PriceAsked): PriceIndex => {
  const skus = Map.groupBy(pricesOn(all, day), ({ sku }) => skuText(sku));
  const firsts = [...skus.values()].flatMap(([first]) => first ?? []);
  const products = Map.groupBy(firsts, ({ product }) => nameKey(product));
  return {
    bySku: (sku) => {
      const [first, ...others] = skus.get(skuText(sku)) ?? [];
      if (first === undefined) return undefined;
      return inCurrency([first, ...others], currency) ?? { ...first, yearlyPrice: '', currency };
    },
    ofProduct: (product) => products.get(nameKey(product)) ?? [],
  };
};

const kept = new WeakMap<readonly ListedPrice[], Map<string, PriceIndex>>();

/**
 * The index of a price list, made once for a day and currency: ten thousand lines are not gone
 * through for each product.
 */
export const priceIndex = (prices: readonly ListedPrice[], asked: PriceAsked): PriceIndex => {
  const indexes = kept.get(prices) ?? new Map<string, PriceIndex>();
  const key = `${asked.day} ${asked.currency}`;
  const index = indexes.get(key) ?? made(prices, asked);
  kept.set(prices, indexes.set(key, index));
  return index;
};

/** A price list that nothing is on. */
export const NO_PRICES: PriceIndex = { bySku: () => undefined, ofProduct: () => [] };
