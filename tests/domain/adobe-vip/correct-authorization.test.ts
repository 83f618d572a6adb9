import { describe, expect, test } from 'vitest';
import { openLines, orderDue } from '#domain/adobe-vip/authorization-life.ts';
import { correctAuthorization, type AuthorizationCorrection } from '#domain/adobe-vip/correct-authorization.ts';
import { plansOf } from '#domain/adobe-vip/plans.ts';
import { standingSteps } from '#domain/step.ts';
import { doingOn } from '#tests/factories/doing.ts';
import { authorizationWith, customerWith, stepOf } from '#tests/factories/vip.ts';

const doing = doingOn('2026-11-22');
const lines = {
  a: { product: 'Illustrator', quantity: 6, sku: '' },
  b: { product: 'Photoshop', quantity: 2, sku: '' },
};
const taken = stepOf('line-removed', '2026-11-21', { line: 'a', quantity: '2' });
const placed = stepOf('ordered', '2026-11-21', { line: 'b', order: 'order-1', orderNumber: '1001' });
const waiting = authorizationWith({ purchaseOrderNumber: 'TL-1', requestNumber: 'R1', lines });
const correct = (said: AuthorizationCorrection, one = waiting) => {
  const answer = correctAuthorization(one, said, doing);
  if (!answer.ok) throw new Error(answer.problem.code);
  return { ...one, ...answer.value };
};

describe('C2: an authorization is put right', () => {
  test('C2: its numbers, by the rule of its programme', () => {
    const { data } = correct({ purchaseOrderNumber: ' TL-9 ' });
    expect([data.purchaseOrderNumber, data.requestNumber]).toEqual(['TL-9', 'R1']);
    const long = { purchaseOrderNumber: 'x'.repeat(36) };
    expect(correctAuthorization(waiting, long, doing).ok).toBe(true);
    expect(correctAuthorization(authorizationWith({ days: 7 }), long, doing)).toMatchObject({
      problem: { code: 'purchase-order-too-long' },
    });
  });

  test('C3: the day it was created moves its last day, and what is counted from it', () => {
    const now = correct({ createdOn: '2026-11-10' });
    expect([orderDue(waiting), orderDue(now)]).toEqual(['2026-12-20', '2026-12-10']);
    expect(now.data.deploymentDate).toBe('2026-11-10');
    expect(standingSteps(now.steps).map(({ kind, on }) => [kind, on])).toEqual([['authorized', '2026-11-10']]);
    const deployed = authorizationWith({ deploymentDate: '2026-11-25' });
    expect(correct({ createdOn: '2026-11-10' }, deployed).data.deploymentDate).toBe('2026-11-25');
  });

  test('C7: how many wait for their order; what was removed of them stays removed', () => {
    const removed = { ...waiting, steps: [...waiting.steps, taken] };
    const now = correct({ left: { a: 9 } }, removed);
    expect(openLines(now).map(({ left }) => left)).toEqual([9, 2]);
    expect(now.data.lines.a?.quantity).toBe(11);
    const book = { customer: customerWith(), authorizations: [now], orders: [], returns: [] };
    expect(plansOf(book, '2026-11-22').map(({ owned }) => owned)).toEqual([9, 2]);
  });

  test.each<[string, AuthorizationCorrection]>([
    ['day-needed', { createdOn: '' }],
    ['day-ahead', { createdOn: '2026-11-23' }],
    ['created-after', { createdOn: '2026-11-22' }],
    ['changed-since', { left: { b: 3 } }],
    ['quantity-not-whole', { left: { a: 0 } }],
    ['quantity-not-whole', { left: { a: 1.5 } }],
    ['quantity-too-large', { left: { a: 10_001 } }],
  ])('C2: refused as %s', (code, said) => {
    const partly = { ...waiting, steps: [...waiting.steps, placed] };
    expect(correctAuthorization(partly, said, doing)).toMatchObject({ problem: { code } });
  });
});
