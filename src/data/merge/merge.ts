import { deepEqual } from 'rxdb/plugins/utils';
import { bySteps, entryJoinsOf, joinsOf } from '#programmes/joins.ts';
import { kindOf } from '#programmes/kinds.ts';
import { after, LAST_MOMENT } from '#core/day/moment.ts';
import { TRASHED_ON } from '#core/record/trash.ts';
import {
  NEWEST_BASE,
  type Answer,
  type Change,
  type Clash,
  type VolymRecord,
} from '#core/record/record.ts';
import { dueOn } from '../records/envelope.ts';
import { keepNewest } from '../records/history.ts';
import { isSame, saysTheSame, spelt, type Copy } from './copy.ts';
import { clashOf, isMap, joinOf, mergeFields, type FieldRules, type Side } from './fields.ts';
import { letterSum } from './letter-sum.ts';
import { areSameWrite, isPast, knows, mayHaveWritten, mayKnow } from './past.ts';
import { isNoBase, isPutBackOver, metAsKnown, withPastOf } from './put-back.ts';
import { withFieldsTogether } from './fields-together.ts';
import { isReadable, understoodAs } from './readable.ts';
import { openClashes, unionOf } from './unions.ts';
import { withoutTakenOff } from './taken-off.ts';
import { mergeTrash, trashAnswer } from './trash-met.ts';
import { areTwoKinds, ofOneKind } from './two-kinds.ts';
import { dataFrom, fieldsOf } from '#core/record/fields.ts';

/**
 * Merges two copies of a record (docs/decisions/sync.md). `known` is the state that both sides last
 * agreed on; if it is unknown and one copy is clearly behind the other, that copy serves as the
 * agreed state. Steps and history are united, fields are merged one by one, and a trashed or
 * deleted record stays if the other side edited it. Returns one of the two if it holds everything
 * that the other says and a state was agreed on, so that nothing is rewritten needlessly. Copies of
 * two kinds are never mixed, and a readable copy replaces an unreadable one.
 */
export const merge = (known: Copy | undefined, mine: Copy, theirs: Copy): Copy => {
  if (![mine, theirs].every(isReadable)) return theReadable(mine, theirs);
  return mergeReadable(known === undefined || !isReadable(known) ? undefined : known, mine, theirs);
};

/** Of two unreadable copies one is kept, the same on every device. */
const theReadable = (mine: Copy, theirs: Copy): Copy => {
  const [first = mine] = [mine, theirs].filter(isReadable);
  return isReadable(first) || spelt(mine) < spelt(theirs) ? first : theirs;
};

const mergeReadable = (known: Copy | undefined, mine: Copy, theirs: Copy): Copy => {
  if (areTwoKinds(mine, theirs)) return ofOneKind(mine, theirs);
  if (isPutBackOver(mine, theirs)) return putBackMet(mine, theirs);
  if (isPutBackOver(theirs, mine)) return putBackMet(theirs, mine);
  const met = metAsKnown(mine, theirs);
  if (met !== undefined) return merge(undefined, ...met);
  if (known !== undefined && isNoBase(known, [mine, theirs]))
    return mergeReadable(undefined, mine, theirs);
  // A copy behind the agreed state says nothing new: treated as a change, it would undo what came
  // after it.
  if (known !== undefined && isPast(known, theirs)) return withEntriesOf(mine, theirs);
  const base = known !== undefined && cameFrom(theirs, known) ? known : earlierOf(mine, theirs);
  const agreed = base?._deleted === true ? undefined : base;
  const isAgreed = base === known;
  if (base !== undefined && isSame(mine, base))
    return (isAgreed ? withEntries : withEntriesOf)(theirs, mine);
  if (mine._deleted === true || theirs._deleted === true)
    return mergeDeletion(agreed, mine, theirs);
  const merged = mergeContent(agreed, mine, theirs, isAgreed);
  // Where nothing was agreed on, someone who discards their own copy does not know of the other: so
  // the merged copy is later than both.
  if (areTwins(mine, theirs) || (agreed === undefined && !isSame(mine, theirs)))
    return ofThisPair(merged, mine, theirs);
  for (const copy of [theirs, mine]) if (saysTheSame(merged, copy)) return copy;
  return merged;
};

/**
 * A put-back that meets the very state it was put back over: that state adds only what happened in
 * it. A device that could read the record before knows more of its past (`last`). Returns the same
 * copy if it already tells all of that.
 */
export const putBackMet = (copy: Copy, over: Copy, last?: VolymRecord): Copy => {
  const withPast = withPastOf(copy, over, last);
  return isSame(withPast, copy) ? copy : ofThisPair(withComputed(withPast, copy, over), copy, over);
};

/**
 * Whether a state can descend from the agreed one. A server that was reset forgot the agreed state:
 * what others made there since is not based on it, and must not count as a change to it.
 */
const cameFrom = (copy: Copy, known: Copy): boolean =>
  copy._deleted === true ||
  known._deleted === true ||
  (mayKnow(copy, known) && mayHaveWritten(copy, known));

const earlierOf = (mine: Copy, theirs: Copy): Copy | undefined => {
  if (mine._deleted === true || theirs._deleted === true || areTwins(mine, theirs))
    return undefined;
  if (isPast(mine, theirs)) return theirs;
  return isPast(theirs, mine) ? mine : undefined;
};

/**
 * Whether nothing happened to either copy that the other does not know: two devices made the same
 * record, from the same file for instance. The merged copy is later than both, so that undoing one
 * does not remove the other.
 */
const areTwins = (left: Copy, right: Copy): boolean =>
  !isSame(left, right) && knows(left, right) && knows(right, left);

/**
 * A copy with the entries that only an earlier one has, for fields without history: whichever clock
 * wrote such an entry, it may be news. So may fields that are joined by their content. Entries that
 * the copy names as removed are left out. Returns the same copy if nothing changes.
 */
export const withEntriesOf = (copy: Copy, earlier: Copy): Copy =>
  withJoins(withEntries(copy, earlier), earlier);

const withJoins = (copy: Copy, earlier: Copy): Copy => {
  if (copy._deleted === true || earlier._deleted === true) return copy;
  const joins = joinsOf(understoodAs([copy, earlier]));
  const [here, there] = [copy, earlier].map(({ data }) => fieldsOf(data));
  const joined = Object.keys(joins).flatMap((field) => {
    const value = joinOf(joins, field, here?.[field], there?.[field]);
    return value === undefined || deepEqual(value, here?.[field]) ? [] : [[field, value] as const];
  });
  if (joined.length === 0) return copy;
  return withComputed(
    { ...copy, data: dataFrom({ ...here, ...Object.fromEntries(joined) }) },
    copy,
    earlier,
  );
};

const withEntries = (copy: Copy, earlier: Copy): Copy => {
  if (copy._deleted === true || earlier._deleted === true) return copy;
  const [here, there] = [copy, earlier].map(({ data }) => fieldsOf(data));
  const more = onlyAdded(copy.kind).flatMap((field) => {
    const [own, others] = [here?.[field] ?? {}, there?.[field] ?? {}];
    // What a newer version has there may be no map.
    if (!isMap(own) || !isMap(others)) return [];
    const all = { ...others, ...own };
    return Object.keys(all).length > Object.keys(own).length ? [[field, all] as const] : [];
  });
  const data = withoutTakenOff(copy.kind, { ...here, ...Object.fromEntries(more) });
  if (deepEqual(data, here)) return copy;
  return withComputed({ ...copy, data: dataFrom(data) }, copy, earlier);
};

/**
 * A copy that is brought back over its deletion: it must be later, or the device that deleted it
 * would take it for an older state.
 */
export const broughtBack = (copy: Copy, deletion: Copy): Copy => withComputed(copy, copy, deletion);

/**
 * Maps without history: the app adds entries to them, and never removes any.
 */
const onlyAdded = (kind: string): string[] => {
  const { entryFields = [], fieldsWithoutHistory = [] } = kindOf(kind) ?? {};
  return entryFields.filter((field) => fieldsWithoutHistory.includes(field));
};

/**
 * An edit wins over a deletion, unless the live copy is exactly what was deleted. Of a record that
 * others deleted, only the moment of its last write is left.
 */
const mergeDeletion = (base: Copy | undefined, mine: Copy, theirs: Copy): Copy => {
  if (mine._deleted === true && theirs._deleted === true) return theirs;
  const [live, dead] = mine._deleted === true ? [theirs, mine] : [mine, theirs];
  const deleted = base ?? (dead === mine ? mine : undefined);
  const isAllThereIs =
    deleted === undefined
      ? areSameWrite(live, dead)
      : isSame(live, { ...deleted, _deleted: false });
  if (isAllThereIs) return dead;
  const asked = askedAfter(live, dead, deleted);
  return live === theirs && asked === live ? theirs : withComputed(asked, mine, theirs);
};

/**
 * Deleted for good from the trash and written elsewhere: the record comes back from there, with a
 * question. In the trash it would be deleted again, silently. Codes raise no question: their parent
 * does, for all of them, and if it did not come back itself it is written again
 * (programmes/apple-credit/work/code/lists-of-codes).
 */
const askedAfter = (live: Copy, dead: Copy, deleted: Copy | undefined): Copy => {
  const thrownOn = live.trashedOn || (deleted ?? dead).trashedOn || lastThrownOn(live);
  if (thrownOn === '') return live;
  const gone: Answer = { value: thrownOn, by: dead.updatedBy, at: dead.updatedAt };
  const question = clashOf(TRASHED_ON, '', [gone, { ...trashAnswer(live), value: '' }]);
  const isAsked = live.parent !== '' || live.clashes.some(({ id }) => id === question.id);
  if (isAsked && live.trashedOn === '') return live;
  return { ...live, trashedOn: '', clashes: isAsked ? live.clashes : [...live.clashes, question] };
};

const lastThrownOn = ({ history }: Copy): string =>
  (history.findLast(({ field, to }) => field === TRASHED_ON && to !== '')?.to as
    | string
    | undefined) ?? '';

const mergeContent = (
  base: Copy | undefined,
  mine: Copy,
  theirs: Copy,
  isAgreed: boolean,
): Copy => {
  const { secretFields = [] } = kindOf(theirs.kind) ?? {};
  // What reads fields reads those that this version knows; all else meets field by field.
  const understood = understoodAs([mine, theirs, ...(base === undefined ? [] : [base])]);
  const rules = rulesOf([mine, theirs], understood, isAgreed);
  const sides = [sideOf(mine), sideOf(theirs)] as const;
  const known = base && sideOf(base);
  const fields = withFieldsTogether(understood, mergeFields(known, ...sides, rules), sides, known);
  const steps = unionOf(mine.steps, theirs.steps);
  const [earlier, later] = inOrder(mine, theirs);
  const met =
    bySteps(understood)?.(fields.fields, steps, [partsOf(mine), partsOf(theirs)]) ?? fields.fields;
  const { parent, v, ...data } = met;
  const version = Math.max(mine.data.v, theirs.data.v);
  const trash = mergeTrash(base, mine, theirs);
  const fresh = [...fields.clashes, ...trash.clashes];
  const both = unionOf(mine.history, theirs.history);
  const hasHistory = (field: string): boolean =>
    ![...rules.silent, ...rules.entries, ...secretFields].includes(field);
  const asked = new Set(fields.clashes.map(({ field }) => field));
  const recorded = Object.entries(fields.fields).filter(
    ([field]) => hasHistory(field) && !asked.has(field),
  );
  const anew = base === undefined ? [] : writtenAnew(partsOf(base), sides, recorded, both);
  const toTell = fields.clashes.filter(({ field }) => hasHistory(field));
  const history = unionOf(both, [...unrecorded(toTell, both), ...anew]);
  return withComputed(
    {
      // The same on every device, even for fields that only a newer version knows.
      ...earlier,
      ...later,
      parent: parent as string,
      trashedOn: trash.trashedOn,
      data: dataFrom(withoutTakenOff(theirs.kind, { ...data, v: version })),
      steps,
      history: keepNewest(history, laterThan(mine, theirs)),
      clashes: openClashes(base?.clashes ?? [], [mine, theirs], fresh, history),
    },
    mine,
    theirs,
  );
};

const rulesOf = (
  sides: readonly [Copy, Copy],
  understood: string,
  isAgreed: boolean,
): FieldRules => {
  const {
    entryFields = [],
    neverAsked = [],
    fieldsWithoutHistory = [],
    secretFields = [],
  } = kindOf(sides[0].kind) ?? {};
  const sealed = secretFields.filter((field) => sides.some((side) => isSealed(side, field)));
  return {
    entries: entryFields,
    onlyAdded: onlyAdded(sides[0].kind),
    isAgreed,
    joins: joinsOf(understood),
    entryJoins: entryJoinsOf(understood),
    silent: ['v', 'parent', ...neverAsked, ...fieldsWithoutHistory, ...sealed],
  };
};

/**
 * A sealed value means nothing to the reader: nobody can choose by it. A secret that is plain text,
 * such as a link, can be read.
 */
const isSealed = ({ data }: Copy, field: string): boolean =>
  typeof fieldsOf(data)[field] !== 'string';

/**
 * A value that was there from the start is in no history: once the question is answered it
 * would be gone.
 */
const unrecorded = (clashes: readonly Clash[], history: readonly Change[]): Change[] =>
  clashes.flatMap(({ id, field, answers }) =>
    answers
      // Two answers may have the same moment: their place distinguishes them, on every device.
      .map(({ value, by, at }, place) => ({ id: `${id}|${at}|${place}`, at, by, field, to: value }))
      .filter(
        ({ to }) =>
          !history.some(
            (change) => change.field === field && [change.from, change.to].includes(to),
          ),
      ),
  );

/**
 * No history says that a record was deleted and created again. If it replaced the agreed state, the
 * history must say so, or nobody would know that it came later.
 */
const writtenAnew = (
  base: Readonly<Record<string, unknown>>,
  sides: readonly Side[],
  merged: readonly (readonly [string, unknown])[],
  history: readonly Change[],
): Change[] =>
  merged.flatMap(([field, to]) => {
    const from = base[field];
    const side = sides.find(({ fields }) => deepEqual(fields[field], to));
    const isRecorded = history.some((change) => change.field === field && deepEqual(change.to, to));
    if (side === undefined || isRecorded || deepEqual(from, to)) return [];
    const { updatedAt: at, updatedBy: by } = side;
    return [
      { id: `${field}|${at}-${by}`, at, by, field, ...(from === undefined ? {} : { from }), to },
    ];
  });

// A record may be moved under another: `parent` is merged like a field.
const partsOf = ({ parent, data }: Copy): Readonly<Record<string, unknown>> => ({
  ...data,
  parent,
});

const sideOf = (copy: Copy): Side => {
  const { history, updatedAt, updatedBy } = copy;
  return { fields: partsOf(copy), history, updatedAt, updatedBy };
};

/** As many ms as tell one earlier copy from another in the moment of what it became. */
const APART = 997;

/**
 * The result of merging these two and no others: the same later copy merged with another earlier
 * one could look the same, and a device that deletes that would take this for what it deleted. So
 * its moment also depends on the earlier copy, in the same way on every device.
 */
const ofThisPair = (merged: Copy, mine: Copy, theirs: Copy): Copy => {
  const [earlier] = inOrder(mine, theirs);
  const letters = letterSum(earlier.updatedBy, APART);
  return writtenAt(merged, merged.updatedAt + (Math.abs(earlier.updatedAt + letters) % APART));
};

/** The earlier copy first, the same on every device. */
const inOrder = (mine: Copy, theirs: Copy): readonly [earlier: Copy, later: Copy] =>
  isEarlier(mine, theirs) ? [mine, theirs] : [theirs, mine];

const isEarlier = (left: Copy, right: Copy): boolean => {
  if (left.updatedAt !== right.updatedAt) return left.updatedAt < right.updatedAt;
  return left.updatedBy === right.updatedBy
    ? spelt(left) < spelt(right)
    : left.updatedBy < right.updatedBy;
};

/** A copy as written at that moment (ms), with everything derived from it. */
export const writtenAt = (copy: Copy, at: number): Copy => {
  // Someone may have written that there is no later one.
  const updatedAt = Math.min(at, LAST_MOMENT);
  const dated = { ...copy, updatedAt, newestFirst: NEWEST_BASE - updatedAt };
  return { ...dated, dueOn: dueOn(dated) };
};

/** Later than both, so that no device takes an older state for the newer. */
const withComputed = (copy: Copy, mine: Copy, theirs: Copy): Copy => {
  const [, later] = inOrder(mine, theirs);
  // It is kept where this app cannot derive it, and must be the same on every device.
  const [due] = [mine, theirs]
    .flatMap((copy) => (copy._deleted === true ? [] : [copy.dueOn]))
    .sort();
  const both = { ...copy, updatedBy: later.updatedBy, dueOn: due ?? copy.dueOn };
  return writtenAt(both, laterThan(mine, theirs));
};

const laterThan = (mine: Copy, theirs: Copy): number =>
  after(Math.max(mine.updatedAt, theirs.updatedAt));
