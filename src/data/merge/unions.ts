import { TRASHED_ON } from '#core/record/trash.ts';
import { MOST_NEWS } from '#core/record/record-form.ts';
import {
  answerKey,
  type Answer,
  type Change,
  type Clash,
  type VolymRecord,
} from '#core/record/record.ts';
import type { Step } from '#core/record/step.ts';
import { clashOf } from './fields.ts';

const byTime = (a: { at: number; id: string }, b: { at: number; id: string }): number =>
  a.at - b.at || (a.id < b.id ? -1 : 1);

/** What either side wrote, once, in the order in which it was written: the same on every device. */
export const unionOf = <T extends Step | Change>(a: readonly T[], b: readonly T[]): T[] =>
  [...new Map([...a, ...b].map((item) => [item.id, item])).values()].sort(byTime);

/** What a side asks, and what it knows. */
type Asking = Pick<VolymRecord, 'clashes' | 'history'>;

/**
 * The questions that are still open: those on both sides, those that one side got since the agreed
 * state, and the new ones; but not those whose field was written by someone who knew their answers.
 * Questions about the same field become one.
 */
export const openClashes = (
  base: readonly Clash[],
  sides: readonly [Asking, Asking],
  fresh: readonly Clash[],
  history: readonly Change[],
): Clash[] => {
  const agreed = new Set(base.map(keyOf));
  const known = sides.map(knownOn) as [Known, Known];
  const isSettled = settledBy(history);
  const left = known.flatMap(({ clashes }, side) => {
    const other = known[1 - side] as Known;
    const stay = [...clashes].filter(
      ([key, clash]) => (other.clashes.has(key) || !agreed.has(key)) && !isSettled(clash),
    );
    return stay.map(([key, clash]) => (other.clashes.has(key) ? clash : without(clash, other)));
  });
  const all = inOrder([...left, ...fresh]);
  const fields = Map.groupBy(all, ({ field }) => field);
  return inOrder([...fields.values()].flatMap(inOne));
};

/**
 * What identifies a question, including what it asks: two devices that each brought their own copy
 * back over the same deletion wrote at the same moment, so their questions have the same id but
 * different values.
 */
const keyOf = ({ id, answers }: Clash): string =>
  `${id}|${JSON.stringify(answers.map(({ value }) => value))}`;

const byKey = (clashes: readonly Clash[]): Map<string, Clash> =>
  new Map(clashes.map((clash) => [keyOf(clash), clash]));

/**
 * Each once, the same order on every device. Of a long one the key is long, too: it is made once.
 */
const inOrder = (clashes: readonly Clash[]): Clash[] =>
  [...byKey(clashes)].sort(([x], [y]) => (x < y ? -1 : 1)).map(([, clash]) => clash);

/**
 * Whether who wrote a change chose among all the answers of a question: an answer that came later
 * is still asked about. Each list is gone through once, however many questions there are: who wrote
 * it may have made it as long as a record can be.
 */
const settledBy = (history: readonly Change[]): ((clash: Clash) => boolean) => {
  const chosen = history.filter(({ asked }) => asked !== undefined);
  const made = chosen.map(({ field, at, settles }) => ({
    field,
    at,
    among: settles && new Set(settles),
  }));
  const choices = Map.groupBy(made, ({ field }) => field);
  return ({ field, answers }) => {
    const ofField = choices.get(field);
    if (ofField === undefined) return false;
    const latest = answers.reduce((last, { at }) => Math.max(last, at), 0);
    const keys = answers.map(answerKey);
    // Older versions did not store the choices: the moment decides.
    return ofField.some(
      ({ at, among }) =>
        latest < at && (among === undefined || keys.every((key) => among.has(key))),
    );
  };
};

/**
 * What a side knows, to be looked up: its questions by their keys, the answers in them, and what
 * was written of each field.
 */
type Known = {
  readonly clashes: ReadonlyMap<string, Clash>;
  readonly asked: ReadonlySet<string>;
  readonly written: ReadonlyMap<string, Written>;
};

/** The last change to a field, and what was there before it. */
type Written = { readonly before: Set<string>; last: Change };

const knownOn = ({ clashes, history }: Asking): Known => {
  const written = new Map<string, Written>();
  for (const change of history) {
    const same = written.get(change.field);
    if (same === undefined) written.set(change.field, { before: new Set(), last: change });
    else {
      same.before.add(answerKey(same.last));
      same.last = change;
    }
  }
  const asked = new Set(clashes.flatMap(({ answers }) => answers.map(answerKey)));
  return { clashes: byKey(clashes), asked, written };
};

/**
 * A question without the answers that the other side, which has not seen the question, knew and
 * overwrote. What that side wrote last then becomes an answer: it was chosen without knowing the
 * others, so both are asked about.
 */
const without = (clash: Clash, { asked, written }: Known): Clash => {
  const { before, last } = written.get(clash.field) ?? {};
  const isLeft = (key: string): boolean => before?.has(key) !== true || asked.has(key);
  const left = clash.answers.filter((answer) => isLeft(answerKey(answer)));
  if (left.length === clash.answers.length) return clash;
  const isAmong = (answer: Answer): boolean =>
    left.some((other) => answerKey(other) === answerKey(answer));
  return asking([clash], [...left, ...chosenBy(last).filter((answer) => !isAmong(answer))]);
};

/** Of secrets a history tells no value. */
const chosenBy = (change: Change | undefined): Answer[] =>
  change?.to === undefined ? [] : [{ value: change.to, by: change.by, at: change.at }];

/**
 * A third device wrote the field, too, knowing of neither: one question has all their answers. None
 * where all say the same.
 */
const inOne = (clashes: readonly Clash[]): Clash[] => {
  const given = clashes.flatMap(({ answers }) => answers);
  const byAnswer = new Map(
    given.map((answer) => [`${answerKey(answer)}|${JSON.stringify(answer.value)}`, answer]),
  );
  const isAgreed = new Set(given.map(({ value }) => JSON.stringify(value))).size < 2;
  return isAgreed
    ? []
    : clashes.length === 1
      ? [...clashes]
      : [asking(clashes, [...byAnswer.values()])];
};

const asking = (clashes: readonly Clash[], answers: readonly Answer[]): Clash => {
  const [{ field }] = clashes as readonly [Clash];
  const was = clashes.find((clash) => clash.was !== undefined)?.was;
  const named = new Set(clashes.flatMap((clash) => clash.news ?? []));
  // More than that no record may name: what becomes of two that others wrote must still be read.
  const news = [...named].sort().slice(0, MOST_NEWS);
  const clash = clashOf(field, was, answers as Clash['answers']);
  return news.length === 0 ? clash : { ...clash, news };
};

type Past = Pick<VolymRecord, 'steps' | 'history'>;

/**
 * The ids of what happened to a copy and is unknown to another one: after a union this can no
 * longer be told.
 */
export const newsOf = (copy: Past, { steps, history }: Past): string[] => {
  const known = new Set([...steps, ...history].map(({ id }) => id));
  const changes = copy.history.filter(({ field }) => field !== TRASHED_ON);
  return [...copy.steps, ...changes].map(({ id }) => id).filter((id) => !known.has(id));
};
