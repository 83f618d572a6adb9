import { describe, expect, test } from 'vitest';
import type { CreditOrderData } from '#programmes/apple-credit/rules/order/credit-order.ts';
import { orderWith } from '#tests/factories/credit.ts';
import {
  afterAsked,
  isAbout,
  movedAsBefore,
  newResend,
  readKept,
  strangersOn,
  ticked,
  whyRoute,
  withMoved,
} from '#programmes/apple-credit/screens/resend/kept-resend.ts';

const bought = (...channels: readonly CreditOrderData['channel'][]) =>
  channels.map((channel, at) => orderWith([], { channel }, `order-${at}`));

describe('a resend that was begun', () => {
  test('A8: goes the way of the first order; what is not known goes to AppleCare', () => {
    expect(newResend(bought('own-store', '', 'apple'))).toEqual({
      orders: ['order-0', 'order-1', 'order-2'],
      route: 'own-store',
      moved: [],
      asked: [],
      done: [],
      openedAt: {},
    });
    expect(newResend(bought('')).route).toBe('applecare');
  });

  test('A9: after one way comes the other, with what waits for it; then nothing is left', () => {
    const orders = bought('own-store', 'reseller');
    const next = afterAsked(newResend(orders), orders, ['order-0']);
    expect(next).toMatchObject({ route: 'applecare', asked: ['order-0'] });
    expect(afterAsked(next!, orders.slice(1), ['order-1'])).toBeUndefined();
  });

  test('A9: what could not be noted on a way keeps the resend there', () => {
    const orders = bought('own-store', 'own-store', 'reseller');
    const next = afterAsked(newResend(orders), orders, ['order-0']);
    expect(next).toMatchObject({ route: 'own-store', asked: ['order-0'] });
  });

  test('A9: on a way are strangers whom a person moved there; where it is not known nobody is one', () => {
    const orders = bought('own-store', 'reseller', 'apple', '');
    const ids = (route: 'own-store' | 'applecare') =>
      strangersOn(orders, route).map(({ id }) => id);
    expect(ids('own-store')).toEqual(['order-1', 'order-2']);
    expect(ids('applecare')).toEqual(['order-0']);
  });

  test('A9: an order that a person moved goes on the other way, and back by the same press', () => {
    const kept = newResend(bought('own-store', 'apple'));
    expect(withMoved(kept, ['order-0']).moved).toEqual(['order-0']);
    expect(withMoved(withMoved(kept, ['order-0']), ['order-0']).moved).toEqual([]);
  });

  test('A9: what was moved is as it was before, of the orders that the resend is still about', () => {
    const kept = { ...newResend(bought('own-store', 'apple')), moved: ['order-1'] };
    expect(movedAsBefore(kept, ['order-0'], []).moved).toEqual(['order-1']);
    expect(movedAsBefore(kept, ['order-1'], []).moved).toEqual([]);
    expect(movedAsBefore(kept, ['order-0', 'order-9'], ['order-0', 'order-9']).moved).toEqual([
      'order-1',
      'order-0',
    ]);
  });

  test('A9: of another choice, what was moved and is still in it stays moved', () => {
    const chosen = bought('own-store', 'apple');
    expect(newResend(chosen, ['order-0', 'order-7'])).toMatchObject({
      route: 'applecare',
      moved: ['order-0'],
    });
  });

  test('A9: what an older Volym kept, which knew one way for all, is started over', () => {
    const { moved, ...older } = newResend(bought('apple'));
    expect(moved).toEqual([]);
    expect(readKept(older as never)).toBeUndefined();
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
    expect(ticked(ticked(once, 'open-store', true), 'open-store', true).done).toEqual([
      'sign-in',
      'open-store',
    ]);
  });

  test.each([
    [['own-store'], 'own-store', 'own-store'],
    [['own-store'], 'applecare', 'other'],
    [['reseller', 'reseller'], 'applecare', 'reseller'],
    [['reseller', 'apple'], 'applecare', 'applecare'],
    [['own-store', 'apple'], 'own-store', 'other'],
    [['', 'apple'], 'applecare', 'unknown'],
    [[], 'own-store', 'none'],
  ] as const)(
    'A8: bought from %j on the way %s, the reason given is "%s"',
    (channels, route, why) => {
      expect(whyRoute(bought(...channels), route)).toBe(why);
    },
  );
});
