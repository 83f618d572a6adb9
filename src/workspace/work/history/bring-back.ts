import { isSameValue } from '#core/record/same-value.ts';
import { ok, refuse } from '#core/result.ts';
import type { VolymRecord } from '#core/record/record.ts';
import type { RuleSettings, WrittenField } from '#programmes/ground.ts';
import { fieldOf, takeFieldBack, writeField } from '#programmes/write-field.ts';
import { besideField } from '#data/questions/beside-field.ts';
import { changeKept } from '#data/records/kept-change.ts';
import type { Records } from '#data/records/records.ts';
import { takingBack } from '#data/records/taking-back.ts';

/**
 * Gives a field an earlier value again, as an ordinary edit; answers what takes that back, which
 * leaves alone what someone wrote in between.
 */
export const bringFieldBack = async (
  records: Pick<Records, 'change' | 'find'>,
  { id, kind }: Pick<VolymRecord, 'id' | 'kind'>,
  { field, value, reason }: WrittenField,
  editions: RuleSettings['editions'],
) => {
  const besideNow = () => besideField(records, { id, kind }, field, editions);
  const beside = await besideNow();
  const changed = await changeKept(records, { id, kind }, (record, doing) =>
    writeField(record, { field, value, reason }, doing, beside),
  );
  if (!changed.ok) return changed;
  const { before } = changed.value;
  return ok(async () => {
    const since = await besideNow();
    return takingBack(records, { id, kind }, (record, doing) => {
      if (!isSameValue(fieldOf(record, field), value))
        return refuse('changed-since', undefined, { fields: field });
      const written = { field, value: fieldOf(before, field), reason };
      return takeFieldBack(record, { changed: changed.value, written }, doing, since);
    })();
  });
};
