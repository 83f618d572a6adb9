/**
 * How many of each there are, those without one left out, in the order in which they first come.
 */
export const counted = (values: readonly string[]): [value: string, count: number][] => {
  const found = new Map<string, number>();
  for (const value of values) if (value !== '') found.set(value, (found.get(value) ?? 0) + 1);
  return [...found];
};
