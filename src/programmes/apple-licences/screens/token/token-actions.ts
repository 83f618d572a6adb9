import type { TokenInput } from '#programmes/apple-licences/rules/token/token-commands.ts';
import type { Finding } from '#programmes/apple-licences/rules/token/token-life.ts';
import type { Day } from '#core/day/day.ts';
import type { TokenRefused } from '#programmes/apple-licences/rules/token/token-problem.ts';
import type { Records } from '#data/records/records.ts';
import type { Texts } from '#ui/text.ts';
import { performAndSay } from '#ui/perform.ts';
import { toasts } from '#ui/toast.svelte.ts';
import { putInTrash } from '#data/trash/in-trash.ts';
import { renewalActions } from './renewal-actions.ts';
import { tokenProblem } from './token-words.ts';
import {
  editWithUndo,
  forgetTextOf,
  noteWithUndo,
} from '#programmes/apple-licences/work/token/edit-token.ts';

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
    ): Promise<TokenRefused | undefined> =>
      performAndSay(
        noteWithUndo(records, id, { kind, on, note, file }),
        kind === 'found-valid' ? words.finding.valid : words.finding.saved,
      ),
    edit: (input: TokenInput): Promise<TokenRefused | undefined> =>
      performAndSay(editWithUndo(records, id, input), words.changed),
    /** The sealed text is gone for good: what opens with it can be downloaded again. */
    forget: async (): Promise<void> => {
      const answer = await forgetTextOf(records, id);
      toasts.say(answer.ok ? words.forgotten : tokenProblem(answer.problem, text));
    },
    trash: (): Promise<TokenRefused | undefined> =>
      performAndSay(putInTrash(records, id), words.trashed),
  };
};
