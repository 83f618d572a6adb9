import { assert, constantFrom, integer, property } from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  countCustomers,
  customerRows,
  filterCustomers,
} from '#programmes/adobe-vip/rules/customer/customer-rows.ts';
import {
  CUSTOMER_STATES,
  type CustomerFacts,
} from '#programmes/adobe-vip/rules/customer/customer-state.ts';
import { addDays } from '#core/day/day.ts';
import { homeRows } from '#workspace/rules/reminders/home.ts';
import type { Clash } from '#core/record/record.ts';
import {
  authorizationWith,
  customerWith,
  returnWith,
  stepOf,
  vipOrderWith,
} from '#tests/factories/vip.ts';
import { customerState } from '#tests/factories/customer-state.ts';

const stateOf = (given: Partial<CustomerFacts>) =>
  customerState({ authorizations: [], hasProducts: true, renewal: 'none', ...given }, '2026-11-20');

describe('C1: the derived state of a customer', () => {
  const late = authorizationWith({ id: 'late', createdOn: '2026-10-15' });
  const open = authorizationWith({ id: 'open' });

  test.each([
    ['no-products', { hasProducts: false }],
    ['calm', {}],
    ['upcoming', { renewal: 'upcoming' }],
    ['late', { authorizations: [open], renewal: 'late' }],
    ['past-due', { authorizations: [late], renewal: 'late' }],
    ['pending', { authorizations: [open], renewal: 'lapsed' }],
    ['lapsed', { renewal: 'lapsed' }],
    ['itself', { renewal: 'itself' }],
    ['ready', { renewal: 'ready' }],
    ['pending', { authorizations: [open], hasProducts: false }],
    ['pending', { authorizations: [open], renewal: 'ready' }],
    ['past-due', { authorizations: [open, late], renewal: 'ready' }],
  ] as const)('C1: %s', (expected, given) => {
    expect(stateOf(given)).toBe(expected);
  });

  test('C3: an expired authorization of the Marketplace leaves the customer free, and is asked about until it was noted', () => {
    const expired = authorizationWith({ createdOn: '2026-10-15', days: 7 });
    expect(stateOf({ authorizations: [expired] })).toBe('expired');
    const noted = { ...expired, steps: [...expired.steps, stepOf('expiry-noted', '2026-11-01')] };
    expect(stateOf({ authorizations: [noted] })).toBe('calm');
  });
});

const TODAY = '2026-11-20';
const clash = { id: 'x', field: 'name', answers: [] } as unknown as Clash;

describe('C1: nobody of whom home asks something has nothing to do', () => {
  test.each([
    ['a return without an answer', customerWith(), [returnWith()], ['returning']],
    [
      'an answered one',
      customerWith(),
      [returnWith({}, [stepOf('return-denied', TODAY)])],
      ['calm'],
    ],
    [
      'an expired authorization',
      customerWith(),
      [authorizationWith({ createdOn: '2026-10-15', days: 7 })],
      ['expired'],
    ],
    ['a question on the customer', { ...customerWith(), clashes: [clash] }, [], ['question']],
    [
      'a question on an order',
      customerWith(),
      [{ ...vipOrderWith(), clashes: [clash] }],
      ['question'],
    ],
    [
      'all at once',
      customerWith({ anniversary: '2026-11-01' }),
      [
        authorizationWith({ createdOn: '2026-10-15' }),
        authorizationWith({ id: 'open' }),
        returnWith(),
      ],
      ['past-due', 'late', 'pending', 'returning'],
    ],
    [
      'one that was invited and asked for nothing',
      customerWith({ anniversary: '' }),
      [],
      ['no-products'],
    ],
    [
      'its first authorization',
      customerWith({ anniversary: '' }),
      [authorizationWith()],
      ['pending'],
    ],
    [
      'its first one, late',
      customerWith({ anniversary: '' }),
      [authorizationWith({ createdOn: '2026-10-15' })],
      ['past-due'],
    ],
    [
      'its first one, withdrawn',
      customerWith({ anniversary: '' }),
      [authorizationWith({ steps: [stepOf('authorization-withdrawn', TODAY)] })],
      ['no-products'],
    ],
  ] as const)('C1: %s', (_, customer, open, states) => {
    const rows = customerRows([customer], open, TODAY);
    expect(rows[0]!.states).toEqual(states);
    const counts = countCustomers(rows, '');
    for (const state of CUSTOMER_STATES) {
      expect(counts[state]).toBe(states.some((held) => held === state) ? 1 : 0);
      expect(filterCustomers(rows, state, '')).toHaveLength(counts[state]);
    }
  });

  test('C1: whatever home asks of a customer, an authorization or a return within its days, the list says what', () => {
    const offset = integer({ min: -70, max: 30 });
    const programmes = constantFrom('vip' as const, 'vip-marketplace' as const);
    assert(
      property(
        offset,
        offset,
        programmes,
        constantFrom(30 as const, 7 as const),
        (renews, created, programme, days) => {
          const customer = customerWith({ anniversary: addDays(TODAY, renews), programme });
          const open = [
            authorizationWith({ createdOn: addDays(TODAY, created), days }),
            returnWith(),
          ];
          const [row] = customerRows([customer], open, TODAY);
          const asked = homeRows([customer, ...open], TODAY);
          expect(row!.states).not.toContain('calm');
          expect(row!.states.length).toBe(asked.length);
          // The row is about a day that home shows, and no later than any that is still ahead.
          const ahead = asked.map(({ days: left }) => left ?? 0).filter((left) => left >= 0);
          expect(row!.days).toBeLessThanOrEqual(Math.min(...ahead));
        },
      ),
    );
  });
});
