import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { returnPartOn } from '#programmes/adobe-vip/rules/return/return-part.ts';
import { whyNotReturn, type AskedReturn } from '#programmes/adobe-vip/rules/return/return-rules.ts';
import { remainingOf } from '#programmes/adobe-vip/rules/return/returned-quantity.ts';

const asked: AskedReturn = {
  quantity: 4,
  remaining: 4,
  programme: 'vip',
  part: 'line',
  usersToUnassign: 0,
  consumableUsed: false,
  isSwitch: false,
  minimumOrder: 0,
  committedMinimum: 0,
  owned: 17,
  today: '2026-11-20',
  lastDay: '2026-11-23',
  orderedOn: '',
};
const refusalOf = (changes: Partial<AskedReturn>) => whyNotReturn({ ...asked, ...changes }).refusal;
const marketplace = { programme: 'vip-marketplace', part: 'quantity' } as const;

describe('why something cannot go back', () => {
  test('C6: nothing speaks against a whole line in its window', () => {
    expect(whyNotReturn(asked)).toEqual({ warnings: [] });
  });

  test('C6: rule 18: after its last day the window is closed', () => {
    expect(refusalOf({ today: '2026-11-23' })).toBeUndefined();
    expect(refusalOf({ today: '2026-11-24' })).toEqual({
      code: 'return-window-closed',
      params: { lastDay: '2026-11-23' },
    });
  });

  test('C6: rule 19: 70 less 10 less 5 leaves 55, and 60 are too many', () => {
    const line = { quantity: 70, returned: [10, 5] };
    expect(remainingOf({ quantity: 70, returned: [10] })).toBe(60);
    expect(remainingOf(line)).toBe(55);
    const now = { ...marketplace, remaining: remainingOf(line), owned: 70 };
    expect(refusalOf({ ...now, quantity: 60 })).toEqual({
      code: 'return-exceeds-remaining',
      field: 'quantity',
      params: { remaining: 55 },
    });
    expect(refusalOf({ ...now, quantity: 55 })).toBeUndefined();
    expect(refusalOf({ ...now, quantity: 1, remaining: 0 })).toMatchObject({
      code: 'return-exceeds-remaining',
    });
  });

  test.each([
    ['2026-07-20', '2026-07-25', 3, 'return-whole-lines-only'],
    ['2026-07-20', '2026-07-25', 5, undefined],
    ['2026-08-05', '2026-08-12', 3, 'return-whole-lines-only'],
    ['2026-08-05', '2026-08-13', 3, undefined],
  ] as const)(
    'C6: rule 20: five ordered on %s, on %s %d of them go back: %s',
    (_, today, quantity, code) => {
      const { part } = returnPartOn(today, 'vip-marketplace');
      const line = {
        programme: 'vip-marketplace',
        part,
        quantity,
        remaining: 5,
        today,
        lastDay: '2026-12-31',
      } as const;
      expect(refusalOf(line)?.code).toBe(code);
      if (code !== undefined)
        expect(refusalOf(line)).toMatchObject({ field: 'quantity', params: { remaining: 5 } });
    },
  );

  test('C6: rule 22: with 12 owned and 10 committed, two go back and three do not', () => {
    const committed = { ...marketplace, remaining: 12, owned: 12, committedMinimum: 10 };
    expect(refusalOf({ ...committed, quantity: 2 })).toBeUndefined();
    expect(refusalOf({ ...committed, quantity: 3 })).toEqual({
      code: 'below-commitment',
      field: 'quantity',
      params: { minimum: 10 },
    });
    expect(refusalOf({ ...committed, quantity: 3, committedMinimum: 0 })).toBeUndefined();
  });

  test('C6: rule 23: a used consumable does not go back', () => {
    expect(refusalOf({ consumableUsed: true })).toEqual({ code: 'consumable-used' });
  });

  test('C6: a switch does not go back, neither whole nor in part', () => {
    expect(refusalOf({ isSwitch: true })).toEqual({ code: 'return-not-for-switch' });
    expect(refusalOf({ ...marketplace, isSwitch: true, quantity: 1 })).toEqual({
      code: 'return-not-for-switch',
    });
  });

  test('C6: a minimum-order offer goes back whole, but not in part', () => {
    const offer = { ...marketplace, minimumOrder: 100, remaining: 120, owned: 120 };
    expect(refusalOf({ ...offer, quantity: 20 })).toEqual({
      code: 'return-not-for-minimum-order',
      field: 'quantity',
      params: { remaining: 120, minimum: 100 },
    });
    expect(refusalOf({ ...offer, quantity: 120 })).toBeUndefined();
  });

  test('C6: users to unassign stop it in the Marketplace and are a warning in VIP', () => {
    const unassign = { code: 'unassign-first', params: { users: 1 } };
    expect(whyNotReturn({ ...asked, usersToUnassign: 1 })).toEqual({ warnings: [unassign] });
    expect(whyNotReturn({ ...asked, ...marketplace, usersToUnassign: 1 })).toEqual({
      refusal: unassign,
      warnings: [],
    });
  });

  test.each([0, -1, 1.5, Number.NaN])('C6: %d is no quantity', (quantity) => {
    expect(refusalOf({ ...marketplace, quantity })).toEqual({
      code: 'quantity-not-whole',
      field: 'quantity',
    });
  });

  test('C6: a problem that nothing fixes is shown before one that another quantity fixes', () => {
    const wrong = {
      quantity: 99,
      usersToUnassign: 3,
      committedMinimum: 17,
      programme: 'vip-marketplace',
    } as const;
    expect(refusalOf({ ...wrong, isSwitch: true, today: '2026-11-24' })).toMatchObject({
      code: 'return-window-closed',
    });
    expect(refusalOf({ ...wrong, isSwitch: true })).toMatchObject({
      code: 'return-not-for-switch',
    });
    expect(refusalOf(wrong)).toMatchObject({ code: 'return-exceeds-remaining' });
    expect(refusalOf({ ...wrong, quantity: 2 })).toMatchObject({ code: 'return-whole-lines-only' });
    expect(refusalOf({ ...wrong, quantity: 4 })).toMatchObject({ code: 'below-commitment' });
    expect(refusalOf({ ...wrong, quantity: 4, committedMinimum: 13 })).toMatchObject({
      code: 'unassign-first',
    });
  });

  test('C6: whatever goes back leaves no less than is committed, and is no more than is left', () => {
    const small = fc.integer({ min: 0, max: 30 });
    fc.assert(
      fc.property(small, small, small, small, (quantity, remaining, committedMinimum, owned) => {
        const free =
          refusalOf({ ...marketplace, quantity, remaining, committedMinimum, owned }) === undefined;
        const may = quantity > 0 && quantity <= remaining;
        expect(free).toBe(may && (committedMinimum === 0 || owned - quantity >= committedMinimum));
      }),
    );
  });
});
