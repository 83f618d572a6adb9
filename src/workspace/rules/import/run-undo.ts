import { addDays, type Day } from '#core/day/day.ts';
import { UNDO_DAYS } from '#core/record/undo-days.ts';
import type { FormerPlace, ImportRun } from '#core/import/import-run.ts';

/**
 * Why a record is left by an undo that another device could not know of: someone is asked. Who
 * answers decides, and no undo of another import judges it again.
 */
export const ASKED = 'asked';

/** Last day on which an import can be undone; '' when it never began. */
export const undoableUntil = ({ steps }: Pick<ImportRun, 'steps'>): Day => {
  const started = steps.find(({ kind }) => kind === 'started');
  return started === undefined ? '' : addDays(started.on, UNDO_DAYS);
};

/** Where what an import brought back had lain, by id; none in imports of older versions. */
export const placesOf = (
  run: Pick<ImportRun, 'data'> | undefined,
): ReadonlyMap<string, FormerPlace> =>
  new Map(run?.data.former?.map((former) => [former.id, former]));
