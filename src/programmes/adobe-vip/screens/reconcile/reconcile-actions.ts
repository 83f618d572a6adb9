import {
  acceptLine,
  answerAgain,
  disownLine,
  explainLine,
  explainOrder,
  explainReturn,
  pairLine,
  takeAnswerBack,
} from '#programmes/adobe-vip/rules/reconcile/answer-commands.ts';
import { called } from '#programmes/adobe-vip/rules/order/called.ts';
import {
  orderFromLine,
  waitingFor,
} from '#programmes/adobe-vip/rules/reconcile/order-from-line.ts';
import type { ReconcileRow } from '#programmes/adobe-vip/rules/reconcile/row.ts';
import type { OurLine } from '#programmes/adobe-vip/rules/reconcile/sides.ts';
import { whyNoOrder } from '#programmes/adobe-vip/rules/reconcile/why-no-order.ts';
import type { InvoiceLine } from '#programmes/adobe-vip/rules/product/invoice-line.ts';
import { takeAddedBack } from '#programmes/adobe-vip/rules/customer/take-steps-back.ts';
import type { Changed } from '#core/record/changed.ts';
import type { VipCustomer } from '#programmes/adobe-vip/rules/customer/vip-customer.ts';
import type { Day } from '#core/day/day.ts';
import type { Doing } from '#core/record/kind.ts';
import type { Draft, VolymRecord } from '#core/record/record.ts';
import type { Problem, Result } from '#core/result.ts';
import { readUnder } from '#data/records/read-under.ts';
import type { Records } from '#data/records/records.ts';
import type { App } from '#ui/app.svelte.ts';
import type { Texts } from '#ui/text.ts';
import { toasts } from '#ui/toast.svelte.ts';
import { followPlaced } from '../order/follow-placed.ts';
import { changeManyKept } from '#data/records/kept-change.ts';
import { placeOrder } from '../order/place-order.ts';
import { undoing } from '../say-refusal.ts';
import { vipProblem } from '../vip-words.ts';
import { orderIdFor, writeOrder } from '../order/write-order.ts';
import { closeRenewed } from './close-renewed.ts';
import { loadRenewalText } from '#programmes/adobe-vip/words/load.ts';
import { reconcileProblem } from './reconcile-words.ts';
import { onKind } from '#data/records/on-kind.ts';
import type { Command } from '#data/records/records.ts';

type Answered = Promise<Problem | undefined>;

type Back = (now: VolymRecord, changed: Changed, doing: Doing) => Result<Draft>;

/**
 * The way back from what was changed of several records; where one of them refuses it is said why.
 */
const backFrom =
  (records: Records, kept: ReadonlyMap<string, Changed>, back: Back, text: Texts) =>
  async (): Promise<void> => {
    const refused = await records.changeMany([...kept.keys()], (now, doing) =>
      back(now, kept.get(now.id)!, doing),
    );
    sayRefused([...refused.values()][0], text, records.doing().today);
  };

/**
 * Writes an answer on every record of a row and says so; undone, exactly those steps are taken
 * back. Refused by one of them, nothing of it stays: half an answer would close nothing.
 */
const answerAll = async (
  records: Records,
  ids: readonly string[],
  command: Command,
  said: string,
  text: Texts,
): Answered => {
  const { kept, refused } = await changeManyKept(records, ids, command);
  const undo = backFrom(records, kept, takeAddedBack, text);
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
    onKind('invoice-line', acceptLine),
    text.vipReconcile.done.accepted,
    text,
  );

/** Says that a line is not ours. */
export const disownAndSay = (records: Records, row: ReconcileRow, text: Texts): Answered =>
  answerAll(
    records,
    lineIds(row),
    onKind('invoice-line', disownLine),
    text.vipReconcile.done['not-ours'],
    text,
  );

/** Closes a row with words. */
export const explainAndSay = (
  records: Records,
  row: ReconcileRow,
  note: string,
  text: Texts,
): Answered => {
  const { ours, taken, theirs } = row;
  const said = text.vipReconcile.done.explained;
  if (theirs.length > 0)
    return answerAll(
      records,
      lineIds(row),
      onKind('invoice-line', (line, doing) => explainLine(line, note, doing)),
      said,
      text,
    );
  if (taken !== undefined)
    return answerAll(
      records,
      [taken.id],
      onKind('return-authorization', (one, doing) => explainReturn(one, note, doing)),
      said,
      text,
    );
  return answerAll(
    records,
    [ours?.order ?? ''],
    onKind('vip-order', (order, doing) =>
      explainOrder(order, { line: ours?.line ?? '', note }, doing),
    ),
    said,
    text,
  );
};

/** Says of which line of which order the lines of a row are. */
export const pairAndSay = (
  records: Records,
  row: ReconcileRow,
  to: OurLine,
  text: Texts,
): Answered =>
  answerAll(
    records,
    lineIds(row),
    onKind('invoice-line', (line, doing) =>
      pairLine(line, { order: to.order, line: to.line }, doing),
    ),
    text.vipReconcile.done.paired(to.orderNumber),
    text,
  );

/**
 * Takes back what was answered about a row; undone, it stands again, unless something was answered
 * since.
 */
export const takeBackAndSay = async (
  records: Records,
  row: ReconcileRow,
  text: Texts,
): Answered => {
  const { ours, taken, theirs } = row;
  const ids = theirs.length > 0 ? lineIds(row) : [taken?.id ?? ours?.order ?? ''];
  const { kept, refused } = await changeManyKept(records, ids, (one, doing) =>
    takeAnswerBack(one, row, doing),
  );
  // Of several lines one may have had no answer.
  if (refused.size === ids.length) return [...refused.values()][0];
  const again: Back = (now, taken, doing) => answerAgain(now, row, taken, doing);
  toasts.say(text.vipReconcile.done.takenBack, backFrom(records, kept, again, text));
  return undefined;
};

/**
 * Makes the order that a line of an invoice tells of, under the id that every device and a list of
 * orders would give it. Where an authorization waits for just that, the order covers it, as one
 * that is noted by hand does; one that renews all that is left ends the renewal.
 */
export const makeOrder = async (
  app: Pick<App, 'records' | 'workspace'> & { readonly vault: Pick<App['vault'], 'keyedId'> },
  { data }: InvoiceLine,
  customer: VipCustomer,
  text: Texts,
): Answered => {
  const { records, workspace } = app;
  const { orderNumber, orderDate, sku } = data;
  const problem = whyNoOrder(data) ?? (await whyKnown(records, customer, orderNumber));
  if (problem !== undefined) return problem;
  const id = await orderIdFor(app, customer.id, orderNumber);
  const under = await readUnder(records, {
    kind: 'purchase-authorization',
    parent: customer.id,
  });
  const waiting = waitingFor(data, under);
  if (waiting !== undefined) {
    const input = { orderNumber, orderDate, lines: [waiting.line], skus: { [waiting.line]: sku } };
    const said = { text, editions: workspace?.data.editions, order: id };
    return placeOrder(records, waiting.authorization, input, said);
  }
  const draft = orderFromLine(id, data, customer, workspace?.data.editions, records.doing());
  if (!draft.ok) return draft.problem;
  const written = await writeOrder(records, draft.value);
  if (!written.ok) return written.problem;
  const first = await followPlaced(records, customer.id, workspace?.data.editions);
  const renewed =
    draft.value.data.orderType === 'renewal'
      ? await closeRenewed(records, customer.id, text)
      : undefined;
  const number = orderNumber.trim();
  const said = renewed?.next
    ? await saidClosed(number, renewed.next, text, records)
    : text.vipReconcile.done.made(number);
  toasts.say(said, async () => {
    const left = await undoing(records, id, written.value.back, text)();
    await first.back();
    await renewed?.back();
    return left;
  });
  return undefined;
};

const whyKnown = async (
  records: Records,
  { id }: VipCustomer,
  number: string,
): Promise<Problem | undefined> => {
  const orders = await readUnder(records, { kind: 'vip-order', parent: id });
  return called(orders, 'orderNumber', number).length > 0
    ? { code: 'order-known', params: { number: number.trim() } }
    : undefined;
};

const saidClosed = async (
  number: string,
  next: Day,
  text: Texts,
  records: Records,
): Promise<string> => {
  const { record } = await loadRenewalText(text.language);
  return record.savedClosed(number, text.format.dayShort(next, records.doing().today));
};

/** Says why an answer was not taken; what the making of an order refuses in its own words. */
export const sayRefused = (problem: Problem | undefined, text: Texts, today: Day): void => {
  if (problem === undefined) return;
  const isKnown = Object.hasOwn(text.vipReconcile.problems, problem.code);
  const isOrders = !isKnown && Object.hasOwn(text.vip.problems, problem.code);
  toasts.say(isOrders ? vipProblem(problem, text, today) : reconcileProblem(problem, text));
};
