/**
 * An exact decimal number: `units` of its last decimal. Adobe's sums need a division, a product and
 * one rounding, which bigint does in a few lines: a decimal library would weigh more than these and
 * round no better.
 */
export type Exact = { readonly units: bigint; readonly decimals: number };

const WRITTEN = /^(-?)(\d+)(?:\.(\d+))?$/;

/** The number of a decimal text with a point, of any length; undefined when it is none. */
export const readExact = (text: string): Exact | undefined => {
  const [, sign = '', whole, decimals = ''] = WRITTEN.exec(text) ?? [];
  return whole === undefined
    ? undefined
    : { units: BigInt(sign + whole + decimals), decimals: decimals.length };
};

/** So many times the number, exact. */
export const times = ({ units, decimals }: Exact, factor: bigint): Exact => ({
  units: units * factor,
  decimals,
});

/**
 * The number divided (by one above 0) and rounded half up to so many decimals. Below zero a half
 * goes down, so that what is credited is what was charged.
 */
export const dividedBy = (number: Exact, divisor: bigint, decimals: number): Exact => {
  const size = number.units < 0n ? -number.units : number.units;
  const above = size * 10n ** BigInt(decimals);
  const below = divisor * 10n ** BigInt(number.decimals);
  const rounded = (2n * above + below) / (2n * below);
  return { units: number.units < 0n ? -rounded : rounded, decimals };
};

/** The number rounded half up to cents. */
export const toTheCent = (number: Exact): Exact => dividedBy(number, 1n, 2);

/** The number as decimal text with all of its decimals: `0.473442623`, `173.28`. */
export const exactText = ({ units, decimals }: Exact): string => {
  const digits = (units < 0n ? -units : units).toString().padStart(decimals + 1, '0');
  const [whole, rest] = [
    digits.slice(0, digits.length - decimals),
    digits.slice(digits.length - decimals),
  ];
  return `${units < 0n ? '-' : ''}${whole}${rest === '' ? '' : `.${rest}`}`;
};

/** The same without zeros at its end: `10326.5753427`, `12`. */
export const shortText = (number: Exact): string => {
  const text = exactText(number);
  return number.decimals === 0 ? text : text.replace(/(?<!0)0+$/, '').replace(/\.$/, '');
};
