import { addDays } from '#core/day/day.ts';
import { draftOrder, recordStep } from '#programmes/apple-credit/rules/order/order-commands.ts';
import type { Draft, VolymRecord } from '#core/record/record.ts';
import { stored } from '#data/records/envelope.ts';
import { newId } from '#platform/ids.ts';
import { systemClock } from '#platform/clock.ts';

const doing = () => ({ today: systemClock.today(), now: systemClock.now(), by: 'bench', newId });

const order = (at: number): Draft => {
  const moment = doing();
  const draft = draftOrder(
    newId(),
    {
      amount: `${1000 + at}.00`,
      orderNumber: String(4_500_000_000 + at),
      institution: `School ${at}`,
    },
    moment,
  );
  if (!draft.ok) throw new Error(draft.problem.code);
  const ready = recordStep(
    draft.value,
    { kind: 'ready', on: addDays(moment.today, -(at % 120)) },
    moment,
  );
  if (!ready.ok) throw new Error(ready.problem.code);
  return ready.value;
};

/**
 * Credit orders as drafts, each with a deadline; the whole record as Volym stores it for the
 * contestants.
 */
export const orders = (count: number): { drafts: Draft[]; records: VolymRecord[] } => {
  const drafts = Array.from({ length: count }, (_, at) => order(at));
  return { drafts, records: drafts.map((draft) => stored(draft, undefined, doing())) };
};
