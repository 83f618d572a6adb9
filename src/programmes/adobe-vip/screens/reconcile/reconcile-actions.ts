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
import type { ChosenEditions } from '#programmes/adobe-vip/rules/edition/vip-edition.ts';
import type { VipOrderData } from '#programmes/adobe-vip/rules/order/vip-order.ts';
import type { Day } from '#core/day/day.ts';
import type { Doing } from '#core/record/kind.ts';
import type { Draft, VolymRecord } from '#core/record/record.ts';
import { ok, type Problem, type Result } from '#core/result.ts';
import { readUnder } from '#data/records/read-under.ts';
import type { Records } from '#data/records/records.ts';
import type { App } from '#ui/app.svelte.ts';
import type { Texts } from '#ui/text.ts';
import { toasts } from '#ui/toast.svelte.ts';
import { followPlaced } from '#programmes/adobe-vip/work/order/follow-placed.ts';
import { changeManyKept } from '#data/records/kept-change.ts';
import { placeOrder } from '../order/place-order.ts';
import { refusalOf, type UndoMade } from '#data/records/change-fields.ts';
import { takingBack, takingManyBack } from '#data/records/taking-back.ts';
import { perform } from '#ui/perform.ts';
import { sayingRefusal } from '../say-refusal.ts';
import { vipProblem } from '../problem-words.ts';
import { whyOrderStays } from '#programmes/adobe-vip/work/order/why-order-stays.ts';
import { orderIdFor, writeOrder } from '#programmes/adobe-vip/work/order/write-order.ts';
import { closeRenewed } from '#programmes/adobe-vip/work/renewal/close-renewed.ts';
import { loadAdobeVipWords } from '#programmes/adobe-vip/words/load.ts';
import { reconcileProblem } from './reconcile-words.ts';
import { onKind } from '#data/records/on-kind.ts';
import type { Command } from '#data/records/records.ts';

type Answered = Promise<Problem | undefined>;

type Back = (now: VolymRecord, changed: Changed, doing: Doing) => Result<Draft>;

/** The way back from what was changed of several records. */
const backFrom = (records: Records, kept: ReadonlyMap<string, Changed>, back: Back): UndoMade =>
  takingManyBack(records, [...kept.keys()], (now, doing) => back(now, kept.get(now.id)!, doing));

/** Does it and says so; answers why it was refused. */
const done = (
  records: Records,
  work: Promise<Result<UndoMade>>,
  message: string,
  text: Texts,
): Answered =>
  refusalOf(
    perform(work, (undo) => ({
      message,
      undo,
      refused: (problem) => sayRefused(problem, text, records.doing().today),
    })),
  );

/**
 * Writes an answer on every record of a row and says so; undone, exactly those steps are taken
 * back. Refused by one of them, nothing of it stays: half an answer would close nothing.
 */
const answerAll = (
  records: Records,
  ids: readonly string[],
  command: Command,
  message: string,
  text: Texts,
): Answered => done(records, changeAll(records, ids, command), message, text);

const changeAll = async (
  records: Records,
  ids: readonly string[],
  command: Command,
): Promise<Result<UndoMade>> => {
  const { kept, refused } = await changeManyKept(records, ids, command);
  const undo = backFrom(records, kept, takeAddedBack);
  const [problem] = refused.values();
  if (problem === undefined) return ok(undo);
  if (kept.size > 0) await undo();
  return { ok: false, problem };
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
  const message = text.vipReconcile.done.explained;
  if (theirs.length > 0)
    return answerAll(
      records,
      lineIds(row),
      onKind('invoice-line', (line, doing) => explainLine(line, note, doing)),
      message,
      text,
    );
  if (taken !== undefined)
    return answerAll(
      records,
      [taken.id],
      onKind('return-authorization', (request, doing) => explainReturn(request, note, doing)),
      message,
      text,
    );
  return answerAll(
    records,
    [ours?.order ?? ''],
    onKind('vip-order', (order, doing) =>
      explainOrder(order, { line: ours?.line ?? '', note }, doing),
    ),
    message,
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
export const takeBackAndSay = (records: Records, row: ReconcileRow, text: Texts): Answered =>
  done(records, takeAnswersBack(records, row), text.vipReconcile.done.takenBack, text);

const takeAnswersBack = async (records: Records, row: ReconcileRow): Promise<Result<UndoMade>> => {
  const { ours, taken, theirs } = row;
  const ids = theirs.length > 0 ? lineIds(row) : [taken?.id ?? ours?.order ?? ''];
  const { kept, refused } = await changeManyKept(records, ids, (record, doing) =>
    takeAnswerBack(record, row, doing),
  );
  // Of several lines one may have had no answer.
  const [problem] = refused.values();
  if (problem !== undefined && refused.size === ids.length) return { ok: false, problem };
  const again: Back = (now, taken, doing) => answerAgain(now, row, taken, doing);
  return ok(backFrom(records, kept, again));
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
    const means = { text, editions: workspace?.data.editions, order: id };
    return placeOrder(records, waiting.authorization, input, means);
  }
  const editions = workspace?.data.editions;
  const draft = orderFromLine(id, data, customer, editions, records.doing());
  if (!draft.ok) return draft.problem;
  return refusalOf(
    perform(writeWithAll(records, draft.value, customer.id, editions), async ({ next, undo }) => {
      const number = orderNumber.trim();
      return {
        message:
          next === ''
            ? text.vipReconcile.done.made(number)
            : await saidClosed(number, next, text, records),
        undo,
        refused: sayingRefusal(records, text),
      };
    }),
  );
};

/**
 * Writes an order with what its customer says of it; answers the next anniversary, or '' where it
 * ended no renewal.
 */
const writeWithAll = async (
  records: Records,
  draft: Draft<VipOrderData>,
  customer: string,
  editions: ChosenEditions | undefined,
): Promise<Result<{ readonly next: Day; readonly undo: UndoMade }>> => {
  const written = await writeOrder(records, draft);
  if (!written.ok) return written;
  const first = await followPlaced(records, customer, editions);
  const renewed =
    draft.data.orderType === 'renewal' ? await closeRenewed(records, customer) : undefined;
  return ok({
    next: renewed?.next ?? '',
    undo: async () => {
      const left =
        (await whyOrderStays(records, { id: draft.id, parent: customer })) ??
        (await takingBack(records, { id: draft.id, kind: 'vip-order' }, written.value.back)());
      // What the customer says of an order that stays, it says with reason.
      if (left !== undefined && left.code !== 'changed-in-part') return left;
      await first.back();
      await renewed?.back();
      return left;
    },
  });
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
  const { record } = await loadAdobeVipWords(text.language, 'vipRenewals');
  return record.savedClosed(number, text.format.dayShort(next, records.doing().today));
};

/** Says why an answer was not taken; what the making of an order refuses in its own words. */
export const sayRefused = (problem: Problem | undefined, text: Texts, today: Day): void => {
  if (problem === undefined) return;
  const isKnown = Object.hasOwn(text.vipReconcile.problems, problem.code);
  const isOrders = !isKnown && Object.hasOwn(text.vip.problems, problem.code);
  toasts.say(isOrders ? vipProblem(problem, text, today) : reconcileProblem(problem, text));
};
