const LETTERS = 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789';

/** Whole numbers in a fixed order, from a seed (Numerical Recipes' linear congruence). */
const numbersFrom = (seed: number): (() => number) => {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state >>> 8;
  };
};

const lettersFrom = (seed: number, length: number, letters: string): string => {
  const next = numbersFrom(seed);
  return Array.from({ length }, () => letters[next() % letters.length] ?? '').join('');
};

/** A code that nobody can redeem: it says so. With a figure, as codes have. */
export const codeOf = (number: number, length: 12 | 16 = 12): string =>
  `FAKE${number % 10}${lettersFrom(number + 417, length - 5, LETTERS)}`;

/** The address that redeems a code. */
export const linkOf = (number: number, length: 12 | 16 = 12): string =>
  `https://apps.apple.com/redeem?code=${codeOf(number, length)}&ctx=apps`;

/** A VIP ID of nobody's. */
export const vipIdOf = (number: number): string =>
  `FA4E${lettersFrom(number + 512, 16, '0123456789ABCDEF')}`;

/** A SKU of no product: only its shape is Adobe's. */
export const skuOf = (number: number, level = '01', segment = 'A'): string =>
  `${65_000_000 + number}C${segment}${level}A12`;

/** An Adam ID beyond those that Apple has given away. */
export const adamIdOf = (number: number): string => String(900_000_000_000 + number);

/** A serial number of no device. */
export const serialOf = (number: number): string => `NBTEST${String(number).padStart(4, '0')}`;
