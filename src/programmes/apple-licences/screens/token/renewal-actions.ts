import type { ContentTokenData } from '#programmes/apple-licences/rules/token/content-token.ts';
import {
  tickRenewal,
  undoRenewal,
  untickRenewal,
} from '#programmes/apple-licences/rules/token/token-commands.ts';
import { fileOf } from '#programmes/apple-licences/rules/token/token-files.ts';
import { lastDayOf, type RenewalStep } from '#programmes/apple-licences/rules/token/token-life.ts';
import type { Records } from '#data/records/records.ts';
import { dayOfMoment } from '#platform/clock.ts';
import type { Texts } from '#ui/text.ts';
import { toasts } from '#ui/toast.svelte.ts';
import { tokenProblem } from './token-words.ts';

type Ticked = Exclude<RenewalStep, 'renewed'>;

/** What a person does to a renewal. */
export const renewalActions = (records: Records, id: string, text: Texts) => {
  const words = text.tokens.renewal;
  const tickAs = (kind: Ticked, isDone: boolean) =>
    records.change<ContentTokenData>(id, (token, doing) =>
      isDone ? tickRenewal(token, kind, doing) : untickRenewal(token, kind, doing),
    );
  return {
    /** Ticks a step of the renewal, or takes the tick back. */
    tick: async (kind: Ticked, isDone: boolean): Promise<void> => {
      const answer = await tickAs(kind, isDone);
      if (!answer.ok) toasts.say(tokenProblem(answer.problem, text));
      // The list is empty again with its last tick: it must be possible to have pressed it by
      // mistake.
      else if (kind === 'checked' && isDone)
        toasts.say(words.finished, () => tickAs('checked', false));
    },
    /** The file before the last one counts again; the sentence says that its text is gone. */
    undoRenewal: async (): Promise<void> => {
      const answer = await records.change<ContentTokenData>(id, undoRenewal);
      if (answer.ok)
        toasts.say(
          words.undone(
            text.format.dayShort(lastDayOf(fileOf(answer.value), { dayOf: dayOfMoment }), ''),
          ),
        );
      else toasts.say(tokenProblem(answer.problem, text));
    },
  };
};
