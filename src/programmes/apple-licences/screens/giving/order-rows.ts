import {
  keyOfTarget,
  type AssignTarget,
  type PlannedTarget,
} from '#programmes/apple-licences/rules/licence/assign-plan.ts';
import { termsOf } from '#programmes/apple-licences/rules/user/user-terms.ts';
import type { Texts } from '#ui/text.ts';
import { termsBadge } from '../holder/holder-words.ts';
import type { LicenceWords } from '#programmes/apple-licences/words/load.ts';
import type { Pickable } from './pickable.ts';
import { userName } from '#programmes/apple-licences/work/giving/read-licences.ts';

/** A row of those chosen: its place among all of them, and what becomes of it. */
export type OrderRow = Omit<Pickable, 'id'> & {
  readonly key: string;
  readonly at: number;
  readonly isLate: boolean;
};

/** What a target is called. */
export const targetName = (target: AssignTarget): string =>
  target.to === 'user' ? userName(target.user) : target.name || target.serialNumber;

/** The rows of a part of the plan, each with its place in the order chosen. */
export const orderRows = (
  planned: readonly PlannedTarget[],
  order: readonly AssignTarget[],
  { words, text }: { readonly words: LicenceWords; readonly text: Pick<Texts, 'apps'> },
): OrderRow[] => {
  const places = new Map(order.map((target, at) => [target, at]));
  return planned.map(({ target, why, notes }) => {
    const waits = notes.includes('terms-not-accepted') ? words.give.waits : '';
    const detail = why === undefined ? waits : (words.why[why] ?? why);
    const badge = target.to === 'user' ? termsBadge(termsOf(target.user), text) : undefined;
    const at = places.get(target) ?? 0;
    const isDevice = target.to === 'device';
    const name = targetName(target);
    return {
      key: keyOfTarget(target),
      at,
      name,
      isDevice,
      detail,
      isLate: why !== undefined,
      badge,
    };
  });
};

/** The order with one moved to another place. */
export const movedTo = <T>(order: readonly T[], from: number, to: number): T[] => {
  const rest = order.filter((_, at) => at !== from);
  return [...rest.slice(0, to), order[from] as T, ...rest.slice(to)];
};
