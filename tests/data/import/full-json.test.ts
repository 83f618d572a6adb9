import { expect, test, vi } from 'vitest';
import { LIMITS, MEGABYTE } from '#data/import/read/limits.ts';
import { readWorkbook } from '#data/import/read/read-workbook.ts';

const ROOM = LIMITS.fileMb * MEGABYTE - 100;

/** How a file ends, and whether it was parsed. */
const read = async (json: string) => {
  const parse = vi.spyOn(JSON, 'parse');
  const answer = await readWorkbook(new TextEncoder().encode(json), 'users.json');
  const isParsed = parse.mock.calls.some(([text]) => text.length === json.length);
  parse.mockRestore();
  return {
    code: answer.ok ? 'was read' : answer.problem.code,
    params: answer.ok ? {} : answer.problem.params,
    isParsed,
  };
};

test.each([
  ['empty objects', () => `[${'{},'.repeat(ROOM / 3 - 1)}{}]`, 'too-many-cells'],
  ['empty lists', () => `[${'[],'.repeat(ROOM / 3 - 1)}[]]`, 'too-many-cells'],
  ['rows of nothing', () => `{"users":[${'{"a":{}},'.repeat(ROOM / 9 - 10)}{}]}`, 'too-many-cells'],
  ['lists in lists', () => '['.repeat(ROOM / 2) + ']'.repeat(ROOM / 2), 'unsafe-file'],
])(
  'A5: a saved answer of the largest size that is nothing but %s is refused before it is parsed',
  async (_, json, code) => {
    expect(await read(json())).toMatchObject({ code, isParsed: false });
  },
);

test('A5: a saved answer says how many values it may have', async () => {
  expect((await read(`[{}${',0'.repeat(LIMITS.values)}]`)).params).toEqual({
    limit: LIMITS.values,
  });
});

test('A5: a hundred thousand assignments in one saved answer are read', async () => {
  const rows = Array.from({ length: LIMITS.rows }, (_, at) => ({
    adamId: '408709785',
    pricingParam: 'STDQ',
    clientUserId: `user-${at}`,
    serialNumber: 'C02XXXXXXXXX',
    note: 'a [b], {c}: "d"',
  }));
  expect(await read(JSON.stringify({ assignments: rows }))).toMatchObject({
    code: 'was read',
    isParsed: true,
  });
});
