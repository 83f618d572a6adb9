import { TRASHED_ON } from '#domain/question.ts';
import { answerKey, type Answer, type Change, type Clash, type VolymRecord } from '#domain/record.ts';
import type { Step } from '#domain/step.ts';
import { clashOf } from './fields.ts';

const byTime = (a: { at: number; id: string }, b: { at: number; id: string }): number =>
  a.at - b.at || (a.id < b.id ? -1 : 1);

/** What either side wrote, once, in the order in which it was written: the same on every device. */
export const unionOf = <T extends Step | Change>(a: readonly T[], b: readonly T[]): T[] =>
  [...new Map([...a, ...b].map((one) => [one.id, one])).values()].sort(byTime);

/** What a side asks, and what it knows. */
type Asking = Pick<VolymRecord, 'clashes' | 'history'>;

/**
 * The questions that are still open: those of both sides, those that one side met since the agreed state, and the new
 * ones; not those whose field was written by someone who knew their answers. Those of one field are one.
 */
export const openClashes = (
  base: readonly Clash[],
  sides: readonly [Asking, Asking],
  fresh: readonly Clash[],
  history: readonly Change[],
): Clash[] => {
  const agreed = new Set(base.map(keyOf));
  const there = sides.map(({ clashes }) => new Set(clashes.map(keyOf)));
  const isOpen = (clash: Clash): boolean => !history.some((change) => settles(change, clash));
  const left = sides.flatMap(({ clashes }, side) => {
    const isThere = (clash: Clash): boolean => there[1 - side]?.has(keyOf(clash)) === true;
    const stay = clashes.filter((clash) => isOpen(clash) && (isThere(clash) || !agreed.has(keyOf(clash))));
    return stay.map((clash) => (isThere(clash) ? clash : without(clash, sides[1 - side] as Asking)));
  });
  const all = [...new Map([...left, ...fresh].map((clash) => [keyOf(clash), clash])).values()].sort(byKey);
  const fields = new Set(all.map(({ field }) => field));
  return [...fields].flatMap((field) => inOne(all.filter((clash) => clash.field === field))).sort(byKey);
};

/**
 * Which question it is, with what it asks about: two who each brought a copy of their own back over one deletion wrote in one
 * moment, and what each met has one id and another value.
 */
const keyOf = ({ id, answers }: Clash): string => `${id}|${JSON.stringify(answers.map(({ value }) => value))}`;

const byKey = (x: Clash, y: Clash): number => (keyOf(x) < keyOf(y) ? -1 : 1);

/** Whether who wrote a change chose among all the answers of a question: an answer that came later is still asked about. */
const settles = ({ field, at, asked, settles: chosen }: Change, clash: Clash): boolean =>
  asked !== undefined &&
  field === clash.field &&
  // Older versions did not say from what was chosen: the moment tells.
  clash.answers.every((answer) => answer.at < at && (chosen === undefined || chosen.includes(answerKey(answer))));

/**
 * A question without the answers that the other side, which has not heard of it, knew and wrote over. What that side wrote last is
 * an answer then: chosen before an answer came that it did not know, it is asked about beside that.
 */
const without = (clash: Clash, { clashes, history }: Asking): Clash => {
  const asked = clashes.flatMap(({ answers }) => answers.map(answerKey));
  const written = history.filter(({ field }) => field === clash.field);
  const before = written.slice(0, -1).map(answerKey);
  const left = clash.answers.filter((one) => !before.includes(answerKey(one)) || asked.includes(answerKey(one)));
  if (left.length === clash.answers.length) return clash;
  const isAmong = (one: Answer): boolean => left.some((other) => answerKey(other) === answerKey(one));
  return asking([clash], [...left, ...chosenBy(written.at(-1)).filter((one) => !isAmong(one))]);
};

/** Of secrets a history tells no value. */
const chosenBy = (change: Change | undefined): Answer[] =>
  change?.to === undefined ? [] : [{ value: change.to, by: change.by, at: change.at }];

/** A third device wrote the field, too, knowing of neither: one question has all their answers. None where all say the same. */
const inOne = (clashes: readonly Clash[]): Clash[] => {
  const given = clashes.flatMap(({ answers }) => answers);
  const told = new Map(given.map((answer) => [`${answerKey(answer)}|${JSON.stringify(answer.value)}`, answer]));
  const isOne = new Set(given.map(({ value }) => JSON.stringify(value))).size < 2;
  return isOne ? [] : clashes.length === 1 ? [...clashes] : [asking(clashes, [...told.values()])];
};

const asking = (clashes: readonly Clash[], answers: readonly Answer[]): Clash => {
  const [{ field }] = clashes as readonly [Clash];
  const was = clashes.find((clash) => clash.was !== undefined)?.was;
  const news = [...new Set(clashes.flatMap((clash) => clash.news ?? []))].sort();
  const clash = clashOf(field, was, answers as unknown as Clash['answers']);
  return news.length === 0 ? clash : { ...clash, news };
};

type Past = Pick<VolymRecord, 'steps' | 'history'>;

/** What happened to a copy that another one does not know, by its ids: of their union nobody could tell any more. */
export const newsOf = (copy: Past, { steps, history }: Past): string[] => {
  const known = new Set([...steps, ...history].map(({ id }) => id));
  const changes = copy.history.filter(({ field }) => field !== TRASHED_ON);
  return [...copy.steps, ...changes].map(({ id }) => id).filter((id) => !known.has(id));
};
