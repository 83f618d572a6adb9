import { dividedBy, exactText, readExact, times, type Exact } from '../proration/exact.ts';
import type { InvoiceLine } from '../product/invoice-line.ts';

/**
 * What several invoice lines charge together: parts of one billing, less what a credit took back.
 */
export type Billed = {
  readonly quantity: number;
  /** Per licence for the whole term, if all lines agree; else ''. */
  readonly unitPrice: string;
  /** Per licence as charged, rounded to cents, or ''. */
  readonly chargedPrice: string;
  /** Exact decimal text; '' where a line does not say, or currencies are mixed. */
  readonly netAmount: string;
  /** '' where the lines have several. */
  readonly currency: string;
};

const aligned = (
  numbers: readonly Exact[],
): { readonly units: readonly bigint[]; readonly decimals: number } => {
  const decimals = Math.max(0, ...numbers.map((amount) => amount.decimals));
  return {
    units: numbers.map((amount) => amount.units * 10n ** BigInt(decimals - amount.decimals)),
    decimals,
  };
};

const sharedValue = (values: readonly string[]): string =>
  new Set(values).size === 1 ? values[0]! : '';

/** The lines of invoices added up, exactly. */
export const billedBy = (lines: readonly InvoiceLine[]): Billed => {
  const quantity = lines.reduce((sum, { data }) => sum + data.quantity, 0);
  const currency = sharedValue(lines.map(({ data }) => data.currency));
  const unitPrice = sharedValue(lines.map(({ data }) => data.unitPrice));
  const amounts = lines
    .map(({ data }) => readExact(data.netAmount))
    .filter((amount) => amount !== undefined);
  const isWhole =
    amounts.length === lines.length &&
    lines.length > 0 &&
    new Set(lines.map(currencyOf)).size === 1;
  if (!isWhole) return { quantity, unitPrice, chargedPrice: '', netAmount: '', currency };
  const { units, decimals } = aligned(amounts);
  const net = { units: units.reduce((sum, unit) => sum + unit, 0n), decimals };
  return {
    quantity,
    unitPrice,
    chargedPrice: perLicence(net, quantity),
    netAmount: exactText(net),
    currency,
  };
};

const currencyOf = ({ data }: InvoiceLine): string => data.currency;

const perLicence = (net: Exact, quantity: number): string => {
  if (quantity === 0 || !Number.isInteger(quantity)) return '';
  const sign = quantity < 0 ? -1n : 1n;
  return exactText(dividedBy(times(net, sign), BigInt(quantity) * sign, 2));
};

/**
 * How far a price may be off, per licence: Adobe's own sample is a cent off its formula (adobe.md
 * §3).
 */
const TOLERANCE: Exact = { units: 1n, decimals: 2 };

/** What is invoiced of a licence above what was ordered; negative below it. */
export type PriceDifference = { readonly by: string; readonly theirs: string };

/**
 * How a price of ours differs from what is billed: it agrees with the price of the term or with
 * what was charged, to a cent.
 */
export const priceDifference = (price: string, billed: Billed): PriceDifference | undefined => {
  if (price === billed.unitPrice) return undefined;
  const ours = readExact(price);
  if (ours === undefined || agreesWithSum(ours, billed)) return undefined;
  // What was charged was compared whole: rounded to a licence it would be allowed a second cent.
  const candidates = [billed.unitPrice, billed.chargedPrice].flatMap((text, at) => {
    const theirs = readExact(text);
    if (theirs === undefined) return [];
    const { units, decimals } = aligned([theirs, ours, TOLERANCE]);
    const by = { units: units[0]! - units[1]!, decimals };
    return [{ theirs: text, by, agrees: at === 0 && size(by) <= units[2]! }];
  });
  if (candidates.length === 0 || candidates.some(({ agrees }) => agrees)) return undefined;
  const [first, second] = candidates;
  const { by, theirs } = second !== undefined && isNearer(second.by, first!.by) ? second : first!;
  return { by: exactText(dividedBy(by, 1n, 2)), theirs };
};

const size = ({ units }: Exact): bigint => (units < 0n ? -units : units);

const isNearer = (a: Exact, b: Exact): boolean =>
  size(a) * 10n ** BigInt(b.decimals) < size(b) * 10n ** BigInt(a.decimals);

/**
 * Whether so many licences at our price are what was charged: no division, and so no rounding,
 * is between the two.
 */
const agreesWithSum = (ours: Exact, { quantity, netAmount }: Billed): boolean => {
  const net = readExact(netAmount);
  if (net === undefined || quantity === 0 || !Number.isInteger(quantity)) return false;
  const count = BigInt(quantity);
  const { units } = aligned([
    times(ours, count),
    net,
    times(TOLERANCE, count < 0n ? -count : count),
  ]);
  const by = units[0]! - units[1]!;
  return size({ units: by, decimals: 0 }) <= units[2]!;
};

/**
 * The price of a licence that lines of invoices show beside one of ours: the one that was compared
 * with it.
 */
export const shownPrice = (lines: readonly InvoiceLine[], price: string): string => {
  const billed = billedBy(lines);
  const { unitPrice, chargedPrice } = billed;
  const difference = priceDifference(price, billed);
  if (difference !== undefined) return difference.theirs;
  const isOfTerm =
    unitPrice !== '' &&
    (price === '' ||
      priceDifference(price, { ...billed, netAmount: '', chargedPrice: '' }) === undefined);
  return isOfTerm ? unitPrice : chargedPrice || unitPrice;
};
