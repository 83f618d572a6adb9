/**
 * An order number in the form that is compared: however it was typed, with spaces or dashes, wide
 * or small letters, it is the same order. Leading zeros count. The number is always shown as it was
 * written.
 */
export const orderKey = (number: string): string =>
  PLAIN.test(number)
    ? number
    : number
        .normalize('NFKC')
        .replace(/[\s\p{Pd}\u2212]/gu, '')
        .toUpperCase();

/** Nearly every number: it is its own key, and a file may have a hundred thousand. */
const PLAIN = /^[A-Z0-9]*$/;
