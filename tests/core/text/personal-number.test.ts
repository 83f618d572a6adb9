import { describe, expect, test } from 'vitest';
import { samplesOf } from '#core/import/tables/column-samples.ts';
import { withoutPersonalNumbers } from '#core/text/personal-number.ts';

describe('A5: of personal identity numbers a sample shows no more than the day of birth', () => {
  test.each([
    ['811218-9876', '811218-••••'],
    ['19811218-9876', '19811218-••••'],
    ['8112189876', '811218••••'],
    ['811218 9876', '811218 ••••'],
    ['19811218 9876', '19811218 ••••'],
    ['198112189876', '19811218••••'],
    ['121218+9876', '121218+••••'],
    ['811218–9876', '811218–••••'],
    ['811278-9873', '811278-••••'],
    ['19811218-T018', '19811218-••••'],
    ['Ada Ek (811218-9876)', 'Ada Ek (811218-••••)'],
    ['811218-9876, 121212-1212', '811218-••••, 121212-••••'],
    ['01010750160', '010107•••••'],
    ['010107 50160', '010107 •••••'],
    ['131052-308T', '131052-••••'],
    ['131052A308T', '131052A••••'],
    ['070761-4285', '070761-••••'],
    ['0707614285', '070761••••'],
    ['120174-3399', '120174-••••'],
  ])('A5: %s', (written, shown) => {
    expect(withoutPersonalNumbers(written)).toBe(shown);
  });

  test.each([
    '4500218837',
    '8112189875',
    '811218 9875',
    '202612310001',
    '556036-0793',
    'W811218-98765',
    'A5-811218-98765432',
    '900000000001',
    '2026-09-01',
    '070-174 06 35',
    '131052A308X',
    '01010750161',
    '',
  ])('A5: %s is none', (written) => {
    expect(withoutPersonalNumbers(written)).toBe(written);
  });

  test('A5: a cut value has none either', () => {
    const long = `${'Ada Ek '.repeat(4)}811218-9876 och mer`;
    expect(samplesOf([long])[0]).not.toContain('9876');
  });
});
