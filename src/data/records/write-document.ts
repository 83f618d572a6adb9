import type { RxDocument } from 'rxdb/plugins/core';
import type { Data, VolymRecord } from '#core/record/record.ts';
import { ok, refuse, type CommonProblem, type Problem, type Result } from '#core/result.ts';
import { isInForm, readRecord } from './read-record.ts';

/**
 * What would be written is nothing that a device can read: the record would be lost to whoever
 * wrote it, and refused by all others.
 */
export const NOT_IN_FORM = refuse('not-in-form');

/** What a write answers: the record, or why the store or whoever wrote refused, the latter `Code`. */
export type Stored<D extends Data, Code extends string> = Result<
  VolymRecord<D>,
  Problem<Code | CommonProblem['code']>
>;

/** Carries a refusal out of RxDB's modifier, so that nothing is written. */
export class Refused extends Error {
  readonly problem: Problem;
  constructor(problem: Problem) {
    super(problem.code);
    this.problem = problem;
  }
}

/** Refuses what no device could read. */
export const inForm = (next: VolymRecord): VolymRecord => {
  if (!isInForm(next)) throw new Refused(NOT_IN_FORM.problem);
  return next;
};

/** Writes a record on its newest state; what `write` refuses is answered, `Code` of its own. */
export const writeDocument = async <D extends Data, Code extends string>(
  document: RxDocument<VolymRecord> | null | undefined,
  write: (now: VolymRecord) => VolymRecord,
): Promise<Stored<D, Code>> => {
  if (!document) return { ok: false, problem: { code: 'record-is-gone' } };
  try {
    return ok(readRecord(await document.incrementalModify(write)) as VolymRecord<D>);
  } catch (error) {
    // An error says nothing of its type: `write` throws with no codes but these.
    if (error instanceof Refused) return { ok: false, problem: error.problem as Problem<Code> };
    throw error;
  }
};
