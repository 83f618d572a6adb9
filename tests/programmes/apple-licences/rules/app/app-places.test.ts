import { describe, expect, test } from 'vitest';
import { appPlaces } from '#programmes/apple-licences/rules/app/app-places.ts';
import { formatFor } from '#core/language/format.ts';
import { appWith } from '#tests/factories/apps.ts';

const { compare } = formatFor('sv');
const own = (given: Parameters<typeof appWith>[0]) =>
  appWith({ id: 'here', location: 'Norrskolan', locationId: '', ...given });
const here = own({ total: 30, assigned: 30 });
const at = (location: string, given: Parameters<typeof appWith>[0] = {}) =>
  appWith({ id: location, location, locationId: '', ...given });
const placesOf = (...others: ReturnType<typeof at>[]) =>
  appPlaces(here, [here, ...others], compare);
const names = (some: readonly { readonly app: typeof here }[]): string[] =>
  some.map(({ app }) => app.data.location);

describe('B8: an app at several locations', () => {
  test('B8: its others are sorted by what they can spare, unlimited first, unknown last', () => {
    const { others, sum, spare } = placesOf(
      at('Äppelskolan', { total: 10, assigned: 6 }),
      at('Ungdomsgården', {}),
      at('Söderskolan', { total: 100, assigned: 12 }),
      at('Biblioteket', { total: 9, assigned: 5 }),
      at('Fjällskolan', { unlimited: true, assigned: 310 }),
    );
    expect(names(others)).toEqual([
      'Fjällskolan',
      'Söderskolan',
      'Biblioteket',
      'Äppelskolan',
      'Ungdomsgården',
    ]);
    expect(names(spare)).toEqual(['Söderskolan', 'Biblioteket', 'Äppelskolan']);
    expect(sum).toMatchObject({
      owned: 149,
      assigned: 53,
      free: 96,
      locations: 6,
      unlimited: 1,
      assignedUnlimited: 310,
      incomplete: 1,
    });
  });

  test.each([
    ['nothing is left here', { total: 30, assigned: 30 }, 1],
    ['more is assigned here than is owned', { total: 30, assigned: 32 }, 1],
    ['one is left here', { total: 30, assigned: 29 }, 0],
    ['nobody knows what is left here', {}, 0],
    ['here is no limit', { unlimited: true }, 0],
  ])('B8: licences to transfer are shown only when none is left: %s', (_, counts, spare) => {
    expect(
      appPlaces(own(counts), [at('Söderskolan', { total: 9, assigned: 1 })], compare).spare,
    ).toHaveLength(spare);
  });

  test.each([
    ['another number', at('Söderskolan', { adamId: '700000009' })],
    ['another quality', at('Söderskolan', { pricingParam: 'PLUS' })],
    ['one in the trash', { ...at('Söderskolan'), trashedOn: '2026-11-20' }],
    ['the same location once more', at('NORRSKOLAN', { total: 9 })],
  ])('B8: no other location is %s', (_, other) => {
    const { others, sum } = placesOf(other);
    expect(others).toEqual([]);
    expect(sum).toMatchObject({ locations: 1, owned: 30 });
  });

  test('B8: without a number nobody knows whether it is the same', () => {
    expect(
      appPlaces(own({ adamId: '' }), [at('Söderskolan', { adamId: '' })], compare).others,
    ).toEqual([]);
  });

  test('B8: a location that is here by its library and by its name counts once, as it was said last', () => {
    const synced = at('Söderskolan', {
      locationId: 'uid-2',
      total: 50,
      assigned: 1,
      asOf: '2026-11-20T08:00:00Z',
    });
    const listed = {
      ...at('söderskolan', { total: 40, assigned: 2, asOf: '2026-11-18T08:00:00Z' }),
      id: 'listed',
    };
    for (const order of [
      [synced, listed],
      [listed, synced],
    ]) {
      const { others, sum } = placesOf(...order);
      expect(others.map(({ counts }) => counts.owned)).toEqual([50]);
      expect(sum).toMatchObject({ owned: 80, locations: 2 });
    }
  });
});
