import { kindOf } from '#programmes/kinds.ts';
import type { Doing } from '#core/record/kind.ts';
import type { Change, Data } from '#core/record/record.ts';
import { fieldsOf } from '#core/record/fields.ts';

/** How many entries a record's history keeps; every device applies the same rule (X12). */
export const HISTORY_LENGTH = 200;

/**
 * The newest entries by time, then by id: the same on every device, whatever order they were merged
 * in. `writtenAt` is the moment of the record's last write. No app writes an entry later than that:
 * an entry that claims to be later is dropped first, or anyone who dates two hundred of them ahead
 * could keep later writers out of the history.
 */
export const keepNewest = (history: readonly Change[], writtenAt: number): Change[] => {
  const inOrder = [...history].sort((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1));
  const tooMany = Math.max(0, inOrder.length - HISTORY_LENGTH);
  const ahead = inOrder.filter((change) => isAhead(change, writtenAt)).length;
  return inOrder.slice(0, inOrder.length - Math.min(tooMany, ahead)).slice(-HISTORY_LENGTH);
};

/** Whether an entry claims to be written later than the record that it is in. */
export const isAhead = ({ at }: Pick<Change, 'at'>, writtenAt: number): boolean => at > writtenAt;

/** What the history tells of: the fields of `data`, and whether the record is in the trash. */
type Recorded = Data & { readonly trashedOn?: string };

/** One entry for each field that differs; of a secret field only that it changed. */
export const changesBetween = (
  kind: string,
  before: Recorded,
  after: Recorded,
  doing: Doing,
): Change[] => {
  const { secretFields: secret = [], fieldsWithoutHistory = [] } = kindOf(kind) ?? {};
  const silent = ['v', ...fieldsWithoutHistory];
  const [from, to] = [fieldsOf(before), fieldsOf(after)];
  const fields = [...new Set([...Object.keys(from), ...Object.keys(to)])];
  return fields
    .filter(
      (field) =>
        !silent.includes(field) && JSON.stringify(from[field]) !== JSON.stringify(to[field]),
    )
    .map((field) => ({
      id: doing.newId(),
      at: doing.now,
      by: doing.by,
      field,
      ...(secret.includes(field) ? {} : withoutUndefined({ from: from[field], to: to[field] })),
    }));
};

/**
 * A copy without `undefined` anywhere: JSON drops it on the wire, so devices would differ forever.
 * Plain loops: each record that is written comes through here, and ten thousand in one import.
 */
export const withoutUndefined = <T>(whole: T): T => {
  if (whole === null || typeof whole !== 'object') return whole;
  if (Array.isArray(whole)) return whole.map((item: unknown) => withoutUndefined(item)) as T;
  // A list of pairs made into an object takes three times as long.
  // eslint-disable-next-line house/plain-maps
  const copy: Record<string, unknown> = {};
  for (const [key, item] of Object.entries(whole)) {
    if (item === undefined) continue;
    // A column of a sheet may have this heading, and assigning it would set no field.
    const value = withoutUndefined(item);
    if (key === '__proto__')
      Object.defineProperty(copy, key, {
        value,
        enumerable: true,
        configurable: true,
        writable: true,
      });
    else copy[key] = value;
  }
  return copy as T;
};
