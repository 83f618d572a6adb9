import type { LevelsOfReturn } from '#programmes/adobe-vip/rules/level/level-of-return.ts';
import { pricedLevel } from '#programmes/adobe-vip/rules/level/level.ts';
import type { Day } from '#core/day/day.ts';
import type { Problem } from '#core/result.ts';
import type { Texts } from '#ui/text.ts';
import { problemOfScreen, type VipSaid } from '../problem-words.ts';

/** Why a return cannot be asked for, as a sentence that says what to do. */
export const returnProblem = (
  problem: Problem<VipSaid['code'] | keyof Texts['vipReturns']['problems']>,
  text: Pick<Texts, 'vipReturns' | 'vip' | 'format' | 'shell'>,
  today: Day,
): string => problemOfScreen(problem, text.vipReturns.problems, text, today);

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
