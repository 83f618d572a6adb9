import type { Clash, VolymRecord } from '#core/record/record.ts';
import { ok, type Result } from '#core/result.ts';
import type { AnyProblem } from '#programmes/any-problem.ts';
import type { FieldProblem } from '#programmes/ground.ts';
import type { AnswerProblem } from '#workspace/rules/questions/answer-question.ts';
import { giveAnswer } from '#data/questions/give-answer.ts';
import type { UndoMade } from '#data/records/change-fields.ts';
import type { App } from '#ui/app.svelte.ts';
import { refusedWords } from '#ui/say-refused.ts';
import type { Texts } from '#ui/text.ts';
import { toasts } from '#ui/toast.svelte.ts';
import { ownSentence } from '../refusal/problem-text.ts';
import { performAnswer } from './perform-answer.ts';

type Answered = { readonly record: VolymRecord; readonly clash: Clash; readonly value: unknown };

/** Answers a question of a record and says so with a way back that asks it anew; answers a refusal. */
export const answerIt = (
  { records, workspace }: Pick<App, 'records' | 'workspace'>,
  answered: Answered,
  text: Pick<Texts, 'sync' | 'shell' | 'language' | 'format'>,
): Promise<FieldProblem | undefined> => {
  const words = text.sync.conflict;
  const answering = async (): Promise<Result<UndoMade<AnyProblem['code']>, AnswerProblem>> => {
    const given = { ...answered, reason: words.undoneReason };
    const answer = await giveAnswer(records, given, workspace?.data.editions);
    if (!answer.ok) return answer;
    const { takeBack, refused } = answer.value;
    if (refused === undefined) return ok(takeBack);
    // The question is open again, and has no room for a message about the former answer.
    const { kind } = answered.record;
    const told = { problem: refused, kind, today: records.doing().today };
    toasts.say((await ownSentence(told, text)) ?? refusedWords(refused, text));
    return { ok: false, problem: refused };
  };
  return performAnswer(answering(), words.done, text.sync);
};
