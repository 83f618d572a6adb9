import { editionKey } from './edition-key.ts';
import { ORDER_RULE, orderEditions, type OrderEdition } from '../order/order-editions.ts';
import type { VipProgramme } from './programme.ts';
import { chosenEdition, type ChosenEditions } from './vip-edition.ts';

/**
 * Under which name it is kept, beside the editions, which programme a new customer is a member of
 * unless it is said.
 */
const MEMBERS = 'adobe-vip.programme';

const ORDER_DAYS = editionKey(ORDER_RULE, 'vip');

/**
 * The programme that a new customer is a member of unless it is said; classic VIP, the seed's own,
 * until someone chooses.
 */
export const newMembersProgramme = (chosen: ChosenEditions | undefined): VipProgramme =>
  chosen?.[MEMBERS] === 'vip-marketplace' ? 'vip-marketplace' : 'vip';

/**
 * How many days a workspace has for an order: that of classic VIP it chose, or the Marketplace's
 * own where its customers are there.
 */
export const ordersToday = (chosen: ChosenEditions | undefined): OrderEdition =>
  chosenEdition(orderEditions, newMembersProgramme(chosen), chosen);

/** Whether someone has said how many days there are. */
export const areOrdersSaid = (chosen: ChosenEditions | undefined): boolean =>
  chosen?.[MEMBERS] !== undefined || chosen?.[ORDER_DAYS] !== undefined;

/**
 * What is kept of a choice among all editions of both programmes; nothing of one that is not known.
 */
export const saidOrders = (edition: string): ChosenEditions => {
  const meant = orderEditions.find(({ id }) => id === edition);
  if (meant === undefined) return {};
  return meant.programme === 'vip-marketplace'
    ? { [MEMBERS]: 'vip-marketplace' }
    : { [MEMBERS]: 'vip', [ORDER_DAYS]: edition };
};
