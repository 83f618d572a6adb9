import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, daysBetween, type Day } from '#core/day/day.ts';
import {
  creditOrder,
  type CreditOrder,
} from '#programmes/apple-credit/rules/order/credit-order.ts';
import { FOLLOW_UP_RULE } from '#programmes/apple-credit/rules/editions.ts';
import { lifeLine } from '#programmes/apple-credit/rules/order/life-line.ts';
import { correctStep } from '#programmes/apple-credit/rules/order/order-commands.ts';
import {
  countOn,
  inboxCount,
  orderState,
} from '#programmes/apple-credit/rules/order/order-life.ts';
import { currentSteps, type Step } from '#core/record/step.ts';
import { stored } from '#data/records/envelope.ts';
import { merge } from '#data/merge/merge.ts';
import { orderWith, recordOf, valueOf } from '#tests/factories/credit.ts';
import { doingOn } from '#tests/factories/doing.ts';
import { anyDay, deeds, isWhole, livedThrough, STEP_KINDS } from '#tests/factories/order-life.ts';

const PHONE = { by: 'sara', clock: 1_000 };

/** All that is derived from an order on a day. */
const derived = (order: CreditOrder, today: Day) => {
  const count = inboxCount(order.data, order.steps);
  return {
    state: orderState(order.data, order.steps, today),
    count,
    on: count && countOn(count, today),
    deadlines: creditOrder.deadlines(order),
    line: lifeLine(order, today),
  };
};

/** An order after a story, with the days on which it was changed. */
const lived = fc.tuple(deeds, anyDay, fc.boolean()).map(([story, from, isDated]) => ({
  from,
  ...livedThrough(
    orderWith([], isDated ? { orderDate: addDays(from, -3) } : {}),
    story,
    from,
    PHONE,
  ),
}));

const last = <T>(all: readonly T[]): T => all.at(-1)!;

describe('an order after any story', () => {
  test('A4: steps that arrive in any order tell the same state, day 0, deadlines and life line', () => {
    const mixed = lived.chain((life) => {
      const { steps } = last(life.states);
      return fc.tuple(
        fc.constant(life),
        fc.shuffledSubarray([...steps], { minLength: steps.length }),
      );
    });
    fc.assert(
      fc.property(mixed, fc.nat({ max: 200 }), ([{ states, days }, steps], later) => {
        const today = addDays(last(days), later);
        expect(derived({ ...last(states), steps }, today)).toEqual(derived(last(states), today));
      }),
      { numRuns: 400 },
    );
  });

  test('A4: a step that is corrected or taken back counts as if it had never been', () => {
    fc.assert(
      fc.property(lived, ({ states, days }) => {
        const order = last(states);
        const plain = currentSteps(order.steps).map(
          ({ corrects: _, reason: __, ...step }, at): Step => ({
            ...step,
            at,
          }),
        );
        const without = (line: ReturnType<typeof lifeLine>) =>
          line.map(({ step: _, ...row }) => row);
        const [as, told] = [
          derived({ ...order, steps: plain }, last(days)),
          derived(order, last(days)),
        ];
        expect({ ...as, line: without(as.line) }).toEqual({ ...told, line: without(told.line) });
      }),
      { numRuns: 400 },
    );
  });

  test('A4: every deadline is after the day it is counted from, and that day is not in the future', () => {
    fc.assert(
      fc.property(lived, ({ states, days }) => {
        states.forEach((order, at) => {
          for (const deadline of creditOrder.deadlines(order)) {
            expect(isWhole(deadline)).toBe(true);
            expect(daysBetween(deadline.from, deadline.on)).toBe(
              deadline.rule === FOLLOW_UP_RULE ? 7 : 90,
            );
            expect(deadline.from <= days[at]!).toBe(true);
            expect(deadline.warnFrom <= deadline.on).toBe(true);
          }
        });
      }),
      { numRuns: 400 },
    );
  });

  test('A4: no day of Apple’s is before the order, whose day field and life line agree', () => {
    fc.assert(
      fc.property(lived, ({ states }) => {
        for (const { data, steps } of states) {
          const standing = currentSteps(steps);
          const ordered = standing.findLast(({ kind }) => kind === 'ordered')?.on;
          if (ordered !== undefined) expect(data.orderDate).toBe(ordered);
          const apples = standing.filter(({ kind }) =>
            ['validated', 'ready', 'resent'].includes(kind),
          );
          for (const { on } of apples) expect(on >= (ordered ?? data.orderDate)).toBe(true);
        }
      }),
      { numRuns: 400 },
    );
  });

  test('A4: what an accepted command leaves is an order that can be read back as it is', () => {
    fc.assert(
      fc.property(lived, ({ states, days }) => {
        states.forEach(({ data, steps }, at) => {
          expect(creditOrder.schema.parse(data)).toEqual(data);
          expect(new Set(steps.map(({ id }) => id)).size).toBe(steps.length);
          for (const { on } of steps) expect(on <= days[at]!).toBe(true);
        });
      }),
      { numRuns: 200 },
    );
  });

  test('A4: expired is from the day after the last one, of a count that is not provisional', () => {
    fc.assert(
      fc.property(lived, fc.nat({ max: 200 }), ({ states, days }, later) => {
        const today = addDays(last(days), later);
        const { state, count } = derived(last(states), today);
        expect(state === 'expired').toBe(count?.provisional === false && today > count.lastDay);
      }),
      { numRuns: 200 },
    );
  });

  test('A4: a note that is corrected moves neither state nor day', () => {
    fc.assert(
      fc.property(lived, fc.nat({ max: 11 }), ({ states, days }, pick) => {
        const order = last(states);
        const step = currentSteps(order.steps)[
          pick % Math.max(1, currentSteps(order.steps).length)
        ];
        if (step === undefined) return;
        const today = last(days);
        const doing = { ...doingOn(today), newId: () => 'note' };
        const noted = recordOf(
          valueOf(
            correctStep(order, { step: step.id, on: step.on, note: 'Mejl 2', reason: 'x' }, doing),
          ),
        );
        const { line: _, ...now } = derived(noted, today);
        const { line: __, ...before } = derived(order, today);
        expect(now).toEqual(before);
      }),
      { numRuns: 400 },
    );
  });
});

describe('an order on two devices', () => {
  const twoDevices = fc
    .tuple(lived, deeds, deeds, fc.integer({ min: -60_000, max: 60_000 }))
    .map(([life, one, other, apart]) => {
      const [base, from] = [last(life.states), last(life.days)];
      const device = (story: typeof one, by: string, clock: number): CreditOrder => {
        const { states } = livedThrough(base, story, from, { by, clock });
        let ids = 0;
        // As a device writes it: what was changed is in the history.
        const doing = { today: from, now: clock, by, newId: () => `${by}-h${(ids += 1)}` };
        return stored(last(states), base, doing) as CreditOrder;
      };
      return {
        base,
        from,
        mine: device(one, 'eva', 100_000),
        theirs: device(other, 'johan', 100_000 + apart),
      };
    });

  test('A4: steps of both are shown alike whichever comes first, and coming once more changes nothing', () => {
    fc.assert(
      fc.property(twoDevices, fc.nat({ max: 200 }), ({ base, from, mine, theirs }, later) => {
        const today = addDays(from, 300 + later);
        const here = merge(base, mine, theirs) as CreditOrder;
        const there = merge(base, theirs, mine) as CreditOrder;
        expect(here.steps).toEqual(there.steps);
        expect(here.data).toEqual(there.data);
        expect(derived(here, today)).toEqual(derived(there, today));
        for (const copy of [mine, theirs, here]) {
          const again = merge(base, here, copy) as CreditOrder;
          expect(again.steps).toEqual(here.steps);
          expect(derived({ ...again, data: here.data }, today)).toEqual(derived(here, today));
        }
      }),
      { numRuns: 200 },
    );
  });
});

describe('the order of steps', () => {
  const today = '2026-11-20';
  const step = fc.record({
    kind: fc.constantFrom(...STEP_KINDS),
    ago: fc.integer({ min: 0, max: 200 }),
  });
  const told = fc.array(step, { maxLength: 8 }).map((steps) =>
    steps.map(({ kind, ago }, at): Step => ({
      id: `s${at}`,
      kind,
      on: addDays(today, -ago),
      at: at + 1,
      by: 'sara',
    })),
  );
  const shuffled = told.chain((steps) =>
    fc.tuple(fc.constant(steps), fc.shuffledSubarray(steps, { minLength: steps.length })),
  );

  test('A4: steps that arrive in any order give the same state and count', () => {
    fc.assert(
      fc.property(shuffled, ([steps, mixed]) => {
        const { data } = orderWith();
        expect(orderState(data, mixed, today)).toBe(orderState(data, steps, today));
        expect(inboxCount(data, mixed)).toEqual(inboxCount(data, steps));
      }),
    );
  });

  test('A4: along the main road the furthest step says the state, in whatever order it was written', () => {
    const road = ['ordered', 'validated', 'ready', 'downloaded', 'redeemed', 'spent'] as const;
    fc.assert(
      fc.property(fc.shuffledSubarray([...road], { minLength: 1 }), (some) => {
        const order = orderWith(some.map((kind) => [kind, today]));
        expect(orderState(order.data, order.steps, today)).toBe(
          road.findLast((kind) => some.includes(kind)),
        );
      }),
    );
  });

  test('A4: a step and its withdrawal leave no trace in state and count', () => {
    fc.assert(
      fc.property(
        told,
        fc.constantFrom(...STEP_KINDS),
        fc.integer({ min: 0, max: 200 }),
        (steps, kind, ago) => {
          const { data } = orderWith();
          const added: Step = { id: 'new', kind, on: addDays(today, -ago), at: 100, by: 'sara' };
          const back: Step = {
            id: 'back',
            kind: 'withdrawn',
            on: today,
            at: 101,
            by: 'sara',
            withdraws: 'new',
            reason: 'x',
          };
          const after = [back, ...steps, added];
          expect(orderState(data, after, today)).toBe(orderState(data, steps, today));
          expect(inboxCount(data, after)).toEqual(inboxCount(data, steps));
        },
      ),
    );
  });

  test('A4: a step and its corrections count as the step on its last day, whatever comes first', () => {
    const days = fc.array(fc.integer({ min: 0, max: 200 }), { minLength: 1, maxLength: 3 });
    const seed = fc.integer();
    fc.assert(
      fc.property(told, fc.constantFrom(...STEP_KINDS), days, seed, (steps, kind, agos, mix) => {
        const { data } = orderWith();
        const by = 'sara';
        const written = agos.map((ago, at): Step => ({
          id: `new-${at}`,
          kind,
          on: addDays(today, -ago),
          at: 100 + at,
          by,
          // The second and third both name the first, or the one before: devices differ.
          ...(at === 0 ? {} : { corrects: mix % 2 === 0 ? 'new-0' : `new-${at - 1}`, reason: 'x' }),
        }));
        const asIfSo: Step = { id: 'new-0', kind, on: written.at(-1)!.on, at: 100, by };
        const after = mix % 3 === 0 ? [...written, ...steps] : [...steps, ...written].reverse();
        expect(orderState(data, after, today)).toBe(orderState(data, [...steps, asIfSo], today));
        expect(inboxCount(data, after)).toEqual(inboxCount(data, [...steps, asIfSo]));
      }),
    );
  });

  test('A4: taken back on one device and corrected on another: what was written later wins', () => {
    const ready: Step = { id: 'ready', kind: 'ready', on: '2026-09-04', at: 1, by: 'sara' };
    const corrected = (at: number): Step => ({
      ...ready,
      id: 'right',
      at,
      corrects: 'ready',
      on: '2026-09-06',
    });
    const back = (at: number): Step => ({
      ...ready,
      id: 'back',
      kind: 'withdrawn',
      at,
      withdraws: 'ready',
    });
    const { data } = orderWith();
    for (const steps of [
      [ready, corrected(2), back(3)],
      [back(3), corrected(2), ready],
    ])
      expect(orderState(data, steps, today)).toBe('draft');
    for (const steps of [
      [ready, corrected(3), back(2)],
      [back(2), corrected(3), ready],
    ])
      expect(inboxCount(data, steps)?.from).toBe('2026-09-06');
  });
});
