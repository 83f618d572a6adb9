import { formerPlace } from '#workspace/rules/import/former-place.ts';
import { endedRows } from '#core/import/ended-rows.ts';
import type { Import } from '#core/import/imported-change.ts';
import { countRows, type BareRow } from '#core/import/planned-row.ts';
import type { Draft, VolymRecord } from '#core/record/record.ts';
import type { Sources } from '#core/import/source-file.ts';
import type { Step } from '#core/record/step.ts';
import type { ImportedChange, ImportRunData, NotRead, RowCounts } from '#core/import/import-run.ts';
import type { RememberedMapping } from '#core/import/mapping.ts';
import type { Written } from './undo/take-back.ts';

/**
 * A change to a record that exists, or was brought back from the trash, with the steps that are
 * appended unless someone was quicker.
 */
export type PlannedChange = ImportedChange & {
  readonly added: readonly Step[];
  /** Ids of the steps that the dry run saw. */
  readonly seen: ReadonlySet<string>;
};

/**
 * A record that is under others and is made when its turn comes: a secret in it is sealed then,
 * and not before.
 */
export type Later = { readonly id: string; readonly draft: () => Promise<Draft> };

/**
 * What an import is about to write, settled before the first write so that its record can tell how
 * to undo it.
 */
export type Writes = {
  readonly fresh: readonly Draft[];
  readonly restored: readonly Draft[];
  readonly changes: readonly PlannedChange[];
  readonly newUnder: readonly Later[];
  readonly backUnder: readonly Later[];
  readonly record: Draft<ImportRunData>;
};

/**
 * What an import really did: how its rows ended, and what of its record is not as planned. Counts
 * and what became of each row follow from the rows.
 */
export type Really = Omit<Partial<ImportRunData>, 'rows' | 'counts' | 'ended'> & {
  readonly rows: readonly BareRow[];
};

/**
 * What a programme hands to the machine once its dry run was shown: tap, progress, taking back and
 * undo are the same for all.
 */
export type ImportTask = {
  /** `file` is the keyed hash of its bytes. */
  readonly file: Sources;
  /** What of the files is not read; nothing where it is absent. */
  readonly notRead?: readonly NotRead[] | undefined;
  /** What each row becomes, as the dry run shows it. */
  readonly rows: readonly BareRow[];
  /** How many records the tap writes: the end of its progress. */
  readonly size: number;
  /** In turns where the writes are many. */
  prepare(work: Import): Writes | Promise<Writes>;
  /** Records that may be brought back, as the dry run saw them. */
  readonly saw: ReadonlyMap<string, VolymRecord>;
  /** Orders that say what their codes say. */
  readonly orders: readonly string[];
  /**
   * What of the plan was really written: another tab or device may have been quicker with the rest.
   */
  really(writes: Writes, written: Written): Really;
  readonly mappings: readonly RememberedMapping[];
};

/**
 * What an import is about to write, as its own record tells it before the first write: how each row
 * ended, and what it takes to undo it.
 */
export const plannedRun = (
  work: Import,
  plan: { readonly rows: readonly BareRow[]; readonly counts: RowCounts },
  {
    sheet,
    fresh,
    restored,
    changes,
    back,
    parents,
    freed = 0,
    newPlaces = [],
  }: Pick<Writes, 'fresh' | 'restored' | 'changes'> & {
    readonly sheet: string | undefined;
    /** The records to bring back, as they were before. */
    readonly back: readonly VolymRecord[];
    readonly parents: readonly string[];
    /** Licences that a complete list no longer names. */
    readonly freed?: number;
    readonly newPlaces?: readonly string[];
  },
): Draft<ImportRunData> => {
  const named = {
    parents,
    created: idsOf(fresh),
    restored: idsOf(restored),
    changed: changes.map(({ id, fields, steps }) => ({ id, fields, steps })),
  };
  return runToWrite(work, {
    fileName: work.fileName,
    file: work.file,
    ...(work.files === undefined ? {} : { files: work.files }),
    ...(work.sheets === undefined ? {} : { sheets: work.sheets }),
    ...(work.notRead === undefined ? {} : { notRead: work.notRead }),
    sheet: sheet ?? '',
    rows: plan.rows.length,
    counts: plan.counts,
    unreadable: plan.rows
      .filter(({ outcome }) => outcome === 'unreadable')
      .map(({ row, sheet: name, why }) => ({ row, sheet: name, reason: why?.code ?? '' })),
    ...named,
    kept: [],
    former: back.map(formerPlace),
    ended: endedRows(plan.rows, named),
    ...(freed === 0 ? {} : { freed }),
    ...(newPlaces.length === 0 ? {} : { newPlaces }),
  });
};

/** The data of an import's record once it is over, with what it really did. */
export const finishedRun = (planned: ImportRunData, { rows, ...really }: Really): ImportRunData => {
  const data = { ...planned, ...really, counts: countRows(rows) };
  return { ...data, ended: endedRows(rows, data) };
};

const idsOf = (drafts: readonly Draft[]): string[] => drafts.map(({ id }) => id);

/** The start of an import's own record. */
const runToWrite = (
  { run, doing }: Import,
  data: Omit<ImportRunData, 'v'>,
): Draft<ImportRunData> => ({
  id: run,
  kind: 'import-run',
  programme: 'workspace',
  parent: '',
  data: { v: 1, ...data },
  steps: [{ id: doing.newId(), kind: 'started', on: doing.today, at: doing.now, by: doing.by }],
});

/** A change with the steps it adds, beside the record as the dry run saw it. */
export const plannedChange = (
  { id, fields }: Pick<ImportedChange, 'id' | 'fields'>,
  added: readonly Step[],
  before: Pick<VolymRecord, 'steps'> | undefined,
): PlannedChange => ({
  id,
  fields,
  steps: added.map((step) => step.id),
  added,
  seen: new Set(before?.steps.map((step) => step.id)),
});
