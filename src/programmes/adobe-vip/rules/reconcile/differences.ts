import type { Day } from '#core/day/day.ts';
import { priceOn, type PriceFrom } from '../product/price-days.ts';
import type { PriceListItem } from '../product/price-list-item.ts';
import { readSku, skuText } from '../product/sku.ts';
import { billedBy, priceDifference } from './billed.ts';
import type { Guess } from './guesses.ts';
import { numberKey } from '../number-key.ts';
import type { OurLine, OurReturn, Pairing } from './sides.ts';
import { likeness } from './sku-likeness.ts';

/**
 * What the price list says of a SKU on a day in a currency: undefined where none that was valid
 * then is here.
 */
export type ListedOn = (sku: string, day: Day, currency: string) => PriceFrom | undefined;

/**
 * Looks prices up by SKU; one that holds from a later day says nothing of an earlier order, and one
 * in kronor nothing in euro.
 */
export const listedOn = (prices: readonly PriceListItem[]): ListedOn => {
  const bySku = Map.groupBy(prices, ({ data }) => skuText(data.sku));
  return (sku, day, currency) => {
    const found =
      sku === ''
        ? undefined
        : bySku.get(skuText(sku))?.filter(({ data }) => data.currency === currency);
    const held = (found ?? []).flatMap(({ data }) => priceOn(data, day) ?? []);
    const newest = held.reduce<PriceFrom | undefined>(
      (a, b) => (a !== undefined && a.from >= b.from ? a : b),
      undefined,
    );
    return newest?.price === '' ? undefined : newest;
  };
};

/** How two sides that belong together differ; `isDiffering` where it is more than worth a word. */
export type Differences = { readonly isDiffering: boolean; readonly guesses: readonly Guess[] };

/** Compares what was ordered, or went back, with what is invoiced of it. */
export const differencesOf = (
  { ours, taken, theirs }: Pick<Pairing, 'ours' | 'taken' | 'theirs'>,
  returns: readonly OurReturn[],
  listed: ListedOn,
): Differences => {
  const quantity = taken === undefined ? (ours?.quantity ?? 0) : -taken.quantity;
  const invoiced = theirs.reduce((sum, { data }) => sum + data.quantity, 0);
  const counted = quantityGuess(quantity, invoiced, returns);
  const priced = ours === undefined ? [] : priceGuess(ours, theirs, listed);
  const apart = ours === undefined ? [] : theirs.flatMap((line) => tellsApart(ours, line));
  const product = apart.filter(({ code }) => code === 'other-product');
  const rest = apart.filter(({ code }) => code !== 'other-product');
  const differing = [
    ...priced.filter(({ code }) => code === 'price-differs'),
    ...counted,
    ...product,
  ];
  const currency = priced.filter(({ code }) => code === 'other-currency');
  return {
    isDiffering: differing.length > 0,
    guesses: onceEach([...differing, ...currency, ...rest]),
  };
};

const quantityGuess = (ours: number, invoiced: number, returns: readonly OurReturn[]): Guess[] => {
  const by = invoiced - ours;
  if (by === 0) return [];
  const differs: Guess = {
    code: 'quantity-differs',
    params: { by: Math.abs(by), way: by > 0 ? 'more' : 'fewer' },
  };
  const last = returns.at(-1);
  if (last === undefined) return [differs];
  const count = returns.reduce((sum, ourReturn) => sum + ourReturn.quantity, 0);
  return [differs, { code: 'returned', params: { quantity: count, on: last.on } }];
};

const priceGuess = (ours: OurLine, theirs: Pairing['theirs'], listed: ListedOn): Guess[] => {
  const { unitPrice: price } = ours;
  const isAsOrdered = ({ data }: Pairing['theirs'][number]): boolean =>
    data.unitPrice === price && data.currency === ours.currency;
  // Nothing is counted where the same is written on both sides.
  if (price === '' || theirs.every(isAsOrdered)) return [];
  const currencies = [...new Set(theirs.map(({ data }) => data.currency))].filter(
    (currency) => currency !== '',
  );
  const isOther = ours.currency !== '' && currencies.some((currency) => currency !== ours.currency);
  if (isOther || currencies.length > 1)
    return [
      { code: 'other-currency', params: { ours: ours.currency, theirs: currencies.join(', ') } },
    ];
  const difference = priceDifference(price, billedBy(theirs));
  if (difference === undefined) return [];
  const { by } = difference;
  const currency = currencies[0] ?? ours.currency;
  const found = listed(theirs[0]?.data.sku || ours.sku, ours.orderDate, currency);
  const says: Readonly<Record<string, string>> =
    found === undefined ? {} : { listed: found.price, from: found.from };
  const way = by.startsWith('-') ? 'less' : 'more';
  return [{ code: 'price-differs', params: { by: by.replace('-', ''), way, currency, ...says } }];
};

const tellsApart = (ours: OurLine, { data }: Pairing['theirs'][number]): Guess[] => {
  const isOtherNumber =
    data.orderNumber !== '' &&
    ours.orderNumber !== '' &&
    numberKey(data.orderNumber) !== numberKey(ours.orderNumber);
  const number: Guess[] =
    isOtherNumber && data.charge === 'invoice'
      ? [{ code: 'other-number', params: { ours: ours.orderNumber, theirs: data.orderNumber } }]
      : [];
  const like = likeness(ours, data);
  if (like === 'same' || like === 'unknown') return number;
  const level = (sku: string): string => {
    const read = readSku(sku);
    return read.valid ? read.level : '';
  };
  const params =
    like === 'level'
      ? { ours: level(ours.sku), theirs: level(data.sku) }
      : { ours: skuText(ours.sku), theirs: skuText(data.sku) };
  return [{ code: `other-${like === 'other' ? 'product' : like}`, params }, ...number];
};

const onceEach = (guesses: readonly Guess[]): Guess[] => [
  ...new Map(guesses.map((guess) => [guess.code, guess])).values(),
];
