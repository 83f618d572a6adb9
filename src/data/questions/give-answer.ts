import type { ActedOn } from '#core/record/act.ts';
import {
  answerQuestion,
  type AnswerProblem,
  standingValue,
  takeAnswerBack,
} from '#workspace/rules/questions/answer-question.ts';
import { TRASHED_ON } from '#core/record/trash.ts';
import type { Clash, VolymRecord } from '#core/record/record.ts';
import { ok, type Result } from '#core/result.ts';
import type { AnyProblem } from '#programmes/any-problem.ts';
import type { RuleSettings } from '#programmes/ground.ts';
import { joinAnew } from '#programmes/upkeeps.ts';
import { besideField } from './beside-field.ts';
import type { UndoMade } from '../records/change-fields.ts';
import type { Records } from '../records/records.ts';
import { actedOn, layAgain, restoreWithOrder } from '../trash/restore.ts';

/**
 * An answer, and the question of a record that it belongs to; `reason` is set where the business
 * requires one.
 */
export type Given = {
  readonly record: Pick<VolymRecord, 'id' | 'kind'>;
  readonly clash: Clash;
  readonly value: unknown;
  readonly reason: string;
};

/** An answer that was given. */
export type GivenAnswer = {
  /**
   * Asks the question again, and puts what the answer took out of the trash back there. Returns why
   * it could not.
   */
  readonly takeBack: UndoMade<AnyProblem['code']>;
  /**
   * Why what comes along could not leave the trash: the answer was taken back, and the question is
   * asked again.
   */
  readonly refused?: AnyProblem | undefined;
};

/**
 * Answers a question of a record. A record that stays out of the trash brings its codes along, and
 * a code brings its order with all the others; if one of them is refused, the answer is taken back,
 * so that they stay together. An order that was joined to another is separated from it if it stays
 * out, and joined with everything that came since if it does not. Returns how to undo it.
 */
export const giveAnswer = async (
  records: Records,
  { record: { id, kind }, clash, value, reason }: Given,
  editions?: RuleSettings['editions'],
): Promise<Result<GivenAnswer, AnswerProblem>> => {
  const beside = () => besideField(records, { id, kind }, clash.field, editions);
  const known = await beside();
  let before: unknown;
  const done = await records.change(id, (newest, doing) => {
    before = standingValue(newest, clash.field);
    return answerQuestion(newest, { clash: clash.id, value, reason }, doing, known);
  });
  if (!done.ok) return done;
  const after = standingValue(done.value, clash.field);
  let lay: readonly ActedOn[] = [];
  let joined: readonly ActedOn[] = [];
  const takeBack = async (): Promise<AnyProblem | undefined> => {
    const now = await beside();
    const asked = await records.change(id, (newest, doing) =>
      takeAnswerBack(newest, { clash, before, after, reason }, doing, now),
    );
    return asked.ok ? ((await layAgain(records, lay)) ?? joinAnew(records, joined)) : asked.problem;
  };
  if (clash.field !== TRASHED_ON) return ok({ takeBack });
  const comesOut = () =>
    restoreWithOrder(records, id, (all) => {
      lay = all.filter((record) => record.id !== id);
      joined = all;
    });
  const refused = await (value === '' ? comesOut() : joinAnew(records, [actedOn(done.value)]));
  if (refused !== undefined) await takeBack();
  return ok({ takeBack, refused });
};
