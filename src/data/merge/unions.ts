import { TRASHED_ON } from '#domain/question.ts';
import { answerKey, type Answer, type Change, type Clash, type VolymRecord } from '#domain/record.ts';
import type { Step } from '#domain/step.ts';
import { clashOf } from './fields.ts';

const byTime = (a: { at: number; id: string }, b: { at: number; id: string }): number =>
  a.at - b.at || (a.id < b.id ? -1 : 1);

/** What either side wrote, once, in the order in which it was written: the same on every device. */
export const unionOf = <T extends Step | Change>(a: readonly T[], b: readonly T[]): T[] =>
  [...new Map([...a, ...b].map((one) => [one.id, one])).values()].sort(byTime);

/**
 * The questions that are still open: those of both sides, those that one side met since the agreed state, and the new
 * ones; not those whose field was written by someone who knew their answers. Those of one field are one.
 */
export const openClashes = (
  base: readonly Clash[],
  [a, b]: readonly [readonly Clash[], readonly Clash[]],
  fresh: readonly Clash[],
  history: readonly Change[],
): Clash[] => {
  const agreed = new Set(base.map(({ id }) => id));
  const there = [a, b].map((clashes) => new Set(clashes.map(({ id }) => id)));
  const stays = ({ id }: Clash): boolean => there.every((ids) => ids.has(id)) || !agreed.has(id);
  const open = [...a, ...b].filter(stays);
  const all = new Map([...open, ...fresh].map((clash) => [clash.id, clash]));
  const left = [...all.values()].filter((clash) => !history.some((change) => settles(change, clash))).sort(byId);
  const fields = new Set(left.map(({ field }) => field));
  return [...fields].map((field) => inOne(left.filter((clash) => clash.field === field))).sort(byId);
};

const byId = (x: Clash, y: Clash): number => (x.id < y.id ? -1 : 1);

/** Whether who wrote a change chose among all the answers of a question: an answer that came later is still asked about. */
const settles = (change: Change, { field, answers }: Clash): boolean =>
  change.field === field &&
  answers.every((answer) => answer.at < change.at && change.settles?.includes(answerKey(answer)) === true);

/** A third device wrote the field, too, knowing of neither: one question has all their answers, each value once. */
const inOne = (clashes: readonly Clash[]): Clash => {
  const [first] = clashes as readonly [Clash];
  if (clashes.length === 1) return first;
  // The same on every device, also where two gave one answer in one moment.
  const given = clashes.flatMap(({ answers }) => answers).sort((x, y) => x.at - y.at || (x.by < y.by ? -1 : 1));
  // Whoever threw it away, and on whatever day: it is one answer.
  const saying = ({ value }: Answer): string =>
    first.field === TRASHED_ON ? `${value === ''}` : JSON.stringify(value);
  const answers = [...new Map(given.map((answer) => [saying(answer), answer])).values()];
  const was = clashes.find((clash) => clash.was !== undefined)?.was;
  const news = [...new Set(clashes.flatMap((clash) => clash.news ?? []))].sort();
  const clash = clashOf(first.field, was, answers as unknown as Clash['answers']);
  return news.length === 0 ? clash : { ...clash, news };
};

type Past = Pick<VolymRecord, 'steps' | 'history'>;

/** What happened to a copy that another one does not know, by its ids: of their union nobody could tell any more. */
export const newsOf = (copy: Past, { steps, history }: Past): string[] => {
  const known = new Set([...steps, ...history].map(({ id }) => id));
  const changes = copy.history.filter(({ field }) => field !== TRASHED_ON);
  return [...copy.steps, ...changes].map(({ id }) => id).filter((id) => !known.has(id));
};
