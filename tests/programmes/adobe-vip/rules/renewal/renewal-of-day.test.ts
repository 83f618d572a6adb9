import { assert, constantFrom, integer, property } from 'fast-check';
import { describe, expect, test } from 'vitest';
import { renewalOfDay } from '#programmes/adobe-vip/rules/renewal/renewal-of-day.ts';
import { renewalEditions } from '#programmes/adobe-vip/rules/renewal/renewal-editions.ts';
import { addDays } from '#core/day/day.ts';
import { customerWith } from '#tests/factories/vip.ts';

describe('C13: which anniversary an imported renewal is for', () => {
  const { data } = customerWith({ anniversary: '2027-06-08' });

  test.each([
    // The console shows the next anniversary once this year's was renewed.
    ['2026-05-20', '2026-06-08'],
    ['2026-06-08', '2026-06-08'],
    ['2026-07-08', '2026-06-08'],
    ['2026-07-09', ''],
    ['2027-03-09', ''],
    ['2027-03-10', '2027-06-08'],
    ['2025-06-01', '2025-06-08'],
  ])('C13: a renewal of %s renews %s', (day, anniversary) => {
    expect(renewalOfDay(day, data)).toBe(anniversary);
  });

  test('C13: around the turn of the year, and without an anniversary', () => {
    expect(renewalOfDay('2026-12-20', customerWith({ anniversary: '2028-01-10' }).data)).toBe(
      '2027-01-10',
    );
    expect(renewalOfDay('2027-01-05', customerWith({ anniversary: '2027-12-20' }).data)).toBe(
      '2026-12-20',
    );
    expect(renewalOfDay('2027-01-05', customerWith({ anniversary: '' }).data)).toBe('');
  });

  test('C13: every day of a renewal is of that renewal, in each edition', () => {
    assert(
      property(
        constantFrom(...renewalEditions),
        integer({ min: -90, max: 30 }),
        (edition, days) => {
          const customer = customerWith({ anniversary: '2027-06-08', renewalEdition: edition.id });
          const isWithin = days <= edition.late;
          expect(renewalOfDay(addDays('2027-06-08', days), customer.data)).toBe(
            isWithin ? '2027-06-08' : '',
          );
        },
      ),
    );
  });
});
