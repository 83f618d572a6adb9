import { describe, expect, test } from 'vitest';
import type { CreditOrderData } from '#domain/apple-credit/credit-order.ts';
import { orderWith } from '#tests/factories/credit.ts';
import { isAbout, newResend, ticked, whyRoute } from '../../../src/ui/credit/resend/kept-resend.ts';

const bought = (...channels: readonly CreditOrderData['channel'][]) =>
  channels.map((channel, at) => orderWith([], { channel }, `order-${at}`));

describe('a resend that was begun', () => {
  test('A8: goes the way of the first order of which that is known', () => {
    expect(newResend(bought('', 'own-store', 'apple'))).toEqual({
      ...{ orders: ['order-0', 'order-1', 'order-2'], route: 'own-store', done: [], openedAt: 0 },
    });
    expect(newResend(bought('')).route).toBe('applecare');
  });

  test('A9: goes on only for the same orders', () => {
    const kept = newResend(bought('apple', 'apple'));
    expect(isAbout(kept, ['order-1', 'order-0'])).toBe(true);
    expect(isAbout(kept, ['order-0'])).toBe(false);
    expect(isAbout(kept, ['order-0', 'order-2'])).toBe(false);
  });

  test('A8: a step is ticked and unticked; what a press of its button ticked stays ticked', () => {
    const once = ticked(newResend(bought('own-store')), 'sign-in');
    expect(once.done).toEqual(['sign-in']);
    expect(ticked(once, 'sign-in').done).toEqual([]);
    expect(ticked(ticked(once, 'open-store', true), 'open-store', true).done).toEqual(['sign-in', 'open-store']);
  });

  test.each([
    [['own-store'], 'own-store', 'own-store'],
    [['own-store'], 'applecare', 'other'],
    [['reseller', 'reseller'], 'applecare', 'reseller'],
    [['reseller', 'apple'], 'applecare', 'applecare'],
    [['own-store', 'apple'], 'own-store', 'mixed'],
    [[''], 'applecare', 'unknown'],
  ] as const)('A8: bought from %j on the way %s, the reason given is "%s"', (channels, route, why) => {
    expect(whyRoute(bought(...channels), route)).toBe(why);
  });
});
