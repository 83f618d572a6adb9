import type { ReconcileRow } from '#programmes/adobe-vip/rules/reconcile/row.ts';
import type { OurLine } from '#programmes/adobe-vip/rules/reconcile/sides.ts';
import type { InvoiceLine } from '#programmes/adobe-vip/rules/product/invoice-line.ts';
import type { VipCustomer } from '#programmes/adobe-vip/rules/customer/vip-customer.ts';
import type { Day } from '#core/day/day.ts';
import { hasSentence } from '#core/language/sentence.ts';
import type { VipRefused, VipResult } from '#programmes/adobe-vip/rules/vip-problem.ts';
import type { AnswerProblem } from '#programmes/adobe-vip/rules/reconcile/answer-commands.ts';
import type { Records } from '#data/records/records.ts';
import type { Here, Keyed } from '#programmes/adobe-vip/work/here.ts';
import type { Texts } from '#ui/text.ts';
import { toasts } from '#ui/toast.svelte.ts';
import { placedSentence } from '../order/place-and-say.ts';
import type { VipUndo } from '#programmes/adobe-vip/work/vip-undo.ts';
import { refusalOf } from '#data/records/change-fields.ts';
import { perform } from '#ui/perform.ts';
import { sayingRefusal } from '../say-refusal.ts';
import { vipProblem } from '../problem-words.ts';
import { loadAdobeVipWords } from '#programmes/adobe-vip/words/load.ts';
import { reconcileProblem } from './reconcile-words.ts';
import {
  acceptRow,
  disownRow,
  explainRow,
  pairRow,
  takeAnswersBack,
} from '#programmes/adobe-vip/work/reconcile/answer-rows.ts';
import { makeFromLine } from '#programmes/adobe-vip/work/reconcile/make-order.ts';

type Answered = Promise<VipRefused<AnswerProblem> | undefined>;

/** Does it and says so; answers why it was refused. */
const done = (
  records: Records,
  work: Promise<VipResult<VipUndo<AnswerProblem['code']>, AnswerProblem>>,
  message: string,
  text: Texts,
): Answered =>
  refusalOf(
    perform(work, (undo) => ({
      message,
      undo,
      refused: (problem: VipRefused<AnswerProblem>) =>
        sayRefused(problem, text, records.doing().today),
    })),
  );

/** Closes a difference as the invoice has it, and says so. */
export const acceptAndSay = (records: Records, row: ReconcileRow, text: Texts): Answered =>
  done(records, acceptRow(records, row), text.vipReconcile.done.accepted, text);

/** Writes that a line is not ours, and says so. */
export const disownAndSay = (records: Records, row: ReconcileRow, text: Texts): Answered =>
  done(records, disownRow(records, row), text.vipReconcile.done['not-ours'], text);

/** Closes a row with words, and says so. */
export const explainAndSay = (
  records: Records,
  row: ReconcileRow,
  note: string,
  text: Texts,
): Answered =>
  done(records, explainRow(records, row, note), text.vipReconcile.done.explained, text);

/** Records which line of which order the lines of a row belong to. */
export const pairAndSay = (
  records: Records,
  row: ReconcileRow,
  to: OurLine,
  text: Texts,
): Answered =>
  done(records, pairRow(records, row, to), text.vipReconcile.done.paired(to.orderNumber), text);

/**
 * Takes back the answer to a row; its undo restores the answer, unless there is a newer one.
 */
export const takeBackAndSay = (records: Records, row: ReconcileRow, text: Texts): Answered =>
  done(records, takeAnswersBack(records, row), text.vipReconcile.done.takenBack, text);

/** Makes the order that a line of an invoice tells of, and says what came of it. */
export const makeOrder = (
  app: Here & { readonly vault: Keyed },
  line: InvoiceLine,
  customer: VipCustomer,
  text: Texts,
): Answered => {
  const { records } = app;
  return refusalOf(
    perform(makeFromLine(app, line, customer), async ({ placed, next, undo }) => {
      const number = line.data.orderNumber.trim();
      const made =
        next === ''
          ? text.vipReconcile.done.made(number)
          : await closedSentence(number, next, text, records);
      return {
        message:
          placed === undefined ? made : placedSentence(number, placed.anniversary, text, records),
        undo,
        refused: sayingRefusal(records, text),
      };
    }),
  );
};

const closedSentence = async (
  number: string,
  next: Day,
  text: Texts,
  records: Records,
): Promise<string> => {
  const { record } = await loadAdobeVipWords(text.language, 'vipRenewals');
  return record.savedClosed(number, text.format.dayShort(next, records.doing().today));
};

/** Says why an answer was not taken; what the making of an order refuses in its own words. */
export const sayRefused = (
  problem: VipRefused<AnswerProblem> | undefined,
  text: Texts,
  today: Day,
): void => {
  if (problem === undefined) return;
  const isKnown = hasSentence(text.vipReconcile.problems, problem);
  if (!isKnown && hasSentence(text.vip.problems, problem))
    toasts.say(vipProblem(problem, text, today));
  else toasts.say(reconcileProblem(problem, text));
};
