import { describe, expect, test } from 'vitest';
import { authorizationState } from '#programmes/adobe-vip/rules/authorization/authorization-state.ts';
import {
  isOpen,
  openLines,
  orderDue,
} from '#programmes/adobe-vip/rules/authorization/authorization-life.ts';
import {
  authorizationCorrectionProblems,
  correctAuthorization,
  whyNotHeld,
  type AuthorizationCorrection,
} from '#programmes/adobe-vip/rules/authorization/correct-authorization.ts';
import { plansOf } from '#programmes/adobe-vip/rules/plan/plans.ts';
import type { PurchaseAuthorization } from '#programmes/adobe-vip/rules/authorization/purchase-authorization.ts';
import { takeChangeBack } from '#programmes/adobe-vip/rules/customer/take-steps-back.ts';
import { noteTakenBack } from '#programmes/adobe-vip/rules/authorization/withdraw.ts';
import { currentSteps } from '#core/record/step.ts';
import { doingOn } from '#tests/factories/doing.ts';
import { authorizationWith, customerWith, stepOf } from '#tests/factories/vip.ts';

const doing = doingOn('2026-11-22');
const lines = {
  a: { product: 'Illustrator', quantity: 6, sku: '' },
  b: { product: 'Photoshop', quantity: 2, sku: '' },
};
const taken = stepOf('line-removed', '2026-11-21', { line: 'a', quantity: '2' });
const placed = stepOf('ordered', '2026-11-21', {
  line: 'b',
  order: 'order-1',
  orderNumber: '1001',
});
const waiting = authorizationWith({ purchaseOrderNumber: 'TL-1', requestNumber: 'R1', lines });
const correct = (correction: AuthorizationCorrection, authorization = waiting) => {
  const answer = correctAuthorization(authorization, correction, doing);
  if (!answer.ok) throw new Error(answer.problem.code);
  return { ...authorization, ...answer.value };
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
    expect(currentSteps(now.steps).map(({ kind, on }) => [kind, on])).toEqual([
      ['authorized', '2026-11-10'],
    ]);
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

  test('C2: its product, its licence type and the day it was deployed, and the SKU goes with another product', () => {
    const priced = authorizationWith({
      lines: { a: { ...lines.a, sku: '65297600BA01A12' }, b: lines.b },
    });
    const now = correct(
      { products: { a: 'InDesign' }, licenceType: 'enterprise', deploymentDate: '2026-11-21' },
      priced,
    );
    expect(now.data).toMatchObject({
      licenceType: 'enterprise',
      deploymentDate: '2026-11-21',
      createdOn: '2026-11-20',
      lines: { a: { product: 'InDesign', quantity: 6, sku: '' }, b: lines.b },
    });
    expect(correct({ products: { a: 'illustrator' } }, priced).data.lines.a?.sku).toBe(
      '65297600BA01A12',
    );
  });

  test('C5: fewer than users hold do not wait; the users are named by number and product', () => {
    const { key } = { key: 'illustrator|team' };
    const plan = {
      key,
      product: 'Illustrator',
      licenceType: 'team',
      sku: '',
      owned: 6,
      assigned: 4,
    } as never;
    expect(whyNotHeld(waiting, { left: { a: 4 } }, [plan])).toBeUndefined();
    expect(whyNotHeld(waiting, { left: { a: 9 } }, [plan])).toBeUndefined();
    expect(whyNotHeld(waiting, { left: { a: 3 } }, [plan])).toEqual({
      code: 'unassign-first',
      field: 'left.a',
      params: { users: 1, product: 'Illustrator' },
    });
  });

  test('C7: what was counted of its day stays counted, whatever day it is put right to, and back', () => {
    const planOf = (authorization: PurchaseAuthorization, at: number) => {
      const input = {
        product: 'Illustrator',
        licenceType: 'team',
        sku: '',
        owned: 15,
        on: '2026-11-20',
        at,
      } as const;
      const customer = customerWith({ plans: { 'illustrator|team': input } });
      return plansOf(
        { customer, authorizations: [authorization], orders: [], returns: [] },
        '2026-11-22',
      )[0]?.owned;
    };
    const known = authorizationWith();
    const at = known.steps[0]!.at + 1;
    const moved = correct({ createdOn: '2026-11-19' }, known);
    const back = takeChangeBack(moved, { before: known, after: moved }, doing);
    if (!back.ok) throw new Error(back.problem.code);
    expect(
      [known, moved, { ...moved, ...back.value }].map((now) =>
        planOf(now as PurchaseAuthorization, at),
      ),
    ).toEqual([15, 15, 15]);
    const later = correct(
      { createdOn: '2026-11-20' },
      authorizationWith({ createdOn: '2026-11-19' }),
    );
    expect(planOf(later, at)).toBe(15);
  });

  test('C3: one that was noted as expired is not, once its last day is put right to one that comes after', () => {
    const short = authorizationWith({ days: 7, createdOn: '2026-11-10' });
    const noted = {
      ...short,
      steps: [...short.steps, stepOf('expiry-noted', '2026-11-19', { due: '2026-11-17' })],
    };
    expect([authorizationState(noted, '2026-11-20'), isOpen(noted)]).toEqual(['expired', false]);
    const now = correct({ createdOn: '2026-11-18' }, noted);
    expect([authorizationState(now, '2026-11-20'), isOpen(now)]).toEqual(['pending', true]);
    const back = noteTakenBack(noted, { kind: 'expiry-noted' }, doing);
    if (!back.ok) throw new Error(back.problem.code);
    expect(isOpen({ ...noted, ...back.value } as PurchaseAuthorization)).toBe(true);
    // A list that says so knows better than the count.
    const listed = { ...short, steps: [...short.steps, stepOf('expiry-noted', '2026-11-12')] };
    expect(authorizationState(listed, '2026-11-12')).toBe('expired');
  });

  test.each<[string, AuthorizationCorrection]>([
    ['type-of-order', { licenceType: 'enterprise' }],
    ['product-needed', { products: { a: ' ' } }],
    ['product-twice', { products: { a: 'photoshop' } }],
    ['changed-since', { products: { b: 'InDesign' } }],
    ['day-needed', { deploymentDate: '2026-13-01' }],
    ['day-needed', { createdOn: '' }],
    ['day-ahead', { createdOn: '2026-11-23' }],
    ['created-after', { createdOn: '2026-11-22' }],
    ['changed-since', { left: { b: 3 } }],
    ['quantity-not-whole', { left: { a: 0 } }],
    ['quantity-not-whole', { left: { a: 1.5 } }],
    ['quantity-too-large', { left: { a: 10_001 } }],
  ])('C2: refused as %s', (code, correction) => {
    const partly = { ...waiting, steps: [...waiting.steps, placed] };
    expect(correctAuthorization(partly, correction, doing)).toMatchObject({ problem: { code } });
  });

  test('C2: all that is wrong with a correction is shown at once, each at its field', () => {
    const dates = {
      createdOn: '',
      deploymentDate: '2026-13-01',
      left: { a: 0 },
      products: { a: ' ' },
    };
    expect(
      authorizationCorrectionProblems(waiting, dates, doing.today).map(({ field, code }) => [
        field,
        code,
      ]),
    ).toEqual([
      ['createdOn', 'day-needed'],
      ['deploymentDate', 'day-needed'],
      ['left.a', 'quantity-not-whole'],
      ['products.a', 'product-needed'],
    ]);
  });
});
