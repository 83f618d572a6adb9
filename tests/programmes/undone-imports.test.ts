import { describe, expect, test } from 'vitest';
import { whyKeptBy } from '#programmes/undone-imports.ts';

const NONE = new Set<string>();

describe('A5: what keeps a record when its import is undone', () => {
  test.each([
    ['credit-order', 'has-codes'],
    ['code-batch', 'has-codes'],
    ['volume-app', 'has-licences'],
    ['vip-customer', 'has-purchases'],
    // Even if no kind is known to be under its own, it stays all the same.
    ['volume-user', 'later-steps'],
    ['constructor', 'later-steps'],
  ])('A5: %s stays for what is left under it', (kind, why) => {
    expect(whyKeptBy({ id: 'a', kind }, 1, NONE)).toBe(why);
    expect(whyKeptBy({ id: 'a', kind }, 0, new Set(['a']))).toBeUndefined();
  });

  test('B8: an app whose licences all came back stays since someone had them', () => {
    const cameBack = new Set(['a']);
    expect(whyKeptBy({ id: 'a', kind: 'volume-app' }, 2, cameBack)).toBe('had-licences');
    expect(whyKeptBy({ id: 'b', kind: 'volume-app' }, 2, cameBack)).toBe('has-licences');
  });
});
