import fc from 'fast-check';
import type { CreditOrder } from '#programmes/apple-credit/rules/order/credit-order.ts';
import {
  amendOrder,
  correctStep,
  recordStep,
  withdrawStep,
  type OrderStepKind,
} from '#programmes/apple-credit/rules/order/order-commands.ts';
import { addDays, isDay, type Day } from '#core/day/day.ts';
import type { Doing } from '#core/record/kind.ts';
import type { Draft } from '#core/record/record.ts';
import type { Result } from '#core/result.ts';
import { currentSteps } from '#core/record/step.ts';

/** Every kind of step that an order may get. */
export const STEP_KINDS: readonly OrderStepKind[] = [
  'ordered',
  'validated',
  'ready',
  'downloaded',
  'redeemed',
  'spent',
  'resend-requested',
  'resent',
  'rejected',
  'lost',
  'cancelled',
];

/**
 * What a person does to an order: `ago` days before the day it is done on, to the `at`-th current
 * step.
 */
export type Deed =
  | {
      readonly do: 'record';
      readonly kind: OrderStepKind;
      readonly ago: number;
      readonly pause: number;
    }
  | { readonly do: 'correct'; readonly at: number; readonly ago: number; readonly pause: number }
  | { readonly do: 'note' | 'withdraw'; readonly at: number; readonly pause: number }
  | { readonly do: 'amend'; readonly ago: number; readonly pause: number };

// Within a week of each other mostly, now and then a season apart; a negative one has not been yet.
const ago = fc.oneof(
  { arbitrary: fc.integer({ min: -2, max: 7 }), weight: 3 },
  fc.integer({ min: 0, max: 200 }),
);
const pause = fc.oneof(
  { arbitrary: fc.integer({ min: 0, max: 3 }), weight: 3 },
  fc.integer({ min: 0, max: 95 }),
);
const at = fc.nat({ max: 11 });

/** Days that calendars go wrong on, and any other. */
export const anyDay: fc.Arbitrary<Day> = fc.oneof(
  fc.constantFrom(
    '2028-02-28',
    '2028-02-29',
    '2028-03-01',
    '2027-02-28',
    '2026-12-31',
    '2027-01-01',
    '2100-02-28',
  ),
  fc.integer({ min: -4000, max: 4000 }).map((days) => addDays('2026-11-20', days)),
);

/** Some deeds, one after the other. */
export const deeds: fc.Arbitrary<readonly Deed[]> = fc.array(
  fc.oneof(
    {
      arbitrary: fc.record({
        do: fc.constant('record'),
        kind: fc.constantFrom(...STEP_KINDS),
        ago,
        pause,
      }),
      weight: 4,
    },
    fc.record({ do: fc.constant('correct'), at, ago, pause }),
    fc.record({ do: fc.constantFrom('note', 'withdraw'), at, pause }),
    fc.record({ do: fc.constant('amend'), ago, pause }),
  ) as fc.Arbitrary<Deed>,
  { maxLength: 12 },
);

/** What the deed answers; undefined when there is nothing it could be done to. */
export const doneTo = (
  order: CreditOrder,
  deed: Deed,
  doing: Doing,
): Result<Draft<CreditOrder['data']>> | undefined => {
  const on = 'ago' in deed ? addDays(doing.today, -deed.ago) : '';
  if (deed.do === 'record') return recordStep(order, { kind: deed.kind, on }, doing);
  if (deed.do === 'amend') return amendOrder(order, { orderDate: on }, 'Fel dag', doing);
  const standing = currentSteps(order.steps);
  const step = standing[deed.at % Math.max(standing.length, 1)];
  if (step === undefined) return undefined;
  if (deed.do === 'withdraw')
    return withdrawStep(order, { step: step.id, reason: 'Fel order' }, doing);
  const corrected = deed.do === 'note' ? { on: step.on, note: 'Mejl 2' } : { on };
  return correctStep(order, { step: step.id, ...corrected, reason: 'Fel dag' }, doing);
};

/**
 * The order after each deed that was accepted, the first as it was; `from` is the day of the first
 * deed.
 */
export const livedThrough = (
  order: CreditOrder,
  story: readonly Deed[],
  from: Day,
  device: { readonly by: string; readonly clock: number },
): { readonly states: readonly CreditOrder[]; readonly days: readonly Day[] } => {
  const states = [order];
  const days = [from];
  let [today, now, ids] = [from, device.clock, 0];
  for (const deed of story) {
    today = addDays(today, deed.pause);
    now += 10;
    const doing = { today, now, by: device.by, newId: () => `${device.by}-${(ids += 1)}` };
    const answer = doneTo(states.at(-1)!, deed, doing);
    if (answer?.ok !== true) continue;
    states.push({ ...states.at(-1)!, ...answer.value, steps: answer.value.steps ?? [] });
    days.push(today);
  }
  return { states, days };
};

/** Whether every day of it is one that the calendar has. */
export const isWhole = (days: {
  readonly from: Day;
  readonly on: Day;
  readonly warnFrom: Day;
}): boolean => [days.from, days.on, days.warnFrom].every(isDay);
