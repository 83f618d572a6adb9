import { deepEqual } from 'rxdb/plugins/utils';
import { joinsOf } from '#domain/joins.ts';
import { kindOf } from '#domain/kinds.ts';
import { NEWEST_BASE, type Data } from '#domain/record.ts';
import { dueOn } from '../envelope.ts';
import { saysTheSame, type Copy } from '../merge/copy.ts';
import { merge } from '../merge/merge.ts';
import { isPast } from '../merge/past.ts';
import { withoutTakenOff } from '../merge/taken-off.ts';

type Fields = Readonly<Record<string, unknown>>;

/**
 * What a record becomes by what a file has of it: the merge. But no history tells when some fields were written, and that the
 * file's record was written later says nothing of them: there what is here stays, of a map each entry. A field that is no map is the
 * file's where all else here plainly lies behind it.
 */
export const takenOver = (here: Copy, inFile: Copy): Copy => {
  const merged = merge(undefined, here, inFile);
  if (here._deleted === true || merged._deleted === true) return merged;
  const own = { ...ownEntries(here, merged), ...(isPast(inFile, here) ? {} : ownFields(here)) };
  const data = withoutTakenOff(here.kind, { ...merged.data, ...own });
  if (deepEqual(data, merged.data)) return merged;
  const updatedAt = merged.updatedAt + 1;
  const dated: Copy = { ...merged, data: data as unknown as Data, updatedAt, newestFirst: NEWEST_BASE - updatedAt };
  const kept = { ...dated, dueOn: dueOn(dated) };
  return saysTheSame(kept, here) ? here : kept;
};

const fieldsIn = ({ data }: Copy): Fields => data as unknown as Fields;

/** The maps of which no history tells, with each entry that is here as it is here. */
const ownEntries = (here: Copy, merged: Copy): Fields => {
  const maps = untoldFields(here.kind).filter((field) => isMap(here.kind, field));
  return Object.fromEntries(
    maps
      .filter((field) => isGiven(fieldsIn(here)[field]))
      .map((field) => [field, { ...(fieldsIn(merged)[field] as object), ...(fieldsIn(here)[field] as object) }]),
  );
};

/** The other fields of which no history tells, as they are here. What is joined by what it says is joined. */
const ownFields = (here: Copy): Fields => {
  const joins = joinsOf(here.kind);
  const fields = untoldFields(here.kind).filter((field) => !isMap(here.kind, field) && !Object.hasOwn(joins, field));
  return Object.fromEntries(
    fields.filter((field) => isGiven(fieldsIn(here)[field])).map((field) => [field, fieldsIn(here)[field]]),
  );
};

const untoldFields = (kind: string): readonly string[] => kindOf(kind)?.fieldsWithoutHistory ?? [];

const isMap = (kind: string, field: string): boolean => kindOf(kind)?.entryFields?.includes(field) ?? false;

const isGiven = (value: unknown): boolean => value !== undefined && value !== '';
