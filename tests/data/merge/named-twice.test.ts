import { describe, expect, test } from 'vitest';
import { holdersOf } from '#programmes/adobe-vip/rules/plan/holders-once.ts';
import {
  sayHolder,
  sayHolders,
  sayNewHolder,
} from '#programmes/adobe-vip/rules/plan/licence-holders.ts';
import { plansOf } from '#programmes/adobe-vip/rules/plan/plans.ts';
import { planKey } from '#programmes/adobe-vip/rules/product/product-name.ts';
import { renewalEnds } from '#programmes/adobe-vip/rules/renewal/renewal-end.ts';
import type {
  VipCustomer,
  VipCustomerData,
} from '#programmes/adobe-vip/rules/customer/vip-customer.ts';
import type { Doing } from '#core/record/kind.ts';
import type { Draft } from '#core/record/record.ts';
import type { Result } from '#core/result.ts';
import { stored } from '#data/records/envelope.ts';
import type { Copy } from '#data/merge/copy.ts';
import { merge } from '#data/merge/merge.ts';
import { valueOf } from '#tests/factories/credit.ts';
import { customerWith, stepOf } from '#tests/factories/vip.ts';

type Command = (customer: VipCustomer, doing: Doing) => Result<Draft<VipCustomerData>>;

const TODAY = '2026-11-20';
const plan = planKey('Illustrator', 'team');
const of = { group: '', plan };
const plans = {
  [plan]: {
    product: 'Illustrator',
    licenceType: 'team' as const,
    sku: '',
    owned: 10,
    assigned: 0,
    on: '2026-10-01',
    at: 1,
  },
};
let ids = 0;
const doingOf = (by: string, now: number) => ({
  today: TODAY,
  now,
  by,
  newId: () => `${by}-${(ids += 1)}`,
});
const base = stored(
  customerWith({ anniversary: '2026-11-10', plans }, [
    stepOf('renewal-declined', '2026-11-12', { anniversary: '2026-11-10' }),
  ]) as Draft,
  undefined,
  doingOf('sara', 10),
);
const by = (person: string, now: number, copy: Copy, command: Command): Copy =>
  stored(
    valueOf(command(copy as VipCustomer, doingOf(person, now))) as Draft,
    copy,
    doingOf(person, now),
  );
const pasted =
  (...names: readonly string[]): Command =>
  (customer, doing) =>
    sayHolders(customer, names, of, doing);
const typed =
  (name: string): Command =>
  (customer, doing) =>
    sayNewHolder(customer, { ...of, name }, doing);
const book = (copy: Copy) => ({
  customer: copy as VipCustomer,
  authorizations: [],
  orders: [],
  returns: [],
});
const assigned = (copy: Copy) => plansOf(book(copy), TODAY)[0]?.assigned;
const holdersIn = ({ data }: Copy) => (data as VipCustomerData).holders;
const people = (copy: Copy) =>
  holdersOf(holdersIn(copy), plan)
    .map(({ name }) => name.toLowerCase())
    .toSorted();
const either = (one: Copy, other: Copy): Copy[] =>
  [base, undefined].flatMap((known) => [merge(known, one, other), merge(known, other, one)]);

describe('C11, X8: who has a licence, written down on two devices', () => {
  test.each([
    ['both pasted', pasted('Pia Strand', 'Nils Ek'), pasted('nils ek', ' Pia  Strand')],
    ['pasted and typed', pasted('Pia Strand', 'Nils Ek'), typed('Pia Strand')],
  ])('C11, X8: %s, each is one person', (_, ours, theirs) => {
    for (const both of either(by('sara', 1_000, base, ours), by('kim', 2_000, base, theirs))) {
      expect(people(both)).toEqual(['nils ek', 'pia strand']);
      expect(assigned(both)).toBe(2);
      const [end] = renewalEnds(book(both), TODAY);
      expect([end?.losing.length, end?.unnamed]).toEqual([2, 0]);
    }
  });

  test('C11, X8: a name that is typed beside the same one is another person, on every device', () => {
    const twice = by(
      'sara',
      1_100,
      by('sara', 1_000, base, typed('Pia Strand')),
      typed('Pia Strand'),
    );
    expect([people(twice), assigned(twice)]).toEqual([['pia strand', 'pia strand'], 2]);
    for (const both of either(twice, by('kim', 2_000, base, pasted('Pia Strand'))))
      expect([people(both), assigned(both)]).toEqual([['pia strand', 'pia strand'], 2]);
    for (const both of either(
      twice,
      by('kim', 2_000, by('kim', 1_900, base, typed('Pia Strand')), typed('Pia Strand')),
    ))
      expect(assigned(both)).toBe(2);
  });

  test('C11: one of two of a name is taken off, and comes back as the one that is not there', () => {
    const twice = by(
      'sara',
      1_100,
      by('sara', 1_000, base, typed('Pia Strand')),
      typed('Pia Strand'),
    );
    for (const { id } of holdersOf(holdersIn(twice), plan)) {
      const copy = by('sara', 1_200, twice, (customer) =>
        sayHolder(customer, id, { ...of, name: '' }),
      );
      expect(assigned(copy)).toBe(1);
      const back = by('sara', 1_300, copy, typed('Pia Strand'));
      expect([Object.keys(holdersIn(back)).toSorted(), assigned(back)]).toEqual([
        Object.keys(holdersIn(twice)).toSorted(),
        2,
      ]);
    }
  });

  test('C11: a person whom earlier devices named separately is one person, and is taken off as one', () => {
    const holder = { ...of, name: 'Pia Strand' };
    const before = by('sara', 500, base, (customer) => {
      const first = valueOf(sayHolder(customer, 'sara-a', holder));
      return sayHolder({ ...customer, data: first.data }, 'kim-b', {
        ...holder,
        name: 'pia strand',
      });
    });
    expect([people(before), assigned(before)]).toEqual([['pia strand'], 1]);
    expect(assigned(by('sara', 600, before, typed('Pia Strand')))).toBe(2);
    const gone = by('sara', 700, before, (customer) =>
      sayHolder(customer, 'kim-b', { ...of, name: '' }),
    );
    expect(holdersIn(gone)).toEqual({});
  });

  test('C11: two with one name in their own groups were two people before names were ids, and stay so', () => {
    const holder = { ...of, name: 'Pia Strand' };
    const before = by('sara', 500, base, (customer) => {
      const first = valueOf(sayHolder(customer, 'sara-a', { ...holder, group: 'Ateljén' }));
      return sayHolder({ ...customer, data: first.data }, 'kim-b', {
        ...holder,
        group: 'Kontoret',
      });
    });
    expect([people(before), assigned(before)]).toEqual([['pia strand', 'pia strand'], 2]);
    const third = by('sara', 600, before, typed('Pia Strand'));
    expect(assigned(third)).toBe(3);
    const gone = by('sara', 700, before, (customer) =>
      sayHolder(customer, 'kim-b', { ...of, name: '', group: 'Kontoret' }),
    );
    expect(Object.keys(holdersIn(gone))).toEqual(['sara-a']);
  });

  test('C11: someone who was named otherwise stays when another comes of the name that was', () => {
    const pia = by('sara', 500, base, typed('Pia Strand'));
    const [entry] = holdersOf(holdersIn(pia), plan);
    const renamed = by('sara', 600, pia, (customer) =>
      sayHolder(customer, entry!.id, { ...of, name: 'Bo Ek' }),
    );
    for (const again of [typed, pasted]) {
      const both = by('sara', 700, renamed, again('Pia Strand'));
      expect([people(both), assigned(both)]).toEqual([['bo ek', 'pia strand'], 2]);
    }
  });

  test('C11: a name on another product’s list is that one’s', () => {
    const both = by(
      'sara',
      1_100,
      by('sara', 1_000, base, typed('Pia Strand')),
      (customer, doing) =>
        sayNewHolder(
          customer,
          { name: 'Pia Strand', group: '', plan: planKey('Acrobat Pro', 'team') },
          doing,
        ),
    );
    expect([people(both), assigned(both)]).toEqual([['pia strand'], 1]);
    expect(Object.keys(holdersIn(both))).toHaveLength(2);
  });
});
