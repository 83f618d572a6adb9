import { assert, constantFrom, property } from 'fast-check';
import { describe, expect, test } from 'vitest';
import { changeOrderEdition } from '#programmes/adobe-vip/rules/authorization/authorization-commands.ts';
import { orderDue } from '#programmes/adobe-vip/rules/authorization/authorization-life.ts';
import {
  anniversaryDue,
  customerDeadlines,
} from '#programmes/adobe-vip/rules/customer/customer-deadlines.ts';
import { inviteCustomer } from '#programmes/adobe-vip/rules/customer/customer-commands.ts';
import { editCustomer } from '#programmes/adobe-vip/rules/customer/edit-customer.ts';
import {
  firstOrderKnown,
  firstOrderPlaced,
  isCountedHere,
} from '#programmes/adobe-vip/rules/order/first-order.ts';
import {
  bornUnder,
  chooseForCustomer,
  customerRules,
  workspaceRules,
} from '#programmes/adobe-vip/rules/edition/rule-choices.ts';
import { openAnniversaryOf } from '#programmes/adobe-vip/rules/anniversary/open-anniversary.ts';
import { renewalOfDay } from '#programmes/adobe-vip/rules/renewal/renewal-of-day.ts';
import { shownAnniversary } from '#programmes/adobe-vip/rules/anniversary/shown-anniversary.ts';
import type { VipCustomer } from '#programmes/adobe-vip/rules/customer/vip-customer.ts';
import { valueOf } from '#tests/factories/credit.ts';
import { doingOn } from '#tests/factories/doing.ts';
import { authorizationWith, customerWith, stepOf } from '#tests/factories/vip.ts';
import { csvOf, rowsOf, VipWorld } from '#tests/factories/vip-lists.ts';

const numbers = (rules: ReturnType<typeof workspaceRules>) =>
  Object.fromEntries(
    rules.map(({ rule, chosen, isOwn }) => [rule.replace('adobe-vip.', ''), [chosen.id, isOwn]]),
  );
const chosen = (customer: VipCustomer, rule: string, edition: string): VipCustomer => {
  const answer = chooseForCustomer(customer, { rule, edition }, undefined);
  if (!answer.ok) throw new TypeError(answer.problem.code);
  return customerWith(answer.value.data);
};

describe('C1: editions are chosen for the workspace and for one customer', () => {
  test('C3: at first start the thirty days of the seed are chosen, and every rule with several editions can be', () => {
    expect(numbers(workspaceRules('vip', undefined))).toEqual({
      'order-days': ['adobe-vip.order-30', false],
      'return-part': ['adobe-vip.return-part-line', false],
      'renewal-window': ['adobe-vip.renewal-late-30', false],
      'last-notice': ['adobe-vip.last-notice-7', false],
      anniversary: ['adobe-vip.anniversary-order', false],
      'leap-anniversary': ['adobe-vip.leap-anniversary-29', false],
      levels: ['adobe-vip.levels-10', false],
    });
    expect(Object.keys(numbers(workspaceRules('vip-marketplace', undefined)))).toEqual([
      'renewal-window',
      'last-notice',
      'leap-anniversary',
    ]);
  });

  test('C3: what is chosen for a customer counts before what the workspace chose, and can be taken off again', () => {
    const workspace = { 'adobe-vip.order-days.vip': 'adobe-vip.order-14' };
    const own = chosen(customerWith(), 'adobe-vip.order-days', 'adobe-vip.order-30');
    expect(numbers(customerRules(customerWith().data, workspace))['order-days']).toEqual([
      'adobe-vip.order-14',
      false,
    ]);
    expect(numbers(customerRules(own.data, workspace))['order-days']).toEqual([
      'adobe-vip.order-30',
      true,
    ]);
    const back = chosen(own, 'adobe-vip.order-days', '');
    expect(numbers(customerRules(back.data, workspace))['order-days']).toEqual([
      'adobe-vip.order-14',
      false,
    ]);
  });

  test.each([
    ['another programme', 'adobe-vip.order-days', 'adobe-vip.order-7'],
    ['another rule', 'adobe-vip.order-days', 'adobe-vip.levels-50'],
    ['no such rule', 'adobe-vip.proration', 'adobe-vip.proration-days'],
  ])('C3: an edition of %s is refused', (_, rule, edition) => {
    const answer = chooseForCustomer(customerWith(), { rule, edition }, undefined);
    expect(answer).toMatchObject({ ok: false, problem: { code: 'no-such-edition' } });
  });

  test('C9: the renewal rule of a customer is its own, and its renewal is reckoned by it at once', () => {
    const strict = chosen(customerWith(), 'adobe-vip.renewal-window', 'adobe-vip.renewal-late-0');
    expect(strict.data.renewalEdition).toBe('adobe-vip.renewal-late-0');
    expect(chosen(strict, 'adobe-vip.renewal-window', '').data.renewalEdition).toBe(
      'adobe-vip.renewal-late-30',
    );
  });

  test('C11: how long before access goes the last notice is given is a setting, of the workspace for new customers and of each', () => {
    const after = (customer: VipCustomer) =>
      customerDeadlines(customer.data, [])[0]?.reminders?.after;
    expect(after(customerWith())).toEqual([23]);
    expect(
      after(chosen(customerWith(), 'adobe-vip.last-notice', 'adobe-vip.last-notice-14')),
    ).toEqual([16]);
    const born = bornUnder('vip', { 'adobe-vip.last-notice.vip': 'adobe-vip.last-notice-3' });
    expect(after(customerWith(born))).toEqual([27]);
    expect(
      bornUnder('vip', { 'adobe-vip.order-days.vip': 'adobe-vip.order-14' }).editions,
    ).toBeUndefined();
  });

  test('C1: rule 26: whether an anniversary of 29 February falls on the 28th or the 29th is chosen, for each customer', () => {
    const closed = [stepOf('renewal-closed', '2027-02-28', { anniversary: '2027-02-28' })];
    const next = (customer: VipCustomer) => anniversaryDue(customer.data, closed);
    const of29 = customerWith({ anniversary: '2027-02-28', anniversaryDay: 29 });
    const of28 = customerWith({ anniversary: '2027-02-28' });
    const rule = 'adobe-vip.leap-anniversary';
    expect([next(of29), next(of28)]).toEqual(['2028-02-29', '2028-02-28']);
    expect(next(chosen(of29, rule, `${rule}-28`))).toBe('2028-02-28');
    expect(next(chosen(of28, rule, `${rule}-29`))).toBe('2028-02-29');
    expect(next(chosen(chosen(of29, rule, `${rule}-28`), rule, `${rule}-29`))).toBe('2028-02-29');
    const told = (customer: VipCustomer) =>
      numbers(customerRules(customer.data, undefined))['leap-anniversary'];
    expect([told(of29), told(of28)]).toEqual([
      [`${rule}-29`, true],
      [`${rule}-28`, true],
    ]);
    expect(told(customerWith({ anniversary: '2027-03-28' }))).toBeUndefined();
    expect(told(customerWith({ anniversary: '2027-02-27' }))).toBeUndefined();
  });

  test('C1: rule 26: what was chosen is the date itself in a leap year, and every one that is counted from it', () => {
    const rule = 'adobe-vip.leap-anniversary';
    const on28 = { [`${rule}.vip`]: `${rule}-28` };
    const counted = customerWith({ anniversary: '2028-02-29', anniversaryDay: 29 });
    const put = chosen(counted, rule, `${rule}-28`);
    const days = ({ data, steps }: VipCustomer) => [
      anniversaryDue(data, steps),
      openAnniversaryOf({ data, steps }, '2028-01-10'),
      shownAnniversary({ data, steps }, '2028-01-10'),
      customerDeadlines(data, steps)[0]?.on,
      renewalOfDay('2028-01-10', data),
    ];
    expect(days(counted)).toEqual(Array(5).fill('2028-02-29'));
    expect(days(put)).toEqual(Array(5).fill('2028-02-28'));
    expect(days(chosen(put, rule, `${rule}-29`))).toEqual(Array(5).fill('2028-02-29'));
    const orders = ['2024-02-29', '2027-03-10'].map((orderDate) => ({
      orderDate,
      orderType: 'new' as const,
    }));
    const known = (editions?: typeof on28) =>
      firstOrderKnown(customerWith({ anniversary: '', ...(editions && { editions }) }), {
        orders,
        authorizedOn: [],
      });
    expect(known()).toMatchObject({ anniversary: '2028-02-29', anniversaryDay: 29 });
    expect(known(on28)).toMatchObject({ anniversary: '2028-02-28', anniversaryDay: 29 });
    // Counted on one day and shown on the other, it is still no one's own word.
    expect(
      isCountedHere(customerWith({ ...known(), editions: on28 }), { orders, authorizedOn: [] }),
    ).toBe(true);
  });

  test.each([
    ['2028-02-29', '28', '2028-02-29'],
    ['2028-02-28', '29', '2028-02-28'],
    ['2027-02-28', '28', '2028-02-28'],
    ['2027-02-28', '29', '2028-02-29'],
  ])(
    'C1: rule 26: who says %s where %s was chosen has said which it is: %s',
    (written, choice, then) => {
      const rule = 'adobe-vip.leap-anniversary';
      const editions = { [`${rule}.vip`]: `${rule}-${choice}` };
      const closed = stepOf('renewal-closed', '2027-02-28', { anniversary: '2027-02-28' });
      const edited = editCustomer(customerWith({ editions }), { anniversary: written }, []);
      expect(anniversaryDue(valueOf(edited).data, [closed])).toBe(then);
      const { renewalEdition, ...data } = customerWith({ anniversary: written }).data;
      const born = { renewalEdition, editions, others: [], invitedOn: '2026-11-20' };
      const invited = inviteCustomer('c', data, born, doingOn());
      expect(anniversaryDue(valueOf(invited).data, [closed])).toBe(then);
    },
  );

  test('C13: rule 26: a list that says 29 February has said which of the two it is, of a new customer too', async () => {
    const editions = { 'adobe-vip.leap-anniversary.vip': 'adobe-vip.leap-anniversary-28' };
    const known = { name: 'Tryckhuset Linden', vipId: '5A20C8F190D73B627E4D' };
    const list = await rowsOf(
      csvOf('VIP ID;Customer Name;Anniversary Date', `${known.vipId};${known.name};2028-02-29`),
    );
    const world = new VipWorld('2026-11-20', [customerWith({ ...known, editions })]);
    world.bring(list);
    const [customer] = world.of<VipCustomer>('vip-customer');
    const [made] = new VipWorld().plan(list, editions).above;
    const days = [customer?.data, made?.data].map((data) =>
      anniversaryDue(data as VipCustomer['data'], []),
    );
    expect(days).toEqual(['2028-02-29', '2028-02-29']);
  });

  test('C1: rule 26: a new customer has what the workspace chose, and one of 28 February stays on it', () => {
    const key = 'adobe-vip.leap-anniversary.vip';
    expect(bornUnder('vip', { [key]: 'adobe-vip.leap-anniversary-28' }).editions).toEqual({
      [key]: 'adobe-vip.leap-anniversary-28',
    });
    expect(bornUnder('vip', { [key]: 'adobe-vip.leap-anniversary-29' }).editions).toBeUndefined();
  });

  test('C1: a customer who is moved to the Marketplace is reckoned by its rules', () => {
    const born = bornUnder('vip-marketplace', undefined);
    const input = { ...customerWith().data, programme: 'vip-marketplace' as const };
    const moved = editCustomer(customerWith(), input, [], { born });
    expect(moved.ok && moved.value.data.renewalEdition).toBe('adobe-vip.renewal-marketplace-14');
    const stays = editCustomer(customerWith(), customerWith().data, [], { born });
    expect(stays.ok && stays.value.data.renewalEdition).toBe('adobe-vip.renewal-late-30');
  });

  test('C1: the anniversary of a first order is counted by the workspace, unless the customer has its own', () => {
    const workspace = { 'adobe-vip.anniversary.vip': 'adobe-vip.anniversary-2018' };
    const placed = {
      orders: [{ orderDate: '2026-11-20', orderType: 'new' as const }],
      authorizedOn: ['2026-11-02'],
    };
    const first = (editions?: Record<string, string>) => {
      const customer = customerWith({
        anniversary: '',
        ...(editions === undefined ? {} : { editions }),
      });
      const answer = firstOrderPlaced(customer, placed, workspace);
      return answer.ok ? answer.value.data.anniversary : answer.problem.code;
    };
    expect(first()).toBe('2027-11-02');
    expect(first({ 'adobe-vip.anniversary.vip': 'adobe-vip.anniversary-order' })).toBe(
      '2027-11-20',
    );
  });

  test('C3: an authorization is counted by another edition of its programme, and no other', () => {
    const authorization = authorizationWith({ createdOn: '2026-11-20' });
    const changed = changeOrderEdition(authorization, 'adobe-vip.order-14');
    expect(changed.ok && orderDue({ data: changed.value.data, steps: [] })).toBe('2026-12-04');
    assert(
      property(constantFrom('adobe-vip.order-7', 'adobe-vip.levels-10', ''), (edition) => {
        expect(changeOrderEdition(authorization, edition)).toMatchObject({
          ok: false,
          problem: { code: 'no-such-edition' },
        });
      }),
    );
  });
});
