import { describe, expect, test } from 'vitest';
import { linesNow } from '#programmes/adobe-vip/rules/authorization/authorization-life.ts';
import { authorizationState } from '#programmes/adobe-vip/rules/authorization/authorization-state.ts';
import {
  coverLines,
  orderOf,
  whyNotOrdered,
  type OrderInput,
} from '#programmes/adobe-vip/rules/order/order-commands.ts';
import type { PurchaseAuthorization } from '#programmes/adobe-vip/rules/authorization/purchase-authorization.ts';
import { doingOn } from '#tests/factories/doing.ts';
import { authorizationWith, stepOf } from '#tests/factories/vip.ts';

const doing = doingOn();
const lines = {
  a: { product: 'Illustrator', quantity: 6, sku: '65297600BA01A12' },
  b: { product: 'Photoshop', quantity: 2, sku: '' },
};
const authorization = authorizationWith({
  lines,
  createdOn: '2026-11-10',
  purchaseOrderNumber: 'TL-0442',
});
const input: OrderInput = {
  orderNumber: ' 7700 0412 ',
  orderDate: '2026-11-20',
  lines: ['a', 'b'],
  skus: { b: '65304520BA01A12' },
};
const covered = (given: Partial<OrderInput>): PurchaseAuthorization => {
  const answer = coverLines(authorization, 'order-1', { ...input, ...given }, doing);
  if (!answer.ok) throw new Error(answer.problem.code);
  return { ...authorization, ...answer.value } as PurchaseAuthorization;
};

describe('C4: the order', () => {
  test('C4: of all lines: the authorization is ordered, and the order refers to it', () => {
    expect(authorizationState(covered({}), '2026-11-21')).toBe('ordered');
    expect(orderOf('order-1', authorization, input, doing)).toMatchObject({
      parent: 'customer-1',
      data: {
        orderNumber: '7700 0412',
        authorization: 'authorization-1',
        purchaseOrderNumber: 'TL-0442',
        lines: {
          a: {
            product: 'Illustrator',
            quantity: 6,
            sku: '65297600BA01A12',
            authorizationLine: 'a',
            licenceType: 'team',
          },
          b: { product: 'Photoshop', quantity: 2, sku: '65304520BA01A12', authorizationLine: 'b' },
        },
      },
    });
  });

  test('C4: by line: the other one still waits, and is the only one that can be ordered then', () => {
    const partly = covered({ lines: ['a'] });
    expect(authorizationState(partly, '2026-11-21')).toBe('pending');
    expect(linesNow(partly).map(({ orderNumber }) => orderNumber)).toEqual(['7700 0412', '']);
    expect(whyNotOrdered(partly, { ...input, lines: ['a'] }, '2026-11-20')?.code).toBe(
      'line-ordered-already',
    );
    expect(whyNotOrdered(partly, { ...input, lines: ['b'] }, '2026-11-20')).toBeUndefined();
  });

  test('C4: orders what was not removed', () => {
    const less = {
      ...authorization,
      steps: [
        ...authorization.steps,
        stepOf('line-removed', '2026-11-20', { line: 'a', quantity: '2' }),
      ],
    };
    expect(orderOf('order-1', less, input, doing).data.lines.a?.quantity).toBe(4);
  });

  test.each([
    ['order-number-needed', { orderNumber: ' ' }],
    ['day-needed', { orderDate: '' }],
    ['day-ahead', { orderDate: '2026-11-21' }],
    ['order-before-authorization', { orderDate: '2026-11-09' }],
    ['lines-needed', { lines: [] }],
    ['duration-not-whole', { duration: { count: 0, unit: 'months' } }],
    ['duration-not-whole', { duration: { count: 1.5, unit: 'months' } }],
  ] as const)('C4: refused as %s', (code, given) => {
    expect(whyNotOrdered(authorization, { ...input, ...given }, '2026-11-20')?.code).toBe(code);
  });
});
