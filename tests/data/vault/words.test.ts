import { describe, expect, test } from 'vitest';
import { drawPlaces, drawWords, loadWords } from '#data/vault/words/draw.ts';

/** Pairs of equal length that differ by a single letter. */
const closePairs = (words: readonly string[]): string[] => {
  const seen = new Map<string, string>();
  const pairs: string[] = [];
  for (const word of words)
    for (let at = 0; at < word.length; at += 1) {
      const pattern = `${word.slice(0, at)}?${word.slice(at + 1)}`;
      const other = seen.get(pattern);
      if (other !== undefined) pairs.push(`${other}/${word}`);
      seen.set(pattern, word);
    }
  return pairs;
};

describe.each(['sv', 'en'] as const)('X9: the word list (%s)', (language) => {
  test('X9: holds 2,048 different words: eleven bits each', async () => {
    const words = await loadWords(language);
    expect(words).toHaveLength(2048);
    expect(new Set(words).size).toBe(2048);
  });

  test('X9: has words of four to eight letters that any keyboard types', async () => {
    const words = await loadWords(language);
    expect(words.filter((word) => !/^[a-z]{4,8}$/.test(word))).toEqual([]);
  });

  test('X9: has no two words that one wrong letter turns into each other', async () => {
    expect(closePairs(await loadWords(language))).toEqual([]);
  });
});

describe('X9: drawing', () => {
  test('X9: words come from the list, as many as asked for', async () => {
    const words = await loadWords('sv');
    const drawn = drawWords(words, 12);
    expect(drawn).toHaveLength(12);
    expect(drawn.filter((word) => !words.includes(word))).toEqual([]);
    expect(drawWords(words, 12)).not.toEqual(drawn);
  });

  test('X9: the two places of a check differ, are in order and reach every place', () => {
    const draws = Array.from({ length: 2000 }, () => drawPlaces(12));
    expect(draws.filter(([a, b]) => !(a >= 1 && a < b && b <= 12))).toEqual([]);
    expect(new Set(draws.flat()).size).toBe(12);
  });
});
