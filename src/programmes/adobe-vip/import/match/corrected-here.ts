import { isSameValue } from '#core/record/same-value.ts';
import { fieldsOf } from '#core/record/fields.ts';
import type { RowWhy } from '#core/import/planned-row.ts';
import type { VipRowNote } from '#programmes/adobe-vip/rules/row-reason.ts';
import type { Data, VolymRecord } from '#core/record/record.ts';
import type { VipDesk } from './desk.ts';

/** A value of a record: a field of it, or what `part` takes of that. */
export type Place = { readonly field: string; readonly part?: (value: unknown) => unknown };

/**
 * Whether a value was corrected here after a list had said exactly what this one repeats: an old
 * list imported again, or a new one from a source that still has it wrong. For values that another
 * import has changed since, the list imported last decides.
 */
export const isCorrected = <D extends Data>(
  { known }: VipDesk,
  before: VolymRecord<D> | undefined,
  { field, part = (value) => value }: Place,
  given: unknown,
): boolean => {
  if (before === undefined) return false;
  const valueOf = (value: unknown): unknown => part(value) ?? '';
  const changes = before.history.filter(
    (change) => change.field === field && !isSameValue(valueOf(change.from), valueOf(change.to)),
  );
  const [first, last] = [changes[0], changes.at(-1)];
  if (first === undefined || last === undefined) return false;
  // An import writes a field whole: what it left as it was in it is not its word.
  const byImports = (known.written.get(before.id) ?? [])
    .flatMap((fields) => fields[field] ?? [])
    .filter(({ from, to }) => !isSameValue(valueOf(from), valueOf(to)));
  const written = byImports.map(({ to }) => valueOf(to));
  const isListed = fieldsOf(before.data)['origin'] !== undefined;
  const listed = isListed ? [valueOf(first.from), ...written] : written;
  const isIn = (values: readonly unknown[], value: unknown): boolean =>
    values.some((known) => isSameValue(known, value));
  return isIn(listed, given) && !isIn(written, valueOf(last.to));
};

/** Says that a value stays as it was corrected. */
export const correctedNote = (field: string): RowWhy<VipRowNote> => ({
  code: 'corrected-here',
  params: { field },
});
