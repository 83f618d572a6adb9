import { describe, expect, test } from 'vitest';
import {
  anniversaryDue,
  customerDeadlines,
} from '#programmes/adobe-vip/rules/customer/customer-deadlines.ts';
import { customerRenewal } from '#programmes/adobe-vip/rules/renewal/customer-renewal.ts';
import { customerRows } from '#programmes/adobe-vip/rules/customer/customer-rows.ts';
import {
  closeRenewal,
  mayReopen,
  reopenRenewal,
} from '#programmes/adobe-vip/rules/renewal/renewal-commands.ts';
import { renewalRows } from '#programmes/adobe-vip/rules/renewal/renewal-overview.ts';
import type { VipCustomer } from '#programmes/adobe-vip/rules/customer/vip-customer.ts';
import { homeRows } from '#workspace/rules/reminders/home.ts';
import { valueOf } from '#tests/factories/credit.ts';
import { doingOn } from '#tests/factories/doing.ts';
import { customerWith, orderLine, stepOf, vipOrderWith } from '#tests/factories/vip.ts';
import { csvOf, rowsOf, VipWorld } from '#tests/factories/vip-lists.ts';

const AD = '2026-12-01';
const NEXT = '2027-12-01';
const OPENS = '2027-09-02';
const facts = { firstOrderOn: '2025-12-01', anniversary: AD, anniversaryDay: 1 };
const lapsed = customerWith(facts);
const itself = customerWith({ ...facts, programme: 'vip-marketplace' });
const bought = [
  vipOrderWith({ orderDate: '2025-12-01', lines: { a: orderLine(5) } }, 'order-1'),
  vipOrderWith({ orderDate: '2027-02-10', lines: { a: orderLine(10) } }, 'order-2'),
];
const bookOf = (customer: VipCustomer) => ({
  customer,
  authorizations: [],
  orders: bought,
  returns: [],
});
const statesOn = (customer: VipCustomer, today: string) =>
  customerRows([customer], [], today)[0]!.states;
const groupsOn = (customer: VipCustomer, today: string) =>
  renewalRows([bookOf(customer)], today).map(({ group, renewal }) => [
    group,
    renewal.anniversary,
    renewal.owned,
  ]);

describe('C9: a renewal that nobody answered hides no later one', () => {
  test.each([
    ['lapsed', lapsed],
    ['itself', itself],
  ] as const)(
    'C9: %s is shown until the next year comes into the overview, which then is there alone',
    (told, customer) => {
      expect([AD, '2027-09-01'].map((day) => statesOn(customer, day)[0])).toEqual(['ready', told]);
      expect(groupsOn(customer, '2027-09-01')[0]?.slice(0, 2)).toEqual([told, AD]);
      expect(groupsOn(customer, OPENS).map(([group, anniversary]) => [group, anniversary])).toEqual(
        [['prepare', NEXT]],
      );
      expect(statesOn(customer, '2027-11-15')[0]).toBe('ready');
      expect(groupsOn(customer, '2027-11-15')).toEqual([
        ['now', NEXT, customer === lapsed ? 10 : 15],
      ]);
      // However many years nobody looked.
      expect(groupsOn(customer, '2030-11-15')[0]?.slice(0, 2)).toEqual(['now', '2030-12-01']);
    },
  );

  test('C11: its days and reminders are those of the next year, in the one row that home has of it', () => {
    const on = (today?: string) =>
      customerDeadlines(lapsed.data, [], today).map((deadline) => deadline.on);
    expect([on(), on('2027-09-01'), on(OPENS)]).toEqual([[AD], [AD], [NEXT]]);
    const record = { ...lapsed, dueOn: AD } as never;
    const rows = (today: string) =>
      homeRows([record], today).map(({ deadline, days }) => [deadline.on, days]);
    expect([rows('2027-09-01'), rows('2027-11-01')]).toEqual([[[AD, -244]], [[NEXT, 30]]]);
  });

  test('C10: it is ended as any other, and opened again; the older year is over with it', () => {
    const today = '2027-11-15';
    const doing = doingOn(today);
    const { anniversary } = customerRenewal(bookOf(lapsed), today)!;
    const closed = valueOf(closeRenewal(lapsed, { anniversary, on: today }, doing)) as VipCustomer;
    expect(anniversaryDue(closed.data, closed.steps)).toBe('2028-12-01');
    expect(mayReopen(closed, NEXT)).toBe(true);
    const open = valueOf(reopenRenewal(closed, NEXT, doing)) as VipCustomer;
    expect(customerRenewal(bookOf(open), today)?.anniversary).toBe(NEXT);
    // The older one can be answered still, and leaves the next one where it is.
    const older = valueOf(
      closeRenewal(lapsed, { anniversary: AD, on: today }, doing),
    ) as VipCustomer;
    expect(customerRenewal(bookOf(older), today)?.anniversary).toBe(NEXT);
    expect(closeRenewal(lapsed, { anniversary: '2028-12-01', on: today }, doing)).toMatchObject({
      ok: false,
    });
  });

  test('C13: a list ends the renewal of the next year that it makes whole', async () => {
    const world = new VipWorld('2027-11-15', [lapsed, ...bought]);
    const heads = 'Order Number;VIP ID;Order Date;Order Type;Licence Type;Product;Quantity';
    world.bring(
      await rowsOf(
        csvOf(heads, `3003;${lapsed.data.vipId};2027-11-10;Renewal;Team;Illustrator;10`),
      ),
    );
    const [customer] = world.of<VipCustomer>('vip-customer');
    expect(anniversaryDue(customer!.data, customer!.steps)).toBe('2028-12-01');
  });

  test('C10: one of an anniversary that was put right since is not opened again: another one would be', () => {
    const closed = [stepOf('renewal-closed', '2026-05-20', { anniversary: '2026-06-08' })];
    const of = (anniversary: string) =>
      mayReopen(customerWith({ anniversary }, closed), '2026-06-08');
    expect(['2026-06-08', '2025-06-08', '2026-03-01', ''].map(of)).toEqual([
      true,
      true,
      false,
      false,
    ]);
  });
});
