import type { Clash, VolymRecord } from '#core/record/record.ts';
import type { Problem } from '#core/result.ts';
import { giveAnswer } from '#data/questions/give-answer.ts';
import type { App } from '#ui/app.svelte.ts';
import { refusedWords } from '#ui/say-refused.ts';
import type { Texts } from '#ui/text.ts';
import { toasts } from '#ui/toast.svelte.ts';

type Answered = { readonly record: VolymRecord; readonly clash: Clash; readonly value: unknown };

/**
 * Answers a question of a record and says so with a way back, which asks it anew and says why where
 * it cannot. Answers a refusal if there is one; that someone else was quicker is said and is none.
 */
export const answerIt = async (
  { records, workspace }: Pick<App, 'records' | 'workspace'>,
  answered: Answered,
  text: Pick<Texts, 'sync' | 'shell'>,
): Promise<Problem | undefined> => {
  const { conflict: words, problems } = text.sync;
  const done = await giveAnswer(
    records,
    { ...answered, reason: words.undoneReason },
    workspace?.data.editions,
  );
  if (!done.ok && done.problem.code !== 'question-is-gone') return done.problem;
  if (!done.ok) return void toasts.say(problems['question-is-gone']);
  const { takeBack, refused } = done.value;
  // The question is there again, and has no room for what is said of the one before.
  if (refused !== undefined) toasts.say(refusedWords(refused, text));
  if (refused !== undefined) return refused;
  toasts.say(words.done, async () => {
    const problem = await takeBack();
    if (problem !== undefined && problem.code !== 'changed-since') return problem;
    return void toasts.say(problem === undefined ? words.askedAgain : words.changedSince);
  });
  return undefined;
};
