import { amountReadings } from './text/written-amount.ts';

/**
 * An exact amount: decimal text with a point and two decimals (`25000.00`) and an ISO 4217
 * currency. Never a float.
 */
export type Money = { readonly amount: string; readonly currency: string };

/** A record can hold so many figures (`core/record/field-schemas.ts`). */
const CANONICAL = /^-?\d{1,15}\.\d{2}$/;

/** Whether the text is an amount as Money stores it. */
export const isAmount = (text: string): boolean => CANONICAL.test(text);

/** The amount in hundredths, exact. */
export const toCents = (amount: string): bigint => BigInt(amount.replace('.', ''));

/** Hundredths as canonical decimal text. */
export const fromCents = (cents: bigint): string => {
  const digits = (cents < 0n ? -cents : cents).toString().padStart(3, '0');
  return `${cents < 0n ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`;
};

/** The sum of amounts in one currency. */
export const sumOf = (amounts: readonly string[]): string =>
  fromCents(amounts.reduce((sum, amount) => sum + toCents(amount), 0n));

/** Sums per currency, in the order in which the currencies first appear. */
export const sumsByCurrency = (sums: readonly Money[]): Money[] => {
  const totals = new Map<string, bigint>();
  for (const { amount, currency } of sums)
    totals.set(currency, (totals.get(currency) ?? 0n) + toCents(amount));
  return [...totals].map(([currency, cents]) => ({ amount: fromCents(cents), currency }));
};

/**
 * The amounts that a written sum can mean: none when it is no sum, two when its mark is unclear
 * (see written-amount.ts).
 */
export const readAmounts = (written: string): string[] =>
  amountReadings(written).map(({ amount }) => amount);
