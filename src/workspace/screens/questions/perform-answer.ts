import type { Problem, Result } from '#core/result.ts';
import { refusalOf, type UndoMade } from '#data/records/change-fields.ts';
import { perform } from '#ui/perform.ts';
import type { Texts } from '#ui/text.ts';
import { toasts } from '#ui/toast.svelte.ts';

const GONE = 'question-is-gone';

/**
 * Reports that a question was answered, with an undo that opens it again, or says why it cannot.
 * Returns a refusal if there is one; if someone else was quicker, that is reported but is no
 * refusal.
 */
export const performAnswer = async <Code extends string, Back extends string>(
  answering: Promise<Result<UndoMade<Back>, Problem<Code | typeof GONE>>>,
  message: string,
  { conflict: words, problems }: Texts['sync'],
): Promise<Problem<Exclude<Code, typeof GONE>> | undefined> => {
  const askAnew = (takeBack: UndoMade<Back>) => async (): Promise<Problem<Back> | undefined> => {
    const problem = await takeBack();
    if (problem !== undefined && problem.code !== 'changed-since') return problem;
    return void toasts.say(problem === undefined ? words.askedAgain : words.changedSince);
  };
  const problem = await refusalOf(
    perform(answering, (takeBack) => ({ message, undo: askAnew(takeBack) })),
  );
  if (problem === undefined || isStillAsked(problem)) return problem;
  return void toasts.say(problems[GONE]);
};

const isStillAsked = <Code extends string>(
  problem: Problem<Code>,
): problem is Problem<Exclude<Code, typeof GONE>> => problem.code !== GONE;
