import type { Doing } from './kind.ts';
import type { Data, Draft, VolymRecord } from './record.ts';
import { ok, refuse, type Result } from '../result.ts';

/** Puts a record into the trash as of today (X12); nothing of it is lost. */
export const toTrash = <D extends Data>(
  record: VolymRecord<D>,
  doing: Doing,
): Result<Draft<D>, never> => ok({ ...record, trashedOn: doing.today });

/** Takes a record out of the trash. */
export const fromTrash = <D extends Data>(record: VolymRecord<D>): Result<Draft<D>, never> =>
  ok({ ...record, trashedOn: '' });

/** The field of a clash that asks whether a record stays in the trash. */
export const TRASHED_ON = 'trashedOn';

/**
 * Takes a record out of the trash, as an undo of what threw it away and left it as `left`; refuses
 * where someone threw it away since: restored and thrown away anew it is theirs.
 */
export const fromTrashAsLeft = <D extends Data>(
  record: VolymRecord<D>,
  left: Pick<VolymRecord, 'history'>,
): Result<Draft<D>> => {
  const known = new Set(left.history.map(({ id }) => id));
  const isTheirs = record.history.some(({ id, field }) => field === TRASHED_ON && !known.has(id));
  return isTheirs && record.trashedOn !== '' ? refuse('changed-since') : fromTrash(record);
};
