import { numberText } from '../number-text.ts';

/**
 * The number that a spreadsheet program stored in a cell of a page (`x:num` of Excel, `sdval` of
 * LibreOffice), with all its figures; undefined where the cell holds none, or shows it as something
 * else: a day, a sum with its currency.
 */
export const numberOf = (tag: string, shown: string): string | undefined => {
  const [, said, bare] = STORED.exec(tag) ?? [];
  if (said === undefined && bare === undefined) return undefined;
  if (said === undefined) return WHOLE.test(shown) ? shown : undefined;
  const value = Number(said);
  if (said.trim() === '' || !Number.isFinite(value)) return undefined;
  const figures = shown.replace(/[\s.,'’]/g, '').replace(/^([-\u2212]?)0+(?=\d)/, '$1');
  const whole = String(Math.trunc(Math.abs(value)));
  const isSame = /^[-\u2212]?\d+$/.test(figures) && figures.replace(/^\D/, '').startsWith(whole);
  const width = /^0\d{1,19}$/.test(shown) ? shown.length : 0;
  return isSame || EXPONENT.test(shown) ? numberText(value, width) : undefined;
};

/** In quotes, or none where the cell shows the whole number. */
const STORED = /\s(?:x:num|sdval)(?:\s*=\s*["']([^"']{1,40})["']|(?=([\s>/])))/i;

const WHOLE = /^-?\d+$/;

const EXPONENT = /^[-\u2212]?\d(?:[.,]\d+)?E[+-]?\d+$/i;
