import type { Day } from '#core/day/day.ts';
import type { Problem } from '#core/result.ts';
import type { VipProgramme } from '../edition/programme.ts';
import type { ReturnPartEdition } from './return-part-editions.ts';

/** Why a line cannot go back, or what to see to first. */
export type ReturnProblem = Problem<
  | 'return-before-order'
  | 'return-window-closed'
  | 'return-not-for-switch'
  | 'consumable-used'
  | 'quantity-not-whole'
  | 'return-exceeds-remaining'
  | 'return-not-for-minimum-order'
  | 'return-whole-lines-only'
  | 'below-commitment'
  | 'day-needed'
  | 'day-ahead'
  | 'unassign-first'
  | 'text-too-long'
>;

/** A requested return: the quantity of an order line, and the customer's situation. */
export type AskedReturn = {
  readonly quantity: number;
  /** What is left of the line after earlier returns. */
  readonly remaining: number;
  readonly programme: VipProgramme;
  /**
   * 'line' also for consumables, credit packs and licence packs: Adobe takes no part of those back
   * (adobe.md §2, A1).
   */
  readonly part: ReturnPartEdition['part'];
  /** How many users hold a licence that would no longer be there. */
  readonly usersToUnassign: number;
  readonly consumableUsed: boolean;
  readonly isSwitch: boolean;
  /** The least quantity of the offer, 0 for an ordinary one. */
  readonly minimumOrder: number;
  /** What a three-year commitment holds the customer to, 0 without one. */
  readonly committedMinimum: number;
  /** How many licences that count towards the commitment the customer has before the return. */
  readonly owned: number;
  readonly today: Day;
  /** The day of the order, '' where nobody knows it. */
  readonly orderedOn: Day;
  readonly lastDay: Day;
};

/** What no other quantity mends. */
const whyNever = ({
  today,
  orderedOn,
  lastDay,
  isSwitch,
  consumableUsed,
}: AskedReturn): ReturnProblem | undefined => {
  if (today < orderedOn)
    return { code: 'return-before-order', field: 'askedOn', params: { orderDate: orderedOn } };
  if (today > lastDay) return { code: 'return-window-closed', params: { lastDay } };
  // A return refers to a new order or a renewal; a switch is reverted instead (adobe.md §5).
  if (isSwitch) return { code: 'return-not-for-switch' };
  if (consumableUsed) return { code: 'consumable-used' };
  return undefined;
};

/** What another quantity mends. */
const whyNotSoMany = (asked: AskedReturn): ReturnProblem | undefined => {
  const { quantity, remaining, part, minimumOrder, committedMinimum, owned } = asked;
  const field = 'quantity';
  if (!Number.isSafeInteger(quantity) || quantity < 1) return { code: 'quantity-not-whole', field };
  if (quantity > remaining)
    return { code: 'return-exceeds-remaining', field, params: { remaining } };
  // A whole line went back before partial returns came, and still does; only a part would break the
  // offer's minimum.
  if (minimumOrder > 0 && quantity < remaining)
    return {
      code: 'return-not-for-minimum-order',
      field,
      params: { remaining, minimum: minimumOrder },
    };
  if (part === 'line' && quantity < remaining)
    return { code: 'return-whole-lines-only', field, params: { remaining } };
  if (committedMinimum > 0 && owned - quantity < committedMinimum)
    return { code: 'below-commitment', field, params: { minimum: committedMinimum } };
  return undefined;
};

/**
 * The first thing that speaks against a return, what nothing mends before what the user can, and
 * what to warn of. Users to unassign stop it in the Marketplace; in VIP Adobe says nothing of them
 * and the user is warned (adobe.md §2).
 */
export const whyNotReturn = (
  asked: AskedReturn,
): { readonly refusal?: ReturnProblem; readonly warnings: readonly ReturnProblem[] } => {
  const users: ReturnProblem[] =
    asked.usersToUnassign > 0
      ? [{ code: 'unassign-first', params: { users: asked.usersToUnassign } }]
      : [];
  const isMarketplace = asked.programme === 'vip-marketplace';
  const refusal = whyNever(asked) ?? whyNotSoMany(asked) ?? (isMarketplace ? users[0] : undefined);
  return { ...(refusal === undefined ? {} : { refusal }), warnings: isMarketplace ? [] : users };
};
