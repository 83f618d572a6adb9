import { describe, expect, test } from 'vitest';
import { planKey } from '#programmes/adobe-vip/rules/product/product-name.ts';
import { renewalHistory } from '#programmes/adobe-vip/rules/renewal/renewal-history.ts';
import {
  countRenewals,
  findRenewals,
  inOverview,
  isOwnRenewal,
  renewalRows,
  type BookOfCustomer,
} from '#programmes/adobe-vip/rules/renewal/renewal-overview.ts';
import {
  authorizationWith,
  customerWith,
  orderLine,
  stepOf,
  vipOrderWith,
} from '#tests/factories/vip.ts';

const AD = '2027-03-15';
const key = planKey('Illustrator', 'team');
const plans = {
  [key]: {
    product: 'Illustrator',
    licenceType: 'team' as const,
    sku: '',
    owned: 50,
    assigned: 50,
    on: '2026-11-01',
    at: 1,
  },
};
const bookOf = (given: Partial<BookOfCustomer> = {}): BookOfCustomer => ({
  customer: customerWith({ anniversary: AD, plans }),
  authorizations: [],
  orders: [],
  returns: [],
  ...given,
});
const groupOn = (today: string, given: Partial<BookOfCustomer> = {}) =>
  renewalRows([bookOf(given)], today)[0]?.group;
const renewed = (quantity: number) =>
  vipOrderWith({
    orderType: 'renewal',
    renews: AD,
    orderDate: '2027-03-01',
    lines: { a: orderLine(quantity) },
  });
const closed = stepOf('renewal-closed', '2027-03-01', { anniversary: AD });

describe('C9: the renewal overview', () => {
  test('§8.36: lists a customer from 90 days before the anniversary, and not on the day before', () => {
    const { customer } = bookOf();
    expect([inOverview([customer], '2026-12-14'), inOverview([customer], '2026-12-15')]).toEqual([
      [],
      [customer],
    ]);
    expect([
      countRenewals([customer], '2026-12-14'),
      countRenewals([customer], '2026-12-15'),
    ]).toEqual([0, 1]);
    expect(inOverview([customerWith({ anniversary: '' })], '2026-12-15')).toEqual([]);
  });

  test.each([
    ['2026-12-15', 'prepare'],
    ['2027-02-12', 'prepare'],
    ['2027-02-13', 'now'],
    ['2027-03-15', 'now'],
    ['2027-03-16', 'late'],
    ['2027-04-14', 'late'],
    ['2027-04-15', 'lapsed'],
  ])('C9: on %s it is listed under %s', (today, group) => {
    expect(groupOn(today)).toBe(group);
  });

  test('C9: a late authorization blocks it, a partial renewal goes before that', () => {
    const authorizations = [authorizationWith({ createdOn: '2027-01-05' })];
    expect(groupOn('2027-02-20', { authorizations })).toBe('blocked');
    expect(groupOn('2027-03-02', { authorizations, orders: [renewed(45)] })).toBe('partial');
    expect(groupOn('2027-03-02', { orders: [renewed(50)] })).toBe('now');
  });

  test('C9: what is over in the Marketplace renewed by itself, for all that is known', () => {
    const customer = customerWith({ anniversary: AD, plans, programme: 'vip-marketplace' });
    expect(groupOn('2027-04-15', { customer })).toBe('itself');
  });

  test('C10: what still renews by itself in the Marketplace leaves nobody without, nor is anyone known to be without later', () => {
    const customer = customerWith({ anniversary: AD, plans, programme: 'vip-marketplace' });
    const row = (today: string) =>
      renewalRows([bookOf({ customer, orders: [renewed(45)] })], today)[0];
    expect(row('2027-03-14')).toMatchObject({
      group: 'now',
      renewal: { need: 5, isPartial: false, renewsItself: true },
    });
    const later = ['2027-03-15', '2027-03-19', '2027-04-14', '2027-04-15'].map(row);
    expect(later.map((row) => [row?.group, row?.renewal.isPartial])).toEqual([
      ['now', false],
      ['late', false],
      ['late', false],
      ['itself', false],
    ]);
  });

  test('C9: closed it is done for the rest of the quarter, with how many were renewed', () => {
    const customer = customerWith({ anniversary: AD, plans }, [closed]);
    const [row] = renewalRows([bookOf({ customer, orders: [renewed(50)] })], '2027-03-31');
    expect(row).toMatchObject({ group: 'done', done: { on: '2027-03-01', licences: 50 } });
    expect(row?.renewal.anniversary).toBe('2028-03-15');
    const rows = (today: string) =>
      renewalRows([bookOf({ customer, orders: [renewed(50)] })], today).length;
    expect([rows('2027-03-31'), rows('2027-04-01')]).toEqual([1, 0]);
    expect([
      inOverview([customer], '2027-04-14').length,
      inOverview([customer], '2027-04-15').length,
    ]).toEqual([1, 0]);
    expect(countRenewals([customer], '2027-03-31')).toBe(0);
  });

  test('C9: what is due first comes first; rows are found by name, and one’s own are marked', () => {
    const other = customerWith(
      { name: 'Åsö Tryck', anniversary: '2027-03-10', plans, owner: 'johan' },
      [],
      'customer-2',
    );
    const rows = renewalRows([bookOf(), bookOf({ customer: other })], '2027-02-20');
    expect(rows.map(({ customer }) => customer.id)).toEqual(['customer-2', 'customer-1']);
    expect(findRenewals(rows, 'aso').map(({ customer }) => customer.id)).toEqual(['customer-2']);
    expect(
      rows.filter((row) => isOwnRenewal(row, 'sara')).map(({ customer }) => customer.id),
    ).toEqual(['customer-1']);
  });
});

describe('C10: renewal history', () => {
  test('C10: orders say whether they came early, in the window or late; who declined is among them', () => {
    const declined = customerWith(
      { name: 'B' },
      [stepOf('renewal-declined', '2027-03-20', { anniversary: AD })],
      'b',
    );
    const market = customerWith({ programme: 'vip-marketplace' }, [], 'm');
    const order = (id: string, parent: string, orderDate: string) => ({
      ...vipOrderWith({ orderType: 'renewal', renews: AD, orderDate }, id),
      parent,
    });
    const orders = [
      order('1', 'customer-1', '2027-03-01'),
      order('2', 'customer-1', '2027-03-25'),
      order('3', 'm', '2027-03-02'),
      order('4', 'gone', '2027-03-02'),
      vipOrderWith({}, '5'),
    ];
    const events = renewalHistory([customerWith(), declined, market], orders);
    expect(
      events.map((event) => (event.kind === 'ordered' ? [event.id, event.timing] : event.kind)),
    ).toEqual([['2', 'late'], 'declined', ['3', 'early'], ['1', 'in-window']]);
  });

  test.each([
    ['2026-08-02', '', undefined],
    ['2027-02-12', AD, 'outside'],
    ['2027-02-13', AD, 'in-window'],
    ['2027-03-15', AD, 'in-window'],
    ['2027-03-16', AD, 'late'],
    ['2027-04-14', AD, 'late'],
    ['2027-04-15', AD, 'outside'],
  ] as const)('C10: an order of %s for %j is called %s', (orderDate, renews, timing) => {
    const order = vipOrderWith({ orderType: 'renewal', orderDate, renews });
    expect(renewalHistory([customerWith()], [order])).toMatchObject([{ kind: 'ordered', timing }]);
  });
});
