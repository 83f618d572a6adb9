import fc from 'fast-check';
import { expect, test } from 'vitest';
import { pageIn } from '#data/sync/couch/couch-answers.ts';
import { couchClient } from '#data/sync/couch/couch-client.ts';
import { MOST_VALUES } from '#data/sync/couch/couch-asking.ts';
import { overBound } from '#platform/json-values.ts';
import { amountOn, isChanges, openLine, order, pairInStep, PATIENT } from './world.ts';

const hasMoreValues = (json: string, values: number): boolean =>
  overBound(json, { values, levels: Infinity }) !== undefined;

const rows = (count: number) =>
  Array.from({ length: count }, (_, at) => ({ id: `${at}`, doc: { _id: `${at}` } }));

/** What `JSON.parse` was given meanwhile, by length. */
const parsedBy = async (work: () => Promise<unknown>): Promise<number[]> => {
  const [parse, sizes] = [JSON.parse, [] as number[]];
  JSON.parse = (text: string, ...more) => {
    sizes.push(text.length);
    return parse(text, ...more) as unknown;
  };
  try {
    await work();
  } finally {
    JSON.parse = parse;
  }
  return sizes;
};

test.each([
  ['empty rows', '{}'],
  ['rows that are numbers', '1'],
  ['rows that are lists', '[]'],
])('X9: an answer full of %s is counted before it is parsed, and no answer', async (_, row) => {
  const text = `{"results":[${`${row},`.repeat(MOST_VALUES)}${row}],"last_seq":"9"}`;
  const fetch = () => Promise.resolve(new Response(text));
  const client = couchClient({
    url: 'https://a.example/w',
    authorization: () => undefined,
    fetch,
    ended: new AbortController().signal,
  });
  const sizes = await parsedBy(() => expect(client.changes(0, 200)).rejects.toThrow('too long'));
  expect(sizes.filter((size) => size === text.length)).toEqual([]);
});

test('X9: a page with more rows than were asked for is refused: the device goes on with the next', async () => {
  expect(() => pageIn({ results: rows(201), last_seq: 1 }, 200)).toThrow('another form');
  expect(pageIn({ results: rows(200), last_seq: 1 }, 200).results).toHaveLength(200);
  const line = openLine();
  const { phone, tablet } = await pairInStep({ network: line.network });
  let shown = 0;
  line.obey(async (request, answer) => {
    if (!isChanges(request) || (shown += 1) > 3) return answer();
    return Response.json({ results: rows(10_000), last_seq: '9' });
  });
  phone.sync.tryNow();
  await expect.poll(() => shown, PATIENT).toBeGreaterThan(3);
  await tablet.records.create(order('news'));
  await expect.poll(() => amountOn(phone, 'news'), PATIENT).toBe('25000.00');
  expect([phone.sync.unreadable.size, phone.sync.unreadableBeyond()]).toEqual([0, 0]);
});

/**
 * How many values there are, counted in what was parsed; the first of all does not count, nor does
 * what an empty list lacks.
 */
const valuesIn = (value: unknown): number => {
  if (typeof value !== 'object' || value === null) return 0;
  const inner = Object.values(value) as unknown[];
  return Math.max(1, inner.length) + inner.reduce<number>((sum, value) => sum + valuesIn(value), 0);
};

test('X9: values are counted as parsing finds them, whatever a text contains', () => {
  fc.assert(
    fc.property(fc.json(), fc.boolean(), (json, isSpaced) => {
      const value = JSON.parse(json) as unknown;
      const text = isSpaced ? JSON.stringify(value, undefined, 2) : JSON.stringify(value);
      const count = valuesIn(value);
      expect(hasMoreValues(text, count)).toBe(false);
      if (count > 0) expect(hasMoreValues(text, count - 1)).toBe(true);
    }),
  );
  for (const text of ['"\\\\"', '"\\",', '"', '["\\"[{,"]', ''])
    expect(hasMoreValues(text, 1)).toBe(false);
});
