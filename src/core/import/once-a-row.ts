type ReadCells<Found> = (cells: readonly string[]) => Found;

/**
 * The same, read once for the cells of a row, however many kinds of list ask. It is forgotten with
 * the row: cells may be secrets.
 */
export const onceARow = <Found extends object>(read: ReadCells<Found>): ReadCells<Found> => {
  const found = new WeakMap<readonly string[], Found>();
  return (cells) => {
    const known = found.get(cells) ?? read(cells);
    found.set(cells, known);
    return known;
  };
};
