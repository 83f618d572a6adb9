import { withoutPersonalNumbers } from '../../text/personal-number.ts';

/** How many values of a column are shown beside it. */
const SHOWN = 3;

/** The most letters of a value that is shown beside its column. */
const LONGEST = 40;

/**
 * The first different values of a column, to tell what is in it; a long one is cut. `cells` are as
 * people see them, without empty ones; of personal identity numbers the end is hidden.
 */
export const samplesOf = (cells: readonly string[]): readonly string[] => {
  const found = new Set<string>();
  for (const cell of cells) {
    const shown = withoutPersonalNumbers(cell);
    found.add(shown.length > LONGEST ? `${shown.slice(0, LONGEST - 1)}…` : shown);
    if (found.size === SHOWN) break;
  }
  return [...found];
};
