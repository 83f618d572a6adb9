import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  readListingPage,
  type Listing,
} from '#programmes/apple-licences/rules/api/listing-page.ts';
import {
  afterNumber,
  afterPage,
  beginRead,
  CHANGES_FOR,
  isWholeReadDue,
  MOST_RESTARTS,
  queryOf,
  type NextPage,
  type Page,
  type PagedRead,
} from '#programmes/apple-licences/rules/api/paging.ts';
import { exchange, expectedOf, NOW } from './fixtures.ts';

const bodyOf = (name: string) => exchange(name).response.body as Readonly<Record<string, unknown>>;

const pageOf = (name: string): Page => {
  const [listing = ''] = name.split('-');
  const read = readListingPage(listing as Listing, bodyOf(name));
  if (!read.ok) throw new Error(read.problem.field);
  return read.value;
};

const page = ({
  records = 1,
  ...place
}: Partial<Page['place']> & { readonly records?: number }): Page => ({
  place: { index: 0, versionId: 'v1', uId: 'location', ...place },
  records: Array.from({ length: records }, () => ({})),
});

const withNext = ({ place, records }: Page, next: number): Page => ({
  place: { ...place, next },
  records,
});

/** Reads on until something else follows; `answers` gives each page or the number of a refusal. */
const follow = (
  read: PagedRead,
  answer: (asked: PagedRead, times: number) => Page | number,
): NextPage => {
  let asked = read;
  for (let times = 0; times < 1_000; times += 1) {
    const answered = answer(asked, times);
    const next =
      typeof answered === 'number' ? afterNumber(asked, answered) : afterPage(asked, answered);
    if (next === undefined) throw new Error('Nothing of paging');
    if (next.next === 'done' || next.next === 'give-up') return next;
    asked = next.read;
  }
  throw new Error('It never ends');
};

/** The read of the page after the first one of three. */
const second = (listing: Listing, since?: string): PagedRead => {
  const next = afterPage(beginRead(listing, since), page({ next: 1, pages: 3 }));
  if (next.next !== 'read') throw new Error(next.next);
  return next.read;
};

describe('pages of the fixtures', () => {
  const names = [
    'assets-page-0.json',
    'assets-page-1.json',
    'assets-page-2.json',
    'assignments-delta-none.json',
    'assignments-page-0.json',
    'assignments-page-1.json',
    'assignments-page-2.json',
  ];
  test.each(names)('B7: %s has the expected records', (name) => {
    const { records, last } = expectedOf(name).expect ?? {};
    const read = pageOf(name);
    expect(read.records).toHaveLength(Number(records));
    if (last !== undefined) expect(read.place.next === undefined).toBe(last);
  });

  test.each(['assets', 'assignments'] as const)(
    'B7: three pages of %s are asked for and read',
    (listing) => {
      const asked: unknown[] = [];
      const end = follow(beginRead(listing, undefined), (read) => {
        const name = `${listing}-page-${read.index}.json`;
        asked.push(queryOf(read));
        expect(queryOf(read)).toEqual(exchange(name).request.query);
        return pageOf(name);
      });
      expect(asked).toEqual([{}, { pageIndex: '1' }, { pageIndex: '2' }]);
      const { versionId } = pageOf(`${listing}-page-0.json`).place;
      expect(end).toEqual({ next: 'done', versionId, whole: true, brings: 'everything' });
    },
  );

  test('B7: no record since the version is no error, and nobody is gone', () => {
    const { request } = exchange('assignments-delta-none.json');
    const read = beginRead('assignments', request.query['sinceVersionId']);
    expect(queryOf(read)).toEqual(request.query);
    expect(expectedOf('assignments-delta-none.json').expect?.['nothingChanged']).toBe(true);
    expect(afterPage(read, pageOf('assignments-delta-none.json'))).toEqual({
      next: 'done',
      versionId: request.query['sinceVersionId'],
      whole: true,
      brings: 'nothing-changed',
    });
  });

  test('B12: the page of people is the only one', () => {
    const { records, place } = pageOf('users-page-0.json');
    expect([records.length, place.index, place.next]).toEqual([5, 0, undefined]);
  });

  test('B7: a version that Apple does not know has everything read', () => {
    const { request, response } = exchange('error-9721-version.json');
    const { errorNumber } = response.body as { readonly errorNumber: number };
    const next = afterNumber(
      beginRead('assignments', request.query['sinceVersionId']),
      errorNumber,
    );
    expect(next).toEqual({ next: 'restart', read: beginRead('assignments', undefined) });
    expect(afterNumber(beginRead('assignments', undefined), errorNumber)).toBeUndefined();
  });

  test('B7: a page that is not there ends the read', () => {
    const { request, response } = exchange('error-9650-page.json');
    const { errorNumber } = response.body as { readonly errorNumber: number };
    const names = ['assets-page-0.json', 'assets-page-1.json', 'assets-page-2.json'];
    // The last page names one more, which is not there: all three were read.
    const end = follow(beginRead('assets', undefined), (read) => {
      const name = names[read.index];
      if (name !== undefined) return withNext(pageOf(name), read.index + 1);
      expect(queryOf(read)).toEqual(request.query);
      return errorNumber;
    });
    expect(end).toMatchObject({ next: 'done', whole: true, brings: 'everything' });
  });
});

describe('a page', () => {
  const asset = { adamId: '1', pricingParam: 'STDQ' };
  const body = { assets: [asset, asset], currentPageIndex: 1, nextPageIndex: 2 };

  test('B7: unlimited apps of a page count among its records', () => {
    const read = readListingPage('assets', { ...body, unlimitedAssets: [asset] });
    expect(read).toMatchObject({
      ok: true,
      value: { place: { index: 1, next: 2, versionId: '' } },
    });
    expect(read).toHaveProperty('value.records.length', 3);
    const only = readListingPage('assets', {
      unlimitedAssets: [asset],
      currentPageIndex: 0,
      nextPageIndex: null,
    });
    expect(only).toHaveProperty('value.records.length', 1);
    expect(only).toHaveProperty('value.place.next', undefined);
  });

  test.each([
    ['assets', {}, 'currentPageIndex'],
    ['assets', { ...body, currentPageIndex: '1' }, 'currentPageIndex'],
    ['assets', { ...body, currentPageIndex: -1 }, 'currentPageIndex'],
    ['assets', { ...body, nextPageIndex: 'x' }, 'nextPageIndex'],
    ['assets', { ...body, assets: undefined }, 'assets'],
    ['assets', { ...body, assets: {} }, 'assets'],
    ['assets', { ...body, unlimitedAssets: 'none' }, 'unlimitedAssets'],
    ['users', body, 'users'],
    ['assignments', { ...body, assignments: null }, 'assignments'],
  ] as const)('B7: of %s, %j is none for its %s', (listing, given, field) => {
    expect(readListingPage(listing, given)).toMatchObject({
      ok: false,
      problem: { code: 'not-a-page', field },
    });
  });

  test('B7: a record that cannot be read refuses its page, and is reported by its number', () => {
    expect(readListingPage('assets', { ...body, assets: [asset, 1] })).toEqual({
      ok: false,
      problem: { code: 'not-a-page', field: '', params: { list: 'assets', record: 2 } },
    });
  });
});

describe('what follows on a page', () => {
  test('B7: assignments and people are asked for what changed, on each page; assets never', () => {
    for (const listing of ['assignments', 'users'] as const) {
      expect(queryOf(beginRead(listing, 'v0'))).toEqual({ sinceVersionId: 'v0' });
      expect(queryOf(second(listing, 'v0'))).toEqual({ sinceVersionId: 'v0', pageIndex: '1' });
    }
    expect(queryOf(beginRead('assets', 'v0'))).toEqual({});
    expect(queryOf(second('assets', 'v0'))).toEqual({ pageIndex: '1' });
    expect(afterNumber(beginRead('assets', 'v0'), 9721)).toBeUndefined();
  });

  test('B7: assets of the version that is known are not read to their end', () => {
    expect(afterPage(beginRead('assets', 'v1'), page({ next: 1, records: 500 }))).toMatchObject({
      next: 'done',
      versionId: 'v1',
      brings: 'nothing-changed',
    });
    expect(afterPage(beginRead('assets', 'v0'), page({}))).toMatchObject({
      versionId: 'v1',
      brings: 'everything',
    });
    // What changed since the same version is in the answer, whatever its name.
    expect(afterPage(beginRead('users', 'v1'), page({}))).toMatchObject({ brings: 'changes' });
  });

  test('B7: an empty listing is everything there is, when everything was asked for', () => {
    expect(afterPage(beginRead('users', undefined), page({ records: 0 }))).toMatchObject({
      brings: 'everything',
    });
  });

  test.each([
    [0, 2],
    [2, 0],
  ])('B7: pages with %i and %i changes bring changes', (first, last) => {
    const end = follow(beginRead('users', 'v0'), ({ index }) =>
      index === 0 ? page({ records: first, next: 1 }) : page({ index, records: last }),
    );
    expect(end).toMatchObject({ next: 'done', brings: 'changes' });
  });

  test('B7: another version on a later page restarts the read', () => {
    for (const since of [undefined, 'v0']) {
      const next = afterPage(second('users', since), page({ index: 1, versionId: 'v2' }));
      expect(next).toEqual({
        next: 'restart',
        read: { ...beginRead('users', since), restarts: 1 },
      });
    }
    // A page that does not name its version is none of another one.
    expect(afterPage(second('users'), page({ index: 1, versionId: '' }))).toMatchObject({
      next: 'done',
      versionId: 'v1',
    });
  });

  test('B7: a listing that changes at every try is left for the next sync', () => {
    let reads = 0;
    const end = follow(beginRead('assets', undefined), ({ index }, times) => {
      if (index === 0) reads += 1;
      return index === 0 ? page({ next: 1 }) : page({ index, versionId: `changed-${times}` });
    });
    expect(end).toEqual({ next: 'give-up', why: 'keeps-changing' });
    expect(reads).toBe(1 + MOST_RESTARTS);
  });

  test('B7: reading everything after 9721 does not count as a change, nor make up for those that were', () => {
    const changing = { ...beginRead('users', 'v0'), restarts: 2 };
    expect(afterNumber(changing, 9721)).toEqual({
      next: 'restart',
      read: { ...beginRead('users', undefined), restarts: 2 },
    });
  });

  test.each([
    ['another page than asked for', page({ index: 2, next: 3 }), 'pages-out-of-order'],
    ['the same page as the next', page({ index: 1, next: 1 }), 'pages-out-of-order'],
    ['an earlier page as the next', page({ index: 1, next: 0 }), 'pages-out-of-order'],
    ['a page left out', page({ index: 1, next: 3 }), 'pages-out-of-order'],
    ['a page of another location', page({ index: 1, uId: 'other' }), 'other-location'],
  ] as const)('B7: %s is not read on', (_, given, why) => {
    expect(afterPage(second('assets'), given)).toEqual({ next: 'give-up', why });
  });

  test('B7: a page that is gone before all were read leaves the read in parts, and its version unknown', () => {
    const parts = { next: 'done', whole: false, versionId: undefined };
    expect(afterNumber(second('assets'), 9650)).toEqual({ ...parts, brings: 'everything' });
    expect(afterNumber(second('users', 'v0'), 9650)).toEqual({ ...parts, brings: 'changes' });
    expect(afterNumber(beginRead('users', 'v0'), 9650)).toEqual({ ...parts, brings: 'changes' });
  });

  test.each([9603, 9621, 9646, 9999])('B7: %i is nothing of paging', (number) => {
    expect(afterNumber(second('users', 'v0'), number)).toBeUndefined();
  });

  test('B7: whatever a server answers, a whole read has each page once and in order', () => {
    const answer = fc.record({
      turn: fc.constantFrom('next', 'next', 'next', 'last', 'wild', 9650),
      version: fc.constantFrom('v1', 'v1', 'v1', 'v1', 'v2'),
      wild: fc.integer({ min: 0, max: 4 }),
    });
    const answers = fc.array(answer, { minLength: 1, maxLength: 40 });
    fc.assert(
      fc.property(answers, fc.constantFrom(undefined, 'v0'), (given, since) => {
        let kept: number[] = [];
        const end = follow(beginRead('users', since), (read, times) => {
          // At the end of the script comes the last page.
          const { turn, version, wild } = given[times] ?? { turn: 'last', version: 'v1', wild: 0 };
          if (read.index === 0) kept = [];
          if (typeof turn === 'number') return turn;
          kept.push(read.index);
          const next = turn === 'last' ? undefined : turn === 'wild' ? wild : read.index + 1;
          return page({ index: read.index, next, versionId: version, pages: 3 });
        });
        if (end.next === 'done' && end.whole) expect(kept).toEqual(kept.map((_, place) => place));
        if (end.next === 'done' && end.whole) expect(kept.length).toBeGreaterThan(0);
      }),
    );
  });
});

describe('when everything is read', () => {
  test.each([
    [undefined, true],
    [NOW, false],
    [NOW - CHANGES_FOR + 1, false],
    [NOW - CHANGES_FOR, true],
    [NOW + 1, true],
  ])('B7: last read whole at %s: due %s', (last, due) => {
    expect(isWholeReadDue(last, NOW)).toBe(due);
  });
});
