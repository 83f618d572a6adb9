import fc from 'fast-check';
import { expect, test } from 'vitest';
import { visibleText } from '#core/text/visible-text.ts';

// What the shortcut for plain texts leaves as it is has to be what all steps leave as it is.
const stepByStep = (cell: string): string =>
  cell
    .normalize('NFKC')
    .replace(/[\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff]/g, '')
    .replace(/\s+/g, ' ')
    .trim();

const letter = fc.oneof(
  fc.constantFrom(' ', ' ', '\u00a0', '\t', '\n', '\u200b', '\u0301', '\u0308', '\u00aa', '\ufb01'),
  fc.integer({ min: 0x20, max: 0x17f }).map((code) => String.fromCodePoint(code)),
);

test('A5: a plain text is seen as any other: no space too many, no letter of another form', () => {
  fc.assert(
    fc.property(fc.array(letter, { maxLength: 12 }), (letters) => {
      const cell = letters.join('');
      expect(visibleText(cell)).toBe(stepByStep(cell));
    }),
    { numRuns: 5_000 },
  );
});

test('A5: every single letter beside another is seen as all steps see it', () => {
  for (let code = 0; code < 0x3000; code += 1) {
    const cell = `a${String.fromCodePoint(code)} b`;
    if (visibleText(cell) !== stepByStep(cell)) expect.fail(cell);
  }
});
