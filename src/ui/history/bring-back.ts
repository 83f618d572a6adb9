import { fieldOf, isSameValue, writeField } from '#domain/write-field.ts';
import type { VolymRecord } from '#domain/record.ts';
import { refuse, type Problem } from '#domain/result.ts';
import { besideField } from '#data/beside-field.ts';
import type { App } from '../app.svelte.ts';
import type { Texts } from '../text.ts';
import { toasts } from '../toast.svelte.ts';
import type { BroughtBack } from './past-lines.ts';

/**
 * Gives a field an earlier value again, as an ordinary edit with a way back: what someone wrote in between is left alone.
 * Answers a refusal if there is one.
 */
export const bringBack = async (
  { records, workspace }: Pick<App, 'records' | 'workspace'>,
  { id, kind }: Pick<VolymRecord, 'id' | 'kind'>,
  { field, fieldName, value, label }: BroughtBack,
  text: Pick<Texts, 'history'>,
): Promise<Problem | undefined> => {
  const words = text.history;
  const reason = words.bringBackReason;
  const beside = () => besideField(records, { id, kind }, field, workspace?.data.editions);
  const known = await beside();
  let before: unknown;
  const answer = await records.change(id, (record, doing) => {
    before = fieldOf(record, field);
    return writeField(record, { field, value, reason }, doing, known);
  });
  if (!answer.ok) return answer.problem;
  toasts.say(words.broughtBack(fieldName, label), async () => {
    const now = await beside();
    const back = await records.change(id, (record, doing) =>
      isSameValue(fieldOf(record, field), value)
        ? writeField(record, { field, value: before, reason }, doing, now)
        : refuse('changed-since'),
    );
    if (!back.ok) toasts.say(words.changedSince);
  });
  return undefined;
};
