import type { Doing } from '../record/kind.ts';
import type { Origin } from '../record/origin.ts';
import { ownEntry } from '../own-entry.ts';
import type { Data, Draft, VolymRecord } from '../record/record.ts';
import { isSameValue } from '../record/same-value.ts';
import { currentSteps, withSteps, type Step } from '../record/step.ts';
import type { ImportedChange, ImportRunData } from './import-run.ts';
import { asEntries, entriesIn, entryOf, withEntries } from './imported-entries.ts';
import { dataFrom, fieldsOf, type Fields as Values } from '../record/fields.ts';

/** One import as it writes; its `doing` gives steps that carry the run in their ids (`doingOf`). */
export type Import = {
  readonly run: string;
  readonly file: string;
  readonly fileName: string;
  /** Each of several files that are one import. */
  readonly files?: ImportRunData['files'];
  /** Which of them each sheet is of. */
  readonly sheets?: ImportRunData['sheets'];
  /** What of them was not read; absent where that is nothing. */
  readonly notRead?: ImportRunData['notRead'];
  readonly doing: Doing;
};

type Fields = ImportedChange['fields'];

/**
 * What an import does to a record that exists, on its newest state: a field that someone changed
 * meanwhile stays.
 */
export const changeToWrite = (
  record: VolymRecord,
  change: Pick<ImportedChange, 'fields'>,
  steps: readonly Step[],
): Draft => ({
  ...record,
  data: withImported(record.data, change.fields),
  steps: withSteps(record.steps, steps),
});

/**
 * The part of a planned change that is left to do on the newest state: fields that still hold what
 * the dry run saw, and steps that nobody has written since (`seen` are the ids of the steps it
 * saw).
 */
export const stillToWrite = (
  record: VolymRecord,
  {
    fields,
    added,
    seen,
  }: {
    readonly fields: Fields;
    readonly added: readonly Step[];
    readonly seen: ReadonlySet<string>;
  },
): { readonly fields: Fields; readonly added: readonly Step[] } => {
  const holds = (field: string): unknown => fieldsOf(record.data)[field] ?? '';
  const newKinds = new Set(record.steps.filter(({ id }) => !seen.has(id)).map(({ kind }) => kind));
  const standing = new Set(currentSteps(record.steps).map(({ id }) => id));
  return {
    fields: Object.fromEntries(
      Object.entries(fields).flatMap(([field, change]) => {
        if (change.entries !== true)
          return isSameValue(holds(field), change.from) ? [[field, change]] : [];
        const left = entriesIn(change).filter(({ key, from }) =>
          isSameValue(entryOf(holds(field), key), from),
        );
        return left.length === 0 ? [] : [[field, asEntries(left)]];
      }),
    ),
    added: added.filter(
      ({ kind, corrects }) =>
        !newKinds.has(kind) && (corrects === undefined || standing.has(corrects)),
    ),
  };
};

/** Sets the fields that still hold what they held before the import. */
export const withImported = (data: Data, fields: Fields): Data =>
  replaced(
    data,
    Object.entries(fields).map(([field, { from, to, entries }]) => [field, from, to, entries]),
  );

/** Gives back the fields that still hold what the import gave them. */
export const withoutImported = (data: Data, fields: Fields): Data =>
  replaced(
    data,
    Object.entries(fields).map(([field, { from, to, entries }]) => [field, to, from, entries]),
  );

/**
 * Where a field holds `expected` it gets `wanted`; '' in place of a number means that it is absent.
 * Of entries each does so by itself.
 */
const replaced = (
  data: Data,
  fields: readonly (readonly [string, unknown, unknown, true | undefined])[],
): Data => {
  const next: Record<string, unknown> = { ...data };
  for (const [field, expected, wanted, entries] of fields) {
    const holds = ownEntry(next, field);
    if (entries === true)
      next[field] = withEntries(holds, entriesIn({ from: expected, to: wanted }));
    else if (isSameValue(holds ?? '', expected))
      next[field] = wanted === '' && typeof expected !== 'string' ? undefined : wanted;
  }
  return next as Data;
};

/** What says which import brought a record. */
export const originAt = (row: number, { run, file }: Import): Origin => ({ run, row, file });

/**
 * A record out of the trash, as it was. What the file says about it follows as changes, which can
 * be undone as such.
 */
export const recordBack = (trashed: VolymRecord, row: number, work: Import): Draft => ({
  ...trashed,
  data: dataFrom({ ...trashed.data, origin: originAt(row, work) }),
  trashedOn: '',
});

/** What a file says otherwise of a record, with the values before and after; '' where none was. */
export const fieldsToWrite = (held: Values, incoming: Values): Fields =>
  Object.fromEntries(
    Object.entries(incoming).map(([field, to]) => [
      field,
      { from: held[field] ?? '', to: to ?? '' },
    ]),
  );

/**
 * As `fieldsToWrite`, of maps whose entries are things of their own: only those that differ, which
 * are undone one by one.
 */
export const entriesToWrite = (held: Values, incoming: Values): Fields =>
  Object.fromEntries(
    Object.entries(incoming).map(([field, to]) => [
      field,
      asEntries(entriesIn({ from: held[field], to }).filter(isOther)),
    ]),
  );

const isOther = ({ from, to }: { readonly from: unknown; readonly to: unknown }): boolean =>
  !isSameValue(from, to);

/** A step from a file: written now, with the file as its reason. */
export const stepToWrite = (
  step: Omit<Step, 'id' | 'at' | 'by' | 'reason'>,
  { fileName, doing }: Import,
): Step => ({ ...step, id: doing.newId(), at: doing.now, by: doing.by, reason: fileName });
