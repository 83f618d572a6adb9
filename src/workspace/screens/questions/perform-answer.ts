import type { Problem, Result } from '#core/result.ts';
import { refusalOf, type UndoMade } from '#data/records/change-fields.ts';
import { perform } from '#ui/perform.ts';
import type { Texts } from '#ui/text.ts';
import { toasts } from '#ui/toast.svelte.ts';

/**
 * Reports that a question was answered, with an undo that opens it again, or says why it cannot.
 * Returns a refusal if there is one; if someone else was quicker, that is reported but is no
 * refusal.
 */
export const performAnswer = async (
  answering: Promise<Result<UndoMade>>,
  message: string,
  { conflict: words, problems }: Texts['sync'],
): Promise<Problem | undefined> => {
  const askAnew = (takeBack: UndoMade) => async (): Promise<Problem | undefined> => {
    const problem = await takeBack();
    if (problem !== undefined && problem.code !== 'changed-since') return problem;
    return void toasts.say(problem === undefined ? words.askedAgain : words.changedSince);
  };
  const problem = await refusalOf(
    perform(answering, (takeBack) => ({ message, undo: askAnew(takeBack) })),
  );
  if (problem?.code !== 'question-is-gone') return problem;
  return void toasts.say(problems['question-is-gone']);
};
