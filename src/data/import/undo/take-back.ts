import { sendAway } from '#workspace/rules/import/former-place.ts';
import { isOfRun } from '#core/import/why-stays.ts';
import { takeBackChange } from '#workspace/rules/import/take-back-change.ts';
import { refuse, ok } from '#core/result.ts';
import type { ImportedChange } from '#core/import/import-run.ts';
import { placesOf } from '#workspace/rules/import/run-undo.ts';
import type { Records } from '../../records/records.ts';
import { readOne } from '../../records/read-under.ts';

/** What an import has written so far. */
export type Written = {
  readonly run: string;
  /** Records that were not there before. */
  readonly fresh: string[];
  /** Records that may have been brought back from the trash. */
  readonly restored: string[];
  /** Those that really were written. */
  readonly back: string[];
  /** What was really changed on existing records, by id. */
  readonly changes: Map<string, ImportedChange>;
};

/** A running import is the newest: nothing written after it has been undone. */
const NONE: ReadonlySet<string> = new Set();

/**
 * Takes a running import back. What it made is removed as if it had never been; changed orders
 * return by later steps. The import's own record goes last, so that a second interruption leaves it
 * to be undone.
 */
export const takeBack = async (
  records: Records,
  written: Written,
  reason: string,
): Promise<void> => {
  const { run, changes } = written;
  await records.changeMany([...changes.keys()], (record, doing) => {
    const change = changes.get(record.id) as ImportedChange;
    const { draft } = takeBackChange(record, change, { run, undone: NONE, reason }, doing);
    return draft === undefined ? refuse('nothing-to-take-back') : ok(draft);
  });
  const former = placesOf(await readOne(records, run, 'import-run'));
  await records.changeMany<'already-in-the-trash' | 'not-brought-back'>(
    written.restored,
    (record, doing) =>
      isOfRun(record, run)
        ? sendAway(record, { run, reason, former: former.get(record.id) }, doing)
        : refuse('not-brought-back'),
  );
  // Codes were written after what they lie under, and go before it: no code is under nothing.
  await records.discard(written.fresh.toReversed());
  await records.discard([run]);
};
