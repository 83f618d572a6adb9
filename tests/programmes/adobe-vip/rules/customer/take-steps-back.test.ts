import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { stateDue } from '#programmes/adobe-vip/rules/authorization/authorization-commands.ts';
import {
  dropCommitment,
  sayCommitment,
} from '#programmes/adobe-vip/rules/customer/commitment-commands.ts';
import { sayPlan } from '#programmes/adobe-vip/rules/plan/say-plan.ts';
import { sayHolder } from '#programmes/adobe-vip/rules/plan/licence-holders.ts';
import { editCustomer, takeEditBack } from '#programmes/adobe-vip/rules/customer/edit-customer.ts';
import { takeChangeBack } from '#programmes/adobe-vip/rules/customer/take-steps-back.ts';
import { RENEWAL_RULE } from '#programmes/adobe-vip/rules/renewal/renewal-editions.ts';
import { chooseForCustomer } from '#programmes/adobe-vip/rules/edition/rule-choices.ts';
import type { PurchaseAuthorization } from '#programmes/adobe-vip/rules/authorization/purchase-authorization.ts';
import type {
  VipCustomer,
  VipCustomerData,
} from '#programmes/adobe-vip/rules/customer/vip-customer.ts';
import type { Data, Draft, VolymRecord } from '#core/record/record.ts';
import type { Result } from '#core/result.ts';
import { currentSteps } from '#core/record/step.ts';
import { valueOf } from '#tests/factories/credit.ts';
import { doingOn } from '#tests/factories/doing.ts';
import { authorizationWith, customerWith } from '#tests/factories/vip.ts';

const doing = doingOn();
const done = <D extends Data>(
  record: VolymRecord<D>,
  answer: Result<Draft<D>>,
): VolymRecord<D> => ({
  ...record,
  ...valueOf(answer),
});
const plan = {
  product: 'Acrobat Pro',
  licenceType: 'team',
  sku: '',
  owned: 12,
  assigned: 9,
} as const;
const holder = { name: 'Pia Strand', group: '', plan: 'acrobat pro|team' };
const three = { acceptedOn: '2026-06-01', contractEnd: '2029-05-31', minimum: 10 };

/** A change, what someone else wrote since, and what an undo leaves of both. */
const customerCases: readonly (readonly [
  string,
  (customer: VipCustomer) => Result<Draft<VipCustomerData>>,
  (customer: VipCustomer) => Result<Draft<VipCustomerData>>,
  Partial<VipCustomerData> | 'changed-since',
])[] = [
  [
    'a commitment, and another name',
    (customer) => sayCommitment(customer, three),
    (customer) => editCustomer(customer, { name: 'Linden AB' }, []),
    { name: 'Linden AB' },
  ],
  [
    'a commitment that someone wrote anew',
    (customer) => sayCommitment(customer, three),
    (customer) => sayCommitment(customer, { ...three, minimum: 20 }),
    'changed-since',
  ],
  [
    'a commitment that someone took off',
    (customer) => sayCommitment(customer, three),
    dropCommitment,
    'changed-since',
  ],
  [
    'a count, and another plan’s',
    (customer) => sayPlan(customer, plan, doing),
    (customer) => sayHolder(customer, 'h', holder),
    { plans: {}, holders: { h: { ...holder } } },
  ],
  [
    'a count that someone counted anew',
    (customer) => sayPlan(customer, plan, doing),
    (customer) => sayPlan(customer, { ...plan, owned: 14 }, doing),
    'changed-since',
  ],
  [
    'who holds a licence, and someone else who does',
    (customer) => sayHolder(customer, 'a', { ...holder, name: 'Nils Ek' }),
    (customer) => sayHolder(customer, 'h', holder),
    { holders: { h: { ...holder } } },
  ],
  [
    'an anniversary that someone wrote anew',
    (customer) => editCustomer(customer, { anniversary: '2027-08-01', adminName: 'Eva' }, []),
    (customer) => editCustomer(customer, { anniversary: '2027-09-01' }, []),
    { anniversary: '2027-09-01', adminName: '' },
  ],
];

describe('X12: an undo', () => {
  test.each(customerCases)('X12: of %s', (_, change, since, then) => {
    const before = customerWith({ anniversary: '2027-06-30', anniversaryDay: 31 });
    const after = done(before, change(before));
    const now = done(after, since(after));
    const entries = ['plans', 'holders', 'editions'];
    const back = takeEditBack(now, { before, after }, doing);
    const alike = takeChangeBack(now, { before, after }, doing, { entries });
    if (then === 'changed-since') {
      expect(alike).toMatchObject({ problem: { code: then } });
    } else expect(valueOf(alike).data).toEqual(expect.objectContaining(then));
    if (back.ok && back.value.data.anniversary === '2027-09-01')
      expect(back.value.data.anniversaryDay).toBeUndefined();
  });

  test('X12: of a stated day that someone stated again takes its word back, and leaves theirs', () => {
    const before = authorizationWith();
    const first = { due: '2026-12-24', reason: 'Adobe visar den' };
    const after = done(before, stateDue(before, first, doing));
    const undone = valueOf(takeChangeBack(after, { before, after }, doing));
    expect([undone.data.statedDue, currentSteps(undone.steps!).map(({ kind }) => kind)]).toEqual([
      '',
      ['authorized'],
    ]);
    const now: PurchaseAuthorization = done(
      after,
      stateDue(after, { ...first, due: '2026-12-31' }, doing),
    );
    const back = valueOf(takeChangeBack(now, { before, after }, doing));
    expect(back.data.statedDue).toBe('2026-12-31');
    expect(currentSteps(back.steps!).flatMap(({ data }) => data?.due ?? [])).toEqual([
      '2026-12-31',
    ]);
  });

  describe('of a programme', () => {
    const notice = { 'adobe-vip.last-notice.vip-marketplace': 'adobe-vip.last-notice-3' };
    const born = { renewalEdition: 'adobe-vip.renewal-marketplace-14', editions: notice };
    const before = customerWith({ adminName: 'Eva' });
    const change = { programme: 'vip-marketplace', adminName: 'Ulf' } as const;
    const after = done(before, editCustomer(before, change, [], { born }));

    test('C1: an edition that someone chose in the new programme keeps the programme with it', () => {
      const edition = 'adobe-vip.renewal-marketplace-30';
      const now = done(after, chooseForCustomer(after, { rule: RENEWAL_RULE, edition }, undefined));
      const back = takeEditBack(now, { before, after }, doing);
      expect(valueOf(back).data).toMatchObject({
        programme: 'vip-marketplace',
        renewalEdition: edition,
        editions: notice,
      });
      expect(valueOf(back).data.adminName).toBe('Eva');
      expect(back.stayed?.toSorted()).toEqual(['editions', 'programme', 'renewalEdition']);
    });

    test('C1: an authorization that was created under the new programme keeps it there, and without one all goes back', () => {
      const back = takeEditBack(after, { before, after }, doing, { isAuthorized: true });
      expect(valueOf(back).data).toEqual({ ...after.data, adminName: 'Eva' });
      expect(back.stayed?.toSorted()).toEqual(['editions', 'programme', 'renewalEdition']);
      expect(valueOf(takeEditBack(after, { before, after }, doing)).data).toEqual(before.data);
    });
  });

  test('C1: the day of the month stays beside an anniversary that someone wrote since', () => {
    const before = customerWith({
      anniversary: '2025-03-29',
      anniversaryDay: 29,
      firstOrderOn: '2024-03-29',
    });
    const { anniversaryDay: _, ...dayless } = before.data;
    const after = { ...before, data: { ...dayless, anniversary: '2025-04-01' } };
    const now = { ...after, data: { ...after.data, anniversary: '2025-02-28' } };
    const back = takeChangeBack(now, { before, after }, doing);
    expect([back.ok, back.stayed]).toEqual([false, ['anniversary', 'anniversaryDay']]);
    expect(valueOf(takeChangeBack(after, { before, after }, doing)).data).toEqual(before.data);
  });

  test('C1: a VIP ID that another customer has by now does not come back', () => {
    const before = customerWith({ adminName: 'Eva' });
    const after = done(
      before,
      editCustomer(before, { vipId: '9D2E7F4106CB83A5D719', adminName: 'Ulf' }, []),
    );
    const others = [{ id: 'customer-2', name: 'Ekudden Bygg', vipId: before.data.vipId }];
    const back = takeEditBack(after, { before, after }, doing, { others });
    expect([valueOf(back).data, back.stayed]).toEqual([
      { ...after.data, adminName: 'Eva' },
      ['vipId'],
    ]);
    // Its own number is nobody else's.
    const alone = takeEditBack(after, { before, after }, doing, {
      others: [{ ...others[0]!, id: before.id }],
    });
    expect(valueOf(alone).data).toEqual(before.data);
  });

  test('X12: touches no field that it did not write, and none that holds something else by now', () => {
    const field = fc.constantFrom('name', 'level', 'owner', 'adminName');
    const value = fc.constantFrom('a', 'b', 'c');
    const fields = fc.dictionary(field, value);
    fc.assert(
      fc.property(fields, fields, fields, (was, wrote, later) => {
        const before = customerWith(was);
        const after = { ...before, data: { ...before.data, ...wrote } };
        const now = { ...after, data: { ...after.data, ...later } };
        const back = takeChangeBack(now, { before, after }, doing);
        for (const name of ['name', 'level', 'owner', 'adminName'] as const) {
          const isMine =
            before.data[name] !== after.data[name] && now.data[name] === after.data[name];
          const then = isMine ? before.data[name] : now.data[name];
          expect((back.ok ? back.value : now).data[name]).toBe(then);
          if (isMine) expect(back.ok).toBe(true);
        }
      }),
    );
  });
});
