import { addDays, type Day } from '../day.ts';
import { UNDO_DAYS } from '../undo-days.ts';
import type { FormerPlace, ImportRun } from './import-run.ts';

/** Last day on which an import can be undone; '' when it never began. */
export const undoableUntil = ({ steps }: Pick<ImportRun, 'steps'>): Day => {
  const started = steps.find(({ kind }) => kind === 'started');
  return started === undefined ? '' : addDays(started.on, UNDO_DAYS);
};

/** Where what an import brought back had lain, by id; none in imports of older versions. */
export const placesOf = (run: Pick<ImportRun, 'data'> | undefined): ReadonlyMap<string, FormerPlace> =>
  new Map(run?.data.former?.map((former) => [former.id, former]));
