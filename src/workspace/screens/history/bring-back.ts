import { leftByUndo } from '#core/record/fields-back.ts';
import { isSameValue } from '#core/record/same-value.ts';
import { fieldOf, takeFieldBack, writeField } from '#programmes/write-field.ts';
import type { VolymRecord } from '#core/record/record.ts';
import { refuse, type Problem } from '#core/result.ts';
import { besideField } from '#data/questions/beside-field.ts';
import type { App } from '#ui/app.svelte.ts';
import type { Texts } from '#ui/text.ts';
import { refusalOf } from '../undo/change-fields.ts';
import { changeKept } from '#data/records/kept-change.ts';
import { toasts } from '#ui/toast.svelte.ts';
import type { BroughtBack } from './past-lines.ts';

/**
 * Gives a field an earlier value again, as an ordinary edit with a way back: what someone wrote in
 * between is left alone. Answers a refusal if there is one.
 */
export const bringBack = async (
  { records, workspace }: Pick<App, 'records' | 'workspace'>,
  { id, kind }: Pick<VolymRecord, 'id' | 'kind'>,
  { field, fieldName, value, label }: BroughtBack,
  text: Pick<Texts, 'history'>,
): Promise<Problem | undefined> => {
  const words = text.history;
  const reason = words.bringBackReason;
  const besideNow = () => besideField(records, { id, kind }, field, workspace?.data.editions);
  const beside = await besideNow();
  const changed = await changeKept(records, id, (record, doing) =>
    writeField(record, { field, value, reason }, doing, beside),
  );
  if (!changed.ok) return changed.problem;
  const before = fieldOf(changed.value.before, field);
  toasts.say(words.broughtBack(fieldName, label), async () => {
    const since = await besideNow();
    let left: readonly string[] = [];
    const problem = await refusalOf(
      records.change(id, (record, doing) => {
        if (!isSameValue(fieldOf(record, field), value))
          return refuse('changed-since', undefined, { fields: field });
        const written = { field, value: before, reason };
        const taken = takeFieldBack(record, { changed: changed.value, written }, doing, since);
        left = taken.stayed ?? [];
        return taken;
      }),
    );
    return leftByUndo(left, problem === undefined ? 'changed-in-part' : 'changed-since') ?? problem;
  });
  return undefined;
};
