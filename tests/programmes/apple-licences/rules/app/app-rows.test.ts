import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  APP_FILTERS,
  APP_ORDERS,
  appRows,
  countShown,
  findRows,
  hasName,
  inSections,
  isShown,
  locationsOf,
  oldOf,
  sortRows,
} from '#programmes/apple-licences/rules/app/app-rows.ts';
import { formatFor } from '#core/language/format.ts';
import { appWith } from '#tests/factories/apps.ts';

const { compare } = formatFor('sv');

const apps = [
  appWith({ name: 'Procreate', adamId: '425073498', total: 120, assigned: 118 }),
  appWith({ name: 'Mattestigen 6–9', adamId: '700000001', total: 30, assigned: 30 }),
  appWith({ name: 'Keynote', adamId: '361285480', unlimited: true, assigned: 1284 }),
  appWith({
    name: 'Läsresan',
    adamId: '700000002',
    location: 'Norrskolan',
    total: 300,
    assigned: 212,
  }),
  appWith({
    name: 'Läsresan',
    adamId: '700000002',
    location: 'Söderskolan',
    total: 100,
    assigned: 12,
  }),
  appWith({ name: 'Åskmolnet', adamId: '700000003', total: 10, assigned: 12 }),
  appWith({ name: 'Ödlan', adamId: '', total: undefined, assigned: 4 }),
];
const rows = appRows(apps);
const namesOf = (some: readonly (typeof rows)[number][]): string[] =>
  some.map(({ app }) => app.data.name);

const failed = (count: number): Pick<Parameters<typeof appWith>[0] & object, 'installs'> => ({
  installs: {
    failed: count,
    pending: 4,
    installed: 9,
    notInstalled: 2,
    source: 'intune',
    asOf: '2026-11-19',
    at: 1,
  },
});
const failing = appRows([
  appWith({ name: 'Snart slut', adamId: '800000001', total: 120, assigned: 118 }),
  appWith({ name: 'Fritt antal', adamId: '800000002', unlimited: true, ...failed(0) }),
  appWith({ name: 'Misslyckad', adamId: '800000003', total: 300, assigned: 20, ...failed(3) }),
  appWith({ name: 'Gott om', adamId: '800000004', total: 300, assigned: 20 }),
  appWith({
    name: 'Snart slut och misslyckad',
    adamId: '800000005',
    total: 120,
    assigned: 118,
    ...failed(1),
  }),
  appWith({ name: 'Slut', adamId: '800000006', total: 30, assigned: 30, ...failed(2) }),
]);

describe('B8: the list of apps', () => {
  test('B8: an app that is at several locations tells its own, each of them', () => {
    expect(
      rows.filter(({ isElsewhere }) => isElsewhere).map(({ app }) => app.data.location),
    ).toEqual(['Norrskolan', 'Söderskolan']);
    // Without a number nobody knows whether it is the same.
    const unnumbered = [appWith({ name: 'A', adamId: '' }), appWith({ name: 'A', adamId: '' })];
    expect(appRows(unnumbered).some(({ isElsewhere }) => isElsewhere)).toBe(false);
    // The same number in another quality is another product.
    const plus = [
      appWith({ adamId: '700000002' }),
      appWith({ adamId: '700000002', pricingParam: 'PLUS' }),
    ];
    expect(appRows(plus).some(({ isElsewhere }) => isElsewhere)).toBe(false);
  });

  test('B8: what has run out comes before what runs low, and both before the others', () => {
    const { wanting, others } = inSections(sortRows(rows, 'assigned', compare));
    expect(namesOf(wanting)).toEqual(['Mattestigen 6–9', 'Åskmolnet', 'Procreate']);
    expect(namesOf(others)).toEqual(['Keynote', 'Läsresan', 'Läsresan', 'Ödlan']);
  });

  test.each([
    [
      'assigned',
      ['Keynote', 'Läsresan', 'Procreate', 'Mattestigen 6–9', 'Läsresan', 'Åskmolnet', 'Ödlan'],
    ],
    [
      'name',
      ['Keynote', 'Läsresan', 'Läsresan', 'Mattestigen 6–9', 'Procreate', 'Åskmolnet', 'Ödlan'],
    ],
    [
      'free',
      ['Mattestigen 6–9', 'Åskmolnet', 'Procreate', 'Läsresan', 'Läsresan', 'Keynote', 'Ödlan'],
    ],
  ] as const)('B8: ordered by %s', (order, names) => {
    expect(namesOf(sortRows(rows, order, compare))).toEqual(names);
  });

  test.each([
    ['a name', 'Procreate', true],
    ['none', '', false],
    ['its number in the place of one', '425073498', false],
  ])('B8: an app has %s', (_, name, isThere) => {
    expect(hasName(appWith({ name, adamId: '425073498' }).data)).toBe(isThere);
  });

  test('B8: those with a number alone come last by name, in the order of their numbers', () => {
    const some = [
      appWith({ name: '', adamId: '900000000002' }),
      appWith({ name: '900000000001', adamId: '900000000001' }),
      appWith({ name: 'Ödlan', adamId: '700000003' }),
    ];
    expect(sortRows(appRows(some), 'name', compare).map(({ app }) => app.data.adamId)).toEqual([
      '700000003',
      '900000000001',
      '900000000002',
    ]);
  });

  test.each(['900000300399', 'app 9000003', '0300399'])(
    'B8: an app without a name is found by %j',
    (asked) => {
      const nameless = appRows(
        [appWith({ name: '', adamId: '900000300399' }), ...apps],
        ({ name, adamId }) => (name === '' ? `App ${adamId}` : name),
      );
      expect(findRows(nameless, asked)).toHaveLength(1);
    },
  );

  test('B8: every filter shows as many as it counts', () => {
    expect(countShown(rows)).toEqual({ all: 7, low: 1, empty: 2, failed: 0, flagged: 1 });
    expect(countShown(failing)).toEqual({ all: 6, low: 2, empty: 1, failed: 3, flagged: 0 });
    for (const some of [rows, failing])
      for (const filter of APP_FILTERS)
        expect(some.filter((row) => isShown(row, filter))).toHaveLength(countShown(some)[filter]);
  });

  test('B8, B13: where an installation failed wants a hand: after what has run out, before what runs low', () => {
    const { wanting, others } = inSections(failing);
    expect(namesOf(wanting)).toEqual([
      'Slut',
      'Misslyckad',
      'Snart slut och misslyckad',
      'Snart slut',
    ]);
    expect(namesOf(others)).toEqual(['Fritt antal', 'Gott om']);
  });

  test.each([
    ['lasresan', 2],
    ['LÄSRESAN söder', 1],
    ['norrskolan', 1],
    ['4250', 1],
    ['  ', 7],
    ['finns inte', 0],
  ])('B8: %j finds %i', (asked, count) => {
    expect(findRows(rows, asked)).toHaveLength(count);
  });

  test('B8: each location is listed once, whatever its capitals', () => {
    const more = [...apps, appWith({ location: 'NORRSKOLAN' })];
    expect(locationsOf(more, compare)).toEqual(['Grundskolor', 'NORRSKOLAN', 'Söderskolan']);
  });

  test('B8: nothing is lost or doubled by an order, a section or a search', () => {
    const some = fc.array(
      fc.record({
        name: fc.string(),
        total: fc.option(fc.nat(200), { nil: undefined }),
        assigned: fc.option(fc.nat(200), { nil: undefined }),
      }),
      { maxLength: 30 },
    );
    fc.assert(
      fc.property(some, fc.constantFrom(...APP_ORDERS), (given, order) => {
        const all = appRows(given.map((data, at) => appWith({ ...data, id: `app-${at}` })));
        const { wanting, others } = inSections(sortRows(all, order, compare));
        expect(new Set([...wanting, ...others])).toEqual(new Set(all));
        expect(wanting.length + others.length).toBe(all.length);
      }),
    );
  });

  test('B8: what a source said more than 48 hours ago is old, with the oldest of it', () => {
    const now = Date.parse('2026-11-20T08:00:00Z');
    const old = (asOf: string, source = 'Intune') => appRows([appWith({ asOf, source, at: now })]);
    expect(oldOf(old('2026-11-18T08:00:00Z'), now)).toBeUndefined();
    expect(oldOf(old('2026-11-18T07:59:59Z'), now)).toEqual({
      count: 1,
      since: Date.parse('2026-11-18T07:59:59Z'),
    });
    // A day lasts until its end.
    expect(oldOf(old('2026-11-18'), now)).toBeUndefined();
    expect(oldOf(old('2026-11-17'), now)?.count).toBe(1);
    // What was written down by hand waits for no list, and without a day of its source the moment
    // here counts.
    expect(oldOf(old('2026-10-01', ''), now)).toBeUndefined();
    expect(oldOf(old(''), now)).toBeUndefined();
    expect(
      oldOf(appRows([appWith({ asOf: '', source: 'Jamf', at: now - 49 * 3_600_000 })]), now)?.count,
    ).toBe(1);
  });

  test('B8: one of 10,000 is found by part of its name, without its accents, and by its number', () => {
    const many = appRows(
      Array.from({ length: 10_000 }, (_, at) =>
        appWith({
          id: `app-${at}`,
          name: `App ${at} Läsresan`,
          adamId: String(500_000_000 + at),
          location: 'Norr',
        }),
      ),
    );
    expect(findRows(many, 'lasresan 9999')).toHaveLength(1);
    expect(findRows(many, '500004321')).toHaveLength(1);
  });
});
