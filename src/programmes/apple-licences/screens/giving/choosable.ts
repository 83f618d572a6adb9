import type {
  AssignPlan,
  AssignTarget,
} from '#programmes/apple-licences/rules/licence/assign-plan.ts';
import type { LicenceWords } from '#programmes/apple-licences/words/load.ts';
import { counted } from './counted.ts';

/** Who is short only of a licence may be chosen all the same: the order decides who gets one. */
const SHORT: readonly (string | undefined)[] = ['no-licence-left', 'free-unknown'];

/**
 * Of a plan for all there are: who may be chosen, and how many may not by the reason. They are not
 * in the list and not forgotten.
 */
export const choosable = ({
  gets,
  none,
}: AssignPlan): {
  readonly may: readonly AssignTarget[];
  readonly others: readonly [why: string, count: number][];
} => ({
  may: [...gets, ...none.filter(({ why }) => SHORT.includes(why))].map(({ target }) => target),
  others: counted(none.map(({ why }) => (SHORT.includes(why) ? '' : (why ?? '')))),
});

/** Who may not be chosen, in a sentence for each reason. */
export const notChoosable = (
  others: readonly [why: string, count: number][],
  words: LicenceWords,
): string =>
  others
    .map(
      ([why, count]) =>
        words.give.others[why]?.(count) ?? words.give.otherwiseNot(count, words.why[why] ?? ''),
    )
    .join(' ');
