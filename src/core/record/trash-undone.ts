import type { ChangeTakenBack } from './changed.ts';
import { namingStayed } from './fields-back.ts';
import { fieldsOf } from './fields.ts';
import type { Doing } from './kind.ts';
import type { Data, Draft, VolymRecord } from './record.ts';
import { ok, refuse, type Problem, type Refusal, type Result } from '../result.ts';
import { isSameValue } from './same-value.ts';
import { missingIn, type Step } from './step.ts';
import { fromTrash, toTrash, TRASHED_ON } from './trash.ts';

/**
 * Takes a record out of the trash, as an undo of what threw it away and left it as `left`; refuses
 * where someone threw it away since: restored and thrown away anew it is theirs.
 */
export const fromTrashAsLeft = <D extends Data>(
  record: VolymRecord<D>,
  left: Pick<VolymRecord, 'history'>,
): Result<Draft<D>, Problem<'changed-since'>> => {
  const known = new Set(left.history.map(({ id }) => id));
  const isTheirs = record.history.some(({ id, field }) => field === TRASHED_ON && !known.has(id));
  return isTheirs && record.trashedOn !== '' ? refuse('changed-since') : fromTrash(record);
};

/** What the app itself writes of a new record, as a sync does: nobody's later word. */
export type WrittenBeside = {
  readonly fields: readonly string[];
  readonly isBeside: (step: Step) => boolean;
};

const NOTHING: WrittenBeside = { fields: [], isBeside: () => false };

/**
 * Refuses to hide what someone wrote of a record since it was left as `made`, with the names of the
 * fields; undefined where nobody wrote anything of it, or where it is in the trash already.
 */
export const refuseIfWritten = (
  record: VolymRecord,
  made: Pick<VolymRecord, 'data' | 'steps'>,
  { fields, isBeside }: WrittenBeside = NOTHING,
): (Refusal<'changed-since'> & { readonly stayed: readonly string[] }) | undefined => {
  if (record.trashedOn !== '') return undefined;
  const [now, was] = [fieldsOf(record.data), fieldsOf(made.data)];
  const stayed = Object.keys({ ...was, ...now }).filter(
    (field) => !fields.includes(field) && !isSameValue(now[field], was[field]),
  );
  const steps = missingIn(made.steps, record.steps).filter((step) => !isBeside(step));
  if (stayed.length + steps.length === 0) return undefined;
  return { ok: false, problem: namingStayed('changed-since', stayed), stayed };
};

/**
 * Throws a record away, as an undo of what made it; refuses with the names of the fields where
 * someone wrote something of it since. One that someone threw away already stays where it is.
 */
export const toTrashAsMade = <D extends Data>(
  record: VolymRecord<D>,
  made: Pick<VolymRecord, 'data' | 'steps'>,
  doing: Doing,
  beside?: WrittenBeside,
): ChangeTakenBack<D, Problem<'changed-since'>> => {
  if (record.trashedOn !== '') return ok(record);
  return refuseIfWritten(record, made, beside) ?? toTrash(record, doing);
};
