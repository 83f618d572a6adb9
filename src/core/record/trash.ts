import type { Doing } from './kind.ts';
import type { Data, Draft, VolymRecord } from './record.ts';
import { ok, type Result } from '../result.ts';

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
