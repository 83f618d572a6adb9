/**
 * The most costly fields in one body: ten for each of the most documents that one request may name.
 * To parse them, sort them and look at them takes a hundred times what a value in a list does.
 */
export const MOST_FIELDS = 100_000;

/** An object with more fields is no longer kept by its shape, but as a table of names. */
const WIDE = 100;

/** A longer name is not compared with those before it. */
const SHORT_NAME = 64;

const [ZERO, NINE] = [0x30, 0x39];

/** So that nobody finds names that look alike. */
const SEED = Math.floor(Math.random() * 2 ** 32);

/** Counts the fields of JSON that is not parsed yet. */
export type Fields = {
  /** Another list or object begins, so deep. */
  begin(depth: number): void;
  /**
   * Whether the field of the object at this depth whose name is between these bytes is one too
   * many.
   */
  isTooMany(depth: number, from: number, to: number): boolean;
};

/**
 * Counts costly names: new, numeric or long ones, or those in a wide object. Fields that all
 * documents have in common are as cheap as values.
 */
export const countFields = (bytes: Buffer, deepest: number): Fields => {
  const inObject = new Uint32Array(deepest + 2);
  const seen = new Set<number>();
  let costly = 0;
  const isCheap = (from: number, to: number): boolean => {
    const first = bytes[from] ?? 0;
    if (to - from > SHORT_NAME || (first >= ZERO && first <= NINE)) return false;
    const hash = hashOf(bytes, from, to);
    if (seen.has(hash)) return true;
    seen.add(hash);
    return false;
  };
  return {
    begin: (depth) => void (inObject[depth] = 0),
    isTooMany: (depth, from, to) => {
      const fields = (inObject[depth] ?? 0) + 1;
      inObject[depth] = fields;
      if (fields > WIDE || !isCheap(from, to)) costly += 1;
      return costly > MOST_FIELDS;
    },
  };
};

/** FNV-1a from a seed. */
const hashOf = (bytes: Buffer, from: number, to: number): number => {
  let hash = SEED;
  for (let at = from; at < to; at += 1) hash = Math.imul(hash ^ (bytes[at] ?? 0), 0x01000193);
  return hash;
};
