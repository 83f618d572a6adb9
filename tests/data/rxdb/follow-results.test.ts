import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { calculateActionName, runAction } from '#data/rxdb/follow-results.ts';

type Row = { readonly id: string; readonly rank: number; readonly isShown: boolean };

const query = (limit: number | undefined) => ({
  primaryKey: 'id',
  ...(limit !== undefined && { limit }),
  queryMatcher: (record: Readonly<Record<string, unknown>>) => record.isShown === true,
  // As RxDB's own, which has no word for equals.
  sortComparator: (a: Readonly<Record<string, unknown>>, b: Readonly<Record<string, unknown>>) =>
    [
      [a.rank, b.rank],
      [a.id, b.id],
    ]
      .filter(([one, other]) => one !== other)
      .map(([one, other]) => ((one as number) < (other as number) ? -1 : 1))[0],
});

/** What the store answers. */
const asked = (rows: ReadonlyMap<string, Row>, limit = Infinity): Row[] =>
  [...rows.values()]
    .filter(({ isShown }) => isShown)
    .sort((a, b) => a.rank - b.rank || (a.id < b.id ? -1 : 1))
    .slice(0, limit);

const row = fc.record({
  id: fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f'),
  rank: fc.integer({ min: 0, max: 3 }),
  isShown: fc.boolean(),
});
const write = fc.record({ row, isDeleted: fc.boolean() });

test('X6: after each write a live answer is what the store would answer', () => {
  const limits = fc.option(fc.integer({ min: 1, max: 4 }), { nil: undefined });
  const moved = { asked: 0, followed: 0 };
  fc.assert(
    fc.property(limits, fc.array(write, { maxLength: 30 }), (limit, writes) => {
      const rows = new Map<string, Row>();
      let results: Row[] = [];
      for (const { row: written, isDeleted } of writes) {
        if (isDeleted) rows.delete(written.id);
        else rows.set(written.id, written);
        const changeEvent = { id: written.id, doc: isDeleted ? null : written };
        const byId = new Map(results.map((one) => [one.id, one]));
        const given = { queryParams: query(limit), changeEvent, keyDocumentMap: byId };
        const action = calculateActionName({ ...given, previousResults: results });
        if (action === 'runFullQueryAgain') results = asked(rows, limit);
        else if (action === 'move') runAction(action, query(limit), changeEvent, results, byId);
        moved[action === 'runFullQueryAgain' ? 'asked' : 'followed'] += 1;
        expect(results).toEqual(asked(rows, limit));
        expect(byId.size === results.length || action === 'runFullQueryAgain').toBe(true);
      }
    }),
  );
  expect(moved.followed).toBeGreaterThan(moved.asked);
});

test('X6: without a limit the store is never asked again', () => {
  const none = { previousResults: [], keyDocumentMap: new Map() };
  const changeEvent = { id: 'a', doc: { id: 'a', rank: 1, isShown: true } };
  expect(calculateActionName({ ...none, queryParams: query(undefined), changeEvent })).toBe('move');
  expect(
    calculateActionName({ ...none, queryParams: { ...query(undefined), skip: 1 }, changeEvent }),
  ).toBe('runFullQueryAgain');
});
