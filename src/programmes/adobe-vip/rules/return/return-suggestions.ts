import type { Day } from '#core/day/day.ts';
import { isReachable, reachable, takesFor, type ReturnReach, type Take } from './return-reach.ts';

/** A quantity that can go back, from which lines, and the last day on which all of them can. */
export type ReturnSuggestion = {
  readonly quantity: number;
  readonly takes: readonly Take[];
  readonly lastDay: Day;
};

/** So many are suggested on either side of what was asked for. */
const EACH_SIDE = 2;

/**
 * What is near a quantity that cannot be reached; nothing when it can. Where parts may go back,
 * only "all" is nearer than too many.
 */
const nearest = (reach: ReturnReach, asked: number): number[] => {
  if (isReachable(reach, asked) || reach.total === 0) return [];
  if (reach.part === 'quantity')
    return [asked > reach.total ? reach.total : Math.max(1, Math.floor(asked))];
  const all = reachable(reach);
  const above = all.findIndex((count) => count > asked);
  const at = above === -1 ? all.length : above;
  return all.slice(Math.max(0, at - EACH_SIDE), at + EACH_SIDE);
};

/**
 * What to offer instead of a quantity that cannot go back, each with the day its window closes
 * first (adobe.md §8.21).
 */
export const suggestReturns = (reach: ReturnReach, asked: number): ReturnSuggestion[] =>
  nearest(reach, asked).map((quantity) => {
    const takes = takesFor(reach, quantity);
    const ids = new Set(takes.map(({ id }) => id));
    // The lines are sorted by closing day, so the first one taken closes first.
    return { quantity, takes, lastDay: reach.lines.find(({ id }) => ids.has(id))?.lastDay ?? '' };
  });
