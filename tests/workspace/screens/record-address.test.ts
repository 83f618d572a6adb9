import { describe, expect, test } from 'vitest';
import { kinds, type KindId } from '#programmes/kinds.ts';
import { orderWith } from '#tests/factories/credit.ts';
import { screens } from '#tests/factories/examples.ts';
import { addressOf, addressWith, hasPane, screenOf } from '#workspace/screens/record-address.ts';

const record = (kind: string, more = {}) => ({
  id: 'r1',
  kind,
  parent: '',
  trashedOn: '',
  ...more,
});

describe('X12: one map leads from a record to its screen', () => {
  test.each(Object.keys(kinds) as KindId[])('X12: %s', (kind) => {
    expect(screenOf(record(kind)) ?? '').toBe(screens[kind]);
    // A customer is reminded of its renewal.
    const due = kind === 'vip-customer' ? '/vip/r1/renewal' : screens[kind] || '/deadlines';
    expect(addressOf(record(kind))).toBe(due);
  });

  test('X12: what is in the trash is shown there, and a code is under its order', () => {
    expect(screenOf(record('content-token', { trashedOn: '2026-11-20' }))).toBe('/trash/r1');
    expect(screenOf(record('redemption-code', { parent: 'o1' }))).toBe('/credit/o1/code/r1');
    expect(screenOf(record('assigned-licence', { parent: 'a1' }))).toBe('/apps/a1');
    expect(screenOf(record('purchase-authorization', { parent: 'c1' }))).toBe('/vip/c1');
    expect(screenOf(record('vip-order', { parent: 'c1' }))).toBe('/vip/c1/history');
  });

  test.each(['credit-order', 'content-token', 'vip-customer'])(
    'X12: by its id, whichever programme it is of (%s)',
    async (kind) => {
      const found = { ...orderWith([], {}, 'r1'), kind };
      const records = { get: (id: string) => Promise.resolve(id === 'r1' ? found : undefined) };
      expect(await addressWith(records, 'r1')).toBe(addressOf(record(kind)));
      expect(await addressWith(records, 'r2')).toBe('/deadlines');
    },
  );

  test('X12: a kind of a newer version has none', () => {
    expect([screenOf(record('constructor')), addressOf(record('budget'))]).toEqual([
      undefined,
      '/deadlines',
    ]);
  });

  test('X1: orders and tokens are beside home’s list', () => {
    expect((Object.keys(kinds) as KindId[]).filter((kind) => hasPane({ kind }))).toEqual([
      'credit-order',
      'content-token',
    ]);
  });
});
