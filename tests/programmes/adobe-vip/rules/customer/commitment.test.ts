import { assert, integer, property } from 'fast-check';
import { describe, expect, test } from 'vitest';
import { anniversaryAfter } from '#programmes/adobe-vip/rules/anniversary/anniversary.ts';
import { commitmentEnd, isCommitted } from '#programmes/adobe-vip/rules/customer/commitment.ts';
import { commitmentEditions } from '#programmes/adobe-vip/rules/level/level-editions.ts';
import { dateOf } from '#programmes/adobe-vip/rules/anniversary/month-date.ts';
import { chosenEdition } from '#programmes/adobe-vip/rules/edition/vip-edition.ts';
import { addDays, daysBetween } from '#core/day/day.ts';
import { anyDay, MARKETPLACE } from '#tests/programmes/adobe-vip/rules/renewal/renewal-cases.ts';

const MEMBER = {
  anniversary: '2026-07-07',
  anniversaryDay: 7,
  joinedOn: '2025-07-07',
  contractEnd: '',
};
const endOf = (acceptedOn: string, other: Partial<typeof MEMBER> = {}) =>
  commitmentEnd({ ...MEMBER, ...other, acceptedOn }, MARKETPLACE);

describe('C14: when a commitment ends', () => {
  test('C14: rule 49: outside the window the day before the third anniversary of its start', () => {
    expect(endOf('2026-06-01')).toBe('2029-05-31');
    expect(endOf('2026-06-06')).toBe('2029-06-05');
    expect(endOf('2028-02-29', { anniversary: '2028-07-07' })).toBe('2031-02-27');
  });

  test('C14: rule 49: in the 30 days before the first anniversary the day before the fourth one of joining', () => {
    for (const day of ['2026-06-07', '2026-06-20', '2026-07-06'])
      expect(endOf(day)).toBe('2029-07-06');
    expect(endOf('2026-07-07', { anniversary: '2026-07-07' })).toBe('2029-07-06');
    // Joined in the summer, ordered first in the autumn: Adobe counts from joining.
    expect(endOf('2026-11-02', { anniversary: '2026-11-02', anniversaryDay: 2 })).toBe(
      '2029-11-01',
    );
    expect(endOf('2026-10-20', { anniversary: '2026-11-02', anniversaryDay: 2 })).toBe(
      '2029-07-06',
    );
  });

  test('C14: rule 49: before a later anniversary, or when nobody knows the day of joining, three terms from it', () => {
    expect(endOf('2029-06-20', { anniversary: '2029-07-07' })).toBe('2032-07-06');
    expect(endOf('2026-06-20', { joinedOn: '' })).toBe('2029-07-06');
    expect(endOf('2026-06-20', { anniversary: '', joinedOn: '' })).toBe('2029-06-19');
  });

  test("C14: rule 49: a day from the contract comes first, as in Adobe's sample, a day short of its rule", () => {
    expect(endOf('2025-07-07', { contractEnd: '2028-07-05' })).toBe('2028-07-05');
    expect(endOf('2025-07-07')).toBe('2028-07-06');
  });

  test('C14: whenever it was accepted, it lasts three years and at most the days of the window', () => {
    assert(
      property(
        anyDay,
        integer({ min: 1, max: 365 }),
        integer({ min: 1, max: 9 }),
        (joinedOn, before, terms) => {
          const anniversaryDay = dateOf(joinedOn);
          const anniversary = anniversaryAfter(joinedOn, anniversaryDay, terms);
          const acceptedOn = addDays(anniversary, -before);
          const end = commitmentEnd(
            { acceptedOn, anniversary, anniversaryDay, joinedOn, contractEnd: '' },
            MARKETPLACE,
          );
          const beyond = daysBetween(anniversaryAfter(acceptedOn, dateOf(acceptedOn), 3), end);
          expect(beyond).toBeGreaterThanOrEqual(-1);
          expect(beyond).toBeLessThanOrEqual(before <= 30 ? 31 : -1);
        },
      ),
    );
  });
});

describe('C14: what a commitment holds', () => {
  const [{ value: minimum }] = [chosenEdition(commitmentEditions, 'vip-marketplace')];
  const commitment = { acceptedOn: '2026-06-01', lastDay: '2029-05-31', minimum };

  test.each([
    ['2026-05-31', false],
    ['2026-06-01', true],
    ['2029-05-31', true],
    ['2029-06-01', false],
  ])('C14: on %s it holds: %s', (on, holds) => {
    expect(isCommitted(commitment, on)).toBe(holds);
  });
});
