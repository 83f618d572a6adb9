import { isSameValue } from '#core/record/same-value.ts';
import { fieldOf, takeFieldBack, writeField } from '#programmes/write-field.ts';
import type { VolymRecord } from '#core/record/record.ts';
import { refuse, type Problem } from '#core/result.ts';
import { besideField } from '#data/questions/beside-field.ts';
import type { App } from '#ui/app.svelte.ts';
import type { Texts } from '#ui/text.ts';
import { refusalOf } from '#data/records/change-fields.ts';
import { takingBack } from '#data/records/taking-back.ts';
import { changeKept } from '#data/records/kept-change.ts';
import { perform } from '#ui/perform.ts';
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
  const bringing = changeKept(records, { id, kind }, (record, doing) =>
    writeField(record, { field, value, reason }, doing, beside),
  );
  return refusalOf(
    perform(bringing, (changed) => ({
      message: words.broughtBack(fieldName, label),
      undo: async () => {
        const since = await besideNow();
        return takingBack(records, { id, kind }, (record, doing) => {
          if (!isSameValue(fieldOf(record, field), value))
            return refuse('changed-since', undefined, { fields: field });
          const written = { field, value: fieldOf(changed.before, field), reason };
          return takeFieldBack(record, { changed, written }, doing, since);
        })();
      },
    })),
  );
};
