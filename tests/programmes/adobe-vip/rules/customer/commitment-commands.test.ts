import { assert, constantFrom, integer, property } from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  commitmentProblems,
  committedMinimum,
  dropCommitment,
  lastDayOf,
  sayCommitment,
} from '#programmes/adobe-vip/rules/customer/commitment-commands.ts';
import {
  committedAt,
  heldLevel,
  shortOfCommitment,
} from '#programmes/adobe-vip/rules/renewal/committed-renewal.ts';
import { isCommitted } from '#programmes/adobe-vip/rules/customer/commitment.ts';
import { levelEditions } from '#programmes/adobe-vip/rules/level/level-editions.ts';
import type { RenewalPlan } from '#programmes/adobe-vip/rules/renewal/renewal-suggestion.ts';
import { addDays } from '#core/day/day.ts';
import { customerWith } from '#tests/factories/vip.ts';
import { anyDay } from '#tests/programmes/adobe-vip/rules/renewal/renewal-cases.ts';

const input = { acceptedOn: '2026-06-01', contractEnd: '', minimum: 10 };

describe('C14: the commitment of a customer', () => {
  test.each([
    ['no minimum', { minimum: 0 }, 'quantity-not-whole'],
    ['half a licence', { minimum: 10.5 }, 'quantity-not-whole'],
    ['nothing typed', { minimum: Number.NaN }, 'quantity-not-whole'],
    ['less than Adobe takes', { minimum: 9 }, 'commitment-too-small'],
    ['as few as Adobe takes', { minimum: 10 }, undefined],
    ['a day that is none', { acceptedOn: '2026-02-30' }, 'day-needed'],
    ['a last day that is none', { contractEnd: '2029-13-01' }, 'day-needed'],
    ['a last day before the first', { contractEnd: '2026-05-31' }, 'commitment-ends-first'],
    ['a day from the contract', { contractEnd: '2029-05-30' }, undefined],
  ])('C14: %s', (_, other, code) => {
    expect(commitmentProblems({ ...input, ...other })[0]?.code).toBe(code);
  });

  test('C14: all that is wrong with it is shown at once, each at its field', () => {
    const wrong = commitmentProblems({ minimum: 0, acceptedOn: '', contractEnd: '2029-13-01' });
    expect(wrong.map(({ field, code }) => [field, code])).toEqual([
      ['minimum', 'quantity-not-whole'],
      ['acceptedOn', 'day-needed'],
      ['contractEnd', 'day-needed'],
    ]);
  });

  test.each([
    // Outside the thirty days before the anniversary 8 June, and within them.
    ['2026-02-01', '2029-01-31'],
    ['2026-05-20', '2029-06-07'],
    ['2026-06-08', '2029-06-07'],
    // The known anniversary is two years ahead, or behind.
    ['2024-05-20', '2027-06-07'],
    ['2029-05-20', '2032-06-07'],
  ])('C14: rule 49: accepted %s it ends %s', (acceptedOn, lastDay) => {
    expect(lastDayOf(customerWith(), { ...input, acceptedOn })).toBe(lastDay);
  });

  test('C14: what is written down holds, and is gone when it is taken off', () => {
    const answer = sayCommitment(customerWith(), input);
    if (!answer.ok) throw new TypeError(answer.problem.code);
    expect(answer.value.data.commitment).toEqual({
      acceptedOn: '2026-06-01',
      lastDay: '2029-06-07',
      minimum: 10,
    });
    expect(committedMinimum(answer.value.data, '2026-05-31')).toBe(0);
    expect(committedMinimum(answer.value.data, '2029-06-07')).toBe(10);
    expect(committedMinimum(answer.value.data, '2029-06-08')).toBe(0);
    const dropped = dropCommitment(customerWith(answer.value.data));
    expect(dropped.ok && dropped.value.data.commitment).toBeUndefined();
  });

  test('C14: whatever day it was accepted and whatever anniversary is known, it holds from that day for three years and more', () => {
    assert(
      property(
        anyDay,
        anyDay,
        constantFrom('', '9999-03-01'),
        (acceptedOn, anniversary, firstOrderOn) => {
          const lastDay = lastDayOf(customerWith({ anniversary, firstOrderOn }), {
            ...input,
            acceptedOn,
          });
          expect(lastDay > addDays(acceptedOn, 3 * 365 - 2)).toBe(true);
          expect(lastDay <= addDays(acceptedOn, 3 * 366 + 31)).toBe(true);
          expect(isCommitted({ acceptedOn, lastDay, minimum: 10 }, acceptedOn)).toBe(true);
        },
      ),
    );
  });
});

describe('C14: a renewal under a commitment', () => {
  const plan = (key: string, quantity: number, isConsumable = false): RenewalPlan => ({
    key,
    product: key,
    licenceType: 'team',
    sku: '',
    owned: quantity,
    assigned: 0,
    renewed: 0,
    need: 0,
    isConsumable,
  });
  const data = { commitment: { acceptedOn: '2026-06-01', lastDay: '2029-05-31', minimum: 50 } };
  const plans = [plan('a', 30), plan('b', 30), plan('sign', 1000, true)];

  test('C14: the number of missing licences is shown; consumables do not count', () => {
    const renewal = { anniversary: '2027-06-08', plans };
    expect(shortOfCommitment(data, renewal, { a: 30, b: 10, sign: 1000 })).toBe(10);
    expect(shortOfCommitment(data, renewal, { a: 30, b: 30 })).toBe(0);
    expect(shortOfCommitment(data, { ...renewal, anniversary: '2029-06-08' }, {})).toBe(0);
    expect(shortOfCommitment({}, renewal, {})).toBe(0);
  });

  test('C14: the level of the minimum is held, and never a lower one than the licences give', () => {
    const [edition] = levelEditions;
    expect(heldLevel('1', data, '2027-06-08', edition)).toBe('3');
    expect(heldLevel('4', data, '2027-06-08', edition)).toBe('4');
    expect(heldLevel('1', data, '2029-06-08', edition)).toBe('1');
    assert(
      property(integer({ min: 1, max: 500 }), (minimum) => {
        const held = heldLevel(
          '2',
          { commitment: { ...data.commitment, minimum } },
          '2027-06-08',
          edition,
        );
        expect(held >= '2').toBe(true);
      }),
    );
  });

  test('C14: whether it holds in the term that begins is not known where nobody wrote of one', () => {
    expect(committedAt({}, '2027-06-08')).toBeUndefined();
    expect(committedAt(data, '2027-06-08')).toBe(true);
    expect(committedAt(data, '2029-06-08')).toBe(false);
  });
});
