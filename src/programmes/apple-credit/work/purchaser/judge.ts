import { doingOfAct, type Act } from '#core/record/act.ts';
import {
  judgeAccount,
  newPurchaser,
} from '#programmes/apple-credit/rules/purchaser/purchaser-commands.ts';
import type { PurchaserRow } from '#programmes/apple-credit/rules/purchaser/purchasers.ts';
import { orderState } from '#programmes/apple-credit/rules/order/order-life.ts';
import type { CreditResult } from '#programmes/apple-credit/rules/credit-problem.ts';
import { ok } from '#core/result.ts';
import { beginAct, forgetAct, type ActStore } from '#data/acts/acts.ts';
import { newId } from '#platform/ids.ts';
import { recordOnAll } from '../order/record-on-all.ts';
import { onKind } from '#data/records/on-kind.ts';

type Verdict = {
  readonly kind: 'validated' | 'rejected';
  readonly on: string;
  readonly note: string;
};

/** A verdict that was written: what leads to the purchaser now, and what its undo must know. */
export type Judged = { readonly id: string; readonly act: Act };

/**
 * Records Apple's verdict on an account. A verdict belongs to the orders that wait for it (A3: "a
 * rejected purchaser rejects the order"); if none waits, it belongs to the purchaser, who gets a
 * record for it.
 */
export const judge = async (
  store: ActStore,
  row: PurchaserRow,
  verdict: Verdict,
): Promise<CreditResult<Judged>> => {
  const { today } = store.records.doing();
  const waiting = row.orders.filter(
    ({ data, steps }) => orderState(data, steps, today) === 'ordered',
  );
  if (waiting.length > 0) {
    const { kind, on, note } = verdict;
    const step = { kind, on, ...(note.trim() === '' ? {} : { note: note.trim() }) };
    const { act, done, refused } = await recordOnAll(
      store,
      waiting.map(({ id }) => id),
      step,
    );
    const problem = refused[0]?.problem;
    return problem !== undefined && done.length === 0
      ? { ok: false, problem }
      : ok({ id: row.id, act });
  }
  return row.record === undefined
    ? onNewRecord(store, row, verdict)
    : onRecord(store, row.record.id, verdict);
};

const onRecord = async (
  store: ActStore,
  id: string,
  verdict: Verdict,
  made: { readonly isMade?: true } = {},
): Promise<CreditResult<Judged>> => {
  const act = await beginAct(store, verdict.kind, [{ id, ...made }]);
  const answer = await store.records.change(
    id,
    onKind('content-purchaser', (now, doing) => judgeAccount(now, verdict, doingOfAct(act, doing))),
  );
  if (answer.ok) return ok({ id, act });
  await forgetAct(store, act);
  return answer;
};

const onNewRecord = async (
  store: ActStore,
  row: PurchaserRow,
  verdict: Verdict,
): Promise<CreditResult<Judged>> => {
  const { name, appleId, institution, manager } = row;
  const made = newPurchaser(newId(), { name: name || appleId, appleId, institution, manager }, []);
  if (!made.ok) return made;
  const written = await store.records.create(made.value);
  if (!written.ok) return written;
  const { id } = written.value;
  const judged = await onRecord(store, id, verdict, { isMade: true });
  if (!judged.ok) await store.records.discard([id]);
  return judged;
};
