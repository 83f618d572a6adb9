import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type {
  CreditOrder,
  CreditOrderData,
} from '#programmes/apple-credit/rules/order/credit-order.ts';
import {
  comeBack,
  giveBack,
  leaveFor,
  takenOver,
  takeOver,
} from '#programmes/apple-credit/rules/order/join-orders.ts';
import {
  meeting,
  meetingInTurns,
  OTHER_ORDER,
  sayTwoOrders,
  writtenFirst,
} from '#programmes/apple-credit/rules/order/same-order.ts';
import { dayUnsaid, saidDay } from '#core/import/import-steps.ts';
import { currentSteps } from '#core/record/step.ts';
import { doingOn } from '#tests/factories/doing.ts';
import { orderWith, valueOf } from '#tests/factories/credit.ts';
import { meetingOrders } from '#tests/factories/meeting-orders.ts';

const doing = doingOn('2036-12-31');
const FIRST_MOMENT = Date.UTC(2026, 8, 1);

/** A typed order's id, which tells when it was made, or one from a sheet, which tells nothing. */
const idOf = (at: number, isTyped: boolean): string => {
  const hex = (FIRST_MOMENT + at * 60_000).toString(16).padStart(12, '0');
  return isTyped
    ? `${hex.slice(0, 8)}-${hex.slice(8)}-7000-8000-${at.toString(16).padStart(12, '0')}`
    : at.toString(16).padStart(32, 'b');
};

const seed = fc.record({
  isTyped: fc.boolean(),
  moment: fc.nat({ max: 9 }),
  orderNumber: fc.constantFrom('', '4500218837', '4500-218837', '4500218838'),
  purchaserAppleId: fc.constantFrom(
    '',
    'innehall@nordby.example',
    'Innehall@Nordby.example',
    'annan@nordby.example',
  ),
  purchaseOrderNumber: fc.constantFrom('', 'PO-7', 'PO-8'),
  institution: fc.constantFrom('', 'Nordby', 'Nordby kommun'),
  lifeLength: fc.nat({ max: 4 }),
  orderDate: fc.constantFrom('2026-09-01', '2026-09-02'),
  isUnsaid: fc.boolean(),
});
type Seed = typeof seed extends fc.Arbitrary<infer Value> ? Value : never;

const ONE: Seed = {
  isTyped: true,
  moment: 0,
  orderNumber: '4500218837',
  purchaserAppleId: '',
  purchaseOrderNumber: '',
  institution: '',
  lifeLength: 4,
  orderDate: '2026-09-01',
  isUnsaid: true,
};

const orderOf = (
  { isTyped, moment, lifeLength, orderDate, isUnsaid, ...input }: Seed,
  at: number,
): CreditOrder => {
  const life = [
    ['ordered', orderDate],
    ['validated', '2026-09-03'],
    ['ready', '2026-09-04'],
    ['downloaded', '2026-09-10'],
  ] as const;
  const order = orderWith([], input, idOf(at, isTyped));
  // When an order from a sheet was first written, its first step alone tells.
  const steps = life
    .slice(0, isTyped ? lifeLength : Math.max(1, lifeLength))
    .map(([kind, on], place) => ({
      id: `${order.id}-${kind}`,
      at: FIRST_MOMENT + moment * 60_000 + place,
      by: 'sara',
      kind,
      on,
      ...(kind === 'downloaded' && isUnsaid && { data: dayUnsaid(on) }),
    }));
  return { ...order, steps, updatedAt: FIRST_MOMENT + moment * 60_000 };
};
const orders = fc.array(seed, { minLength: 2, maxLength: 6 }).map((seeds) => seeds.map(orderOf));
const pair = fc.tuple(seed, seed).map((seeds) =>
  seeds
    .map((seed) => ({
      ...seed,
      orderNumber: '4500218837' as const,
      purchaserAppleId: '' as const,
    }))
    .map(orderOf),
);

const withData = (order: CreditOrder, data: CreditOrderData): CreditOrder => ({ ...order, data });
const noted = (given: readonly CreditOrder[]): CreditOrder[] => {
  const met = meetingOrders(given);
  return given.map((order) => withData(order, meeting(order.data, met.get(order.id) ?? '')));
};

/** An order whose steps say of some others that they are not it. */
const callingTwo = (order: CreditOrder, others: readonly string[]): CreditOrder => ({
  ...order,
  steps: [
    ...order.steps,
    ...others.map((other, at) => ({
      id: `${order.id}-other-${at}`,
      at: FIRST_MOMENT + 900_000 + at,
      by: 'sara',
      kind: OTHER_ORDER,
      on: '2026-09-20',
      data: { order: other },
    })),
  ],
});

/**
 * The rule in its plain form, which compares each pair: the faster calculation has to give the
 * same.
 */
const metByPairs = (given: readonly CreditOrder[]): [string, string][] => {
  const momentOf = (order: CreditOrder): number => writtenFirst(order).at;
  const oldestFirst = given.toSorted((a, b) => momentOf(a) - momentOf(b) || (a.id < b.id ? -1 : 1));
  const isNot = (one: CreditOrder, other: CreditOrder): boolean =>
    one.steps.some(({ kind, data }) => kind === OTHER_ORDER && data?.['order'] === other.id);
  const textOf = ({ data }: CreditOrder): readonly [string, string] => [
    data.orderNumber.replaceAll('-', ''),
    data.purchaserAppleId.toLowerCase(),
  ];
  return oldestFirst.flatMap((order, at) => {
    const [number, who] = textOf(order);
    const older = oldestFirst.slice(0, at).find((other) => {
      const [others, whose] = textOf(other);
      const isAlike =
        number !== '' && number === others && (who === whose || who === '' || whose === '');
      return isAlike && !isNot(order, other) && !isNot(other, order);
    });
    return older === undefined ? [] : [[order.id, older.id] as [string, string]];
  });
};
const inOrder = (met: ReadonlyMap<string, string>) => [...met].toSorted();
/** The content of an order: its fields and its current steps. */
const saysOf = ({ data, steps, trashedOn }: CreditOrder) => ({
  data,
  trashedOn,
  steps: currentSteps(steps).map(({ kind, on }) => [kind, on]),
});

describe('A5: the rule of orders that meet, whatever the orders', () => {
  test('A5: in whatever order the records come, the same ones meet and the same one is the older', () => {
    fc.assert(
      fc.property(
        orders.chain((given) =>
          fc.tuple(fc.constant(given), fc.shuffledSubarray(given, { minLength: given.length })),
        ),
        ([given, shuffled]) => {
          expect(inOrder(meetingOrders(shuffled))).toEqual(inOrder(meetingOrders(given)));
        },
      ),
    );
  });

  test('A5: exactly one of two orders asks, and never the one that was written first', () => {
    fc.assert(
      fc.property(pair, ([one, other]) => {
        const met = inOrder(meetingOrders([one!, other!]));
        expect(met).toHaveLength(1);
        const [[younger, older]] = met as [[string, string]];
        expect(new Set([younger, older])).toEqual(new Set([one!.id, other!.id]));
        expect(inOrder(meetingOrders([other!, one!]))).toEqual(met);
      }),
    );
  });

  test('A5: an order asks about an older one, never round in a circle', () => {
    fc.assert(
      fc.property(orders, (given) => {
        const met = meetingOrders(given);
        for (const start of met.keys()) {
          const seen = new Set<string>();
          for (let at: string | undefined = start; at !== undefined; at = met.get(at)) {
            expect(seen).not.toContain(at);
            seen.add(at);
          }
        }
      }),
    );
  });

  test('A5: what was noted is noted again alike, and nothing more', () => {
    fc.assert(
      fc.property(orders, (given) => {
        const once = noted(given);
        expect(noted(once)).toEqual(once);
      }),
    );
  });

  test('A5: two that someone called two do not meet any more', () => {
    fc.assert(
      fc.property(pair, (given) => {
        const [[younger, older]] = inOrder(meetingOrders(given)) as [[string, string]];
        const orders = noted(given).map((order) =>
          order.id === younger
            ? ({ ...order, ...valueOf(sayTwoOrders(order, older, doing)) } as CreditOrder)
            : order,
        );
        expect(inOrder(meetingOrders(orders))).toEqual([]);
      }),
    );
  });

  test('A5: the oldest that an order may be is found as if each pair was looked at, whoever called which two', () => {
    const called = fc.array(fc.array(fc.nat({ max: 5 }), { maxLength: 4 }), {
      minLength: 6,
      maxLength: 6,
    });
    fc.assert(
      fc.property(orders, called, (given, others) => {
        const all = given.map((order, at) =>
          callingTwo(
            order,
            (others[at] ?? []).flatMap((other) => given[other]?.id ?? []),
          ),
        );
        expect(inOrder(meetingOrders(all))).toEqual(metByPairs(all).toSorted());
      }),
    );
  });

  test('X9: of hundreds of orders of one number that each call all others another, each step is gone over a few times, and never all at one time', () => {
    const ids = Array.from({ length: 300 }, (_, at) => idOf(at, false));
    const all = ids.map((id) =>
      callingTwo(orderWith([], { orderNumber: '78', purchaserAppleId: '' }, id), ids),
    );
    const turns = [...meetingInTurns(all)];
    expect(Math.max(...turns)).toBeLessThan(2 * ids.length);
    expect(turns.reduce((sum, gone) => sum + gone, 0)).toBeLessThan(3 * ids.length * ids.length);
    expect(meetingOrders(all).size).toBe(0);
  });

  test('A4: an order whose day of download nobody said takes that of the other, which stays where it is said', () => {
    const unsaid = orderOf(ONE, 1);
    const dated = orderOf({ ...ONE, isUnsaid: false }, 2);
    const downloads = (order: Pick<CreditOrder, 'steps'>): string[] =>
      currentSteps(order.steps).flatMap((step) =>
        step.kind === 'downloaded' ? saidDay(step) : [],
      );
    const other = {
      ...dated,
      steps: dated.steps.map((step) =>
        step.kind === 'downloaded' ? { ...step, on: '2026-09-08' } : step,
      ),
    };
    expect(downloads(unsaid)).toEqual(['']);
    // Whichever of the two was written first.
    for (const at of [0, 1, 2])
      expect(
        downloads({
          ...unsaid,
          ...takeOver(unsaid, {
            ...other,
            steps: other.steps.map((step) => ({ ...step, at: step.at * at })),
          }),
        } as CreditOrder),
      ).toEqual(['2026-09-08']);
    expect(downloads({ ...other, ...takeOver(other, unsaid) } as CreditOrder)).toEqual([
      '2026-09-08',
    ]);
  });

  test('A5: joined and taken back, both orders say what they said, and the same is asked again', () => {
    fc.assert(
      fc.property(pair, (given) => {
        const both = noted(given);
        const [[youngerId, olderId]] = inOrder(meetingOrders(given)) as [[string, string]];
        const [younger, older] = [youngerId, olderId].map((id) =>
          both.find((order) => order.id === id)!,
        ) as [CreditOrder, CreditOrder];
        const taken = takenOver(older, younger);
        const joined = { ...older, ...takeOver(older, younger) } as CreditOrder;
        const left = { ...younger, ...valueOf(leaveFor(younger, older.id, doing)) } as CreditOrder;
        const back = { ...joined, ...giveBack(joined, taken, 'ångrat', doing) } as CreditOrder;
        const again = { ...left, ...valueOf(comeBack(left, older.id)) } as CreditOrder;
        expect([back, again].map(saysOf)).toEqual([older, younger].map(saysOf));
        expect(inOrder(meetingOrders([again, back]))).toEqual([[younger.id, older.id]]);
        // Joined twice, on two devices or once more after that, it is the same.
        expect(takeOver(joined, younger)).toEqual(joined);
        expect(saysOf({ ...back, ...takeOver(back, younger) } as CreditOrder)).toEqual(
          saysOf(joined),
        );
      }),
    );
  });
});
