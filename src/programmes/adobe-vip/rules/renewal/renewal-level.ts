import { heldLevel } from './committed-renewal.ts';
import type { CustomerRenewal } from './customer-renewal.ts';
import type { LevelEdition } from '../level/level-editions.ts';
import {
  countableOf,
  levelOf,
  levelOfOrder,
  nextLevel,
  type LevelOrNone,
  type NextLevel,
} from '../level/level.ts';
import type { VipCustomerData } from '../customer/vip-customer.ts';

/** A renewal with how many of each plan are chosen, and whose it is. */
export type LevelAsked = {
  readonly renewal: Pick<CustomerRenewal, 'plans' | 'lookBack' | 'anniversary'>;
  readonly chosen: Readonly<Record<string, number>>;
  readonly data: Pick<VipCustomerData, 'commitment'>;
};

const linesOf = ({ renewal, chosen }: LevelAsked) =>
  renewal.plans.map(({ key, renewed, isConsumable }) => ({
    quantity: renewed + (chosen[key] ?? 0),
    isConsumable,
  }));

/**
 * The level of a renewal: by all that is renewed at the anniversary, what was ordered before
 * included; in VIP what the look-back gave holds as well (adobe.md §1), and a commitment's always.
 */
export const levelOfRenewal = (asked: LevelAsked, edition: LevelEdition): LevelOrNone => {
  const { renewal, data } = asked;
  const held = levelOf(countableOf(renewal.lookBack), edition);
  return heldLevel(levelOfOrder(linesOf(asked), held, edition), data, renewal.anniversary, edition);
};

/** The level above that one, and how many more licences of the renewal it takes. */
export const nextOfRenewal = (asked: LevelAsked, edition: LevelEdition): NextLevel | undefined =>
  nextLevel(countableOf(linesOf(asked)), levelOfRenewal(asked, edition), edition);
