import { describe, expect, test } from 'vitest';
import { foldedText, foundBy } from '#core/text/found-text.ts';

describe('B8, B12: one search for apps, users and whom to choose', () => {
  test.each([
    ['lasresan', 'Läsresan', true],
    ['LÄSRESAN', 'Läsresan', true],
    ['åke', 'Ake', true],
    ['ylva bergstrom', 'Bergström, Ylva', true],
    // A separate accent beside the letter, as a Mac writes it in a file's name.
    ['e\u0301va', 'Éva', true],
    ['４２５', '425073498', true],
    ['  ', 'Läsresan', true],
    ['läs 7b', 'Läsresan', false],
    ['resa las', 'Läsresan', true],
    ['ø', 'o', false],
  ])('B8: %j in %j', (typed, text, isFound) => {
    expect(foundBy(typed)(foldedText(text))).toBe(isFound);
  });
});
