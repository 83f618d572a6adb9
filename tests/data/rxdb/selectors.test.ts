import { expect, test } from 'vitest';
import { compare, Query } from '#data/rxdb/selectors.ts';

const record = {
  id: 'a',
  kind: 'credit-order',
  dueOn: '2026-12-01',
  trashedOn: '',
  _deleted: false,
  _meta: { lwt: 7 },
};

test('X6: the queries of the store find what they ask for', () => {
  const fits = (selector: Record<string, unknown>): boolean => new Query(selector).test(record);
  expect(fits({})).toBe(true);
  expect(
    fits({ kind: { $eq: 'credit-order' }, dueOn: { $lt: '9999-12-31' }, trashedOn: { $eq: '' } }),
  ).toBe(true);
  expect(fits({ kind: 'credit-order', _deleted: { $eq: false } })).toBe(true);
  expect(fits({ dueOn: { $lt: '2026-12-01' } })).toBe(false);
  expect(fits({ dueOn: { $lte: '2026-12-01', $gte: '2026-12-01' } })).toBe(true);
  expect(fits({ id: { $in: ['b', 'a'] } })).toBe(true);
  expect(fits({ id: { $nin: ['b', 'a'] } })).toBe(false);
  expect(
    fits({ $or: [{ '_meta.lwt': { $gt: 7 } }, { '_meta.lwt': { $eq: 7 }, id: { $gt: '' } }] }),
  ).toBe(true);
  expect(fits({ dueOn: { $gt: 5 } })).toBe(false);
  expect(fits({ parent: { $exists: false } })).toBe(true);
});

test('X6: a query that is not understood fails before it is run', () => {
  expect(() => new Query({ id: { $regex: 'a' } })).toThrow('$regex');
  expect(() => new Query({ $and: [{ id: { $size: 1 } }] })).toThrow('$size');
});

test('X6: what is missing comes first in order', () => {
  expect(['b', undefined, 'a'].sort((a, b) => compare(a ?? null, b ?? null))).toEqual([
    'a',
    'b',
    undefined,
  ]);
  expect([compare(undefined, 'a'), compare('a', 'b'), compare(2, 2)]).toEqual([-1, -1, 0]);
});
