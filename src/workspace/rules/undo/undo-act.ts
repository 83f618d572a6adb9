import type { Act, ActedOn } from '#core/record/act.ts';
import { isOfImport, isUndoing, undoneId } from '#core/import/import-steps.ts';
import { fieldsOf } from '#core/record/fields.ts';
import { TRASHED_ON } from '#core/record/trash.ts';
import type { Doing } from '#core/record/kind.ts';
import type { Change, Draft, VolymRecord } from '#core/record/record.ts';
import { ok, refuse, type Problem, type Result } from '#core/result.ts';
import { isSameValue } from '#core/record/same-value.ts';
import { firstWritten, currentSteps, WITHDRAWN, withSteps, type Step } from '#core/record/step.ts';

/**
 * What an undo would find of an act on one record today: it can be taken `back`; it was `changed`
 * since, by whom ever, and stays; or there is nothing to do, since it was never written or is
 * undone already.
 */
export type ActState = 'back' | 'changed' | 'nothing';

/** The state of an act on a record as it is now. */
export const actState = (record: VolymRecord, act: Act, on: ActedOn): ActState =>
  act.kind === 'restored' ? restoredState(record, act) : stepState(record, act, on);

/** Whether what an act wrote of a record still holds there, changed since or not. */
export const actHolds = (record: VolymRecord, act: Act): boolean => {
  const [mine] = stepsOf(record, act);
  return mine !== undefined && !record.steps.some(({ id }) => id === undoneId(mine.id));
};

/**
 * Takes an act back on the newest state of a record; refuses with `changed-since` or
 * `nothing-to-take-back`.
 */
export const takeActBack = (
  record: VolymRecord,
  act: Act,
  on: ActedOn,
  { reason, ...doing }: Doing & { readonly reason: string },
): Result<Draft, Problem<'changed-since' | 'nothing-to-take-back'>> => {
  const state = actState(record, act, on);
  if (state !== 'back')
    return refuse(state === 'changed' ? 'changed-since' : 'nothing-to-take-back');
  if (act.kind === 'restored') return ok({ ...record, trashedOn: on.trashedOn ?? doing.today });
  const back = stepsOf(record, act).map(({ id }): Step => {
    const base = {
      id: undoneId(id),
      kind: WITHDRAWN,
      on: doing.today,
      at: doing.now,
      by: doing.by,
    };
    return { ...base, withdraws: id, reason };
  });
  const draft = {
    ...record,
    data: { ...record.data, ...on.was },
    steps: withSteps(record.steps, back),
  };
  return ok(on.isMade ? { ...draft, trashedOn: on.trashedOn ?? doing.today } : draft);
};

const stepsOf = ({ steps }: VolymRecord, { id }: Act): Step[] =>
  steps.filter((step) => isOfImport(id, step) && !isUndoing(step));

/** Kind of the step that says who looked at a secret: nothing is built on it. */
export const LOOKS = 'revealed';

const stepState = (record: VolymRecord, act: Act, on: ActedOn): ActState => {
  const [mine] = stepsOf(record, act);
  if (mine === undefined || record.steps.some(({ id }) => id === undoneId(mine.id)))
    return 'nothing';
  const standing = currentSteps(record.steps);
  // A correction has the first step's id and was written by someone else since; the same goes for a
  // withdrawal.
  const isUntouched = standing.some((step) => step.id === mine.id && step.at === mine.at);
  const isBuiltOn = standing.some(
    (step) =>
      step.id !== mine.id &&
      step.kind !== LOOKS &&
      // Redeemed on a device whose clock is behind: no code is handed out once it is redeemed.
      (firstWritten(record.steps, step) > mine.at ||
        (act.kind === 'handed-out' && step.kind === 'redeemed')),
  );
  // Of what was restored from the trash only what is written later is another's.
  const isEdited =
    on.isMade === true &&
    record.history.some(({ at }) => on.trashedOn === undefined || at > mine.at);
  const isRewritten = Object.entries(on.was ?? {}).some(([field, was]) =>
    isOthers(record, { field, was, mine }),
  );
  return isUntouched && !isBuiltOn && !isEdited && !isRewritten && record.trashedOn === ''
    ? 'back'
    : 'changed';
};

/**
 * Whether a field that an act changed holds what someone wrote since: neither what the act left
 * there nor what was there before it.
 */
const isOthers = (
  record: VolymRecord,
  { field, was, mine }: { readonly field: string; readonly was: unknown; readonly mine: Step },
): boolean => {
  const now = fieldsOf(record.data)[field];
  if (isSameValue(now, was)) return false;
  // The act's own entry is written with its step, or a little later where the record's clock was
  // ahead.
  const [own, ...since] = record.history.filter(
    (entry) => entry.field === field && entry.at >= mine.at,
  );
  const isAnother = own !== undefined && 'to' in own && !isSameValue(own.to, now);
  return since.length > 0 || isAnother;
};

/**
 * What came out of the trash has no step: the history tells it. Whoever opened a code since counts
 * on it.
 */
const restoredState = (record: VolymRecord, { at, by }: Act): ActState => {
  const isMine = (entry: Change): boolean =>
    entry.field === TRASHED_ON && entry.to === '' && entry.at >= at && entry.by === by;
  const mine = record.history.find(isMine);
  if (mine === undefined || record.trashedOn !== '') return 'nothing';
  const isSince = (event: { readonly at: number }): boolean => event.at > mine.at;
  return record.history.some(isSince) || record.steps.some(isSince) ? 'changed' : 'back';
};
