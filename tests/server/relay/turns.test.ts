import { describe, expect, test } from 'vitest';
import { openTurns, TURN_MS } from '#server/relay/turns.ts';

describe('one device at a time', () => {
  test('B7: talks with Apple for a token, and each of its calls keeps the turn', () => {
    let now = 0;
    const turns = openTurns(() => now);
    expect([turns.take('a', 'T'), turns.take('b', 'T'), turns.take('b', 'U')]).toEqual([
      true,
      false,
      true,
    ]);
    now = TURN_MS - 1;
    expect([turns.take('a', 'T'), turns.take('b', 'T')]).toEqual([true, false]);
    now += TURN_MS - 1;
    expect(turns.take('b', 'T')).toBe(false);
    now += 1;
    expect([turns.take('b', 'T'), turns.take('a', 'T')]).toEqual([true, false]);
  });
});
