import type { RxDocument } from 'rxdb/plugins/core';
import { deepEqual } from 'rxdb/plugins/utils';
import { NOTHING_DUE } from '#core/day/day.ts';
import type { Doing } from '#core/record/kind.ts';
import { haveKnownSteps, kindOf } from '#programmes/kinds.ts';
import { LAST_MOMENT } from '#core/day/moment.ts';
import type { Change, Data, Draft, VolymRecord } from '#core/record/record.ts';
import type { Step } from '#core/record/step.ts';
import { stored } from './envelope.ts';
import { keepNewest } from './history.ts';
import { letterSum } from '../merge/letter-sum.ts';
import { keptFirst, putBackEntry } from '../merge/put-back.ts';
import { unionOf } from '../merge/unions.ts';
import { parsed } from './read-record.ts';
import { readableIn } from '../rxdb/keep-readable.ts';
import type { Fields } from '#core/record/fields.ts';

/**
 * What this device could read last of a record that calls itself newer now; undefined where it
 * never could.
 */
export const keptBeside = (document: RxDocument<VolymRecord>): VolymRecord | undefined =>
  readableIn(document.toMutableJSON(true));

/** The draft to put back, and the last state that this device could read. */
type Putting = { readonly draft: Draft | undefined; readonly last: VolymRecord | undefined };

/**
 * A record put back over one that is not understood: from a draft, or else from the last state that
 * this device could read. The steps and the history that can be read on either side stay, and the
 * history says which state a person replaced. Undefined if there is neither a draft nor such a
 * state.
 */
export const putBackOver = (
  now: VolymRecord,
  { draft, last }: Putting,
  doing: Doing,
): VolymRecord | undefined => {
  const given = draft ?? last;
  if (given === undefined) return undefined;
  const [before, condition] = parsed(now);
  // Of what cannot be read at all not even the history is believed to be in form.
  const there = condition === 'newer-version' ? before : undefined;
  const steps = stepsOf(given, [given.steps, last?.steps, there?.steps]);
  const history = unionOf<Change>(last?.history ?? [], there?.history ?? []);
  const was: VolymRecord = {
    ...stored(given, undefined, doing),
    data: sameIn(given.data, there?.data),
    trashedOn: there?.trashedOn ?? '',
    history,
    clashes: last?.clashes ?? [],
    updatedAt: before.updatedAt,
  };
  const trashedOn = given.trashedOn ?? last?.trashedOn ?? '';
  const next = stored({ ...given, steps, trashedOn }, was, doing);
  const { updatedAt: at } = next;
  const entry = putBackEntry(before, { id: doing.newId(), at, by: doing.by }, given.data.v);
  const known = new Set(history.map((change) => change.id));
  const fresh = next.history.filter((change) => !known.has(change.id));
  const own = fresh.map((change) => alikeEverywhere(change, before));
  return {
    ...next,
    history: keptFirst(last?.history ?? [], [...own, entry], { history, before: LAST_MOMENT }),
  };
};

/**
 * A record that was put back, returned to its earlier state, whose form this app does not know. It
 * knows of the put-back, so that the put-back does not win over it, and the past of both is kept.
 * The differences are recorded, too: otherwise they would be no news to a device that knows the
 * put-back.
 */
export const putBackUndone = (back: VolymRecord, over: VolymRecord, doing: Doing): VolymRecord => {
  const { parent, data, trashedOn, clashes, dueOn } = over;
  const steps = unionOf<Step>(back.steps, over.steps);
  const history = keepNewest(unionOf<Change>(over.history, back.history), back.updatedAt);
  const next = stored(
    { ...back, parent, data, trashedOn, clashes, steps },
    { ...back, history },
    doing,
  );
  return { ...next, clashes, dueOn };
};

/**
 * The change of a field that is put back, written identically by every device that puts it back
 * over that state: what someone writes on one of them later comes after it on all. The entry of the
 * put-back itself says who did it.
 */
const alikeEverywhere = (change: Change, { updatedAt: at, updatedBy }: VolymRecord): Change => {
  if (change.asked !== undefined) return change;
  const value = letterSum(JSON.stringify(change.to ?? null), APART);
  return { ...change, id: `${change.field}|${at}-${updatedBy}|${value}`, at, by: '' };
};

/** As many numbers as tell one value that is put back from another. */
const APART = 999_983;

/**
 * Where both have a step, the version read last wins; if there are more than an app writes on that
 * kind, only those read last are kept.
 */
const stepsOf = (
  { kind: id }: Draft,
  [own = [], ...others]: readonly (readonly Step[] | undefined)[],
): Step[] => {
  const kind = kindOf(id);
  const isKnown = (step: Step): boolean => kind !== undefined && haveKnownSteps(kind, [step]);
  const more = others.flatMap((steps = []) => steps).filter(isKnown);
  const all = unionOf(more, own);
  return kind !== undefined && haveKnownSteps(kind, all) ? all : [...own];
};

/**
 * The replaced data counts only where it is the same: a history need not record junk values.
 */
const sameIn = (given: Data, there: Data | undefined): Data => {
  const others: Fields = there ?? {};
  const same = Object.entries(given).filter(([field, value]) => deepEqual(value, others[field]));
  return { ...(Object.fromEntries(same) as object), v: given.v };
};

/**
 * An unreadable record put into the trash as of that day, or taken out if the day is ''. Nothing
 * else in it is touched: whatever it holds stays as it is, and if its history is well-formed, it
 * records the move.
 */
export const laidAwayUnread = (now: VolymRecord, trashedOn: string, doing: Doing): VolymRecord => {
  if (now.trashedOn === trashedOn) return now;
  const [safe] = parsed(now);
  const { id, kind, programme, parent } = safe;
  // Only what the envelope needs: an unreadable record may have any depth and size.
  const bare: VolymRecord = {
    id,
    kind,
    programme,
    parent,
    dueOn: NOTHING_DUE,
    newestFirst: safe.newestFirst,
    updatedAt: safe.updatedAt,
    updatedBy: safe.updatedBy,
    trashedOn: safe.trashedOn,
    data: { v: 0 },
    steps: [],
    history: [],
    clashes: [],
  };
  const {
    updatedAt,
    updatedBy,
    newestFirst,
    history: entries,
  } = stored({ ...bare, trashedOn }, bare, doing);
  const isUnchanged = safe.history === now.history;
  const history = isUnchanged ? keepNewest([...safe.history, ...entries], updatedAt) : now.history;
  return { ...now, trashedOn, updatedAt, updatedBy, newestFirst, history };
};

/**
 * A record of a newer version put into the trash as of that day, or taken out if the day is '';
 * nothing else in it is touched.
 */
export const laidAway = (now: VolymRecord, trashedOn: string, doing: Doing): VolymRecord => {
  const next = stored({ ...now, trashedOn }, now, doing);
  return now.trashedOn === trashedOn
    ? now
    : { ...next, dueOn: trashedOn === '' ? now.dueOn : next.dueOn };
};
