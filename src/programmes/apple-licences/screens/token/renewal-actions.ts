import type { ContentToken } from '#programmes/apple-licences/rules/token/content-token.ts';
import {
  takeTickBack,
  tickRenewal,
  undoRenewal,
  untickRenewal,
} from '#programmes/apple-licences/rules/token/token-commands.ts';
import { fileOf } from '#programmes/apple-licences/rules/token/token-files.ts';
import { lastDayOf, type RenewalStep } from '#programmes/apple-licences/rules/token/token-life.ts';
import type { Result } from '#core/result.ts';
import { missingIn } from '#core/record/step.ts';
import { refusalOf } from '#data/records/change-fields.ts';
import { changeKept } from '#data/records/kept-change.ts';
import { onKind } from '#data/records/on-kind.ts';
import { takingBack } from '#data/records/taking-back.ts';
import type { Records } from '#data/records/records.ts';
import { dayOfMoment } from '#platform/clock.ts';
import { perform } from '#ui/perform.ts';
import type { Texts } from '#ui/text.ts';
import { toasts } from '#ui/toast.svelte.ts';
import { tokenProblem } from './token-words.ts';

type Ticked = Exclude<RenewalStep, 'renewed'>;

/** What a person does to a renewal. */
export const renewalActions = (records: Records, id: string, text: Texts) => {
  const words = text.tokens.renewal;
  const tickAs = (kind: Ticked, isDone: boolean) =>
    changeKept(records, { id, kind: 'content-token' }, (token, doing) =>
      isDone ? tickRenewal(token, kind, doing) : untickRenewal(token, kind, doing),
    );
  const sayRefused = async (work: Promise<Result<unknown>>): Promise<void> => {
    const problem = await refusalOf(work);
    if (problem !== undefined) toasts.say(tokenProblem(problem, text));
  };
  return {
    /** Ticks a step of the renewal, or takes the tick back. */
    tick: async (kind: Ticked, isDone: boolean): Promise<void> => {
      const ticking = tickAs(kind, isDone);
      if (kind !== 'checked' || !isDone) return sayRefused(ticking);
      // The list is empty again with its last tick: it must be possible to have pressed it by
      // mistake.
      return sayRefused(
        perform(ticking, ({ before, after }) => {
          const [step] = missingIn(before.steps, after.steps);
          const undo = takingBack(records, { id, kind: 'content-token' }, (token, doing) =>
            takeTickBack(token, step, doing),
          );
          return { message: words.finished, undo };
        }),
      );
    },
    /** The file before the last one counts again; the sentence says that its text is gone. */
    undoRenewal: async (): Promise<void> => {
      const undoing = records.change(id, onKind('content-token', undoRenewal));
      const lastDay = (token: ContentToken) =>
        text.format.dayShort(lastDayOf(fileOf(token), { dayOf: dayOfMoment }), '');
      return sayRefused(perform(undoing, (token) => ({ message: words.undone(lastDay(token)) })));
    },
  };
};
