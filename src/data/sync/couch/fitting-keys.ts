import { TooLong } from './body-within.ts';
import { CutOff } from './fitting-pages.ts';

/** More than what was cut off is requested again after 32 times as much at the latest. */
const MOST_DOUBTS = 5;

/** Asks about many keys at once, in parts whose answers get through. */
export type FittingKeys = <I, T>(
  all: readonly I[],
  ask: (some: readonly I[]) => Promise<readonly T[]>,
) => Promise<T[]>;

/**
 * Asks for half of what was cut off or too long, down to one key, as `fittingPages` does; after a
 * cut only with the next call. More at once is tried again after as many keys as were too many or
 * are wanted at once, and after twice as many each time this did not help: a call that is cut off
 * has to read all of its keys again, and completes the next time at the latest.
 */
export const fittingKeys = (): FittingKeys => {
  let [fits, tooMany, came, doubts] = [Infinity, Infinity, 0, 0];
  const passed = (count: number, wanted: number): void => {
    came += count;
    if (count >= tooMany) [fits, tooMany, came, doubts] = [Infinity, Infinity, 0, 0];
    else if (came >= Math.max(tooMany, wanted) * 2 ** doubts) [fits, came] = [2 * fits, 0];
  };
  const failed = (error: unknown, count: number): void => {
    const isCut = error instanceof CutOff;
    if (!isCut && !(error instanceof TooLong)) return;
    if (count >= tooMany) doubts = Math.min(MOST_DOUBTS, doubts + 1);
    [fits, tooMany, came] = [Math.max(1, count >> 1), Math.min(tooMany, count), 0];
  };
  return async (all, ask) => {
    const found = [];
    for (let left = all; left.length > 0;) {
      const some = left.slice(0, fits);
      try {
        found.push(...(await ask(some)));
        passed(some.length, all.length);
        left = left.slice(some.length);
      } catch (error) {
        failed(error, some.length);
        if (!(error instanceof TooLong) || some.length === 1) throw error;
      }
    }
    return found;
  };
};
