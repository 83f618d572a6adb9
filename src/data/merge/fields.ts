import { deepEqual } from 'rxdb/plugins/utils';
import type { EntryJoin, EntryJoins, Joins } from '#programmes/ground.ts';
import type { Answer, Change, Clash } from '#core/record/record.ts';
import { HISTORY_LENGTH } from '../records/history.ts';

/** The fields of one state of a record, and what shows who wrote them. */
export type Side = {
  readonly fields: Readonly<Record<string, unknown>>;
  readonly history: readonly Change[];
  readonly updatedAt: number;
  readonly updatedBy: string;
};

/** How fields of a kind meet. */
export type FieldRules = {
  /** Maps that are merged entry by entry. */
  readonly entries: readonly string[];
  /**
   * Those maps from which nobody removes entries. An entry missing on a side has not reached it
   * yet.
   */
  readonly onlyAdded: readonly string[];
  /** Fields that raise no question: the newer value wins. */
  readonly silent: readonly string[];
  /** What becomes a third value by what both say. */
  readonly joins: Joins;
  /** By field, how an entry meets that both sides have and neither has as it was. */
  readonly entryJoins: EntryJoins;
  /**
   * Whether both sides agreed on the base; one that only seems to lie behind tells nothing of
   * fields without a history.
   */
  readonly isAgreed: boolean;
};

/** The merged fields, and the questions that are left. */
export type MergedFields = {
  readonly fields: Record<string, unknown>;
  readonly clashes: readonly Clash[];
};

/** What both sides last agreed on. */
type Base = Pick<Side, 'fields' | 'history'>;

/**
 * Field by field against the last agreed state; where both sides differ from it, or there is none,
 * the history shows whether one value came after the other. A field that both sides changed to
 * different values becomes a question; until it is answered, the newer value holds. The result is
 * the same whichever side is called `a`.
 */
export const mergeFields = (
  base: Base | undefined,
  a: Side,
  b: Side,
  rules: FieldRules,
): MergedFields => {
  const fields = new Map<string, unknown>();
  const clashes: Clash[] = [];
  for (const field of new Set([...Object.keys(a.fields), ...Object.keys(b.fields)])) {
    const settled =
      meetEntries(field, base, [a, b], rules) ?? joinOrSettle(field, base, [a, b], rules);
    if (settled !== CLASH) {
      if (settled !== undefined) fields.set(field, settled);
      continue;
    }
    const clash = clashOf(field, base?.fields[field], [
      answerOf(a, b, field),
      answerOf(b, a, field),
    ]);
    fields.set(field, clash.answers.at(-1)?.value);
    if (!rules.silent.includes(field)) clashes.push(clash);
  }
  return { fields: Object.fromEntries(fields), clashes };
};

const CLASH = Symbol('clash');

/**
 * A value that only one side wrote is kept; values that both wrote are joined where the field
 * allows it.
 */
const joinOrSettle = (
  field: string,
  base: Base | undefined,
  [a, b]: readonly [Side, Side],
  { joins, isAgreed }: FieldRules,
): unknown => {
  const isJoined = Object.hasOwn(joins, field);
  const settled = isJoined && !isAgreed ? CLASH : settle(field, base, a, b);
  const isMet = isJoined && settled === CLASH;
  return (isMet ? joinOf(joins, field, a.fields[field], b.fields[field]) : undefined) ?? settled;
};

/** What two values of a field become; undefined where it is not joined, or they cannot be. */
export const joinOf = (joins: Joins, field: string, left: unknown, right: unknown): unknown =>
  left === undefined || right === undefined ? (left ?? right) : joins[field]?.(left, right);

/** The value that both sides agree on, or `CLASH`; undefined when the field is gone. */
const settle = (field: string, base: Base | undefined, a: Side, b: Side): unknown => {
  const [x, y] = [a.fields[field], b.fields[field]];
  if (deepEqual(x, y)) return x;
  if (base !== undefined) {
    if (isUntouched(field, base, a)) return isWritten(field, base, b) ? y : CLASH;
    if (isUntouched(field, base, b)) return isWritten(field, base, a) ? x : CLASH;
  } else if (x === undefined || y === undefined) return x ?? y;
  const [knowsB, knowsA] = [hasSeen(a, b, field), hasSeen(b, a, field)];
  if (knowsA === knowsB) return CLASH;
  return knowsB ? x : y;
};

/**
 * Whether a side has the agreed value because nobody wrote the field there. Someone who changed it
 * back to that value has written it.
 */
const isUntouched = (field: string, base: Base, side: Side): boolean =>
  deepEqual(side.fields[field], base.fields[field]) && !wroteSince(field, base, side);

/**
 * Whether a side that has another value than the agreed one has written it there. Where its history
 * is full that may be forgotten; or it comes of before, from a server that was put back, and never
 * was a change.
 */
const isWritten = (field: string, base: Base, side: Side): boolean =>
  side.history.length < HISTORY_LENGTH || wroteSince(field, base, side);

/** Whether a side's history tells of a change of the field that the agreed state does not know. */
const wroteSince = (field: string, base: Base, side: Side): boolean => {
  const before = new Set(changesOf(base, field).map(({ id }) => id));
  return changesOf(side, field).some(({ id }) => !before.has(id));
};

const changesOf = ({ history }: Pick<Side, 'history'>, field: string): Change[] =>
  history.filter((change) => change.field === field);

/**
 * Whether one side knows every change of the field that the other knows. A value that was there
 * from the start has no change of its own: the other side has seen it if it once changed it to
 * something else. The history of a secret has no values: whoever wrote one has seen that there was
 * none.
 */
const hasSeen = (side: Side, other: Side, field: string): boolean => {
  const [own, others] = [changesOf(side, field), changesOf(other, field)];
  const known = new Set(own.map(({ id }) => id));
  if (others.length === 0)
    return own.some(({ from = '' }) => deepEqual(from, other.fields[field] ?? ''));
  return others.every(({ id }) => known.has(id));
};

/**
 * A side's own value, with who wrote it and when: its last change that the other side does not
 * know.
 */
const answerOf = (side: Side, other: Side, field: string): Answer => {
  const known = new Set(changesOf(other, field).map(({ id }) => id));
  const own = changesOf(side, field).findLast(({ id }) => !known.has(id));
  return {
    value: side.fields[field] ?? null,
    by: own?.by ?? side.updatedBy,
    at: own?.at ?? side.updatedAt,
  };
};

const byTime = (a: Answer, b: Answer): number =>
  a.at - b.at || (JSON.stringify(a.value) < JSON.stringify(b.value) ? -1 : 1);

const isNewer = (a: Side, b: Side, field: string): boolean =>
  byTime(answerOf(a, b, field), answerOf(b, a, field)) > 0;

/**
 * The question of several answers, earliest first. Two devices that meet one difference ask once:
 * its id is made of what they meet.
 */
export const clashOf = (field: string, was: unknown, given: Clash['answers']): Clash => {
  const sorted: readonly Answer[] = given.toSorted(byTime);
  // The same number as before sorting.
  const answers = sorted as Clash['answers'];
  const id = [field, ...answers.map(({ at, by }) => `${at}-${by}`)].join('|');
  return { id, field, ...(was === undefined ? {} : { was }), answers };
};

type Entries = Readonly<Record<string, unknown>>;

/** Whether a value is a map, neither a list nor null. */
export const isMap = (value: unknown): value is Entries =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const mapIn = (value: unknown): Entries | undefined => (isMap(value) ? value : undefined);

/**
 * The merged entries, or undefined where a field has none. If one side knows everything that
 * happened to the other's entries, its own are kept: compared with an older agreed state, an entry
 * it has removed since would look new on the other side.
 */
const meetEntries = (
  field: string,
  base: Base | undefined,
  [a, b]: readonly [Side, Side],
  { entries, onlyAdded, entryJoins }: FieldRules,
): Entries | undefined => {
  const isKept = onlyAdded.includes(field);
  const [x, y] = [a, b].map(({ fields }) =>
    isKept && fields[field] === undefined ? {} : mapIn(fields[field]),
  );
  if (!entries.includes(field) || x === undefined || y === undefined) return undefined;
  const [knowsB, knowsA] = [hasSeen(a, b, field), hasSeen(b, a, field)];
  if (!isKept && knowsA !== knowsB) return knowsB ? x : y;
  return mergeEntries(mapIn(base?.fields[field]), [x, y], {
    isKept,
    aIsNewer: isNewer(a, b, field),
    join: entryJoins[field],
  });
};

/**
 * Entries by key, each kept as a whole unless joined: an entry on one side only is new there,
 * unless the other side has removed it since.
 */
const mergeEntries = (
  base: Entries | undefined,
  [a, b]: readonly [Entries, Entries],
  {
    isKept,
    aIsNewer,
    join,
  }: { readonly isKept: boolean; readonly aIsNewer: boolean; readonly join: EntryJoin | undefined },
): Entries => {
  const merged = new Map<string, unknown>();
  for (const key of [...new Set([...Object.keys(a), ...Object.keys(b)])].sort()) {
    const [x, y, was] = [a[key], b[key], base?.[key]];
    const changed = [x, y].filter((value) => !deepEqual(value, was));
    const isOneSided = isKept && (x === undefined || y === undefined);
    const isSettled = !isOneSided && !deepEqual(x, y) && changed.length === 1;
    const isBoth = x !== undefined && y !== undefined && !deepEqual(x, y);
    const joined = isBoth && !isSettled ? join?.(x, y, was) : undefined;
    const value = isSettled ? changed[0] : (joined ?? (aIsNewer ? (x ?? y) : (y ?? x)));
    if (value !== undefined) merged.set(key, value);
  }
  return Object.fromEntries(merged);
};
