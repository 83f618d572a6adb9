import type { Day } from '#core/day/day.ts';
import { committedMinimum } from '../customer/commitment-commands.ts';
import { isCommitted } from '../customer/commitment.ts';
import type { LevelEdition } from '../level/level-editions.ts';
import { higherLevel, levelOf, type LevelOrNone } from '../level/level.ts';
import type { RenewalPlan } from './renewal-suggestion.ts';
import type { VipCustomerData } from '../customer/vip-customer.ts';

type Committed = Pick<VipCustomerData, 'commitment'>;

/**
 * Whether a commitment holds in the term that begins at an anniversary; undefined if nobody has
 * recorded one.
 */
export const committedAt = ({ commitment }: Committed, anniversary: Day): boolean | undefined =>
  commitment === undefined ? undefined : isCommitted(commitment, anniversary);

/**
 * The level of a renewal: a commitment keeps the level of its minimum, however few are renewed
 * (adobe.md §1).
 */
export const heldLevel = (
  level: LevelOrNone,
  data: Committed,
  anniversary: Day,
  edition: LevelEdition,
): LevelOrNone => higherLevel(level, levelOf(committedMinimum(data, anniversary), edition));

/**
 * How many licences are short of the commitment when so many are renewed; consumables count to none
 * (adobe.md §1).
 */
export const shortOfCommitment = (
  data: Committed,
  { anniversary, plans }: { readonly anniversary: Day; readonly plans: readonly RenewalPlan[] },
  chosen: Readonly<Record<string, number>>,
): number => {
  const kept = plans
    .filter(({ isConsumable }) => !isConsumable)
    .reduce((sum, { key, renewed }) => sum + renewed + (chosen[key] ?? 0), 0);
  return Math.max(0, committedMinimum(data, anniversary) - kept);
};
