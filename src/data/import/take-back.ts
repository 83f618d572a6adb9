import { takeBackChange, trash } from '#domain/apple-credit/import-undo.ts';
import { refuse, ok } from '#domain/result.ts';
import type { ImportedChange } from '#domain/workspace/import-run.ts';
import type { Records } from '../records.ts';

/** What an import has written so far. */
export type Written = {
  readonly run: string;
  /** Records that were not there before. */
  readonly fresh: string[];
  /** Records that may have been brought back from the trash. */
  readonly restored: string[];
  readonly changes: ImportedChange[];
};

/**
 * Takes a running import back. What it made is removed as if it had never been; changed orders return by later steps.
 * The import's own record goes last, so that a second interruption leaves it to be undone.
 */
export const takeBack = async (
  records: Records,
  written: Written,
  startedAt: number,
  reason: string,
): Promise<void> => {
  const changes = new Map(written.changes.map((change) => [change.id, change]));
  await records.changeMany([...changes.keys()], (record, doing) => {
    const since = { startedAt, finishedAt: Infinity, codesLeft: 0, reason };
    const { draft } = takeBackChange(record, changes.get(record.id) as ImportedChange, since, doing);
    return draft === undefined ? refuse('nothing-to-take-back') : ok(draft);
  });
  await records.changeMany(written.restored, (record, { today }) => trash(record, today));
  await records.discard(written.fresh);
  await records.discard([written.run]);
};
