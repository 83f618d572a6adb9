import type { Problem, Result } from '../result.ts';
import type { Data, Draft, VolymRecord } from './record.ts';

/** What a change found in a record, and what it left there; its undo needs both. */
export type Changed<D extends Data = Data> = Readonly<
  Record<'before' | 'after', Pick<VolymRecord<D>, 'data' | 'steps'>>
>;

/**
 * What an undo of fields answers: the record, and which fields it left since someone wrote them.
 */
export type ChangeTakenBack<D extends Data, P extends Problem = Problem> = Result<Draft<D>, P> & {
  readonly stayed?: readonly string[];
};
