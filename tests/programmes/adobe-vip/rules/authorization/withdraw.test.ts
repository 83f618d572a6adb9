import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { linesNow } from '#programmes/adobe-vip/rules/authorization/authorization-life.ts';
import { authorizationState } from '#programmes/adobe-vip/rules/authorization/authorization-state.ts';
import type { Plan } from '#programmes/adobe-vip/rules/plan/plans.ts';
import { planKey } from '#programmes/adobe-vip/rules/product/product-name.ts';
import type { PurchaseAuthorization } from '#programmes/adobe-vip/rules/authorization/purchase-authorization.ts';
import {
  usersToUnassign,
  withdraw,
  whyNotWithdrawn,
} from '#programmes/adobe-vip/rules/authorization/withdraw.ts';
import { doingOn } from '#tests/factories/doing.ts';
import { authorizationWith, stepOf } from '#tests/factories/vip.ts';

const doing = doingOn();
const plan = (owned: number, assigned: number, product = 'Illustrator'): Plan => ({
  key: planKey(product, 'team'),
  product,
  licenceType: 'team',
  sku: '',
  owned,
  assigned,
  free: Math.max(0, owned - assigned),
  authorized: 0,
});
const two = {
  a: { product: 'Illustrator', quantity: 6, sku: '' },
  b: { product: 'Photoshop', quantity: 2, sku: '' },
};
const done = (answer: ReturnType<typeof withdraw>): PurchaseAuthorization => {
  if (!answer.ok) throw new Error(answer.problem.code);
  return { ...authorizationWith({ lines: two }), ...answer.value } as PurchaseAuthorization;
};

describe('C5: withdrawing', () => {
  test('C5: rule 15: a pending one with nobody assigned is withdrawn, and its quantities go', () => {
    const withdrawn = done(withdraw(authorizationWith(), {}, [plan(6, 0)], doing));
    expect(authorizationState(withdrawn, '2026-11-20')).toBe('withdrawn');
    expect(linesNow(withdrawn).every(({ left }) => left === 0)).toBe(true);
  });

  test('C5: rule 16: refused while users hold the licences, naming how many to unassign', () => {
    expect(whyNotWithdrawn(authorizationWith(), {}, [plan(6, 2)], '2026-11-20')).toMatchObject({
      code: 'unassign-first',
      params: { users: 2, product: 'Illustrator' },
    });
  });

  test('C5: rule 17: refused once it is ordered, with the return to ask for instead', () => {
    const ordered = stepOf('ordered', '2026-11-20', {
      order: 'order-1',
      orderNumber: '7700',
      line: 'a',
    });
    expect(
      whyNotWithdrawn(authorizationWith({ steps: [ordered] }), {}, [plan(6, 0)], '2026-11-20'),
    ).toMatchObject({
      code: 'ordered-ask-return',
      params: { order: '7700' },
    });
  });

  test('C5: what a customer owned before covers its users: only users beyond that prevent it', () => {
    expect(whyNotWithdrawn(authorizationWith(), {}, [plan(16, 10)], '2026-11-20')).toBeUndefined();
    expect(whyNotWithdrawn(authorizationWith(), {}, [plan(16, 11)], '2026-11-20')).toMatchObject({
      params: { users: 1 },
    });
  });

  test('C5: one product goes while the other stays, by the same rule', () => {
    const plans = [plan(6, 1), plan(2, 0, 'Photoshop')];
    const authorization = authorizationWith({ lines: two });
    expect(whyNotWithdrawn(authorization, { line: 'a' }, plans, '2026-11-20')?.code).toBe(
      'unassign-first',
    );
    const without = done(withdraw(authorization, { line: 'b' }, plans, doing));
    expect(linesNow(without).map(({ left }) => left)).toEqual([6, 0]);
    expect(authorizationState(without, '2026-11-20')).toBe('pending');
  });

  test('C5: some quantity of a product goes', () => {
    const without = done(
      withdraw(authorizationWith({ lines: two }), { line: 'a', quantity: 4 }, [plan(6, 2)], doing),
    );
    expect(linesNow(without)[0]?.left).toBe(2);
  });

  test.each([
    [0, 'quantity-not-whole'],
    [-1, 'quantity-not-whole'],
    [1.5, 'quantity-not-whole'],
    [7, 'quantity-above-line'],
  ])('C5: a quantity of %d is refused', (quantity, code) => {
    expect(
      whyNotWithdrawn(authorizationWith(), { line: 'a', quantity }, [], '2026-11-20')?.code,
    ).toBe(code);
  });

  test('C5: a late one can be withdrawn, an expired or withdrawn one not again', () => {
    expect(
      whyNotWithdrawn(authorizationWith({ createdOn: '2026-10-01' }), {}, [], '2026-11-20'),
    ).toBeUndefined();
    const expired = authorizationWith({ createdOn: '2026-10-01', days: 7 });
    expect(whyNotWithdrawn(expired, {}, [], '2026-11-20')?.code).toBe('expired-already');
    const gone = authorizationWith({ steps: [stepOf('authorization-withdrawn', '2026-11-20')] });
    expect(whyNotWithdrawn(gone, {}, [], '2026-11-20')?.code).toBe('withdrawn-already');
  });

  test('C5: nobody who holds a licence is ever left without one', () => {
    const count = fc.integer({ min: 0, max: 50 });
    fc.assert(
      fc.property(count, count, fc.integer({ min: 1, max: 50 }), (before, assigned, quantity) => {
        const owned = before + quantity;
        fc.pre(assigned <= owned);
        const users = usersToUnassign([{ product: 'Illustrator', left: quantity }], 'team', [
          plan(owned, assigned),
        ]);
        const left = assigned - (users[0]?.users ?? 0);
        expect(left).toBeLessThanOrEqual(owned - quantity);
        if (users.length > 0) expect(left).toBe(owned - quantity);
      }),
    );
  });
});
