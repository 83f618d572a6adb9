import type { ContentToken } from '#programmes/apple-licences/rules/token/content-token.ts';
import { fileOf } from '#programmes/apple-licences/rules/token/token-files.ts';
import { lastDayOf } from '#programmes/apple-licences/rules/token/token-life.ts';
import type { TokenResult } from '#programmes/apple-licences/rules/token/token-problem.ts';
import { refusalOf } from '#data/records/change-fields.ts';
import type { Records } from '#data/records/records.ts';
import { dayOfMoment } from '#platform/clock.ts';
import { perform } from '#ui/perform.ts';
import type { Texts } from '#ui/text.ts';
import { toasts } from '#ui/toast.svelte.ts';
import { tokenProblem } from './token-words.ts';
import {
  takeRenewalBack,
  tickWithUndo,
  type Ticked,
} from '#programmes/apple-licences/work/token/tick-renewal.ts';

/** What a person does to a renewal: each writes at once and says so, or why not. */
export const renewalActions = (records: Records, id: string, text: Texts) => {
  const words = text.tokens.renewal;
  const sayRefused = async (work: Promise<TokenResult<unknown>>): Promise<void> => {
    const problem = await refusalOf(work);
    if (problem !== undefined) toasts.say(tokenProblem(problem, text));
  };
  return {
    /** Ticks a step of the renewal, or takes the tick back. */
    tick: async (kind: Ticked, isDone: boolean): Promise<void> => {
      const ticking = tickWithUndo(records, id, kind, isDone);
      if (kind !== 'checked' || !isDone) return sayRefused(ticking);
      // The list is empty again with its last tick: it must be possible to have pressed it by
      // mistake.
      return sayRefused(perform(ticking, (undo) => ({ message: words.finished, undo })));
    },
    /** The file before the last one counts again; the sentence says that its text is gone. */
    undoRenewal: async (): Promise<void> => {
      const undoing = takeRenewalBack(records, id);
      const lastDay = (token: ContentToken) =>
        text.format.dayShort(lastDayOf(fileOf(token), { dayOf: dayOfMoment }), '');
      return sayRefused(perform(undoing, (token) => ({ message: words.undone(lastDay(token)) })));
    },
  };
};
