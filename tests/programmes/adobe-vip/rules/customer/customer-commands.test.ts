import { describe, expect, test } from 'vitest';
import {
  inviteCustomer,
  whyNoCustomer,
  type CustomerInput,
} from '#programmes/adobe-vip/rules/customer/customer-commands.ts';
import { sayPlan } from '#programmes/adobe-vip/rules/plan/say-plan.ts';
import { editCustomer, takeEditBack } from '#programmes/adobe-vip/rules/customer/edit-customer.ts';
import {
  anniversaryDue,
  customerDeadlines,
} from '#programmes/adobe-vip/rules/customer/customer-deadlines.ts';
import { sayHolder } from '#programmes/adobe-vip/rules/plan/licence-holders.ts';
import { planKey } from '#programmes/adobe-vip/rules/product/product-name.ts';
import type {
  VipCustomer,
  VipCustomerData,
} from '#programmes/adobe-vip/rules/customer/vip-customer.ts';
import {
  hasVipIdShape,
  vipIdGroups,
  vipIdText,
} from '#programmes/adobe-vip/rules/customer/vip-id.ts';
import { valueOf } from '#tests/factories/credit.ts';
import { doingOn } from '#tests/factories/doing.ts';
import { customerWith, stepOf } from '#tests/factories/vip.ts';

const doing = doingOn();
const input: CustomerInput = {
  name: 'Fyrvaktens Byrå AB',
  vipId: '',
  marketplaceId: '',
  programme: 'vip',
  segment: 'COM',
  adminName: '',
  adminEmail: 'it@fyrvakten.example',
  anniversary: '',
  owner: 'sara',
};

describe('C1: a customer', () => {
  test('C1: is kept without a VIP ID: it comes with the invitation', () => {
    const invited = inviteCustomer(
      'c',
      input,
      { others: [], renewalEdition: 'r', invitedOn: '2026-11-20' },
      doing,
    );
    expect(invited).toMatchObject({
      ok: true,
      value: { data: { name: 'Fyrvaktens Byrå AB', vipId: '' } },
    });
    expect(invited.ok && invited.value.steps?.map(({ kind }) => kind)).toEqual(['invited']);
  });

  test('C1: is noted as invited only where someone says so, on a day that has been', () => {
    const given = { others: [], renewalEdition: 'r', invitedOn: '' };
    expect(valueOf(inviteCustomer('c', input, given, doing)).steps).toEqual([]);
    expect(whyNoCustomer(input, [], { invitedOn: '', today: '2026-11-20' })).toBeUndefined();
    expect(whyNoCustomer(input, [], { invitedOn: '2026-11-31', today: '2026-11-20' })?.code).toBe(
      'day-needed',
    );
    expect(whyNoCustomer(input, [], { invitedOn: '2026-11-21', today: '2026-11-20' })?.code).toBe(
      'day-ahead',
    );
  });

  test('C1: a VIP ID is kept as it is compared, and its shape is only warned about', () => {
    expect(vipIdText(' 3c81 9d40-e77b 2a6f 10b ')).toBe('3C819D40E77B2A6F10B');
    expect(hasVipIdShape('3C819D40E77B2A6F10B')).toBe(false);
    expect(hasVipIdShape('3C819D40E77B2A6F10B1')).toBe(true);
    expect(vipIdGroups('3C819D40E77B2A6F10B')).toBe('3C81 9D40 E77B 2A6F 10B');
    expect(whyNoCustomer({ ...input, vipId: '3C81 9D40' }, [])).toBeUndefined();
  });

  test.each([
    ['customer-name-needed', { name: ' \u200b ' }],
    ['not-an-email', { adminEmail: 'it.fyrvakten.example' }],
    ['day-needed', { anniversary: '2027-02-29' }],
    ['vip-id-known', { vipId: '5a20c8f190d73b627e4d' }],
  ])('C1: refused as %s', (code, given) => {
    const others = [{ id: 'customer-1', name: 'Tryckhuset Linden', vipId: '5A20C8F190D73B627E4D' }];
    expect(whyNoCustomer({ ...input, ...given }, others)?.code).toBe(code);
  });

  test('C1: keeps its own VIP ID when it is edited', () => {
    const customer = customerWith();
    const others = [{ id: customer.id, name: customer.data.name, vipId: customer.data.vipId }];
    expect(editCustomer(customer, { ...input, vipId: customer.data.vipId }, others).ok).toBe(true);
  });

  test('C1: a field that was not changed is not written: what another device said of it stays', () => {
    const customer = customerWith({ name: ' Linden ', adminName: 'Eva Ek', owner: 'johan' });
    const edited = editCustomer(customer, { adminEmail: ' eva@linden.example ' }, []);
    expect(edited.ok && edited.value.data).toEqual({
      ...customer.data,
      adminEmail: 'eva@linden.example',
    });
  });

  test.each([
    ['segment-stays', { segment: 'EDU' }, {}, { owned: 3 }],
    [undefined, { segment: 'EDU' }, {}, { owned: 0 }],
    [undefined, { segment: 'EDU' }, { segment: '' as const }, { owned: 3 }],
    [undefined, { name: 'Linden' }, {}, { owned: 3 }],
    ['day-needed', { firstOrderOn: '2026-02-30' }, {}, {}],
    ['day-ahead', { firstOrderOn: '2026-11-21' }, {}, { today: '2026-11-20' }],
    [undefined, { name: 'Linden' }, { firstOrderOn: '2026-11-21' }, { today: '2026-11-20' }],
    ['deputy-is-owner', { deputy: 'sara' }, { owner: 'sara' }, {}],
    [undefined, { deputy: 'johan' }, { owner: 'sara' }, {}],
  ] as const)('C1: edited: %s: %j of %j, %j', (code, changes, before, editing) => {
    const answer = editCustomer(customerWith(before), changes, [], editing);
    expect(answer.ok ? undefined : answer.problem.code).toBe(code);
  });

  const counted = { firstOrderOn: '2026-11-20', anniversary: '2027-11-20', anniversaryDay: 20 };
  test.each<
    readonly [string, Partial<VipCustomerData>, Partial<VipCustomerData>, readonly unknown[]]
  >([
    ['sets the anniversary', {}, { firstOrderOn: '2026-10-31' }, ['2026-10-31', '2027-10-31', 31]],
    [
      'leaves one that was written down',
      { anniversary: '2027-06-08' },
      { firstOrderOn: '2026-10-31' },
      ['2026-10-31', '2027-06-08', undefined],
    ],
    [
      'leaves one that comes with it',
      {},
      { firstOrderOn: '2026-10-31', anniversary: '2027-06-08' },
      ['2026-10-31', '2027-06-08', undefined],
    ],
    [
      'put right takes its anniversary along',
      counted,
      { firstOrderOn: '2026-10-31' },
      ['2026-10-31', '2027-10-31', 31],
    ],
    [
      'put right leaves an anniversary that is none of its own',
      { ...counted, anniversary: '2027-06-08', anniversaryDay: undefined },
      { firstOrderOn: '2026-10-31' },
      ['2026-10-31', '2027-06-08', undefined],
    ],
    [
      'put right leaves one that comes with it',
      counted,
      { firstOrderOn: '2026-10-31', anniversary: '2027-06-08' },
      ['2026-10-31', '2027-06-08', undefined],
    ],
    ['taken off leaves its anniversary', counted, { firstOrderOn: '' }, ['', '2027-11-20', 20]],
  ])('C1: the day of the first order %s', (_, before, changes, then) => {
    const answer = editCustomer(customerWith({ anniversary: '', ...before }), changes, []);
    const { firstOrderOn, anniversary, anniversaryDay } = valueOf(answer).data;
    expect([firstOrderOn, anniversary, anniversaryDay]).toEqual(then);
  });

  test('C1: a corrected day of the first order stays in the term that a later order is in', () => {
    const days = ['2024-06-08', '2026-07-01'];
    const placed = {
      orders: days.map((orderDate) => ({ orderDate, orderType: 'new' as const })),
      authorizedOn: [],
    };
    const before = customerWith({
      firstOrderOn: '2024-06-08',
      anniversary: '2027-06-08',
      anniversaryDay: 8,
    });
    const after = valueOf(
      editCustomer(before, { firstOrderOn: '2024-06-18' }, [], { placed }),
    ).data;
    expect(after).toMatchObject({
      firstOrderOn: '2024-06-18',
      anniversary: '2027-06-18',
      anniversaryDay: 18,
    });
  });

  test('C1: the day of the first order moves no anniversary once a renewal was ended, and is taken back with it', () => {
    const closed = stepOf('renewal-closed', '2026-11-20', { anniversary: '2026-11-20' });
    const renewed = editCustomer(
      customerWith(counted, [closed]),
      { firstOrderOn: '2026-10-31' },
      [],
    );
    expect(valueOf(renewed).data).toMatchObject({ ...counted, firstOrderOn: '2026-10-31' });
    const before = customerWith(counted);
    const after = {
      ...before,
      ...valueOf(editCustomer(before, { firstOrderOn: '2026-10-31' }, [])),
    } as VipCustomer;
    expect(valueOf(takeEditBack(after, { before, after }, doing)).data).toEqual(before.data);
  });
});

describe('C7: what is noted about its licences', () => {
  const plan = {
    product: 'Acrobat Pro',
    licenceType: 'team',
    sku: '',
    owned: 12,
    assigned: 9,
  } as const;

  test('C7: by product and licence type, with its day', () => {
    const answer = sayPlan(customerWith(), plan, doing);
    expect(answer.ok && answer.value.data.plans[planKey('acrobat pro', 'team')]).toMatchObject({
      product: 'Acrobat Pro',
      owned: 12,
      assigned: 9,
      on: '2026-11-20',
    });
  });

  test.each([
    ['product-needed', { product: '' }],
    ['count-not-whole', { owned: -1 }],
    ['count-not-whole', { assigned: 1.5 }],
  ])('C7: refused as %s', (code, given) => {
    expect(sayPlan(customerWith(), { ...plan, ...given }, doing)).toMatchObject({
      problem: { code },
    });
  });

  const key = planKey('Acrobat Pro', 'team');
  const base = {
    product: 'Acrobat Pro',
    licenceType: 'team',
    sku: '65304520BA01A12',
    owned: 12,
    assigned: 9,
  } as const;
  const early = { ...base, on: '2026-10-01', at: 1 };
  const { owned: _, ...uncounted } = early;
  test.each([
    ['assigned alone', early, { assigned: 11 }, { ...early, assigned: 11 }],
    [
      'the SKU alone',
      early,
      { sku: '65304520BA02A12' },
      { ...early, sku: '65304520BA02A12', skuOn: '2026-11-20' },
    ],
    [
      'owned alone',
      early,
      { owned: 10 },
      { ...base, owned: 10, on: '2026-11-20', skuOn: '2026-10-01' },
    ],
    ['assigned, never counted', uncounted, { assigned: 11 }, { ...uncounted, assigned: 11 }],
  ])('C7: noting %s notes nothing else', (_case, before, changes, then) => {
    const customer = customerWith({ plans: { [key]: before } });
    const { product, licenceType } = plan;
    const answer = sayPlan(customer, { product, licenceType, ...changes }, doing);
    expect(answer.ok && answer.value.data.plans[key]).toMatchObject(then);
    expect(answer.ok && 'owned' in answer.value.data.plans[key]!).toBe('owned' in before);
  });

  test('C7: the first word of a product that was bought counts no licences', () => {
    const { product, licenceType } = plan;
    const answer = sayPlan(customerWith(), { product, licenceType, assigned: 3 }, doing);
    const at = expect.any(Number) as number;
    expect(answer.ok && answer.value.data.plans[key]).toEqual({
      product,
      licenceType,
      sku: '',
      assigned: 3,
      on: '2026-11-20',
      at,
      assignedAt: at,
    });
  });

  test('C11: who holds a licence is named, renamed, and taken off by an empty name', () => {
    const key = planKey('Acrobat Pro', 'team');
    const added = sayHolder(customerWith(), 'h', { name: 'Pia Strand', group: 'Foto', plan: key });
    expect(added.ok && added.value.data.holders).toEqual({
      h: { name: 'Pia Strand', group: 'Foto', plan: key },
    });
    const gone = sayHolder(
      customerWith({ holders: { h: { name: 'Pia', group: '', plan: key } } }),
      'h',
      {
        name: ' ',
        group: '',
        plan: key,
      },
    );
    expect(gone.ok && gone.value.data.holders).toEqual({});
  });
});

describe('C10: when it renews', () => {
  const facts = {
    anniversary: '2027-03-15',
    renewalEdition: 'adobe-vip.renewal-late-30',
    programme: 'vip' as const,
  };

  test('C11: by its anniversary date, amber from the window, with a word 30 days before, on it, and 7 days before access goes', () => {
    expect(customerDeadlines(facts, [])).toMatchObject([
      {
        from: '2026-12-15',
        warnFrom: '2027-02-13',
        on: '2027-03-15',
        action: 'renew',
        lateAction: 'renew-late',
        earlyAction: 'prepare-renewal',
        lost: { after: '2027-04-14', action: 'renew-lost' },
        reminders: { before: [30, 0], after: [23] },
      },
    ]);
  });

  test('C11: where no late order is taken, the last word comes before the anniversary', () => {
    const strict = { ...facts, renewalEdition: 'adobe-vip.renewal-late-0' };
    expect(customerDeadlines(strict, [])[0]?.reminders).toEqual({ before: [30, 7, 0], after: [] });
  });

  test('C1: another anniversary brings its own day of the month, and the one that is shown changes nothing', () => {
    const closed = stepOf('renewal-closed', '2026-06-01', { anniversary: '2026-06-30' });
    const customer = customerWith({ anniversary: '2026-06-30', anniversaryDay: 31 }, [closed]);
    const edited = (anniversary: string) => {
      const answer = editCustomer(customer, { ...customer.data, anniversary }, []);
      return answer.ok
        ? [answer.value.data.anniversary, answer.value.data.anniversaryDay]
        : answer.problem.code;
    };
    expect(edited('2027-06-30')).toEqual(['2026-06-30', 31]);
    expect(edited('2026-06-30')).toEqual(['2026-06-30', 31]);
    expect(edited('2027-02-28')).toEqual(['2027-02-28', 31]);
    expect(edited('2027-03-10')).toEqual(['2027-03-10', undefined]);
  });

  test('C1: a day of the month that is of another anniversary moves none', () => {
    const mixed = { ...facts, anniversary: '2027-11-20', anniversaryDay: 10 };
    const closed = stepOf('renewal-closed', '2027-11-20', { anniversary: '2027-11-20' });
    expect([anniversaryDue(mixed, []), anniversaryDue(mixed, [closed])]).toEqual([
      '2027-11-20',
      '2028-11-20',
    ]);
  });

  test('C10: one that was renewed or will not be gives way to the next year, however often', () => {
    const closed = stepOf('renewal-closed', '2027-03-01', { anniversary: '2027-03-15' });
    const declined = stepOf('renewal-declined', '2028-03-01', { anniversary: '2028-03-15' });
    expect(customerDeadlines(facts, [closed])[0]?.on).toBe('2028-03-15');
    expect(customerDeadlines(facts, [closed, declined])[0]?.on).toBe('2029-03-15');
  });

  test('C1: without an anniversary nothing is due', () => {
    expect(customerDeadlines({ ...facts, anniversary: '' }, [])).toEqual([]);
  });
});
