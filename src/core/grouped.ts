/** Those that have a key, by it: '' is none. */
export const grouped = <T>(all: readonly T[], keyOf: (item: T) => string): Map<string, T[]> => {
  const found = new Map<string, T[]>();
  for (const item of all) {
    const key = keyOf(item);
    if (key === '') continue;
    const known = found.get(key);
    if (known === undefined) found.set(key, [item]);
    else known.push(item);
  }
  return found;
};
