import { fieldOf, isSameValue, writeField } from '#domain/write-field.ts';
import { refuse, type Problem } from '#domain/result.ts';
import type { Records } from '#data/records.ts';
import type { Texts } from '../text.ts';
import { toasts } from '../toast.svelte.ts';
import type { BroughtBack } from './past-lines.ts';

/**
 * Gives a field an earlier value again, as an ordinary edit with a way back: what someone wrote in between is left alone.
 * Answers a refusal if there is one.
 */
export const bringBack = async (
  records: Records,
  id: string,
  { field, fieldName, value, label }: BroughtBack,
  text: Pick<Texts, 'history'>,
): Promise<Problem | undefined> => {
  const words = text.history;
  const reason = words.bringBackReason;
  let before: unknown;
  const answer = await records.change(id, (record, doing) => {
    before = fieldOf(record, field);
    return writeField(record, { field, value, reason }, doing);
  });
  if (!answer.ok) return answer.problem;
  toasts.say(words.broughtBack(fieldName, label), async () => {
    const back = await records.change(id, (record, doing) =>
      isSameValue(fieldOf(record, field), value)
        ? writeField(record, { field, value: before, reason }, doing)
        : refuse('changed-since'),
    );
    if (!back.ok) toasts.say(words.changedSince);
  });
  return undefined;
};
