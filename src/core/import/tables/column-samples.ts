/** How many values of a column are shown beside it. */
const SHOWN = 3;

/** The most letters of a value that is shown beside its column. */
const LONGEST = 40;

/**
 * The first different values of a column, to tell what is in it; a long one is cut. `cells` are as
 * people see them, without empty ones.
 */
export const samplesOf = (cells: readonly string[]): readonly string[] => {
  const found = new Set<string>();
  for (const cell of cells) {
    found.add(cell.length > LONGEST ? `${cell.slice(0, LONGEST - 1)}…` : cell);
    if (found.size === SHOWN) break;
  }
  return [...found];
};
