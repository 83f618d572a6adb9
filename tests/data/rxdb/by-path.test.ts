import { expect, test } from 'vitest';
import { getProperty, setProperty } from '#data/rxdb/by-path.ts';

test('X6: the value at a path is read and written', () => {
  const record = { id: 'a', _meta: { lwt: 7 }, none: null };
  expect(getProperty(record, 'id')).toBe('a');
  expect(getProperty(record, '_meta.lwt')).toBe(7);
  expect(getProperty(record, 'none.deeper.still')).toBeUndefined();
  setProperty(record, '_meta.lwt', 8);
  setProperty(record, 'made.here', true);
  expect(record).toEqual({ id: 'a', _meta: { lwt: 8 }, none: null, made: { here: true } });
});
