import { editionKey } from './edition-key.ts';
import { ORDER_RULE, orderEditions, type OrderEdition } from '../order/order-editions.ts';
import type { VipProgramme } from './programme.ts';
import { chosenEdition, type ChosenEditions } from './vip-edition.ts';

/**
 * The name under which the default programme of new customers is stored, next to the editions.
 */
const MEMBERS = 'adobe-vip.programme';

const ORDER_DAYS = editionKey(ORDER_RULE, 'vip');

/**
 * The default programme of a new customer; classic VIP, as in the seed, until someone chooses.
 */
export const newMembersProgramme = (chosen: ChosenEditions | undefined): VipProgramme =>
  chosen?.[MEMBERS] === 'vip-marketplace' ? 'vip-marketplace' : 'vip';

/**
 * How many days a workspace has for an order: the chosen edition of classic VIP, or the
 * Marketplace's if its customers are there.
 */
export const ordersToday = (chosen: ChosenEditions | undefined): OrderEdition =>
  chosenEdition(orderEditions, newMembersProgramme(chosen), chosen);

/** Whether someone has chosen how many days there are. */
export const areOrderDaysChosen = (chosen: ChosenEditions | undefined): boolean =>
  chosen?.[MEMBERS] !== undefined || chosen?.[ORDER_DAYS] !== undefined;

/**
 * What is stored for a choice among all editions of both programmes; nothing for an unknown one.
 */
export const chosenOrderDays = (edition: string): ChosenEditions => {
  const meant = orderEditions.find(({ id }) => id === edition);
  if (meant === undefined) return {};
  return meant.programme === 'vip-marketplace'
    ? { [MEMBERS]: 'vip-marketplace' }
    : { [MEMBERS]: 'vip', [ORDER_DAYS]: edition };
};
