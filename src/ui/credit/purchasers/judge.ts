import type { ContentPurchaser } from '#domain/apple-credit/content-purchaser.ts';
import { judgeAccount, newPurchaser } from '#domain/apple-credit/purchaser-commands.ts';
import type { PurchaserRow } from '#domain/apple-credit/purchasers.ts';
import { orderState } from '#domain/apple-credit/order-life.ts';
import { ok, type Result } from '#domain/result.ts';
import { toTrash } from '#domain/trash.ts';
import type { Records } from '#data/records.ts';
import { newId } from '#platform/ids.ts';
import { recordOnAll, takeBackAll } from '../record-on-all.ts';

type Verdict = { readonly kind: 'validated' | 'rejected'; readonly on: string; readonly note: string };

/** A verdict that was written: what leads to the purchaser now, and the way back. */
export type Judged = { readonly id: string; readonly undo: (reason: string) => Promise<void> };

/**
 * Writes down what Apple said of an account. A verdict is of the orders that wait for it (A3: "a rejected purchaser rejects
 * the order"); where none waits it stands on the purchaser, who gets a record for it.
 */
export const judge = async (records: Records, row: PurchaserRow, verdict: Verdict): Promise<Result<Judged>> => {
  const { today } = records.doing();
  const waiting = row.orders.filter(({ data, steps }) => orderState(data, steps, today) === 'ordered');
  if (waiting.length > 0) {
    const { kind, on, note } = verdict;
    const step = { kind, on, ...(note.trim() === '' ? {} : { note: note.trim() }) };
    const written = await recordOnAll(
      records,
      waiting.map(({ id }) => id),
      step,
    );
    if (written.problem !== undefined && written.steps.size === 0) return { ok: false, problem: written.problem };
    return ok({ id: row.id, undo: (reason) => takeBackAll(records, written, reason) });
  }
  return row.record === undefined ? onNewRecord(records, row, verdict) : onRecord(records, row.record.id, verdict);
};

const onRecord = async (records: Records, id: string, verdict: Verdict): Promise<Result<Judged>> => {
  const answer = await records.change(id, (now, doing) => judgeAccount(now as ContentPurchaser, verdict, doing));
  if (!answer.ok) return answer;
  const steps = new Map([[id, answer.value.steps.at(-1)?.id ?? '']]);
  return ok({ id, undo: (reason) => takeBackAll(records, { steps }, reason) });
};

const onNewRecord = async (records: Records, row: PurchaserRow, verdict: Verdict): Promise<Result<Judged>> => {
  const { name, appleId, institution, manager } = row;
  const made = newPurchaser(newId(), { name: name || appleId, appleId, institution, manager }, []);
  if (!made.ok) return made;
  const written = await records.create(made.value);
  if (!written.ok) return written;
  const { id } = written.value;
  const judged = await onRecord(records, id, verdict);
  if (!judged.ok) {
    await records.discard([id]);
    return judged;
  }
  return ok({ id, undo: async () => void (await records.change(id, toTrash)) });
};
