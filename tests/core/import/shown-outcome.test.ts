import { describe, expect, test } from 'vitest';
import { shownCountsOf, shownOutcome } from '#core/import/shown-outcome.ts';
import { importRows as rowsEnglish } from '#workspace/words/en/import/rows.ts';
import { imports as english } from '#workspace/words/en/import.ts';
import { importRows as rowsSwedish } from '#workspace/words/sv/import/rows.ts';
import { imports as swedish } from '#workspace/words/sv/import.ts';

describe('A5: a row that is none of the list is no fault', () => {
  test.each(['total-row', 'note-row', 'headings-again', 'has-no-product'])(
    'A5: %s is left out',
    (code) => {
      expect(shownOutcome({ outcome: 'unreadable', why: { code } })).toBe('left-out');
      expect(shownOutcome({ outcome: 'unreadable', why: code })).toBe('left-out');
    },
  );

  test.each(['another-table', 'code-missing', ''])('A5: %j is not read', (code) => {
    expect(shownOutcome({ outcome: 'unreadable', why: { code } })).toBe('unreadable');
    expect(shownOutcome({ outcome: 'unreadable', why: code })).toBe('unreadable');
  });

  test('A5: a row that is taken is what it is, whatever is said of it', () => {
    expect(shownOutcome({ outcome: 'new', why: 'total-row' })).toBe('new');
    expect(shownOutcome({ outcome: 'same' })).toBe('same');
  });

  test('A5: an import that is over counts it apart, an older one too', () => {
    const counts = { new: 3, changed: 0, same: 1, duplicate: 0, unreadable: 2 };
    const unreadable = ['total-row', 'code-missing'].map((reason, at) => ({
      row: 5 + at,
      sheet: '',
      reason,
    }));
    expect(shownCountsOf({ counts, unreadable })).toEqual({ ...counts, unreadable: 1, leftOut: 1 });
  });
});

describe('A5: one word for each outcome, before and after', () => {
  test.each([
    ['sv', swedish, rowsSwedish, ['changed', 'unreadable', 'left-out']],
    // English tells the future of a change alone apart.
    ['en', english, rowsEnglish, ['changed']],
  ] as const)('A5: %s', (_, { outcomes: coming }, { outcomes: ended }, inTwoForms) => {
    expect(Object.keys(coming)).toEqual(Object.keys(ended));
    const differ = Object.entries(coming).filter(
      ([outcome, word]) => ended[outcome as keyof typeof ended] !== word,
    );
    expect(differ.map(([outcome]) => outcome)).toEqual(inTwoForms);
  });
});
