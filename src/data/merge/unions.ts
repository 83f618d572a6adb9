import { TRASHED_ON } from '#domain/question.ts';
import type { Change, Clash, VolymRecord } from '#domain/record.ts';
import type { Step } from '#domain/step.ts';

const byTime = (a: { at: number; id: string }, b: { at: number; id: string }): number =>
  a.at - b.at || (a.id < b.id ? -1 : 1);

/** What either side wrote, once, in the order in which it was written: the same on every device. */
export const unionOf = <T extends Step | Change>(a: readonly T[], b: readonly T[]): T[] =>
  [...new Map([...a, ...b].map((one) => [one.id, one])).values()].sort(byTime);

/**
 * The questions that are still open: those of both sides, those that one side met since the agreed state, and the new
 * ones; not those whose field was written after both answers.
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
  const isAnswered = ({ field, answers }: Clash): boolean =>
    history.some((change) => change.field === field && answers.every(({ at }) => at < change.at));
  const open = [...a, ...b].filter(stays);
  const all = new Map([...open, ...fresh].map((clash) => [clash.id, clash]));
  return [...all.values()].filter((clash) => !isAnswered(clash)).sort((x, y) => (x.id < y.id ? -1 : 1));
};

type Past = Pick<VolymRecord, 'steps' | 'history'>;

/** What happened to a copy that another one does not know, by its ids: of their union nobody could tell any more. */
export const newsOf = (copy: Past, { steps, history }: Past): string[] => {
  const known = new Set([...steps, ...history].map(({ id }) => id));
  const changes = copy.history.filter(({ field }) => field !== TRASHED_ON);
  return [...copy.steps, ...changes].map(({ id }) => id).filter((id) => !known.has(id));
};
