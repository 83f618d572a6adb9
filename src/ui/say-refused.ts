import { ownEntry } from '#core/own-entry.ts';
import type { Problem, Result } from '#core/result.ts';
import type { LeftByUndo } from '#data/records/change-fields.ts';
import type { Texts } from './text.ts';
import { toasts } from './toast.svelte.ts';

type Words = Pick<Texts, 'shell'>;

/** Why something that is saved at once was not, in a sentence that holds for any record. */
export const refusedWords = ({ code }: Problem, { shell: { refused } }: Words): string => {
  const { notSaved, changedSince } = refused;
  const words: Readonly<Record<LeftByUndo, string>> = {
    'only-reads': refused['only-reads'],
    'record-is-gone': refused['record-is-gone'],
    'record-not-understood': notSaved,
    'not-in-form': notSaved,
    'changed-since': changedSince,
    'nothing-to-take-back': changedSince,
    'changed-in-part': refused['changed-in-part'],
  };
  return ownEntry<string>(words, code) ?? notSaved;
};

/**
 * Shows why something was not saved if no form is open to show it in; returns whether it was saved.
 */
export const savedOrShown = (answer: Result<unknown>, text: Words): boolean => {
  if (!answer.ok) toasts.say(refusedWords(answer.problem, text));
  return answer.ok;
};
