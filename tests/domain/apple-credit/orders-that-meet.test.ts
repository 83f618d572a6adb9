import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { CreditOrder, CreditOrderData } from '#domain/apple-credit/credit-order.ts';
import { comeBack, giveBack, leaveFor, takenOver, takeOver } from '#domain/apple-credit/join-orders.ts';
import { meeting, meetingOrders, sayTwoOrders } from '#domain/apple-credit/same-order.ts';
import { standingSteps } from '#domain/step.ts';
import { doingOn } from '#tests/factories/doing.ts';
import { orderWith, valueOf } from '#tests/factories/credit.ts';

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
  purchaserAppleId: fc.constantFrom('', 'innehall@nordby.example', 'Innehall@Nordby.example', 'annan@nordby.example'),
  purchaseOrderNumber: fc.constantFrom('', 'PO-7', 'PO-8'),
  institution: fc.constantFrom('', 'Nordby', 'Nordby kommun'),
  lifeLength: fc.nat({ max: 4 }),
  orderDate: fc.constantFrom('2026-09-01', '2026-09-02'),
});
type Seed = typeof seed extends fc.Arbitrary<infer Value> ? Value : never;

const orderOf = ({ isTyped, moment, lifeLength, orderDate, ...input }: Seed, at: number): CreditOrder => {
  const life = [
    ['ordered', orderDate],
    ['validated', '2026-09-03'],
    ['ready', '2026-09-04'],
    ['downloaded', '2026-09-10'],
  ] as const;
  const order = orderWith([], input, idOf(at, isTyped));
  // When an order from a sheet was first written, its first step alone tells.
  const steps = life.slice(0, isTyped ? lifeLength : Math.max(1, lifeLength)).map(([kind, on], place) => ({
    id: `${order.id}-${kind}`,
    at: FIRST_MOMENT + moment * 60_000 + place,
    by: 'sara',
    kind,
    on,
  }));
  return { ...order, steps, updatedAt: FIRST_MOMENT + moment * 60_000 };
};
const orders = fc.array(seed, { minLength: 2, maxLength: 6 }).map((seeds) => seeds.map(orderOf));
const pair = fc
  .tuple(seed, seed)
  .map((seeds) =>
    seeds.map((one) => ({ ...one, orderNumber: '4500218837' as const, purchaserAppleId: '' as const })).map(orderOf),
  );

const withData = (order: CreditOrder, data: CreditOrderData): CreditOrder => ({ ...order, data });
const noted = (given: readonly CreditOrder[]): CreditOrder[] => {
  const met = meetingOrders(given);
  return given.map((order) => withData(order, meeting(order.data, met.get(order.id) ?? '')));
};
const inOrder = (met: ReadonlyMap<string, string>) => [...met].toSorted();
/** What an order says: its fields and the steps that stand. */
const saysOf = ({ data, steps, trashedOn }: CreditOrder) => ({
  data,
  trashedOn,
  steps: standingSteps(steps).map(({ kind, on }) => [kind, on]),
});

describe('A5: the rule of orders that meet, whatever the orders', () => {
  test('A5: in whatever order the records come, the same ones meet and the same one is the older', () => {
    fc.assert(
      fc.property(
        orders.chain((given) => fc.tuple(fc.constant(given), fc.shuffledSubarray(given, { minLength: given.length }))),
        ([given, shuffled]) => {
          expect(inOrder(meetingOrders(shuffled))).toEqual(inOrder(meetingOrders(given)));
        },
      ),
    );
  });

  test('A5: of two orders exactly one asks, and never the one that was written first', () => {
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
        const said = noted(given).map((order) =>
          order.id === younger ? ({ ...order, ...valueOf(sayTwoOrders(order, older, doing)) } as CreditOrder) : order,
        );
        expect(inOrder(meetingOrders(said))).toEqual([]);
      }),
    );
  });

  test('A5: joined and taken back, both orders say what they said, and the same is asked again', () => {
    fc.assert(
      fc.property(pair, (given) => {
        const both = noted(given);
        const [[youngerId, olderId]] = inOrder(meetingOrders(given)) as [[string, string]];
        const [younger, older] = [youngerId, olderId].map((id) => both.find((order) => order.id === id)!) as [
          CreditOrder,
          CreditOrder,
        ];
        const taken = takenOver(older, younger);
        const joined = { ...older, ...takeOver(older, younger) } as CreditOrder;
        const left = { ...younger, ...valueOf(leaveFor(younger, older.id, doing)) } as CreditOrder;
        const back = { ...joined, ...giveBack(joined, taken, 'ångrat', doing) } as CreditOrder;
        const again = { ...left, ...valueOf(comeBack(left, older.id)) } as CreditOrder;
        expect([back, again].map(saysOf)).toEqual([older, younger].map(saysOf));
        expect(inOrder(meetingOrders([again, back]))).toEqual([[younger.id, older.id]]);
        // Joined twice, on two devices or once more after that, it is the same.
        expect(takeOver(joined, younger)).toEqual(joined);
        expect(saysOf({ ...back, ...takeOver(back, younger) } as CreditOrder)).toEqual(saysOf(joined));
      }),
    );
  });
});
