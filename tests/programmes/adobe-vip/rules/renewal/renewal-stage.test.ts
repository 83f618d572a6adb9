import { assert, constantFrom, integer, oneof, property } from 'fast-check';
import { describe, expect, test } from 'vitest';
import { customerRows } from '#programmes/adobe-vip/rules/customer/customer-rows.ts';
import { customerWith } from '#tests/factories/vip.ts';
import { anniversaryAfter } from '#programmes/adobe-vip/rules/anniversary/anniversary.ts';
import { dateOf, monthDate } from '#programmes/adobe-vip/rules/anniversary/month-date.ts';
import {
  renewalEditions,
  type RenewalEdition,
  renewalLate30,
} from '#programmes/adobe-vip/rules/renewal/renewal-editions.ts';
import {
  isInOverview,
  RENEWAL_STAGES,
  renewalStage,
  type RenewalStage,
} from '#programmes/adobe-vip/rules/renewal/renewal-stage.ts';
import { chosenEdition } from '#programmes/adobe-vip/rules/edition/vip-edition.ts';
import { editionIn } from '#programmes/adobe-vip/rules/edition/edition-in.ts';
import { addDays, daysBetween } from '#core/day/day.ts';
import {
  anyDay,
  fixture,
  MARKETPLACE,
  policies,
  programmeOf,
  stageCases,
  VIP,
} from './renewal-cases.ts';

const standing = (
  anniversary: string,
  today: string,
  edition: RenewalEdition,
  anniversaryDay = dateOf(anniversary),
) => {
  const made = renewalStage({ anniversary, anniversaryDay, today, edition });
  if (made === undefined) throw new Error('no anniversary');
  return made;
};
const stages = (edition: RenewalEdition, ...days: readonly string[]) =>
  days.map((today) => standing('2027-03-15', today, edition).stage);

describe('C9: the stage of a renewal', () => {
  test('C9: the cases were counted with the editions chosen at first start', () => {
    for (const [written, edition] of [['VIP', VIP] as const, ['VIP-MP', MARKETPLACE] as const]) {
      const { overview, upcoming, lookBack, value: window, late } = edition;
      expect({ overview, upcoming, lookBack, window, late }).toEqual(policies[written]);
    }
    expect([VIP.id, MARKETPLACE.id]).toEqual([
      'adobe-vip.renewal-late-30',
      'adobe-vip.renewal-marketplace-14',
    ]);
    expect(stageCases).toHaveLength(16);
  });

  test.each(stageCases)(
    'C9: $programme with the anniversary $anniversary on $today is $expected.stage',
    ({ anniversary, today, programme, expected: { orderAllowed, ...expected } }) => {
      const edition = chosenEdition(renewalEditions, programmeOf(programme));
      expect(standing(anniversary, today, edition)).toMatchObject({
        ...expected,
        mayOrder: orderAllowed,
      });
    },
  );

  test('C9: every customer of the file is at the right stage, and one without an anniversary has none', () => {
    const wanted = JSON.parse(fixture('customer-stages.json')) as {
      readonly referenceToday: string;
      readonly noAnniversary: number;
      readonly stages: readonly { readonly vipId: string; readonly stage: RenewalStage }[];
    };
    const rows = fixture('customers.csv')
      .trim()
      .split(/\r?\n/)
      .slice(1)
      .map((row) => row.split(','));
    const found = rows.map(([vipId, , anniversary = '', , , programme = '']) => {
      const edition = chosenEdition(renewalEditions, programmeOf(programme));
      const asked = {
        anniversary,
        anniversaryDay: dateOf(anniversary),
        today: wanted.referenceToday,
        edition,
      };
      return { vipId, stage: renewalStage(asked)?.stage };
    });
    expect(found.filter(({ stage }) => stage !== undefined)).toEqual(wanted.stages);
    expect(found.filter(({ stage }) => stage === undefined)).toHaveLength(wanted.noAnniversary);
  });

  test('C9: rule 36: the overview lists the customer from 90 days before, 60 before the window opens', () => {
    expect(stages(VIP, '2026-12-14', '2026-12-15')).toEqual(['none', 'overview']);
    const { overviewOpens, windowOpens } = standing('2027-03-15', '2026-12-15', VIP);
    expect(overviewOpens).toBe('2026-12-15');
    expect(addDays(windowOpens, -60)).toBe(overviewOpens);
  });

  test('C9: rule 37: upcoming from 45 days before, look-back 31 days before', () => {
    expect(stages(VIP, '2027-01-28', '2027-01-29')).toEqual(['overview', 'upcoming']);
    const { upcomingFrom, lookBackOn } = standing('2027-03-15', '2027-01-29', VIP);
    expect([upcomingFrom, lookBackOn]).toEqual(['2027-01-29', '2027-02-12']);
    const listed = (today: string) =>
      customerRows([customerWith({ anniversary: '2027-03-15' })], [], today)[0]?.state;
    expect([listed('2027-01-28'), listed('2027-01-29'), listed('2027-02-13')]).toEqual([
      'calm',
      'upcoming',
      'ready',
    ]);
  });

  test('C9: rule 40: after the 30 days of grace the next anniversary is shown (assumed edition, the default)', () => {
    expect(VIP).toMatchObject({ id: 'adobe-vip.renewal-late-30', confidence: 'assumed', late: 30 });
    expect(stages(VIP, '2027-03-15', '2027-03-16', '2027-04-14', '2027-04-15')).toEqual([
      'due',
      'late',
      'late',
      'lapsed',
    ]);
    expect(standing('2027-03-15', '2027-04-14', VIP).shownAnniversary).toBe('2027-03-15');
    expect(standing('2027-03-15', '2027-04-15', VIP).shownAnniversary).toBe('2028-03-15');
  });

  test('C9: without late days the renewal lapses the day after the anniversary', () => {
    const strict = editionIn(renewalEditions, 'adobe-vip.renewal-late-0');
    expect(stages(strict, '2027-03-14', '2027-03-15', '2027-03-16')).toEqual([
      'window',
      'due',
      'lapsed',
    ]);
    expect(standing('2027-03-15', '2027-03-15', strict).mayOrder).toBe(true);
  });

  test('C9: rule 43: in a leap year the window opens on 29 February', () => {
    expect(standing('2028-03-30', '2028-02-28', VIP)).toMatchObject({
      windowOpens: '2028-02-29',
      mayOrder: false,
    });
    expect(standing('2028-03-30', '2028-02-29', VIP).mayOrder).toBe(true);
    expect(standing('2027-03-30', '2027-02-28', VIP)).toMatchObject({
      windowOpens: '2027-02-28',
      mayOrder: true,
    });
  });

  test('C9: X2: in the Marketplace the window opens no sooner than 2026-03-30, and until then on the anniversary', () => {
    const on = (anniversary: string, today: string) => {
      const { windowOpens, stage } = standing(anniversary, today, MARKETPLACE);
      return [windowOpens, stage];
    };
    expect(on('2026-04-20', '2026-03-29')).toEqual(['2026-03-30', 'upcoming']);
    expect(on('2026-04-20', '2026-03-30')).toEqual(['2026-03-30', 'window']);
    expect(on('2026-03-30', '2026-03-29')).toEqual(['2026-03-30', 'upcoming']);
    expect(on('2025-10-01', '2025-09-30')).toEqual(['2025-10-01', 'upcoming']);
    expect(on('2025-10-01', '2025-10-01')).toEqual(['2025-10-01', 'due']);
    expect(standing('2025-10-01', '2025-09-30', VIP).windowOpens).toBe('2025-09-01');
  });

  test('C9: rule 47: whole days across the change of clocks, in spring and in autumn', () => {
    expect(standing('2027-04-10', '2027-03-11', VIP)).toMatchObject({
      windowOpens: '2027-03-11',
      daysToAnniversary: 30,
    });
    expect(standing('2027-04-10', '2027-03-28', VIP).daysToAnniversary).toBe(13);
    expect(standing('2027-04-10', '2027-03-29', VIP).daysToAnniversary).toBe(12);
    expect(standing('2027-11-10', '2027-10-31', VIP)).toMatchObject({
      windowOpens: '2027-10-11',
      daysToAnniversary: 10,
    });
  });
});

describe('C9: any day around any anniversary', () => {
  const editions = constantFrom(...renewalEditions);
  const offsets = integer({ min: -500, max: 1_200 });

  // Early orders in the Marketplace: adobe.md §4, A3.
  const EARLY_SINCE = '2026-03-30';
  const aroundEarly = integer({ min: -90, max: 90 }).map((days) => addDays(EARLY_SINCE, days));

  // From how many days before an anniversary orders are taken; before the first day of early orders
  // from none.
  const opens = (anniversary: string, { programme, value }: RenewalEdition): number =>
    programme === 'vip'
      ? value
      : Math.max(0, Math.min(value, daysBetween(EARLY_SINCE, anniversary)));

  // The words of the case table as ranges of days to the anniversary.
  const ranges = (
    { overview, upcoming, late }: RenewalEdition,
    window: number,
  ): Record<RenewalStage, [number, number]> => ({
    none: [overview + 1, Infinity],
    overview: [upcoming + 1, overview],
    upcoming: [window + 1, upcoming],
    window: [1, window],
    due: [0, 0],
    late: [-late, -1],
    lapsed: [-Infinity, -late - 1],
  });

  test('C9: the stages share out all days, in their order, and orders are taken in three of them', () => {
    assert(
      property(oneof(anyDay, aroundEarly), offsets, editions, (anniversary, offset, edition) => {
        const here = standing(anniversary, addDays(anniversary, offset), edition);
        const tomorrow = standing(anniversary, addDays(anniversary, offset + 1), edition);
        const fitting = RENEWAL_STAGES.filter((stage) => {
          const [least, most] = ranges(edition, opens(anniversary, edition))[stage];
          return least <= -offset && -offset <= most;
        });
        expect(fitting).toEqual([here.stage]);
        expect(here.daysToAnniversary + offset).toBe(0);
        expect(RENEWAL_STAGES.indexOf(tomorrow.stage)).toBeGreaterThanOrEqual(
          RENEWAL_STAGES.indexOf(here.stage),
        );
        expect(here.mayOrder).toBe(['window', 'due', 'late'].includes(here.stage));
      }),
    );
  });

  test('C9: the shown anniversary is the first that can still be ordered for', () => {
    assert(
      property(
        anyDay,
        integer({ min: 1, max: 31 }),
        offsets,
        editions,
        (day, anniversaryDay, offset, edition) => {
          const anniversary = monthDate(day, 0, anniversaryDay);
          const today = addDays(anniversary, offset);
          const { shownAnniversary } = standing(anniversary, today, edition, anniversaryDay);
          const lastOrderDay = (on: string) => addDays(on, edition.late);
          expect(lastOrderDay(shownAnniversary) >= today).toBe(true);
          const years = Number(shownAnniversary.slice(0, 4)) - Number(anniversary.slice(0, 4));
          expect(shownAnniversary).toBe(anniversaryAfter(anniversary, anniversaryDay, years));
          // It moved only because the one before can no longer be ordered for.
          if (years > 0)
            expect(
              lastOrderDay(anniversaryAfter(shownAnniversary, anniversaryDay, -1)) < today,
            ).toBe(true);
          expect(years).toBeGreaterThanOrEqual(0);
        },
      ),
    );
  });

  test('C9: the next anniversary keeps the date that a short February hid', () => {
    expect(standing('2027-02-28', '2027-04-01', VIP, 29).shownAnniversary).toBe('2028-02-29');
    expect(standing('2027-02-28', '2027-04-01', VIP, 28).shownAnniversary).toBe('2028-02-28');
  });

  test('C9: after years, an anniversary still in its late days is the one shown', () => {
    expect(standing('2020-12-20', '2027-01-05', VIP).shownAnniversary).toBe('2026-12-20');
    expect(standing('2020-12-20', '2027-01-20', VIP).shownAnniversary).toBe('2027-12-20');
  });
});

test('C9: a customer is in the overview at every stage but none, in every edition, and without an anniversary never', () => {
  assert(
    property(
      anyDay,
      integer({ min: -400, max: 400 }),
      constantFrom(...renewalEditions),
      (anniversary, days, edition) => {
        const today = addDays(anniversary, days);
        expect(isInOverview(anniversary, today, edition)).toBe(
          standing(anniversary, today, edition).stage !== 'none',
        );
      },
    ),
  );
  expect(isInOverview('', '2026-11-20', renewalLate30)).toBe(false);
});
