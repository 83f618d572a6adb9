import { describe, expect, test } from 'vitest';
import { newId, randomBytes, randomIndex } from '#platform/ids.ts';

describe('ids and chance', () => {
  test('an id is a uuid of version 7 that carries the time and never comes twice', () => {
    const before = Date.now();
    const ids = Array.from({ length: 500 }, newId);
    const after = Date.now();
    expect(
      ids.filter(
        (id) => !/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/.test(id),
      ),
    ).toEqual([]);
    expect(new Set(ids).size).toBe(500);
    const times = ids.map((id) => parseInt(id.slice(0, 8) + id.slice(9, 13), 16));
    expect(times.filter((time) => time < before || time > after)).toEqual([]);
  });

  test('C2: ids sort as they were made, those of one moment too, even when a clock is set back', () => {
    const [real, at] = [Date.now, Date.now()];
    let [asked, ids] = [0, [] as string[]];
    // More within one moment than it has places, and a clock that goes back an hour in between.
    Date.now = () => (asked++ < 5000 ? at : at - 3_600_000);
    try {
      ids = Array.from({ length: 6000 }, newId);
    } finally {
      Date.now = real;
    }
    expect(ids).toEqual([...ids].sort());
    expect(new Set(ids).size).toBe(6000);
  });

  test('a random index stays below its bound and refuses invalid bounds', () => {
    const drawn = Array.from({ length: 3000 }, () => randomIndex(7));
    expect(new Set(drawn)).toEqual(new Set([0, 1, 2, 3, 4, 5, 6]));
    expect(randomIndex(1)).toBe(0);
    expect(randomIndex(2 ** 32)).toBeLessThan(2 ** 32);
    for (const bound of [0, -1, 1.5, 2 ** 32 + 1, NaN])
      expect(() => randomIndex(bound)).toThrow(RangeError);
  });

  test('random bytes are as many as asked for', () => {
    expect(randomBytes(16)).toHaveLength(16);
    expect(randomBytes(16)).not.toEqual(randomBytes(16));
  });
});
