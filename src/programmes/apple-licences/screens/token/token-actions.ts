import {
  editToken,
  forgetText,
  type TokenInput,
} from '#programmes/apple-licences/rules/token/token-commands.ts';
import {
  noteFinding,
  takeNoteBack,
} from '#programmes/apple-licences/rules/token/token-findings.ts';
import type { Finding } from '#programmes/apple-licences/rules/token/token-life.ts';
import type { Day } from '#core/day/day.ts';
import type { Problem } from '#core/result.ts';
import { missingIn } from '#core/record/step.ts';
import type { Records } from '#data/records/records.ts';
import { onKind, type KindCommand } from '#data/records/on-kind.ts';
import type { Texts } from '#ui/text.ts';
import { perform, performAndSay } from '#ui/perform.ts';
import { toasts } from '#ui/toast.svelte.ts';
import { changeFields, refusalOf } from '#data/records/change-fields.ts';
import { takingBack } from '#data/records/taking-back.ts';
import { changeKept } from '#data/records/kept-change.ts';
import { putInTrash } from '#data/trash/in-trash.ts';
import { renewalActions } from './renewal-actions.ts';
import { tokenProblem } from './token-words.ts';

/**
 * What a person does to a token: each writes at once, says so with a way back, and answers a
 * refusal if there is one.
 */
export const tokenActions = (records: Records, id: string, text: Texts) => {
  const words = text.tokens;
  return {
    ...renewalActions(records, id, text),
    /**
     * `file` is the fingerprint of the file that it was found of; without one, of the file that
     * counts.
     */
    note: (
      kind: Finding | 'found-valid',
      on: Day,
      note: string,
      file?: string,
    ): Promise<Problem | undefined> => {
      const noting = changeKept(records, { id, kind: 'content-token' }, (token, doing) =>
        noteFinding(token, { kind, on, note, file }, doing),
      );
      return refusalOf(
        perform(noting, ({ before, after }) => {
          const [noted] = missingIn(before.steps, after.steps);
          return {
            message: kind === 'found-valid' ? words.finding.valid : words.finding.saved,
            undo: takingBack(records, { id, kind: 'content-token' }, (token, doing) =>
              takeNoteBack(token, noted?.id ?? '', doing),
            ),
          };
        }),
      );
    },
    edit: (input: TokenInput): Promise<Problem | undefined> => {
      const edit: KindCommand<'content-token'> = (token, doing) => editToken(token, input, doing);
      const change = changeFields(records, { id, kind: 'content-token' }, edit, () => ({
        entries: ['holders'],
        together: [['system', 'systemName']],
      }));
      return performAndSay(change, words.changed);
    },
    /** The sealed text is gone for good: what opens with it can be downloaded again. */
    forget: async (): Promise<void> => {
      const answer = await records.change(id, onKind('content-token', forgetText));
      toasts.say(answer.ok ? words.forgotten : tokenProblem(answer.problem, text));
    },
    trash: (): Promise<Problem | undefined> =>
      performAndSay(putInTrash(records, id), words.trashed),
  };
};
