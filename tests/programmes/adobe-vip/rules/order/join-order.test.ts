import { describe, expect, test } from 'vitest';
import { joinOrder, orderToJoin } from '#programmes/adobe-vip/rules/order/join-order.ts';
import { linesOnce } from '#programmes/adobe-vip/rules/order/lines-once.ts';
import { coverLines } from '#programmes/adobe-vip/rules/order/order-commands.ts';
import { plansOf, type CustomerBook } from '#programmes/adobe-vip/rules/plan/plans.ts';
import type { PurchaseAuthorization } from '#programmes/adobe-vip/rules/authorization/purchase-authorization.ts';
import type { OrderLine, VipOrder } from '#programmes/adobe-vip/rules/order/vip-order.ts';
import { doingOn } from '#tests/factories/doing.ts';
import {
  authorizationWith,
  customerWith,
  orderLine,
  returnWith,
  stepOf,
  vipOrderWith,
} from '#tests/factories/vip.ts';

const TODAY = '2026-11-20';
const first = authorizationWith({ createdOn: '2026-11-10' });
const second = authorizationWith({ id: 'authorization-2', createdOn: '2026-11-10' });
const input = { orderNumber: ' 10 01', orderDate: TODAY, lines: ['a'], skus: {} };
const listed = (lines: Record<string, OrderLine>, given: Parameters<typeof vipOrderWith>[0] = {}) =>
  vipOrderWith({ orderNumber: '1001', orderDate: '2026-11-15', lines, ...given }, 'listed');
const free = (quantity: number, given: Partial<OrderLine> = {}) =>
  orderLine(quantity, { licenceType: '', sku: '', ...given });
const bookOf = (
  orders: readonly VipOrder[],
  authorizations: readonly PurchaseAuthorization[],
): CustomerBook => ({
  customer: customerWith(),
  orders,
  authorizations,
  returns: [],
});
const owned = (book: CustomerBook) =>
  plansOf(book, TODAY).map((plan) => `${plan.product} ${plan.owned}`);
const valueOf = <T>(
  result: { readonly ok: true; readonly value: T } | { readonly ok: false },
): T => {
  if (!result.ok) throw new Error('refused');
  return result.value;
};

describe('C4: an order that a list brought and that is noted by hand then', () => {
  test('C4: is the order of the authorization, so that its licences count once', () => {
    const order = listed({ 'line-001': free(6) });
    const under = { orders: [order], authorizations: [first, second] };
    expect(owned(bookOf([order], [first, second]))).toEqual(['Illustrator 18']);
    const joining = valueOf(orderToJoin(second, input, under))!;
    expect([joining.order.id, [...joining.lines]]).toEqual(['listed', [['a', 'line-001']]]);
    const joined = { ...order, ...valueOf(joinOrder(order, second, input, joining.lines)) };
    expect(joined.data).toMatchObject({
      authorization: 'authorization-2',
      orderDate: '2026-11-15',
      lines: { 'line-001': { authorizationLine: 'a', licenceType: 'team', quantity: 6 } },
    });
    const covered = {
      ...second,
      ...valueOf(coverLines(second, 'listed', input, doingOn())),
    } as PurchaseAuthorization;
    expect(owned(bookOf([joined as VipOrder], [first, covered]))).toEqual(['Illustrator 12']);
  });

  test('C4: in another quantity it is refused, with what is to be done', () => {
    const under = { orders: [listed({ 'line-001': free(7) })], authorizations: [first] };
    expect(orderToJoin(first, input, under)).toMatchObject({
      problem: { code: 'order-known', field: 'orderNumber', params: { number: '1001' } },
    });
  });

  test.each<readonly [string, VipOrder]>([
    ['of another number', listed({ 'line-001': free(6) }, { orderNumber: '1002' })],
    ['of other products', listed({ 'line-001': free(6, { product: 'Foto' }) })],
    ['of another licence type', listed({ 'line-001': free(6, { licenceType: 'enterprise' }) })],
    [
      'of another authorization',
      listed({ x: orderLine(6, { authorizationLine: 'x' }) }, { authorization: 'other' }),
    ],
    [
      'that renews',
      listed({ 'line-001': free(6) }, { orderType: 'renewal', renews: '2027-06-08' }),
    ],
  ])('C4: one %s is another order', (_, order) => {
    expect(
      valueOf(orderToJoin(first, input, { orders: [order], authorizations: [first] })),
    ).toBeUndefined();
  });

  test.each([
    ['is older than the authorization is of the day that is noted', '2026-11-09', [], TODAY],
    ['is of its first day keeps its day', '2026-11-10', [], '2026-11-10'],
    [
      'something was asked back of before keeps its day',
      '2026-11-09',
      ['2026-11-18'],
      '2026-11-09',
    ],
    ['something was asked back of since is of the day that is noted', '2026-11-09', [TODAY], TODAY],
  ])('C4: one that %s', (_, orderDate, asked, becomes) => {
    const order = listed({ 'line-001': free(6) }, { orderDate });
    const returns = asked.map((on) => {
      const request = returnWith({ order: 'listed', lines: { 'line-001': 1 } });
      return { ...request, steps: [stepOf('return-asked', on)] };
    });
    const joined = valueOf(joinOrder(order, first, input, new Map([['a', 'line-001']]), returns));
    expect(joined.data.orderDate).toBe(becomes);
  });

  test('C4: lines that the list did not have come with it, and it keeps what it knew', () => {
    const lines = {
      a: { product: 'Illustrator', quantity: 6, sku: '' },
      b: { product: 'Foto', quantity: 2, sku: '' },
    };
    const both = authorizationWith({ createdOn: '2026-11-10', lines });
    const order = listed({ 'line-001': free(6, { sku: '65297600BA02A12', unitPrice: '90.00' }) });
    const all = {
      ...input,
      lines: ['a', 'b'],
      skus: { a: '65297600BA01A12', b: '65297601BA01A12' },
    };
    const joining = valueOf(orderToJoin(both, all, { orders: [order], authorizations: [both] }))!;
    const { data } = valueOf(joinOrder(order, both, all, joining.lines));
    expect(data.lines).toMatchObject({
      'line-001': { sku: '65297600BA02A12', unitPrice: '90.00', authorizationLine: 'a' },
      b: { product: 'Foto', quantity: 2, sku: '65297601BA01A12', authorizationLine: 'b' },
    });
    const taken = listed({ 'line-001': orderLine(6, { authorizationLine: 'z' }) });
    expect(joinOrder(taken, both, all, joining.lines)).toMatchObject({
      problem: { code: 'changed-since' },
    });
  });

  describe('C4: lines of an authorization that a list brought', () => {
    const named = (product: string, quantity: number) => ({ product, quantity, sku: '' });
    const join = (order: VipOrder, lines: Parameters<typeof authorizationWith>[0]) => {
      const authorization = authorizationWith({ createdOn: '2026-11-10', ...lines });
      const all = { ...input, lines: Object.keys(authorization.data.lines) };
      const joining = valueOf(
        orderToJoin(authorization, all, { orders: [order], authorizations: [authorization] }),
      )!;
      return valueOf(joinOrder(order, authorization, all, joining.lines)).data.lines;
    };
    const productsOf = (lines: Readonly<Record<string, OrderLine>>) =>
      linesOnce(lines).map(({ line }) => `${line.product} ${line.quantity}`);

    test('C4: that come with it are not called as a list calls another line of the order', () => {
      const order = listed({ 'line-001': free(6) });
      const joined = join(order, {
        lines: { 'line-001': named('Foto', 2), 'line-002': named('Illustrator', 6) },
      });
      expect(productsOf({ ...joined, 'line-002': free(3, { product: 'Vektor' }) })).toEqual([
        'Illustrator 6',
        'Foto 2',
        'Vektor 3',
      ]);
      // The list that has that line too brings it once.
      expect(productsOf({ ...joined, 'line-002': free(2, { product: 'Foto' }) })).toEqual([
        'Illustrator 6',
        'Foto 2',
      ]);
    });

    test('C4: nor as those of another authorization of the order', () => {
      const order = listed({ 'line-001': free(6), 'line-002': free(4, { product: 'Vektor' }) });
      const lines = { 'line-001': named('Illustrator', 6), 'line-002': named('Foto', 2) };
      const joined = { ...order, data: { ...order.data, lines: join(order, { lines }) } };
      const other = { 'line-001': named('Vektor', 4), 'line-002': named('Ljud', 1) };
      expect(productsOf(join(joined, { id: 'authorization-2', lines: other }))).toEqual([
        'Illustrator 6',
        'Vektor 4',
        'Foto 2',
        'Ljud 1',
      ]);
    });

    test('C6: a line of one authorization is not that of another, though it is called alike and of the same product', () => {
      const [pa, line] = [{ createdOn: '2026-11-10' }, named('Illustrator', 5)];
      const steps = [
        stepOf('ordered', '2026-11-15', { order: 'listed', orderNumber: '1001', line: 'line-001' }),
      ];
      const known = authorizationWith({ id: 'pa-1', ...pa, lines: { 'line-001': line }, steps });
      const two = authorizationWith({
        id: 'pa-2',
        ...pa,
        lines: { 'line-001': line, 'line-002': named('Foto', 3) },
      });
      for (const authorization of [undefined, 'pa-1']) {
        const of = {
          authorizationLine: 'line-001',
          ...(authorization === undefined ? {} : { authorization }),
        };
        const lines = {
          'line-001': free(5, { ...of, licenceType: 'team' }),
          'line-002': free(3, { product: 'Foto' }),
        };
        const order = listed(lines, { authorization: 'pa-1' });
        const all = { ...input, lines: ['line-001', 'line-002'] };
        const joining = valueOf(
          orderToJoin(two, all, { orders: [order], authorizations: [known, two] }),
        )!;
        expect(
          productsOf(valueOf(joinOrder(order, two, all, joining.lines)).data.lines).toSorted(),
        ).toEqual(['Foto 3', 'Illustrator 5', 'Illustrator 5']);
      }
    });

    test('C4: a name that another line has is not taken from it, and a line that is here already is the same', () => {
      const order = listed({ 'line-001': free(6), b: free(4, { product: 'Vektor' }) });
      const lines = { a: named('Illustrator', 6), b: named('Foto', 2) };
      const joined = join(order, { lines });
      expect(productsOf(joined)).toEqual(['Illustrator 6', 'Vektor 4', 'Foto 2']);
      expect(Object.keys(joined).filter((id) => /^line-\d+$/.test(id))).toEqual(['line-001']);
      const again = listed({
        'line-001': free(6),
        b: orderLine(2, { product: 'Foto', authorizationLine: 'b' }),
      });
      expect(productsOf(join(again, { lines }))).toEqual(['Illustrator 6', 'Foto 2']);
    });
  });
});
