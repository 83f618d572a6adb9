import { describe, expect, test } from 'vitest';
import { planLists } from '#programmes/apple-licences/import/plan/plan.ts';
import type { Place } from '#programmes/apple-licences/rules/app/place.ts';
import type { KnownLicences } from '#programmes/apple-licences/import/plan/planned.ts';
import type { ListValue } from '#programmes/apple-licences/import/read/values.ts';
import type { VolumeApp } from '#programmes/apple-licences/rules/app/volume-app.ts';
import { NO_CHOICE } from '#core/import/choice.ts';
import { appWith, userWith } from '#tests/factories/apps.ts';
import { readOn } from '#tests/factories/read-on.ts';

const row = ({ location, locationId = '' }: Partial<Place>, at: number): ListValue => ({
  outcome: 'value',
  sheet: '',
  row: at + 2,
  locationId,
  notes: [],
  facts: {},
  is: 'app',
  line: {
    location: location ?? '',
    adamId: `90000000000${at}`,
    pricingParam: 'STDQ',
    name: '',
    productType: 'App',
    source: 'intune',
    isPricingGiven: true,
    said: { total: 3 },
  },
});
const page = (locationName: string, uId: string): ListValue =>
  ({
    outcome: 'value',
    sheet: '',
    row: 1,
    locationId: uId,
    notes: [],
    is: 'location',
    config: { locationName, uId },
  }) as unknown as ListValue;

const planned = (
  places: readonly Partial<Place>[],
  known: Partial<KnownLicences> = {},
  before: ListValue[] = [],
) =>
  planLists(
    { name: 'lista.csv', file: 'f', rows: [...before, ...places.map(row)], whole: [] },
    {
      apps: [],
      users: [],
      licences: [],
      tokens: [],
      strange: new Set(),
      idOf: (key) => key.join(' '),
      ...readOn(),
      ...known,
    },
    NO_CHOICE,
  ).newPlaces;
const told = (...said: Parameters<typeof planned>) => planned(...said).map(({ name }) => name);

const here = (place: Partial<Place>, trashedOn = ''): VolumeApp => ({
  ...appWith({ id: 'here', adamId: '1', locationId: '', ...place }),
  trashedOn,
});

describe('B9: locations that an import would be the first to name', () => {
  test.each<[string, readonly Partial<Place>[], Partial<KnownLicences>, string[]]>([
    ['one that is here', [{ location: 'Skolan' }], { apps: [here({ location: 'Skolan' })] }, []],
    ['in other capitals', [{ location: 'SKOLAN' }], { apps: [here({ location: 'Skolan' })] }, []],
    ['misspelt', [{ location: 'Skolna' }], { apps: [here({ location: 'Skolan' })] }, ['Skolna']],
    [
      'of a user',
      [{ location: 'Skolan' }],
      { users: [userWith({ id: 'u', location: 'Skolan' })] },
      [],
    ],
    [
      'known by its library too',
      [{ location: 'Skolan' }],
      { apps: [here({ location: 'Skolan', locationId: '7' })] },
      [],
    ],
    [
      'of another library',
      [{ locationId: '8' }],
      { apps: [here({ location: 'Skolan', locationId: '7' })] },
      ['8'],
    ],
    [
      'only in the trash',
      [{ location: 'Skolan' }],
      { apps: [here({ location: 'Skolan' }, '2026-11-01')] },
      ['Skolan'],
    ],
    ['none said', [{}], {}, []],
    [
      'each once, as the file has them',
      [{ location: 'B' }, { location: 'A' }, { location: 'b' }],
      {},
      ['B', 'A'],
    ],
  ])('B9: %s', (_, places, known, expected) => {
    expect(told(places, known)).toEqual(expected);
  });

  test('B9: each says which sheets have rows at it, and whether its name is Apple’s number', () => {
    const number = '2049025000431439';
    const there = { ...row({ location: 'Skolan' }, 7), sheet: 'Appar' };
    expect(planned([{ location: 'skolan' }, { locationId: number }], {}, [there])).toEqual([
      { name: 'skolan', isNumber: false, sheets: ['Appar', ''] },
      { name: number, isNumber: true, sheets: [''] },
    ]);
  });

  test('B9: a library that gets its name only now is no new location', () => {
    const apps = [here({ location: 'Skolan' })];
    expect(told([{ locationId: '7' }], { apps }, [page('Skolan', '7')])).toEqual([]);
    expect(told([{ locationId: '7' }], {}, [page('Skolan', '7')])).toEqual(['Skolan']);
  });
});
