import { changeToWrite, stillToWrite } from '#core/import/imported-change.ts';
import type { Draft, VolymRecord } from '#core/record/record.ts';
import { ok, refuse, type Problem } from '#core/result.ts';
import { missingIn, withSteps } from '#core/record/step.ts';
import type { ImportedChange } from '#core/import/import-run.ts';
import type { Records } from '../records/records.ts';
import type { PlannedChange } from './import-task.ts';

/** A record that the import must write could not be written. */
export class NotWritten extends Error {
  override readonly name = 'NotWritten';
}

/**
 * The newest state already says what was to be written: another tab, or another device, was first.
 */
const SAID = 'already-said';

const throwIfRefused = (refused: ReadonlyMap<string, Problem>): void => {
  if ([...refused.values()].some(({ code }) => code !== SAID)) throw new NotWritten();
};

/**
 * Replaces records in the trash, or codes under an order in the trash, with drafts; their own steps
 * stay. A record that is live and no longer as the dry run `saw` it stays as it is. Returns the ids
 * of the replaced ones. Throws `NotWritten`.
 */
export const bringBack = async (
  records: Records,
  drafts: readonly Draft[],
  saw: ReadonlyMap<string, VolymRecord>,
): Promise<string[]> => {
  const byId = new Map(drafts.map((draft) => [draft.id, draft]));
  const refused = await records.changeMany([...byId.keys()], (record) => {
    const draft = byId.get(record.id) as Draft;
    if (record.trashedOn === '' && record.updatedAt !== saw.get(record.id)?.updatedAt)
      return refuse(SAID);
    const added = missingIn(record.steps, draft.steps ?? []);
    return ok({ ...draft, trashedOn: '', steps: withSteps(record.steps, added) });
  });
  throwIfRefused(refused);
  return [...byId.keys()].filter((id) => !refused.has(id));
};

/**
 * Makes planned changes on the newest states; notes in `changes` what was still left to do.
 * Throws `NotWritten`.
 */
export const applyChanges = async (
  records: Records,
  chunk: readonly PlannedChange[],
  changes: Map<string, ImportedChange>,
): Promise<void> => {
  const byId = new Map(chunk.map((change) => [change.id, change]));
  const refused = await records.changeMany([...byId.keys()], (record) => {
    const { fields, added } = stillToWrite(record, byId.get(record.id) as PlannedChange);
    changes.delete(record.id);
    if (added.length === 0 && Object.keys(fields).length === 0) return refuse(SAID);
    changes.set(record.id, { id: record.id, fields, steps: added.map(({ id }) => id) });
    return ok(changeToWrite(record, { fields }, added));
  });
  throwIfRefused(refused);
};
