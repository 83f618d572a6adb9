import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { SavedPage } from '#programmes/apple-licences/import/read/saved-page.ts';
import { savedSet } from '#programmes/apple-licences/import/read/saved-set.ts';
import { pageIn, textOf } from '#tests/programmes/apple-licences/apps-and-books.ts';

const assets = [0, 1, 2].map((at) =>
  pageIn('assets', JSON.parse(textOf(`saved/assets-${at}.json`))),
);
const config = pageIn('client-config', JSON.parse(textOf('saved/client-config.json')));
const users = pageIn('users', JSON.parse(textOf('saved/users.json')));

const page = (index: number, place: Partial<SavedPage['place']> = {}): SavedPage => ({
  kind: 'assets',
  records: [],
  place: {
    uId: '1',
    versionId: 'a',
    index,
    pages: 3,
    next: index < 2 ? index + 1 : undefined,
    ...place,
  },
});
const without = (index: number, place: Partial<SavedPage['place']> = {}): SavedPage =>
  page(index, { pages: undefined, ...place });

describe('pages saved one by one', () => {
  test('B7: the saved bodies of the fixtures are whole lists of one location', () => {
    const whole = { missing: [], twice: [], hasChanged: false, isWhole: true };
    expect(
      savedSet(
        [users, assets[2], config, assets[0], assets[1]].filter((page) => page !== undefined),
      ),
    ).toEqual({
      sets: [
        { kind: 'client-config', pages: 1, ...whole },
        { kind: 'assets', pages: 3, ...whole },
        { kind: 'users', pages: 1, ...whole },
      ],
      uIds: ['2049000000000901'],
    });
  });

  test.each<[string, SavedPage[], object]>([
    ['the last is missing', [page(0), page(1)], { pages: 3, missing: [2] }],
    ['the first is missing', [page(2)], { missing: [0, 1] }],
    ['there is a next one, and no total', [without(0)], { pages: 2, missing: [1] }],
    ['the last tells by its index', [without(2)], { pages: 3, missing: [0, 1] }],
    [
      'one was saved twice',
      [page(0), page(1), page(1), page(2)],
      { twice: [1], missing: [], isWhole: true },
    ],
    [
      'the list changed',
      [page(0), page(1), page(2, { versionId: 'b' })],
      { missing: [], hasChanged: true },
    ],
    [
      'the list grew',
      [page(0), page(1), page(2, { pages: 4 })],
      { pages: 4, missing: [3], hasChanged: true },
    ],
    [
      'another location',
      [page(0), page(1), page(2, { uId: '2' })],
      { missing: [], hasChanged: false, isWhole: false },
    ],
    [
      'a version is not said',
      [page(0), page(1, { versionId: '' }), page(2)],
      { hasChanged: false, isWhole: true },
    ],
    ['there are too many to be true', [page(0, { pages: 2 ** 53 - 1 })], { isWhole: false }],
  ])('B7: %s', (_, pages, set) => {
    expect(savedSet(pages).sets).toMatchObject([{ isWhole: false, ...set }]);
  });

  test('B7: two locations are told, over all kinds', () => {
    const other = { ...users, place: { ...users.place, uId: '2' } };
    expect(savedSet([...assets, other]).uIds).toEqual(['2', '2049000000000901']);
  });

  test('B7: each kind has versions of its own', () => {
    expect(assets[0]?.place.versionId).not.toBe(users.place.versionId);
    expect(savedSet([...assets, users]).sets.map(({ hasChanged }) => hasChanged)).toEqual([
      false,
      false,
    ]);
  });

  test('B7: no pages are no sets', () => {
    expect(savedSet([])).toEqual({ sets: [], uIds: [] });
  });

  test('B7: what was left out is missing, in whatever order the others came', () => {
    const lists = fc.integer({ min: 1, max: 12 }).chain((pages) =>
      fc.record({
        pages: fc.constant(pages),
        kept: fc.shuffledSubarray(
          Array.from({ length: pages }, (_, at) => at),
          { minLength: 1 },
        ),
      }),
    );
    fc.assert(
      fc.property(lists, ({ pages, kept }) => {
        const all = kept.map((at) =>
          page(at, { pages, next: at + 1 < pages ? at + 1 : undefined }),
        );
        const missing = Array.from({ length: pages }, (_, at) => at).filter(
          (at) => !kept.includes(at),
        );
        expect(savedSet(all).sets).toMatchObject([
          { pages, missing, twice: [], isWhole: missing.length === 0 },
        ]);
      }),
    );
  });
});
