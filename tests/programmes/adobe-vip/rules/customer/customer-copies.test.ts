import { describe, expect, test } from 'vitest';
import { followCustomer } from '#programmes/adobe-vip/rules/customer/customer-copies.ts';
import { authorizationWith, returnWith, vipOrderWith } from '#tests/factories/vip.ts';

const before = { name: 'Tryckhuset Linden', owner: 'sara' };
const after = { name: 'Linden AB', owner: 'johan' };
const customerName = after.name;

describe('C1: what other records repeat of a customer', () => {
  test.each([
    ['an authorization', authorizationWith(), { customerName, owner: 'johan' }],
    [
      'an authorization that someone else took over',
      authorizationWith({ owner: 'nils' }),
      { customerName, owner: 'nils' },
    ],
    ['an order, which bears no name', vipOrderWith(), { owner: 'johan' }],
    ['someone else’s order', vipOrderWith({ owner: 'nils' }), 'nothing-to-follow'],
    ['a return', returnWith(), { customerName, owner: 'johan' }],
    ['what followed already', returnWith({ customerName, owner: 'johan' }), 'nothing-to-follow'],
  ])('C1: %s', (_, record, then) => {
    const answer = followCustomer(record, { before, after });
    if (typeof then === 'string') expect(answer).toMatchObject({ problem: { code: then } });
    else
      expect(answer).toEqual({ ok: true, value: { ...record, data: { ...record.data, ...then } } });
  });

  test('C1: an authorization has the customer’s deputy, unless it was given its own', () => {
    const deputed = { before, after: { ...before, deputy: 'nils' } };
    expect(followCustomer(authorizationWith(), deputed)).toMatchObject({
      value: { data: { deputy: 'nils' } },
    });
    expect(
      followCustomer(authorizationWith({ customerName: before.name, deputy: 'eva' }), deputed).ok,
    ).toBe(false);
    expect(followCustomer(vipOrderWith(), deputed).ok).toBe(false);
  });

  test('C1: a new name alone leaves everyone what is theirs', () => {
    const renamed = { before, after: { ...before, name: customerName } };
    expect(followCustomer(vipOrderWith(), renamed).ok).toBe(false);
    expect(followCustomer(returnWith(), renamed)).toMatchObject({
      value: { data: { customerName, owner: 'sara' } },
    });
  });
});
