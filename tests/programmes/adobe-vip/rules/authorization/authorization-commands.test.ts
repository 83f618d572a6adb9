import { describe, expect, test } from 'vitest';
import {
  authorize,
  noteExpiry,
  stateDue,
  type AuthorizationInput,
  type Authorizing,
} from '#programmes/adobe-vip/rules/authorization/authorization-commands.ts';
import { orderDue } from '#programmes/adobe-vip/rules/authorization/authorization-life.ts';
import {
  purchaseAuthorization,
  type PurchaseAuthorization,
} from '#programmes/adobe-vip/rules/authorization/purchase-authorization.ts';
import { doingOn } from '#tests/factories/doing.ts';
import { authorizationWith, editionOfDays } from '#tests/factories/vip.ts';

const doing = doingOn();
const input: AuthorizationInput = {
  licenceType: 'team',
  createdOn: '2026-11-20',
  deploymentDate: '',
  purchaseOrderNumber: '',
  requestNumber: '',
  products: [{ product: 'Acrobat Pro', quantity: 2, sku: '' }],
};
const where: Authorizing = {
  customer: 'customer-1',
  customerName: 'Tryckhuset Linden',
  programme: 'vip',
  others: [],
  edition: editionOfDays(30),
  owner: 'sara',
};
const answer = (given: Partial<AuthorizationInput>, at: Partial<Authorizing> = {}) =>
  authorize('authorization-2', { ...input, ...given }, { ...where, ...at }, doing);
const problemOf = (given: Partial<AuthorizationInput>, at: Partial<Authorizing> = {}) => {
  const result = answer(given, at);
  return result.ok ? undefined : result.problem;
};
const product = (quantity: number, name = 'Acrobat Pro') => ({ product: name, quantity, sku: '' });

describe('C2: a purchase authorization', () => {
  test('C2: of two products, with the numbers of its dialog', () => {
    const made = answer({
      products: [product(5, ' Creative Cloud  alla appar '), product(2)],
      purchaseOrderNumber: ' SM-1187 ',
    });
    expect(made).toMatchObject({
      ok: true,
      value: { parent: 'customer-1', kind: 'purchase-authorization' },
    });
    const { data } = made.ok ? made.value : authorizationWith();
    expect(Object.values(data.lines)).toEqual([
      { product: 'Creative Cloud alla appar', quantity: 5, sku: '' },
      { product: 'Acrobat Pro', quantity: 2, sku: '' },
    ]);
    expect(data).toMatchObject({
      purchaseOrderNumber: 'SM-1187',
      deploymentDate: '2026-11-20',
      edition: editionOfDays(30),
    });
  });

  test('C2: rule 13: Education device licences are ordered from Adobe directly', () => {
    expect(problemOf({ licenceType: 'education-device' })).toMatchObject({
      code: 'order-from-adobe',
      field: 'licenceType',
    });
  });

  test.each([
    ['licence-type-needed', { licenceType: 'named-user' }],
    ['products-needed', { products: [] }],
    ['product-needed', { products: [product(2, '  ')] }],
    ['product-twice', { products: [product(2), product(1, 'acrobat PRO')] }],
    ['quantity-not-whole', { products: [product(0)] }],
    ['quantity-not-whole', { products: [product(-3)] }],
    ['quantity-not-whole', { products: [product(1.5)] }],
    ['quantity-not-whole', { products: [product(Number.NaN)] }],
    ['quantity-too-large', { products: [product(10_001)] }],
    ['day-needed', { createdOn: '2026-02-30' }],
    ['day-ahead', { createdOn: '2026-11-21' }],
    ['day-needed', { deploymentDate: 'i dag' }],
  ] as const)('C2: rule 14: refused as %s', (code, given) => {
    expect(problemOf(given)?.code).toBe(code);
  });

  test('C2: rule 14: a purchase order number of 36 characters is refused in the Marketplace, 35 are taken', () => {
    const purchaseOrderNumber = 'P'.repeat(36);
    expect(problemOf({ purchaseOrderNumber }, { programme: 'vip-marketplace' })).toMatchObject({
      code: 'purchase-order-too-long',
      field: 'purchaseOrderNumber',
      params: { longest: 35, length: 36 },
    });
    expect(
      problemOf({ purchaseOrderNumber: 'P'.repeat(35) }, { programme: 'vip-marketplace' }),
    ).toBeUndefined();
    expect(problemOf({ purchaseOrderNumber })).toBeUndefined();
  });

  test('C3: rule 9: one late authorization refuses the next', () => {
    const others = [authorizationWith({ createdOn: '2026-10-15' }), authorizationWith({ id: 'b' })];
    expect(problemOf({}, { others })).toMatchObject({
      code: 'customer-past-due',
      params: { due: '2026-11-14' },
    });
  });

  test('C2: home names it by its customer', () => {
    const made = answer({ products: [product(5, 'Illustrator'), product(2)] });
    expect(made.ok && purchaseAuthorization.title(made.value as PurchaseAuthorization)).toEqual({
      text: 'Tryckhuset Linden',
    });
  });
});

describe('C3: what is noted of its last day', () => {
  test('C3: an expired one is noted, one in time is not', () => {
    expect(
      noteExpiry(authorizationWith({ days: 7, createdOn: '2026-11-01' }), doing),
    ).toMatchObject({ ok: true });
    expect(noteExpiry(authorizationWith({ days: 7 }), doing)).toMatchObject({
      ok: false,
      problem: { code: 'not-expired' },
    });
  });

  test('C3: a day that Adobe named is kept with its reason, and can be taken off again', () => {
    const moved = stateDue(
      authorizationWith(),
      { due: '2026-12-24', reason: 'Mejl från Adobe' },
      doing,
    );
    expect(moved.ok && orderDue(moved.value as PurchaseAuthorization)).toBe('2026-12-24');
    const refused = (due: string, reason: string) => {
      const answered = stateDue(authorizationWith(), { due, reason }, doing);
      return answered.ok ? '' : answered.problem.code;
    };
    expect([
      refused('2026-11-01', 'x'),
      refused('soon', 'x'),
      refused('2026-12-24', ' '),
      refused('', 'x'),
    ]).toEqual(['due-before-created', 'day-needed', 'reason-needed', '']);
  });
});
