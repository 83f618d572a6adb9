import { answerQuestion, standingValue, takeAnswerBack } from '#domain/answer-question.ts';
import { TRASHED_ON } from '#domain/question.ts';
import type { Clash, VolymRecord } from '#domain/record.ts';
import type { Problem } from '#domain/result.ts';
import { besideField } from '#data/beside-field.ts';
import { restoreWithOrder } from '#data/trash/restore.ts';
import type { App } from '#ui/app.svelte.ts';
import type { Texts } from '#ui/text.ts';
import { toasts } from '#ui/toast.svelte.ts';

type Answered = { readonly record: VolymRecord; readonly clash: Clash; readonly value: unknown };

/**
 * Answers a question of a record and says so with a way back, which asks it anew. What stays out of the trash brings its
 * codes along, and a code its order with all of them. Answers a refusal if there is one; that someone else was quicker is
 * said and is none.
 */
export const answerIt = async (
  { records, workspace }: Pick<App, 'records' | 'workspace'>,
  { record: { id, kind }, clash, value }: Answered,
  text: Pick<Texts, 'sync'>,
): Promise<Problem | undefined> => {
  const { conflict: words, problems } = text.sync;
  const reason = words.undoneReason;
  const beside = () => besideField(records, { id, kind }, clash.field, workspace?.data.editions);
  const known = await beside();
  let before: unknown;
  const done = await records.change(id, (newest, doing) => {
    before = standingValue(newest, clash.field);
    return answerQuestion(newest, { clash: clash.id, value, reason }, doing, known);
  });
  if (!done.ok && done.problem.code !== 'question-is-gone') return done.problem;
  if (!done.ok) return void toasts.say(problems['question-is-gone']);
  if (clash.field === TRASHED_ON && value === '') await restoreWithOrder(records, id);
  const after = standingValue(done.value, clash.field);
  toasts.say(words.done, async () => {
    const now = await beside();
    const back = await records.change(id, (newest, doing) =>
      takeAnswerBack(newest, { clash, before, after, reason }, doing, now),
    );
    toasts.say(back.ok ? words.askedAgain : words.changedSince);
  });
  return undefined;
};
