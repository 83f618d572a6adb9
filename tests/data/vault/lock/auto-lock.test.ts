import { describe, expect, test } from 'vitest';
import { lockDue, untilDue, type Use } from '#data/vault/lock/auto-lock.ts';

const limits = { hiddenMs: 60_000, idleMs: 300_000 };
const at = 1_000_000;

describe('X9: when the vault locks by itself', () => {
  test.each<[string, Use, number, ReturnType<typeof lockDue>]>([
    ['just used', { hiddenSince: undefined, usedAt: at }, at, undefined],
    ['hidden a moment', { hiddenSince: at, usedAt: at }, at + 59_999, undefined],
    ['hidden a minute', { hiddenSince: at, usedAt: at }, at + 60_000, 'hidden'],
    ['hidden a night, timers asleep', { hiddenSince: at, usedAt: at }, at + 36_000_000, 'hidden'],
    ['in sight, nearly idle', { hiddenSince: undefined, usedAt: at }, at + 299_999, undefined],
    ['in sight, idle', { hiddenSince: undefined, usedAt: at }, at + 300_000, 'idle'],
    ['clock set back a little', { hiddenSince: undefined, usedAt: at }, at - 2_000, undefined],
    ['clock set back a day', { hiddenSince: undefined, usedAt: at }, at - 86_400_000, 'idle'],
    ['hidden, clock set back a day', { hiddenSince: at, usedAt: at }, at - 86_400_000, 'hidden'],
  ])('X9: %s', (_, use, now, due) => {
    expect(lockDue(use, limits, now)).toBe(due);
  });

  test('X9: the next look is when the nearer limit is reached', () => {
    expect(untilDue({ hiddenSince: undefined, usedAt: at }, limits, at + 1_000)).toBe(299_000);
    expect(untilDue({ hiddenSince: at, usedAt: at }, limits, at + 1_000)).toBe(59_000);
    expect(untilDue({ hiddenSince: at, usedAt: at }, limits, at + 900_000)).toBe(50);
  });
});
