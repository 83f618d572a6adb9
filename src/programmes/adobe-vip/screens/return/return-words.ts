import type { LevelsOfReturn } from '#programmes/adobe-vip/rules/level/level-of-return.ts';
import { pricedLevel } from '#programmes/adobe-vip/rules/level/level.ts';
import { isDay, type Day } from '#core/day/day.ts';
import type { Problem } from '#core/result.ts';
import type { Texts } from '#ui/text.ts';

/** Why a return cannot be asked for, as a sentence that says what to do. */
export const returnProblem = (
  { code, params = {} }: Problem,
  { vipReturns, vip, format }: Pick<Texts, 'vipReturns' | 'vip' | 'format'>,
  today: Day,
): string => {
  const said = Object.fromEntries(
    Object.entries(params).map(([key, value]) => [
      key,
      typeof value === 'string' && isDay(value) ? format.dayShort(value, today) : value,
    ]),
  );
  return (vipReturns.problems[code] ?? vip.problems[code])?.(said) ?? code;
};

/** What becomes of the discount level of later orders. */
export const levelWords = (
  { licences, ...held }: LevelsOfReturn & { readonly licences: number },
  words: Texts['vipReturns'],
): string => {
  // With nothing left there is no level to speak of.
  if (licences === 0) return '';
  const [before, after] = [pricedLevel(held.before), pricedLevel(held.after)];
  return before === after
    ? words.levelStays(after, licences)
    : words.levelFalls(before, after, licences);
};
