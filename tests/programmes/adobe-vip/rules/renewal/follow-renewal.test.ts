import { assert, boolean, integer, option, property } from 'fast-check';
import { describe, expect, test } from 'vitest';
import { anniversaryDue } from '#programmes/adobe-vip/rules/customer/customer-deadlines.ts';
import { followRenewal } from '#programmes/adobe-vip/rules/renewal/follow-renewal.ts';
import {
  customerRenewal,
  isRenewed,
} from '#programmes/adobe-vip/rules/renewal/customer-renewal.ts';
import { planKey } from '#programmes/adobe-vip/rules/product/product-name.ts';
import type {
  VipCustomer,
  VipCustomerData,
} from '#programmes/adobe-vip/rules/customer/vip-customer.ts';
import type { VipOrder } from '#programmes/adobe-vip/rules/order/vip-order.ts';
import type { Step } from '#core/record/step.ts';
import { doingOn } from '#tests/factories/doing.ts';
import { customerWith, orderLine, stepOf, vipOrderWith } from '#tests/factories/vip.ts';

const AD = '2027-03-15';
const plans = (owned: number, assigned: number) => ({
  [planKey('Illustrator', 'team')]: {
    product: 'Illustrator',
    licenceType: 'team' as const,
    sku: '',
    owned,
    assigned,
    on: '2027-01-10',
    at: 1,
  },
});
const renewal = (quantity: number, id = 'order-1', orderDate = '2027-03-01'): VipOrder =>
  vipOrderWith(
    { orderType: 'renewal', renews: AD, orderDate, lines: { a: orderLine(quantity) } },
    id,
  );
const ended = (kind: string, on = '2027-03-01') => [stepOf(kind, on, { anniversary: AD })];
const closed = ended('renewal-closed');
const byHand = ended('renewal-closed', '2027-03-20');
const follow = (
  { data, steps }: { readonly data?: Partial<VipCustomerData>; readonly steps: readonly Step[] },
  [was, now]: readonly [VipOrder, VipOrder | undefined],
  others: readonly VipOrder[] = [],
  today = '2027-03-25',
): string => {
  const customer = customerWith({ anniversary: AD, plans: plans(50, 40), ...data }, steps);
  const book = { customer, authorizations: [], orders: [was, ...others], returns: [] };
  const answer = followRenewal(customer, { was, now }, book, doingOn(today));
  if (!answer.ok) return answer.problem.code;
  const next = answer.value as VipCustomer;
  return anniversaryDue(next.data, next.steps) === AD ? 'open' : 'closed';
};
const full = { plans: plans(50, 50) };
const market = { programme: 'vip-marketplace' as const };
const stays = 'nothing-to-follow';

describe('C10: a renewal follows its order that is put right or taken away', () => {
  test.each<
    readonly [
      string,
      Parameters<typeof follow>[0],
      Parameters<typeof follow>[1],
      readonly VipOrder[],
      string,
    ]
  >([
    [
      '50 that were 45, 40 assigned: whole still',
      { steps: closed },
      [renewal(50), renewal(45)],
      [],
      stays,
    ],
    ['50 that were 39', { steps: closed }, [renewal(50), renewal(39)], [], 'open'],
    [
      'a duplicate that goes',
      { steps: closed },
      [renewal(9), undefined],
      [renewal(50, 'other')],
      stays,
    ],
    [
      'one of two that are needed',
      { steps: closed },
      [renewal(9), undefined],
      [renewal(35, 'other')],
      'open',
    ],
    ['the only one', { steps: closed }, [renewal(50), undefined], [], 'open'],
    [
      'fewer, ended with some left',
      { data: full, steps: byHand },
      [renewal(45), renewal(40)],
      [],
      stays,
    ],
    [
      'one gone, ended with some left',
      { data: full, steps: byHand },
      [renewal(9), undefined],
      [renewal(9, 'o')],
      stays,
    ],
    [
      'all gone, ended on another day',
      { data: full, steps: byHand },
      [renewal(9), undefined],
      [],
      stays,
    ],
    ['all gone, ended with it', { data: full, steps: closed }, [renewal(9), undefined], [], 'open'],
    [
      'declined',
      { data: full, steps: ended('renewal-declined') },
      [renewal(50), undefined],
      [],
      stays,
    ],
    [
      '40 that were 50, all assigned',
      { data: full, steps: [] },
      [renewal(40), renewal(50)],
      [],
      'closed',
    ],
    [
      '40 that were 49, all assigned',
      { data: full, steps: [] },
      [renewal(40), renewal(49)],
      [],
      stays,
    ],
    ['opened again, and whole still', { steps: [] }, [renewal(45), renewal(50)], [], stays],
    [
      '45 of 50 in the Marketplace',
      { data: market, steps: closed },
      [renewal(50), renewal(45)],
      [],
      'open',
    ],
    [
      '45 that were 50 in the Marketplace',
      { data: market, steps: [] },
      [renewal(45), renewal(50)],
      [],
      'closed',
    ],
  ])('C10: %s', (_, customer, orders, others, then) => {
    expect(follow(customer, orders, others)).toBe(then);
  });

  test('C10: an order that is no renewal, and one of a year that others came after, change nothing', () => {
    const order = vipOrderWith({ orderDate: '2027-03-01', lines: { a: orderLine(50) } });
    expect(follow({ steps: closed }, [order, undefined])).toBe(stays);
    const years = [
      ...closed,
      stepOf('renewal-closed', '2028-03-01', { anniversary: '2028-03-15' }),
    ];
    expect(follow({ steps: years }, [renewal(50), undefined], [], '2028-04-01')).toBe(
      'changed-since',
    );
  });

  test('C10: a renewal order of no year that is known changes nothing', () => {
    const { data } = renewal(50);
    const order = vipOrderWith({ ...data, renews: '' });
    expect(follow({ steps: closed }, [order, undefined])).toBe(stays);
    expect(follow({ steps: [] }, [order, { ...order, data: { ...order.data, renews: AD } }])).toBe(
      stays,
    );
  });

  test('C10: long after the last day it goes by what there was then', () => {
    expect(follow({ steps: closed }, [renewal(50), renewal(45)], [], '2027-08-01')).toBe(stays);
    expect(follow({ steps: closed }, [renewal(50), renewal(30)], [], '2027-08-01')).toBe('open');
  });

  test('C10: what the orders ended is ended after a correction where they still make it whole, and only there', () => {
    const count = integer({ min: 0, max: 9 });
    assert(
      property(
        count,
        count,
        integer({ min: 1, max: 9 }),
        option(integer({ min: 1, max: 9 })),
        boolean(),
        (...given) => {
          const [owned, assigned, first, then, isMarket] = given;
          const data = { plans: plans(owned, assigned), ...(isMarket ? market : {}) };
          const [was, now] = [renewal(first), then === null ? undefined : renewal(then)];
          const wholeOf = (orders: readonly VipOrder[]): boolean => {
            const customer = customerWith({ anniversary: AD, ...data });
            const found = customerRenewal(
              { customer, authorizations: [], orders, returns: [] },
              '2027-03-25',
            );
            return found !== undefined && isRenewed(found);
          };
          const wasClosed = wholeOf([was]);
          const answer = follow({ data, steps: wasClosed ? closed : [] }, [was, now]);
          const isClosed = answer === stays ? wasClosed : answer === 'closed';
          expect(isClosed).toBe(wholeOf(now === undefined ? [] : [now]));
        },
      ),
    );
  });
});
