import { stayedFields } from '#core/record/fields-back.ts';
import type { Problem, Result } from '#core/result.ts';
import { refusalOf } from '#data/records/change-fields.ts';
import { toasts, whyNot, type TakeBack } from './toast.svelte.ts';

/** The message about finished work, and its undo, if possible; `Back` is what that refuses with. */
export type Done<Back extends string = string> = {
  readonly message: string;
  readonly undo?: TakeBack<Back> | undefined;
  /**
   * Tells why the undo was refused, where its programme has words of its own for that. Fields that
   * it left are named in the same way for all.
   */
  readonly refused?: (problem: Problem<Back>) => void;
};

/**
 * The one way to do, report and undo: runs the work, says what was done and offers its undo.
 * Returns the work's result: the form or screen that called it shows a refusal.
 */
export const perform = async <Made, Code extends string, Back extends string = string>(
  work: Promise<Result<Made, Problem<Code>>>,
  done: (made: Made) => Done<Back> | Promise<Done<Back>>,
): Promise<Result<Made, Problem<Code>>> => {
  const answer = await work;
  if (!answer.ok) return answer;
  const { message, undo, refused } = await done(answer.value);
  toasts.say(message, undo !== undefined && refused !== undefined ? telling(undo, refused) : undo);
  return answer;
};

/** Does it and says so with its undo; answers why it was refused. */
export const performAndSay = <Code extends string>(
  work: Promise<Result<TakeBack, Problem<Code>>>,
  message: string,
): Promise<Problem<Code> | undefined> => refusalOf(perform(work, (undo) => ({ message, undo })));

const telling =
  <Back extends string>(undo: TakeBack<Back>, refused: (problem: Problem<Back>) => void) =>
  async (): Promise<Problem | undefined> => {
    const problem = whyNot(await undo());
    if (problem === undefined || stayedFields(problem).length > 0) return problem;
    refused(problem);
    return undefined;
  };
