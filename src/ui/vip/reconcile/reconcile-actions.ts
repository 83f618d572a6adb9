import {
  acceptLine,
  disownLine,
  explainLine,
  explainOrder,
  explainReturn,
  pairLine,
  takeAnswerBack,
} from '#domain/adobe-vip/reconcile/answer-commands.ts';
import { orderFromLine, waitingFor } from '#domain/adobe-vip/reconcile/order-from-line.ts';
import type { ReconcileRow } from '#domain/adobe-vip/reconcile/row.ts';
import type { OurLine } from '#domain/adobe-vip/reconcile/sides.ts';
import { whyNoOrder } from '#domain/adobe-vip/reconcile/why-no-order.ts';
import type { InvoiceLine } from '#domain/adobe-vip/invoice-line.ts';
import type { PurchaseAuthorization } from '#domain/adobe-vip/purchase-authorization.ts';
import type { ReturnAuthorization } from '#domain/adobe-vip/return-authorization.ts';
import { takeAddedBack } from '#domain/adobe-vip/take-steps-back.ts';
import type { VipCustomer } from '#domain/adobe-vip/vip-customer.ts';
import type { VipOrder } from '#domain/adobe-vip/vip-order.ts';
import type { Doing } from '#domain/kind.ts';
import type { Draft, VolymRecord } from '#domain/record.ts';
import type { Problem, Result } from '#domain/result.ts';
import { toTrash } from '#domain/trash.ts';
import type { Records } from '#data/records.ts';
import { newId } from '#platform/ids.ts';
import type { App } from '../../app.svelte.ts';
import type { Texts } from '../../text.ts';
import { toasts } from '../../toast.svelte.ts';
import { changeManyKept } from '../kept-change.ts';
import { placeOrder } from '../place-order.ts';
import { reconcileProblem } from './reconcile-words.ts';

type Command = (record: never, doing: Doing) => Result<Draft<never>>;
type Answered = Promise<Problem | undefined>;

/**
 * Writes an answer on every record of a row and says so; undone, exactly those steps are taken back. Refused by one of them, nothing
 * of it stays: half an answer would close nothing.
 */
const answerAll = async (records: Records, ids: readonly string[], command: Command, said: string): Answered => {
  const run = (record: VolymRecord, doing: Doing) => command(record as never, doing) as unknown as Result<Draft>;
  const { kept, refused } = await changeManyKept(records, ids, run);
  const undo = async (): Promise<void> =>
    void (await records.changeMany([...kept.keys()], (record, doing) =>
      takeAddedBack(record, kept.get(record.id)!, doing),
    ));
  const [problem] = refused.values();
  if (problem !== undefined) {
    if (kept.size > 0) await undo();
    return problem;
  }
  toasts.say(said, undo);
  return undefined;
};

const lineIds = ({ theirs }: ReconcileRow): string[] => theirs.map(({ id }) => id);

/** Closes a difference as the invoice has it. */
export const acceptAndSay = (records: Records, row: ReconcileRow, text: Texts): Answered =>
  answerAll(
    records,
    lineIds(row),
    (line: InvoiceLine, doing) => acceptLine(line, doing) as never,
    text.vipReconcile.done.accepted,
  );

/** Says that a line is not ours. */
export const disownAndSay = (records: Records, row: ReconcileRow, text: Texts): Answered =>
  answerAll(
    records,
    lineIds(row),
    (line: InvoiceLine, doing) => disownLine(line, doing) as never,
    text.vipReconcile.done['not-ours'],
  );

/** Closes a row with words. */
export const explainAndSay = (records: Records, row: ReconcileRow, note: string, text: Texts): Answered => {
  const { ours, taken, theirs } = row;
  const said = text.vipReconcile.done.explained;
  if (theirs.length > 0)
    return answerAll(
      records,
      lineIds(row),
      (line: InvoiceLine, doing) => explainLine(line, note, doing) as never,
      said,
    );
  if (taken !== undefined)
    return answerAll(
      records,
      [taken.id],
      (one: ReturnAuthorization, doing) => explainReturn(one, note, doing) as never,
      said,
    );
  return answerAll(
    records,
    [ours?.order ?? ''],
    (order: VipOrder, doing) => explainOrder(order, { line: ours?.line ?? '', note }, doing) as never,
    said,
  );
};

/** Says of which line of which order the lines of a row are. */
export const pairAndSay = (records: Records, row: ReconcileRow, to: OurLine, text: Texts): Answered =>
  answerAll(
    records,
    lineIds(row),
    (line: InvoiceLine, doing) => pairLine(line, { order: to.order, line: to.line }, doing) as never,
    text.vipReconcile.done.paired(to.orderNumber),
  );

/** Takes back what was answered about a row; undone by answering again. */
export const takeBackAndSay = async (records: Records, row: ReconcileRow, text: Texts): Answered => {
  const { ours, taken, theirs } = row;
  const ids = theirs.length > 0 ? lineIds(row) : [taken?.id ?? ours?.order ?? ''];
  const refused = await records.changeMany(ids, (record, doing) => takeAnswerBack(record, row, doing));
  // Of several lines one may have had no answer.
  if (refused.size === ids.length) return [...refused.values()][0];
  toasts.say(text.vipReconcile.done.takenBack);
  return undefined;
};

/**
 * Makes the order that a line of an invoice tells of. Where an authorization waits for just that, the order covers it, as one that is
 * noted by hand does.
 */
export const makeOrder = async (
  app: Pick<App, 'records' | 'workspace'>,
  { data }: InvoiceLine,
  customer: VipCustomer,
  text: Texts,
): Answered => {
  const { records } = app;
  const problem = whyNoOrder(data);
  if (problem !== undefined) return problem;
  const under = await records.find({ kind: 'purchase-authorization', parent: customer.id });
  const waiting = waitingFor(data, under as unknown as PurchaseAuthorization[]);
  if (waiting !== undefined) {
    const { orderNumber, orderDate, sku } = data;
    const input = { orderNumber, orderDate, lines: [waiting.line], skus: { [waiting.line]: sku } };
    return placeOrder(records, waiting.authorization, input, { text, editions: app.workspace?.data.editions });
  }
  const draft = orderFromLine(newId(), data, customer, app.workspace?.data.editions, records.doing());
  if (!draft.ok) return draft.problem;
  const written = await records.create(draft.value);
  if (!written.ok) return written.problem;
  const { id } = written.value;
  toasts.say(
    text.vipReconcile.done.made(data.orderNumber.trim()),
    async () => void (await records.change(id, toTrash)),
  );
  return undefined;
};

/** Says why an answer was not taken. */
export const sayRefused = (problem: Problem | undefined, text: Texts): void => {
  if (problem !== undefined) toasts.say(reconcileProblem(problem, text));
};
