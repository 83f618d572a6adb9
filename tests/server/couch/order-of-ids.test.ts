import fc from 'fast-check';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { storeInFolder } from '#server/couch/store.ts';
import { endpoint } from './endpoint.ts';

/**
 * Those from U+E000 to U+FFFF come after the ones of two halves in UTF-16, and before them in
 * bytes.
 */
const CHARACTERS = [
  'a',
  'ÿ',
  '\ud7ff',
  '\ue000',
  '\uf900',
  '\uffee',
  '\u{10000}',
  '😀',
  '\u{10fffe}',
];

const byBytes = (a: string, b: string): number => Buffer.compare(Buffer.from(a), Buffer.from(b));

/** All ids of one to three of these characters, in their order: more than a page of rows. */
const IDS = CHARACTERS.flatMap((character) => [
  character,
  ...CHARACTERS.flatMap((two) => [
    character + two,
    ...CHARACTERS.map((three) => character + two + three),
  ]),
]).sort(byBytes);

const id = fc.array(fc.constantFrom(...CHARACTERS), { maxLength: 4 }).map((all) => all.join(''));

const question = fc.record(
  {
    startkey: id,
    endkey: id,
    limit: fc.nat(700),
    skip: fc.nat(20),
    descending: fc.boolean(),
    inclusive_end: fc.boolean(),
  },
  { requiredKeys: [] },
);

type Question = typeof question extends fc.Arbitrary<infer Q> ? Q : never;

/** What a plain sort by bytes gives. */
const expected = ({
  startkey,
  endkey,
  limit,
  skip = 0,
  descending,
  inclusive_end,
}: Question): string[] => {
  const sign = descending === true ? -1 : 1;
  const isIn = (id: string): boolean => {
    const toEnd = endkey === undefined ? -1 : sign * byBytes(id, endkey);
    return (
      (startkey === undefined || sign * byBytes(id, startkey) >= 0) &&
      (inclusive_end === false ? toEnd < 0 : toEnd <= 0)
    );
  };
  const all = (descending === true ? IDS.toReversed() : IDS).filter(isIn);
  return all.slice(skip, limit === undefined ? undefined : skip + limit);
};

const queryOf = (asked: Question): string =>
  Object.entries(asked)
    .map(([name, value]) => `${name}=${encodeURIComponent(JSON.stringify(value))}`)
    .join('&');

describe('X8: a database in a folder lists its ids in the order of their bytes', () => {
  let made: ReturnType<typeof endpoint>;
  const listed = async (asked: Question): Promise<string[]> => {
    const { status, body } = await made.ask('GET', `/w/_all_docs?${queryOf(asked)}`);
    expect(status).toBe(200);
    return (body as { rows: { id: string }[] }).rows.map((row) => row.id);
  };

  beforeAll(async () => {
    const store = await storeInFolder(mkdtempSync(join(tmpdir(), 'volym-ids-')));
    made = endpoint(undefined, store);
    await made.ask('POST', '/w/_bulk_docs', { docs: IDS.map((_id) => ({ _id })) });
  });
  afterAll(() => made.close());

  test.each([{}, { descending: true }, { limit: 700 }, { limit: 700, descending: true }])(
    'X8: all of them, over several of its pages (%o)',
    async (asked) => {
      expect(await listed(asked)).toEqual(expected(asked));
    },
  );

  test.each([
    { limit: 50 },
    { limit: 50, descending: true },
    { limit: 7, startkey: '\ue000' },
    { limit: 7, startkey: '\uf900', endkey: '😀' },
    { limit: 7, startkey: '😀', endkey: '\uf900', descending: true },
  ])('X8: page by page, each from the last id of the one before (%o)', async (asked) => {
    const ids: string[] = [];
    for (let page = await listed(asked); page.length > 0;) {
      ids.push(...page);
      page = await listed({ ...asked, startkey: page.at(-1) ?? '', skip: 1 });
    }
    expect(ids).toEqual(expected({ ...asked, limit: undefined }));
  });

  test('X8: in whatever range they are asked for', async () => {
    const property = fc.asyncProperty(question, async (asked) => {
      expect(await listed(asked)).toEqual(expected(asked));
    });
    await fc.assert(property, { numRuns: 200 });
  });
});
