import { describe, expect, test } from 'vitest';
import { couchClient } from '#data/sync/couch/couch-client.ts';
import type { Network } from './devices.ts';
import { inStep, openLine, pairInStep } from './world.ts';

/** What is asked for page by page, so that it is kept. */
const isIds = ({ method, url }: Request): boolean =>
  method === 'GET' && url.includes('/_all_docs?limit=');

/**
 * A list of new names, so many a page, without end but for this test's sake; and how many pages
 * were asked for.
 */
const listing = (size: number, nameOf = (at: number): unknown => `n-${at}`) => {
  let pages = 0;
  const network: Network = async (request, answer) => {
    if (!isIds(request)) return answer();
    pages += 1;
    const from = pages * size;
    return Response.json({
      rows: Array.from({ length: pages > 20 ? 1 : size }, (_, at) => ({ id: nameOf(from + at) })),
    });
  };
  return { network, pages: () => pages };
};

/** Asks for the state of these names on the server. */
const isStanding = ({ method, url }: Request): boolean =>
  method === 'POST' && url.endsWith('/_all_docs');

/** The page of these names that is asked for. */
const pageOf = async (ids: readonly string[], { url }: Request): Promise<Response> => {
  const key = new URL(url).searchParams.get('startkey');
  const from = key === null ? 0 : ids.indexOf(JSON.parse(key) as string);
  return Response.json({ rows: ids.slice(from, from + 1_000).map((id) => ({ id })) });
};

describe('X9: a device that asks which records a server has', () => {
  test.each([
    ['new names without end', listing(1_000), 5],
    ['more names than were asked for', listing(1_001), 1],
    [
      'names of a thousand letters without end',
      listing(1_000, (at) => `${at}`.padEnd(1_000, 'n')),
      1,
    ],
    ['an invalid name', listing(1, () => 7), 1],
    ['one name again and again', listing(1_000, () => 'n'), 2],
  ])('X9: does not accept %s', async (_, { network, pages }, most) => {
    const line = openLine();
    const { phone } = await pairInStep({ network: line.network });
    await inStep(phone);
    line.obey(network);
    await expect(phone.sync.oneSided(true)).rejects.toThrow('another form');
    expect(pages()).toBe(most);
    line.obey();
    expect(await phone.sync.oneSided(true)).toEqual({ missing: 0, lacking: 0 });
  });

  test('X8: hears of two thousand, and of as many design documents', async () => {
    const line = openLine();
    const { phone } = await pairInStep({ network: line.network });
    await inStep(phone);
    const ids = Array.from({ length: 4_000 }, (_, at) =>
      at < 2_000 ? `_design/${at}` : `n-${at}`,
    );
    line.obey((request, answer) => {
      return isIds(request) ? pageOf(ids, request) : answer();
    });
    // None of them is there when that is asked again, and the phone's order is.
    expect(await phone.sync.oneSided(true)).toEqual({ missing: 0, lacking: 0 });
  });

  test.each([
    ['in the middle of a page', 500],
    ['at the end of a full one', 999],
    ['at the end of the last one', 1_499],
  ])('X8: hears of all others where one has a name of a thousand letters, %s', async (_, place) => {
    const line = openLine();
    const { phone } = await pairInStep({ network: line.network });
    await inStep(phone);
    const ids = Array.from({ length: 1_500 }, (_, at) =>
      at === place ? 'n'.repeat(1_000) : `n-${at}`,
    );
    const asked: string[] = [];
    line.obey(async (request, answer) => {
      if (isStanding(request))
        asked.push(...((await request.clone().json()) as { keys: string[] }).keys);
      return isIds(request) ? pageOf(ids, request) : answer();
    });
    expect(await phone.sync.oneSided(true)).toEqual({ missing: 0, lacking: 0 });
    expect(asked.toSorted()).toEqual(
      [...ids.filter((_, at) => at !== place), 'order-1'].toSorted(),
    );
  });

  test('X9: keeps none that it did not ask for', async () => {
    const rows = [
      { key: 'order-1', value: {} },
      ...Array.from({ length: 500 }, (_, at) => ({ key: `n-${at}`, value: {} })),
    ];
    const client = couchClient({
      url: 'https://a.example/w',
      authorization: () => undefined,
      ended: new AbortController().signal,
      fetch: () => Promise.resolve(Response.json({ rows })),
    });
    expect([...(await client.standing(['order-1'])).keys()]).toEqual(['order-1']);
  });
});
