/**
 * A set of loads, as bits: those of screens in the first words, those of parts that are loaded
 * later in the others.
 */
export type LoadSet = Uint32Array;

/**
 * How many loads two sets share, and how many are in only one of them; loads of screens count
 * more.
 */
export type Overlap = { readonly both: number; readonly onlyA: number; readonly onlyB: number };

const BITS = 32;

const bitsOf = (word: number): number => {
  const pairs = word - ((word >>> 1) & 0x55555555);
  const fours = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333);
  return Math.imul((fours + (fours >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
};

/** Sets of so many loads, where one of a screen counts as several of later parts. */
export const loadSets = (screens: number, laterParts: number, screenCountsAs: number) => {
  const screenWords = Math.ceil(screens / BITS);
  const words = screenWords + Math.ceil(laterParts / BITS);
  const weightOf = (at: number): number => (at < screenWords ? screenCountsAs : 1);
  const at = (set: LoadSet, word: number): number => set[word] ?? 0;

  const overlapOf = (a: LoadSet, b: LoadSet): Overlap => {
    let [both, onlyA, onlyB] = [0, 0, 0];
    for (let word = 0; word < words; word += 1) {
      const [inA, inB, weight] = [at(a, word), at(b, word), weightOf(word)];
      both += weight * bitsOf(inA & inB);
      onlyA += weight * bitsOf(inA & ~inB);
      onlyB += weight * bitsOf(inB & ~inA);
    }
    return { both, onlyA, onlyB };
  };

  return {
    none: (): LoadSet => new Uint32Array(words),
    addScreen: (set: LoadSet, screen: number): void => {
      const word = Math.floor(screen / BITS);
      set[word] = at(set, word) | (1 << (screen % BITS));
    },
    addLaterPart: (set: LoadSet, part: number): void => {
      const word = screenWords + Math.floor(part / BITS);
      set[word] = at(set, word) | (1 << (part % BITS));
    },
    overlapOf,
    without: (a: LoadSet, b: LoadSet): LoadSet => a.map((word, index) => word & ~at(b, index)),
    union: (a: LoadSet, b: LoadSet): LoadSet => a.map((word, index) => word | at(b, index)),
  };
};

/** The operations on sets of loads of one app. */
export type LoadSets = ReturnType<typeof loadSets>;
