import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { foreignText, MOST_IN_LIST, shownText } from '#core/text/foreign-text.ts';

describe('a text from outside', () => {
  test.each([
    ['a direction that is turned', 'faktura\u202excod.csv', 'faktura\ufffdxcod.csv'],
    ['an isolate that is opened', 'a\u2067b\u2069', 'a\ufffdb\ufffd'],
    ['a mark of direction', 'a\u200fb\u061c', 'a\ufffdb\ufffd'],
    ['controls', '\u0000\u0007\u001b[31m\u007f\u0085', '␀␇␛[31m␡\ufffd'],
    ['ends of lines and tabs', 'a\nb\tc\r', 'a b c '],
    ['what joins letters', 'می\u200cخواهم 👩\u200d💻', 'می\u200cخواهم 👩\u200d💻'],
    ['anything else', 'Öl & <b>"x"</b> 汉字', 'Öl & <b>"x"</b> 汉字'],
  ])('A5: shows a mark for %s, or it as it is', (_, text, shown) => {
    expect(shownText(text)).toBe(shown);
  });

  test('A5: with letters from the right is set apart, and no other is', () => {
    expect(foreignText('שלום 12')).toBe('\u2068שלום 12\u2069');
    expect(foreignText('سلام')).toBe('\u2068سلام\u2069');
    expect(foreignText('Nordby 12')).toBe('Nordby 12');
  });

  test('A5: is cut in a list, never within a character, and set apart as a whole', () => {
    expect(foreignText('a'.repeat(200), MOST_IN_LIST)).toBe('a'.repeat(200));
    expect(foreignText('a'.repeat(3000), MOST_IN_LIST)).toBe(`${'a'.repeat(199)}…`);
    expect(foreignText(`${'a'.repeat(198)}👩aa`, MOST_IN_LIST)).toBe(`${'a'.repeat(198)}…`);
    expect(foreignText('ש'.repeat(3000), MOST_IN_LIST)).toBe(`\u2068${'ש'.repeat(199)}…\u2069`);
  });

  test('A5: leaves nothing to be obeyed, whatever it is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const shown = shownText(text);
        expect(shown).not.toMatch(/[\u202a-\u202e\u2066-\u2069]/);
        expect(Array.from(shown, (letter) => letter.charCodeAt(0) >= 32)).not.toContain(false);
        expect(shownText(shown)).toBe(shown);
      }),
      { seed: 20261130 },
    );
  });
});
