import { describe, expect, test } from 'vitest';
import {
  NO_ATTEMPTS,
  oneMore,
  seenNow,
  waitAfter,
  waitLeft,
} from '#data/vault/lock/wrong-attempts.ts';

describe('X9: the wait after wrong passphrases', () => {
  test.each([
    [0, 0],
    [1, 0],
    [2, 0],
    [3, 5_000],
    [4, 30_000],
    [5, 120_000],
    [6, 600_000],
    [7, 600_000],
    [400, 600_000],
  ])('X9: after %i wrong answers it is %i ms', (count, ms) => {
    expect(waitAfter(count)).toBe(ms);
  });

  test('X9: it runs down and ends', () => {
    const attempts = { count: 4, since: 1_000_000 };
    expect(waitLeft(attempts, 1_000_000)).toBe(30_000);
    expect(waitLeft(attempts, 1_012_000)).toBe(18_000);
    expect(waitLeft(attempts, 1_030_000)).toBe(0);
    expect(waitLeft(attempts, 9_000_000)).toBe(0);
  });

  test('X9: a clock set back begins the wait again, and no more than the wait', () => {
    const attempts = { count: 5, since: 10_000_000 };
    const dayBefore = 10_000_000 - 86_400_000;
    expect(waitLeft(attempts, dayBefore)).toBe(120_000);
    const seen = seenNow(attempts, dayBefore);
    expect(seen).toEqual({ count: 5, since: dayBefore });
    expect(waitLeft(seen, dayBefore + 119_000)).toBe(1_000);
    expect(waitLeft(seen, dayBefore + 120_000)).toBe(0);
  });

  test('X9: each wrong answer counts one and begins its own wait', () => {
    const three = [1, 2, 3].reduce((attempts, at) => oneMore(attempts, at * 1000), NO_ATTEMPTS);
    expect(three).toEqual({ count: 3, since: 3000 });
  });
});
