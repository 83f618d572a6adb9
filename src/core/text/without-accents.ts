/**
 * A text without the marks on its letters, as people write it on a keyboard that lacks them:
 * `numero`, `Grosse`, `belop`.
 */
export const withoutAccents = (text: string): string =>
  BEYOND_ASCII.test(text)
    ? text
        .normalize('NFD')
        .replace(/\p{M}/gu, '')
        .replace(/ß/g, 'ss')
        .replace(/ø/g, 'o')
        .replace(/æ/g, 'ae')
    : text;

/** Most words have none: the thousands of headings are gone over whenever files are read. */
const BEYOND_ASCII = /[^ -~]/;

/** A text in small letters with two letters for each that has a mark: `groesse`, `beloeb`. */
export const withTwoLetters = (text: string): string =>
  withoutAccents(text.replace(/[äöåüø]/g, (letter) => TWO_LETTERS.get(letter) ?? letter));

const TWO_LETTERS = new Map([
  ['\u00e4', 'ae'],
  ['\u00f6', 'oe'],
  ['\u00e5', 'aa'],
  ['\u00fc', 'ue'],
  ['\u00f8', 'oe'],
]);
