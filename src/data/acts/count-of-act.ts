import type { Act, ActedOn } from '#core/record/act.ts';
import type { Draft } from '#core/record/record.ts';
import { refuse, type Problem, type Result } from '#core/result.ts';
import { actCountOf } from '#programmes/act-counts.ts';
import type { ActCountProblem } from '#programmes/ground.ts';
import { actHolds } from '#workspace/rules/undo/undo-act.ts';
import type { Records } from '../records/records.ts';

/** The records of an act without the one that counts them. */
export const countedOf = ({ records }: Act): ActedOn[] =>
  records.filter(({ isCount }) => isCount !== true);

const countOf = ({ records }: Act): ActedOn | undefined =>
  records.find(({ isCount }) => isCount === true);

/**
 * How many of an act's records are as it wrote them, or were changed since; those it did not write,
 * or that were undone, are not.
 */
const standing = async (records: Pick<Records, 'many'>, act: Act): Promise<number> => {
  const found = await records.many(countedOf(act).map(({ id }) => id));
  return [...found.values()].filter((record) => actHolds(record, act)).length;
};

/**
 * Makes the count of an act match what became of its records, and returns how many of them still
 * hold; safe to run again, and needed after an interruption. `sentAt`: as for `settle` of the count's kind.
 */
export const settleCount = async (
  records: Pick<Records, 'many' | 'change'>,
  act: Act,
  reason: string,
  sentAt?: number,
): Promise<number> => {
  const count = countOf(act);
  const stand = await standing(records, act);
  if (count === undefined) return stand;
  await records.change(
    count.id,
    (record, doing) =>
      actCountOf(record.kind)?.settle(record, act, { standing: stand, reason, sentAt }, doing) ??
      COUNTS_NOTHING,
  );
  return stand;
};

/**
 * For how many of those wanted an undo finds room, which is made beforehand: licences that came
 * back may have gone to others since, and no more are assigned than are owned (B8).
 */
export const roomFor = async (
  records: Pick<Records, 'many' | 'change'>,
  act: Act,
  wanted: readonly string[],
  reason: string,
): Promise<number> => {
  const count = countOf(act);
  if (count === undefined) return wanted.length;
  const stand = await standing(records, act);
  let room = wanted.length;
  await records.change(count.id, (record, doing): Result<Draft, NoSettling> => {
    const counting = actCountOf(record.kind);
    if (counting === undefined) return COUNTS_NOTHING;
    const limit = counting.room(record, act);
    room = Math.min(wanted.length, limit);
    // What it gave is counted as free only once it is.
    if (limit === Infinity) return refuse('needs-no-room');
    return counting.settle(record, act, { standing: stand - room, reason }, doing);
  });
  return room;
};

type NoSettling = ActCountProblem | Problem<'needs-no-room'>;

const COUNTS_NOTHING = refuse('record-not-understood');
