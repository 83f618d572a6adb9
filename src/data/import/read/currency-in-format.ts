/** Whose `kr` and `$` a format means, by the number of the language in it (`[$kr-41D]`). */
const OF_LANGUAGE = new Map([
  ['41d', 'SEK'],
  ['414', 'NOK'],
  ['814', 'NOK'],
  ['406', 'DKK'],
  ['40f', 'ISK'],
  ['409', 'USD'],
  ['1009', 'CAD'],
  ['c09', 'AUD'],
]);

/** A sign in brackets, with the language or without (`[$€-2]`, `[$SEK]`). */
const IN_BRACKETS = /\[\$([^\]-]{1,8})(?:-([^\]]{1,12}))?\]/;

/** Text beside the figures: in quotes, or a letter after `\`. */
const TEXTS = /"([^"]{0,20})"|\\(.)/g;

/**
 * The currency that a number format shows beside a sum (`#,##0.00 "kr"`), as a sign, a word or its
 * code; '' for none. A bare `$` is none: programs write it for the currency of the computer.
 */
export const currencyInFormat = (format: string): string => {
  const [positive = ''] = format.split(';', 1);
  const [, sign = '', language = ''] = IN_BRACKETS.exec(positive) ?? [];
  if (/^(?:kr\.?|\$)$/i.test(sign)) {
    const own = OF_LANGUAGE.get(language.toLowerCase());
    if (own !== undefined || sign === '$') return own ?? '';
  }
  const texts = Array.from(positive.matchAll(TEXTS), ([, quoted, escaped]) => quoted ?? escaped);
  const signs = positive.replace(TEXTS, '').match(/[€£]/g) ?? [];
  return [sign, ...texts, ...signs].join('').replaceAll('$', '').trim();
};
