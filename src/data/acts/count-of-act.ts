import type { Act, ActedOn } from '#core/record/act.ts';
import { roomToUndo, settleMoves } from '#programmes/apple-licences/rules/app/count-moves.ts';
import type { AppResult } from '#programmes/apple-licences/rules/app/app-problem.ts';
import type { VolumeAppData } from '#programmes/apple-licences/rules/app/volume-app.ts';
import type { Draft } from '#core/record/record.ts';
import { refuse, type Problem } from '#core/result.ts';
import { actHolds } from '#workspace/rules/undo/undo-act.ts';
import type { Records } from '../records/records.ts';
import { onKind } from '../records/on-kind.ts';

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
 * hold; safe to run again, and needed after an interruption. `sentAt`: as for `settleMoves`.
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
    onKind('volume-app', (app, doing) =>
      settleMoves(app, act, { standing: stand, reason, sentAt }, doing),
    ),
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
  await records.change(
    count.id,
    onKind(
      'volume-app',
      (app, doing): AppResult<Draft<VolumeAppData>, Problem<'needs-no-room'>> => {
        const limit = roomToUndo(app, act);
        room = Math.min(wanted.length, limit);
        // What it gave is counted as free only once it is.
        if (limit === Infinity) return refuse('needs-no-room');
        return settleMoves(app, act, { standing: stand - room, reason }, doing);
      },
    ),
  );
  return room;
};
