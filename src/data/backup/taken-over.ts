import { deepEqual } from 'rxdb/plugins/utils';
import { joinsOf } from '#programmes/joins.ts';
import { kindOf } from '#programmes/kinds.ts';
import { saysTheSame, type Copy } from '../merge/copy.ts';
import { isMap } from '../merge/fields.ts';
import { merge, writtenAt } from '../merge/merge.ts';
import { isPast } from '../merge/past.ts';
import { isReadable, isWhole, understoodAs } from '../merge/readable.ts';
import { withoutTakenOff } from '../merge/taken-off.ts';
import { isInForm } from '../records/read-record.ts';
import { dataFrom, fieldsOf } from '#core/record/fields.ts';

type Fields = Readonly<Record<string, unknown>>;

/**
 * A record merged with its copy in a file. Some fields have no history, and a later write of the
 * file's record proves nothing about them: for those, the value here stays, in a map each entry. A
 * field that is not a map takes the file's value if everything else here is clearly older. An
 * unreadable copy replaces nothing, and is replaced by a readable one.
 */
export const takenOver = (here: Copy, inFile: Copy): Copy => {
  const met = metWithFile(here, inFile);
  return met === 'no-room' ? here : met;
};

/**
 * The same, or that nothing of the file's record is taken in: both together would be more than a
 * record can have.
 */
export const metWithFile = (here: Copy, inFile: Copy): Copy | 'no-room' => {
  if (!isInForm(inFile)) return here;
  if (!isReadable(here)) return inFile;
  // A record never changes its kind.
  if (inFile.kind !== here.kind) return here;
  const merged = merge(undefined, here, inFile);
  if (!isWhole(merged)) return 'no-room';
  if (here._deleted === true || merged._deleted === true) return merged;
  const own = ownFields(here, merged, {
    isBehind: isPast(inFile, here),
    understood: understoodAs([here, inFile]),
  });
  const data = withoutTakenOff(here.kind, { ...merged.data, ...own });
  if (deepEqual(data, merged.data)) return merged;
  const kept = writtenAt({ ...merged, data: dataFrom(data) }, merged.updatedAt + 1);
  return saysTheSame(kept, here) ? here : kept;
};

/** Whether the record here is older than the file's, and the kind that both are understood as. */
type Met = { readonly isBehind: boolean; readonly understood: string };

/**
 * The fields without history, as they are here. Those that are merged by their content are merged.
 */
const ownFields = ({ kind, data }: Copy, merged: Copy, { isBehind, understood }: Met): Fields => {
  const { fieldsWithoutHistory = [], entryFields = [] } = kindOf(kind) ?? {};
  const [own, both] = [fieldsOf(data), fieldsOf(merged.data)];
  const joins = joinsOf(understood);
  const kept = fieldsWithoutHistory.flatMap((field): (readonly [string, unknown])[] => {
    const value = own[field];
    if (value === undefined || value === '') return [];
    if (entryFields.includes(field) && [value, both[field] ?? {}].every(isMap))
      return [[field, { ...(both[field] as object), ...(value as object) }]];
    return isBehind || Object.hasOwn(joins, field) ? [] : [[field, value]];
  });
  return Object.fromEntries(kept);
};
