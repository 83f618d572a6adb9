/**
 * Whether two values of a field are the same, in whatever order their parts were written; nothing
 * and an empty text are.
 */
export const isSameValue = (a: unknown, b: unknown): boolean =>
  a === b || JSON.stringify(inOrder(a ?? '')) === JSON.stringify(inOrder(b ?? ''));

const inOrder = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(inOrder);
  if (typeof value !== 'object' || value === null) return value;
  const parts = Object.entries(value).filter(([, part]) => part !== undefined);
  return Object.fromEntries(
    parts.map(([field, part]) => [field, inOrder(part)] as const).sort(byName),
  );
};

const byName = ([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number =>
  a < b ? -1 : 1;
