import { describe, expect, test } from 'vitest';
import { customerState, type CustomerFacts } from '#domain/adobe-vip/customer-state.ts';
import { authorizationWith } from '#tests/factories/vip.ts';

const stateOf = (given: Partial<CustomerFacts>) =>
  customerState({ authorizations: [], hasProducts: true, renewal: 'none', ...given }, '2026-11-20');

describe('C1: where a customer stands, derived', () => {
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

  test('C3: an expired authorization of the Marketplace leaves the customer free', () => {
    const expired = authorizationWith({ createdOn: '2026-10-15', days: 7 });
    expect(stateOf({ authorizations: [expired] })).toBe('calm');
  });
});
