/**
 * The first of some names, with the others counted in a word behind them: for a line that holds no
 * more.
 */
export const firstNamed = (
  names: readonly string[],
  most: number,
  more: (others: number) => string,
): string[] =>
  names.length <= most ? [...names] : [...names.slice(0, most), more(names.length - most)];
