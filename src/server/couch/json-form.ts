/** How deep lists and objects may lie in each other: far more than anyone means, far less than ends a stack. */
const DEEPEST = 500;

/**
 * Why parsed JSON is not taken, or undefined. What the store copies by recursion must not be too deep, and a field
 * called `__proto__` would be lost there without a word.
 */
export const whyNotTaken = (root: unknown): string | undefined => {
  const open: [value: unknown, depth: number][] = [[root, 0]];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const [value, depth] = next;
    if (typeof value !== 'object' || value === null) continue;
    if (depth >= DEEPEST) return 'The JSON is nested too deeply.';
    if (!Array.isArray(value) && Object.hasOwn(value, '__proto__')) return 'No field may be called __proto__.';
    for (const inner of Object.values(value)) if (typeof inner === 'object') open.push([inner, depth + 1]);
  }
  return undefined;
};
