import {
  acceptLine,
  answerAgain,
  disownLine,
  explainLine,
  explainOrder,
  explainReturn,
  pairLine,
  takeAnswerBack,
  type AnswerProblem,
} from '#programmes/adobe-vip/rules/reconcile/answer-commands.ts';
import type { ReconcileRow } from '#programmes/adobe-vip/rules/reconcile/row.ts';
import type { OurLine } from '#programmes/adobe-vip/rules/reconcile/sides.ts';
import { takeAddedBack } from '#programmes/adobe-vip/rules/customer/take-steps-back.ts';
import type { Changed } from '#core/record/changed.ts';
import type { Doing } from '#core/record/kind.ts';
import type { Draft, VolymRecord } from '#core/record/record.ts';
import type { VipResult } from '#programmes/adobe-vip/rules/vip-problem.ts';
import { ok } from '#core/result.ts';
import type { Records } from '#data/records/records.ts';
import { changeManyKept } from '#data/records/kept-change.ts';
import type { VipUndo } from '../vip-undo.ts';
import { takingManyBack } from '#data/records/taking-back.ts';
import { onKind } from '#data/records/on-kind.ts';

type Back = (now: VolymRecord, changed: Changed, doing: Doing) => VipResult<Draft, AnswerProblem>;

/** The way back from what was changed of several records. */
const backFrom = (
  records: Records,
  kept: ReadonlyMap<string, Changed>,
  back: Back,
): VipUndo<AnswerProblem['code']> =>
  takingManyBack(records, [...kept.keys()], (now, doing) => back(now, kept.get(now.id)!, doing));

/**
 * Writes an answer on every record of a row; undone, exactly those steps are taken back. Refused by
 * one of them, nothing of it stays: half an answer would close nothing.
 */
const changeAll = async (
  records: Records,
  ids: readonly string[],
  command: (record: VolymRecord, doing: Doing) => VipResult<Draft, AnswerProblem>,
): Promise<VipResult<VipUndo<AnswerProblem['code']>, AnswerProblem>> => {
  const { kept, refused } = await changeManyKept(records, ids, command);
  const undo = backFrom(records, kept, takeAddedBack);
  const [problem] = refused.values();
  if (problem === undefined) return ok(undo);
  if (kept.size > 0) await undo();
  return { ok: false, problem };
};

const lineIds = ({ theirs }: Pick<ReconcileRow, 'theirs'>): string[] => theirs.map(({ id }) => id);

/** Closes a difference as the invoice has it. */
export const acceptRow = (
  records: Records,
  row: ReconcileRow,
): Promise<VipResult<VipUndo<AnswerProblem['code']>, AnswerProblem>> =>
  changeAll(records, lineIds(row), onKind('invoice-line', acceptLine));

/** Writes that a line is not ours. */
export const disownRow = (
  records: Records,
  row: ReconcileRow,
): Promise<VipResult<VipUndo<AnswerProblem['code']>, AnswerProblem>> =>
  changeAll(records, lineIds(row), onKind('invoice-line', disownLine));

/** Closes a row with words. */
export const explainRow = (
  records: Records,
  { ours, taken, theirs }: ReconcileRow,
  note: string,
): Promise<VipResult<VipUndo<AnswerProblem['code']>, AnswerProblem>> => {
  if (theirs.length > 0)
    return changeAll(
      records,
      lineIds({ theirs }),
      onKind('invoice-line', (line, doing) => explainLine(line, note, doing)),
    );
  if (taken !== undefined)
    return changeAll(
      records,
      [taken.id],
      onKind('return-authorization', (request, doing) => explainReturn(request, note, doing)),
    );
  return changeAll(
    records,
    [ours?.order ?? ''],
    onKind('vip-order', (order, doing) =>
      explainOrder(order, { line: ours?.line ?? '', note }, doing),
    ),
  );
};

/** Writes of which line of which order the lines of a row are. */
export const pairRow = (
  records: Records,
  row: ReconcileRow,
  to: OurLine,
): Promise<VipResult<VipUndo<AnswerProblem['code']>, AnswerProblem>> =>
  changeAll(
    records,
    lineIds(row),
    onKind('invoice-line', (line, doing) =>
      pairLine(line, { order: to.order, line: to.line }, doing),
    ),
  );

/**
 * Takes back what was answered about a row; undone, it holds again, unless something was answered
 * since.
 */
export const takeAnswersBack = async (
  records: Records,
  row: ReconcileRow,
): Promise<VipResult<VipUndo<AnswerProblem['code']>, AnswerProblem>> => {
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
