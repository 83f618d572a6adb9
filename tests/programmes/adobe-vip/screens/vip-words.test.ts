import { describe, expect, test } from 'vitest';
import { customerCounts } from '#programmes/adobe-vip/rules/customer/customer-counts.ts';
import { customerRows } from '#programmes/adobe-vip/rules/customer/customer-rows.ts';
import { formatFor } from '#core/language/format.ts';
import { vip as english } from '#programmes/adobe-vip/words/en/vip.ts';
import { vip } from '#programmes/adobe-vip/words/sv/vip.ts';
import {
  durationOf,
  firstDuration,
  lastsWords,
  orderSummary,
} from '#programmes/adobe-vip/screens/order/order-words.ts';
import { vipProblem } from '#programmes/adobe-vip/screens/problem-words.ts';
import { customerSub, rowBadge, rowDetail } from '#programmes/adobe-vip/screens/vip-words.ts';
import { timeIn } from '#tests/factories/local-time.ts';
import { authorizationWith, customerWith, returnWith, stepOf } from '#tests/factories/vip.ts';
import { shellTexts } from '#tests/ui/texts.ts';

const sv = { ...shellTexts('sv'), vip };
const en = { ...shellTexts('en'), vip: english };
const today = '2026-11-20';
type Open = readonly (ReturnType<typeof authorizationWith> | ReturnType<typeof returnWith>)[];
const told = (customer = customerWith(), open: Open = [], text = sv) => {
  const [row] = customerRows([customer], open, today);
  const counts = customerCounts({ customer, authorizations: [], orders: [], returns: [] }, today);
  const { words = '', tone = '' } = rowBadge(row!, text) ?? {};
  return [words, tone, rowDetail(row!, counts, text, today)].join(' | ');
};
const plan = {
  product: 'A',
  licenceType: 'team',
  sku: '',
  owned: 38,
  assigned: 35,
  on: today,
  at: 1,
} as const;

describe('C1: a customer’s row says what waits', () => {
  test.each([
    [
      'past due',
      [authorizationWith({ createdOn: '2026-10-16' })],
      {},
      '5 dgr sen | late | Order skulle ha lagts 15 nov',
    ],
    [
      'waiting',
      [authorizationWith({ createdOn: '2026-11-10' })],
      {},
      '20 dagar | plain | Auktorisering 10 nov, 6 licenser',
    ],
    [
      'waiting, near',
      [authorizationWith({ createdOn: '2026-11-06' })],
      {},
      '16 dagar | plain | Auktorisering 6 nov, 6 licenser',
    ],
    [
      'last day',
      [authorizationWith({ createdOn: '2026-10-21' })],
      {},
      'i dag | soon | Auktorisering 21 okt, 6 licenser',
    ],
    [
      'ready',
      [],
      { anniversary: '2026-12-13', plans: { a: plan } },
      '23 dagar | soon | Årsdag 13 dec, 38 licenser',
    ],
    ['late renewal', [], { anniversary: '2026-11-08' }, '18 dagar | late | Sista dag 8 dec'],
    ['lapsed', [], { anniversary: '2026-10-08' }, '13 dgr sen | late | Sista dag 7 nov'],
    ['calm', [], { anniversary: '2027-06-08' }, ' |  | Årsdag 8 juni 2027'],
    [
      'suspended',
      [authorizationWith({ createdOn: '2026-09-10' })],
      {},
      '41 dgr sen | late | Avstängd, sista dag 10 okt',
    ],
    [
      'expired in the Marketplace',
      [authorizationWith({ createdOn: '2026-11-01', days: 7 })],
      {},
      '12 dgr sen | late | Order skulle ha lagts 8 nov',
    ],
    ['a return', [returnWith()], {}, '7 dagar | plain | Senast 27 nov'],
    [
      'a late renewal, with an order due before its last day',
      [authorizationWith({ createdOn: '2026-10-23' })],
      { anniversary: '2026-10-25' },
      '2 dagar | soon | Order 22 nov, förlängning 24 nov',
    ],
    [
      'a late order, a renewal and a return',
      [authorizationWith({ createdOn: '2026-10-16' }), returnWith()],
      { anniversary: '2026-12-01' },
      '5 dgr sen | late | Order 15 nov, retur 27 nov, årsdag 1 dec',
    ],
    [
      'too late to renew, and a return',
      [returnWith()],
      { anniversary: '2026-10-08' },
      '13 dgr sen | late | Sista dag 7 nov, retur 27 nov',
    ],
  ] as const)('C1: %s', (_name, open, data, expected) => {
    expect(told(customerWith(data), open)).toBe(expected);
  });

  test('C1: an invited customer is new until the terms are accepted', () => {
    const invited = stepOf('invited', '2026-11-18');
    const blank = { anniversary: '' };
    expect(told(customerWith(blank, [invited]))).toBe(
      'Ny | accent | Inbjuden 18 nov, villkor ej godkända',
    );
    expect(told(customerWith(blank, [invited]), [], en)).toBe(
      'New | accent | Invited 18 Nov, terms not accepted',
    );
    expect(told(customerWith(blank, [invited, stepOf('terms-accepted', '2026-11-19')]))).toBe(
      ' |  | Godkände 19 nov',
    );
    // The order was noted first.
    expect(told(customerWith({ ...blank, firstOrderOn: '2026-11-19' }, [invited]))).toBe(
      ' |  | Inbjuden 18 nov',
    );
  });
});

describe('C3: a row of the Marketplace on its last day', () => {
  const customer = customerWith({ programme: 'vip-marketplace' });
  const open = [authorizationWith({ createdOn: '2026-12-20', days: 7 })];
  const at = (written: string, besides: Open = []) => {
    const time = timeIn('Europe/Stockholm', written);
    const [row] = customerRows([customer], [...open, ...besides], time);
    return [sv, en].map((texts, at) => {
      const text = { ...texts, format: formatFor(at === 0 ? 'sv' : 'en', 'Europe/Stockholm') };
      const { words = '', tone = '' } = rowBadge(row!, text) ?? {};
      return [words, tone, rowDetail(row!, undefined, text, time.today)].join(' | ');
    });
  };

  test('C3: it says until what time the order can be placed, and that it has expired from then on', () => {
    expect(at('2026-12-24T07:30:00Z')).toEqual([
      '4 dagar | soon | Order 28 dec 08:59, 6 licenser',
      '4 days | soon | Order 28 Dec 08:59, 6 licences',
    ]);
    expect(at('2026-12-28T07:30:00Z')).toEqual([
      'i dag | soon | Order 28 dec 08:59, 6 licenser',
      'today | soon | Order 28 Dec 08:59, 6 licences',
    ]);
    expect(at('2026-12-28T08:00:00Z')).toEqual([
      'utgången | late | Order skulle ha lagts 28 dec 08:59',
      'expired | late | Order was due 28 Dec 08:59',
    ]);
    expect(at('2026-12-29T08:00:00Z')[0]).toBe(
      '1 dag sen | late | Order skulle ha lagts 28 dec 08:59',
    );
  });

  test('C3: beside something else that waits it tells the time, too', () => {
    const asked = returnWith({}, [stepOf('return-asked', '2026-12-22')]);
    expect(at('2026-12-26T07:30:00Z', [asked])[0]).toMatch(
      /^\S+ (dagar|dgr sen) .*order 28 dec 08:59/i,
    );
  });
});

describe('C9: the head of a customer', () => {
  test('C9: an anniversary that is not the one that is due says that it is the next', () => {
    const about = { vipId: '5A20C8F190D73B627E4D', programme: 'vip' as const, due: '2026-10-08' };
    expect(customerSub({ ...about, anniversary: '2026-10-08' }, sv, today)).toMatch(
      / · årsdag 8 okt$/,
    );
    expect(customerSub({ ...about, anniversary: '2027-10-08' }, sv, today)).toMatch(
      / · nästa årsdag 8 okt 2027$/,
    );
    expect(customerSub({ ...about, anniversary: '2027-10-08' }, en, today)).toMatch(
      / · next anniversary 8 Oct 2027$/,
    );
  });

  test('C9: one of the Marketplace is distinguished from one of VIP', () => {
    const about = { vipId: '', anniversary: '', due: '' };
    expect(customerSub({ ...about, programme: 'vip-marketplace' }, sv, today)).toMatch(
      / · VIP Marketplace$/,
    );
    expect(customerSub({ ...about, programme: 'vip' }, sv, today)).not.toMatch(/Marketplace/);
  });
});

describe('C3: refusals say what to do, with days as people write them', () => {
  test('C3: past due', () => {
    const problem = {
      code: 'customer-past-due' as const,
      params: { createdOn: '2026-10-16', due: '2026-11-15' },
    };
    expect(vipProblem(problem, sv, today)).toMatch(
      /auktoriseringen 16 okt skulle ha lagts senast 15 nov\. Lägg den ordern/,
    );
    expect(vipProblem(problem, en, today)).toMatch(
      /authorization of 16 Oct should have been placed by 15 Nov\. Place that order/,
    );
  });

  test('C2: every refusal has its sentence in both languages', () => {
    expect(Object.keys(english.problems).toSorted()).toEqual(Object.keys(vip.problems).toSorted());
  });
});

describe('C4: what is typed on the licensing site', () => {
  const customer = { name: 'Tryckhuset Linden', vipId: '5A20C8F190D73B627E4D' };
  const authorization = authorizationWith({
    requestNumber: 'B71F2E08',
    purchaseOrderNumber: 'TL-0442',
    lines: { a: { product: 'Illustrator', quantity: 6, sku: '65297600BA01A12' } },
  });

  test('C4: months under VIP, the broken one left out; days in the Marketplace; none without an anniversary', () => {
    const asked = { orderDate: today, anniversary: '2027-04-19' };
    expect(firstDuration({ ...asked, programme: 'vip' })).toEqual({ count: 4, unit: 'months' });
    expect(firstDuration({ ...asked, programme: 'vip-marketplace' })).toEqual({
      count: 150,
      unit: 'days',
    });
    expect(firstDuration({ ...asked, anniversary: '', programme: 'vip' })).toBeUndefined();
  });

  test('C4: rule 33: on the anniversary and after it the next term counts, in the late days of a renewal too', () => {
    const on = (anniversary: string, programme: 'vip' | 'vip-marketplace') =>
      firstDuration({ orderDate: today, anniversary, programme });
    expect(on(today, 'vip')).toEqual({ count: 12, unit: 'months' });
    expect(on(today, 'vip-marketplace')).toEqual({ count: 365, unit: 'days' });
    expect(on('2026-11-08', 'vip')).toEqual({ count: 11, unit: 'months' });
    expect(on('2026-11-08', 'vip-marketplace')).toEqual({ count: 353, unit: 'days' });
    // Renewed and closed before the anniversary: the next one is due, and the running term still
    // ends first.
    expect(on('2027-12-01', 'vip-marketplace')).toEqual({ count: 11, unit: 'days' });
  });

  test('C4: the duration is that of the order’s day, not of the day on which it is noted', () => {
    const asked = (orderDate: string) =>
      ({ orderDate, anniversary: '2027-04-19', programme: 'vip' }) as const;
    const open = { chosen: undefined, given: undefined };
    expect(durationOf(asked('2026-11-20'), open)).toEqual({ count: 4, unit: 'months' });
    expect(durationOf(asked('2026-11-18'), open)).toEqual({ count: 5, unit: 'months' });
    const given = { count: 5, unit: 'months', on: '2026-11-20' } as const;
    expect(durationOf(asked('2026-11-20'), { ...open, given })).toMatchObject({ count: 5 });
    expect(durationOf(asked('2027-01-08'), { ...open, given })).toMatchObject({ count: 3 });
    expect(durationOf(asked('2027-01-08'), { chosen: 4, given })).toMatchObject({ count: 4 });
    const sentence = lastsWords(asked('2026-11-18'), durationOf(asked('2026-11-18'), open), sv);
    expect(sentence).toBe('5 månader till årsdagen 19 apr 2027');
    expect(lastsWords({ ...asked(today), anniversary: '' }, undefined, sv)).toBe('');
  });

  test('C4: rule 28: an anniversary that is kept as 29 February has its months on the 29th', () => {
    const asked = { anniversary: '2027-02-28', orderDate: '2026-11-29', programme: 'vip' } as const;
    expect(firstDuration({ ...asked, date: 29 })).toEqual({ count: 3, unit: 'months' });
    expect(firstDuration(asked)).toEqual({ count: 2, unit: 'months' });
    expect(
      firstDuration({ ...asked, orderDate: '2027-02-28', programme: 'vip-marketplace', date: 29 }),
    ).toEqual({
      count: 366,
      unit: 'days',
    });
  });

  test.each([
    [
      sv,
      'A · 1 dag kvar, till 22 nov',
      'A · 2 dagar kvar, till 22 nov',
      '1 dag, 1 hel månad',
      '45 dagar, 0 hela månader',
    ],
    [
      en,
      'A · 1 day left, until 22 Nov',
      'A · 2 days left, until 22 Nov',
      '1 day, 1 whole month',
      '45 days, 0 whole months',
    ],
  ] as const)(
    'X14: one day and one month are not said as several',
    (text, one, two, whole, none) => {
      const { order, plans } = text.vip;
      const day = text === sv ? '22 nov' : '22 Nov';
      expect([order.sub('A', 1, day), order.sub('A', 2, day)]).toEqual([one, two]);
      expect([order.whole(1, 1), order.whole(45, 0)]).toEqual([whole, none]);
      expect(vip.plans.sum(1, 1)).toBe('1 licens, 1 tilldelad');
      expect([vip.plans.free(1), vip.plans.over(1), plans.free(2)[0]]).toEqual([
        '1 ledig',
        '1 fler tilldelad än ägd',
        '2',
      ]);
    },
  );

  test('C4: the summary to copy', () => {
    expect(
      orderSummary({ customer, authorization, duration: { count: 4, unit: 'months' } }, sv),
    ).toBe(
      'Tryckhuset Linden, VIP ID 5A20C8F190D73B627E4D\nPA B71F2E08, PO TL-0442\n6 × 65297600BA01A12 Illustrator, 4 månader',
    );
  });
});
