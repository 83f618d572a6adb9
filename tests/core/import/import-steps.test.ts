import { expect, test } from 'vitest';
import { dayUnsaid, saidDay } from '#core/import/import-steps.ts';

test('A4: the day of a step is said, unless its import marked that nobody said it', () => {
  expect(saidDay({ on: '2026-11-20' })).toBe('2026-11-20');
  expect(saidDay({ on: '2026-11-20', data: { by: 'codes' } })).toBe('2026-11-20');
  expect(saidDay({ on: '2026-11-20', data: dayUnsaid('2026-11-20') })).toBe('');
});

test('A4: a day that is given later counts, also where an older version carried the mark along', () => {
  expect(saidDay({ on: '2026-09-10', data: dayUnsaid('2026-11-20') })).toBe('2026-09-10');
});
