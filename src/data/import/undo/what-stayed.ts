import { whyKeptBy, whyOwnStays } from '#programmes/undone-imports.ts';
import { isOfRun, whyParentStays } from '#core/import/why-stays.ts';
import { TRASHED_ON } from '#core/record/trash.ts';
import type { VolymRecord } from '#core/record/record.ts';
import { ok } from '#core/result.ts';
import { isSameValue } from '#core/record/same-value.ts';
import {
  importState,
  type ImportRun,
  type ImportRunData,
  type KeptByUndo,
} from '#core/import/import-run.ts';
import { ASKED, placesOf } from '#workspace/rules/import/run-undo.ts';
import { conditionOf } from '../../records/read-record.ts';
import { onKind } from '../../records/on-kind.ts';
import type { Records } from '../../records/records.ts';
import { importsBeside } from '../beside.ts';
import { allCameBack, childrenUnder, countByParent } from '../children-under.ts';
import { whileRunning } from '../running.ts';
import { readOne } from '../../records/read-under.ts';

/**
 * Notes in an undone import what is left of it now. Another device may have redeemed, edited or
 * undone the same records before the two synced: what was written there stayed, and the undo could
 * not know. Writes nothing if the note is already right.
 */
export const noteWhatStayed = async (records: Records, runId: string): Promise<void> => {
  await whileRunning(runId, async () => {
    const run = await readOne(records, runId, 'import-run');
    if (run === undefined || importState(run) !== 'undone') return;
    const kept = await keptNow(records, run);
    if (isSameValue(kept, run.data.kept)) return;
    await records.change(
      runId,
      onKind('import-run', (now) => ok({ ...now, data: { ...now.data, kept } })),
    );
  });
};

/**
 * What an undone import left, as its records are now: records named before come first, and none are
 * in the trash.
 */
const keptNow = async (
  records: Pick<Records, 'find' | 'many'>,
  run: ImportRun,
): Promise<KeptByUndo[]> => {
  const { data } = run;
  const under = (await childrenUnder(records, data.parents)).filter((child) =>
    isOfRun(child, run.id),
  );
  const own = [...data.created, ...data.restored];
  const ids = [...data.kept, ...under, ...own.map((id) => ({ id })), ...data.changed].map(
    ({ id }) => id,
  );
  const found = await records.many(ids);
  const whyStays = await judging(records, run, under);
  const named = new Map(data.kept.map((kept) => [kept.id, kept]));
  return [...new Set(ids)].flatMap((id) => {
    const record = found.get(id);
    const before = named.get(id);
    if (record === undefined || record.trashedOn !== '') return [];
    if (conditionOf(record) !== 'fine') return before ?? [];
    if (isAsked(record, data)) return { id, reason: ASKED };
    if (before !== undefined && before.reason !== ASKED) return before;
    const reason = whyStays(record);
    return reason === undefined ? [] : { id, reason };
  });
};

/**
 * Whether there is an open question about what the undo changed: where a record is, or a field that
 * the import changed.
 */
const isAsked = ({ id, clashes }: VolymRecord, { changed }: ImportRunData): boolean => {
  const fields = Object.keys(changed.find((change) => change.id === id)?.fields ?? {});
  return clashes.some(({ field }) => field === TRASHED_ON || fields.includes(field));
};

/** Judges what the import made, or brought back, as its undo would today. */
const judging = async (
  records: Pick<Records, 'find'>,
  run: ImportRun,
  under: readonly VolymRecord[],
): Promise<(record: VolymRecord) => string | undefined> => {
  const { undone } = await importsBeside(records, run);
  const undoing = { run: run.id, undone: new Set(undone.map(({ id }) => id)) };
  const [left, places, restored] = [
    countByParent(under),
    placesOf(run),
    new Set(run.data.restored),
  ];
  const cameBack = allCameBack(under);
  return (record) => {
    if (!isOfRun(record, run.id)) return undefined;
    const former = places.get(record.id);
    const ownStays = whyOwnStays(record.kind);
    if (ownStays !== undefined) return ownStays(record, { ...undoing, former });
    // A licence that came back was under its app before, as a code was under its order.
    const isRestored = restored.has(record.id) || (record.parent !== '' && former !== undefined);
    return whyParentStays(record, whyKeptBy(record, left.get(record.id) ?? 0, cameBack), {
      ...undoing,
      isRestored,
      former,
    });
  };
};
