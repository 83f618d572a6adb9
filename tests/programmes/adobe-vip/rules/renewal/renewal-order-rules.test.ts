import { assert, constantFrom, integer, property } from 'fast-check';
import { describe, expect, test } from 'vitest';
import { autoRenewalUntil } from '#programmes/adobe-vip/rules/renewal/auto-renewal.ts';
import { dateOf } from '#programmes/adobe-vip/rules/anniversary/month-date.ts';
import { renewalEditions } from '#programmes/adobe-vip/rules/renewal/renewal-editions.ts';
import { autoRenewalEditions } from '#programmes/adobe-vip/rules/renewal/auto-renewal-editions.ts';
import {
  allowRenewalOn,
  allowRenewalOrder,
  renewalTiming,
} from '#programmes/adobe-vip/rules/renewal/renewal-order-rules.ts';
import { renewalStage } from '#programmes/adobe-vip/rules/renewal/renewal-stage.ts';
import { anniversaryDue } from '#programmes/adobe-vip/rules/customer/customer-deadlines.ts';
import { customerRenewal } from '#programmes/adobe-vip/rules/renewal/customer-renewal.ts';
import { customerRows } from '#programmes/adobe-vip/rules/customer/customer-rows.ts';
import { planKey } from '#programmes/adobe-vip/rules/product/product-name.ts';
import { closeRenewal } from '#programmes/adobe-vip/rules/renewal/renewal-commands.ts';
import { leftToRenew } from '#programmes/adobe-vip/rules/renewal/renewal-need.ts';
import { shownAnniversary } from '#programmes/adobe-vip/rules/anniversary/shown-anniversary.ts';
import type { RecordedPlan } from '#programmes/adobe-vip/rules/customer/vip-customer.ts';
import type { VipOrder } from '#programmes/adobe-vip/rules/order/vip-order.ts';
import { customerWith, orderLine, returnWith, stepOf, vipOrderWith } from '#tests/factories/vip.ts';
import { chosenEdition } from '#programmes/adobe-vip/rules/edition/vip-edition.ts';
import { editionIn } from '#programmes/adobe-vip/rules/edition/edition-in.ts';
import { addDays } from '#core/day/day.ts';
import { ok, refuse } from '#core/result.ts';
import { anyDay, MARKETPLACE, VIP } from './renewal-cases.ts';

const AD = '2027-03-15';
const inVip = (orderDate: string) =>
  ({ orderDate, anniversary: AD, programme: 'vip', edition: VIP }) as const;
const inMarketplace = (orderDate: string) =>
  ({ orderDate, anniversary: AD, programme: 'vip-marketplace', edition: MARKETPLACE }) as const;

describe('C10: the day of a renewal order', () => {
  test('C10: rule 38: refused the day before the window opens, taken when it does', () => {
    expect(allowRenewalOn(inVip('2027-02-12'))).toEqual(
      refuse('renewal-too-early', 'orderDate', { from: '2027-02-13' }),
    );
    expect(allowRenewalOn(inVip('2027-02-13'))).toEqual(ok('in-window'));
  });

  test('C10: rule 40: taken through the last of 30 late days, refused after it (assumed edition, the default)', () => {
    expect(VIP).toMatchObject({ late: 30, confidence: 'assumed', programme: 'vip' });
    expect(allowRenewalOn(inVip('2027-04-14'))).toEqual(ok('late'));
    expect(allowRenewalOn(inVip('2027-04-15'))).toEqual(
      refuse('renewal-too-late', 'orderDate', { until: '2027-04-14' }),
    );
  });

  test('C10: rule 41: in the Marketplace 14 late days are promised (assumed), the 30 of error 3122 can be chosen', () => {
    expect(MARKETPLACE).toMatchObject({ late: 14, confidence: 'assumed' });
    expect(allowRenewalOn(inMarketplace('2027-03-29'))).toEqual(ok('late'));
    expect(allowRenewalOn(inMarketplace('2027-03-30'))).toEqual(
      refuse('renewal-too-late', 'orderDate', { until: '2027-03-29' }),
    );
    const rule = 'adobe-vip.renewal-window.vip-marketplace';
    const outer = chosenEdition(renewalEditions, 'vip-marketplace', {
      [rule]: 'adobe-vip.renewal-marketplace-30',
    });
    expect(allowRenewalOn({ ...inMarketplace('2027-04-14'), edition: outer })).toEqual(ok('late'));
  });

  test.each([
    ['2027-02-13', 'in-window', 'early'],
    ['2027-03-14', 'in-window', 'early'],
    ['2027-03-15', 'in-window', 'in-window'],
    ['2027-03-16', 'late', 'late'],
  ] as const)(
    'C10: an order on %s is %s in VIP and %s in the Marketplace',
    (day, vip, marketplace) => {
      expect(renewalTiming(day, AD, 'vip')).toBe(vip);
      expect(renewalTiming(day, AD, 'vip-marketplace')).toBe(marketplace);
    },
  );

  test('C10: X2: in the Marketplace no order is taken before the anniversary until 2026-03-30, which the refusal names', () => {
    const on = (orderDate: string, anniversary: string, edition = MARKETPLACE) =>
      allowRenewalOn({ orderDate, anniversary, programme: 'vip-marketplace', edition });
    const tooEarly = (from: string) => refuse('renewal-too-early', 'orderDate', { from });
    expect(on('2026-03-29', '2026-04-20')).toEqual(tooEarly('2026-03-30'));
    expect(on('2026-03-30', '2026-04-20')).toEqual(ok('early'));
    // The first anniversary whose whole window there is.
    expect([on('2026-03-29', '2026-04-29'), on('2026-03-30', '2026-04-29')]).toEqual([
      tooEarly('2026-03-30'),
      ok('early'),
    ]);
    expect(on('2026-03-30', '2026-04-30')).toEqual(tooEarly('2026-03-31'));
    // Before it only the anniversary itself and the late days are left.
    expect(on('2025-09-10', '2025-10-01')).toEqual(tooEarly('2025-10-01'));
    expect([on('2025-10-01', '2025-10-01'), on('2025-10-02', '2025-10-01')]).toEqual([
      ok('in-window'),
      ok('late'),
    ]);
    const outer = editionIn(renewalEditions, 'adobe-vip.renewal-marketplace-30');
    expect(on('2025-09-10', '2025-10-01', outer)).toEqual(tooEarly('2025-10-01'));
    // Classic VIP always took them.
    const vip = {
      orderDate: '2025-09-10',
      anniversary: '2025-10-01',
      programme: 'vip',
      edition: VIP,
    } as const;
    expect(allowRenewalOn(vip)).toEqual(ok('in-window'));
  });

  test('C10: X2: what a list dates before the anniversary and before 2026-03-30 moves no anniversary', () => {
    const shown = (anniversary: string, orderDate: string) => {
      const data = {
        programme: 'vip-marketplace',
        anniversary,
        renewalEdition: MARKETPLACE.id,
      } as const;
      const order = vipOrderWith({
        orderType: 'renewal',
        renews: anniversary,
        orderDate,
        lines: { a: orderLine(40) },
      });
      return shownAnniversary(customerWith(data), orderDate, [order]);
    };
    expect(shown('2025-10-01', '2025-09-10')).toBe('2025-10-01');
    expect(shown('2026-04-20', '2026-03-29')).toBe('2026-04-20');
    expect(shown('2026-04-20', '2026-03-30')).toBe('2027-04-20');
  });

  test('C10: an order is allowed on just the days on which the stage says so', () => {
    const offsets = integer({ min: -120, max: 120 });
    assert(
      property(
        anyDay,
        offsets,
        constantFrom(...renewalEditions),
        (anniversary, offset, edition) => {
          const orderDate = addDays(anniversary, offset);
          const asked = {
            anniversary,
            anniversaryDay: dateOf(anniversary),
            today: orderDate,
            edition,
          };
          const { ok: allowed } = allowRenewalOn({
            orderDate,
            anniversary,
            programme: 'vip',
            edition,
          });
          expect(allowed).toBe(renewalStage(asked)?.mayOrder);
        },
      ),
    );
  });
});

describe('C10: the lines of a late renewal', () => {
  const former = [{ product: '65000001CA', quantity: 16 }];
  const late = (...lines: readonly { readonly product: string; readonly quantity: number }[]) =>
    allowRenewalOrder({ ...inMarketplace('2027-03-29'), lines, former });

  test('C10: rule 41: in the Marketplace 16 of 16 are taken, 17 and a new product are not', () => {
    expect(late({ product: '65000001CA', quantity: 16 })).toEqual(ok('late'));
    expect(late({ product: '65000001CA', quantity: 17 })).toEqual(
      refuse('late-renewal-too-many', 'quantity', { product: '65000001CA', most: 16 }),
    );
    expect(late({ product: '65000002CA', quantity: 1 })).toEqual(
      refuse('late-renewal-new-product', 'product', { product: '65000002CA' }),
    );
  });

  test('C10: rule 41: two lines of one product count together', () => {
    expect(
      late({ product: '65000001CA', quantity: 10 }, { product: '65000001CA', quantity: 6 }).ok,
    ).toBe(true);
    expect(
      late({ product: '65000001CA', quantity: 10 }, { product: '65000001CA', quantity: 7 }).ok,
    ).toBe(false);
  });

  test('C10: the lines are free before the anniversary, in VIP, and beside a day that is refused anyway', () => {
    const lines = [{ product: '65000002CA', quantity: 400 }];
    expect(allowRenewalOrder({ ...inMarketplace('2027-03-14'), lines, former })).toEqual(
      ok('early'),
    );
    expect(allowRenewalOrder({ ...inMarketplace('2027-03-15'), lines, former })).toEqual(
      ok('in-window'),
    );
    expect(allowRenewalOrder({ ...inVip('2027-03-29'), lines, former })).toEqual(ok('late'));
    expect(allowRenewalOrder({ ...inMarketplace('2027-03-30'), lines, former })).toMatchObject({
      problem: { code: 'renewal-too-late' },
    });
  });
});

describe('C10: the anniversary after a renewal', () => {
  const doing = { now: 1, today: '2027-03-25', by: 'sara', newId: () => 'step-1' };

  test('C10: rule 45: ordered ten days late, it is still the old one and a year', () => {
    expect(allowRenewalOn(inVip('2027-03-25'))).toEqual(ok('late'));
    const nextOf = (anniversary: string, anniversaryDay?: number) => {
      const customer = customerWith({ anniversary, anniversaryDay });
      const closed = closeRenewal(customer, { anniversary, on: '2027-03-25' }, doing);
      if (!closed.ok) throw new Error(closed.problem.code);
      return anniversaryDue(customer.data, closed.value.steps ?? []);
    };
    expect(nextOf(AD)).toBe('2028-03-15');
    expect(nextOf('2027-02-28', 29)).toBe('2028-02-29');
    // "July 10, renewed July 20: next July 10" (adobe.md §4).
    expect(nextOf('2026-07-10')).toBe('2027-07-10');
  });

  test('C10: rule 46: an early renewal moves it on by a year, once, and a return does not take that back; 60 are left', () => {
    const key = planKey('Illustrator', 'team');
    const plan: RecordedPlan = {
      product: 'Illustrator',
      licenceType: 'team',
      sku: '',
      owned: 100,
      assigned: 100,
      on: '2026-08-01',
      at: 1,
    };
    const data = {
      programme: 'vip-marketplace',
      anniversary: '2026-10-01',
      plans: { [key]: plan },
    } as const;
    const customer = customerWith({ ...data, renewalEdition: MARKETPLACE.id });
    const early = (id: string, orderDate = '2026-09-10') =>
      vipOrderWith(
        { orderType: 'renewal', renews: '2026-10-01', orderDate, lines: { a: orderLine(40) } },
        id,
      );
    const shown = (orders: readonly VipOrder[], of = customer) =>
      shownAnniversary(of, '2026-09-20', orders);
    expect([shown([]), shown([early('a')]), shown([early('a'), early('b')])]).toEqual([
      '2026-10-01',
      '2027-10-01',
      '2027-10-01',
    ]);
    expect(shown([early('a', '2026-10-01')])).toBe('2026-10-01');
    expect(shown([early('a')], customerWith({ ...data, programme: 'vip' }))).toBe('2026-10-01');
    const book = { customer, authorizations: [], orders: [early('a')], returns: [] };
    const renewal = customerRenewal(book, '2026-09-20')!;
    // The day on which the rest renews by itself.
    expect(renewal.anniversary).toBe('2026-10-01');
    expect(renewal.plans.map(leftToRenew)).toEqual([60]);
    const granted = returnWith({ order: 'a', lines: { a: 40 } }, [
      stepOf('return-granted', '2026-09-15'),
    ]);
    expect(customerRenewal({ ...book, returns: [granted] }, '2026-09-20')?.renewed).toBe(0);
    expect(shown(book.orders)).toBe('2027-10-01');
  });

  test('C10: rule 46: after an early renewal more may be renewed early, counted from the day that stayed', () => {
    const order = { ...inMarketplace('2026-09-20'), anniversary: '2026-10-01' };
    expect(allowRenewalOn(order)).toEqual(ok('early'));
  });

  test('C9: rule 40: the next anniversary is shown from the day after the last of a late order, in the list as well', () => {
    const customer = customerWith({ anniversary: AD });
    const on = (today: string) => {
      const [row] = customerRows([customer], [], today);
      return [shownAnniversary(customer, today), row?.anniversary, row?.state === 'lapsed'];
    };
    expect(on('2027-04-14')).toEqual([AD, AD, false]);
    expect(on('2027-04-15')).toEqual(['2028-03-15', '2028-03-15', true]);
    expect(shownAnniversary(customerWith({ anniversary: '' }), '2027-04-15')).toBe('');
  });
});

describe('C10: automatic renewal', () => {
  const edition = chosenEdition(autoRenewalEditions, 'vip-marketplace');

  test('C10: rule 42: changed until three days before the anniversary', () => {
    expect(edition).toMatchObject({ id: 'adobe-vip.auto-renewal-3', confidence: 'documented' });
    expect(autoRenewalUntil(AD, edition)).toBe('2027-03-12');
  });
});
