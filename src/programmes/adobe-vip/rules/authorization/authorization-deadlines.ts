import { addDays, isDay, NOTHING_DUE } from '#core/day/day.ts';
import type { Deadline } from '#core/reminder/deadline.ts';
import { isOpen, orderDue, orderEditionOf, type Authorization } from './authorization-life.ts';
import { ORDER_RULE, ORDER_WARNING_DAYS, orderReminders } from '../order/order-editions.ts';

/**
 * The day by which the order of an authorization must be placed (C3), as long as a line of it
 * waits.
 */
export const authorizationDeadlines = (authorization: Authorization): Deadline[] => {
  const { createdOn } = authorization.data;
  if (!isDay(createdOn) || !isOpen(authorization)) return [];
  const edition = orderEditionOf(authorization);
  const on = orderDue(authorization);
  if (on === NOTHING_DUE) return [];
  return [
    {
      rule: ORDER_RULE,
      edition: edition.id,
      from: createdOn,
      on,
      ...(edition.zone === '' ? {} : { zone: edition.zone }),
      warnFrom: addDays(on, -ORDER_WARNING_DAYS),
      action: 'place-order',
      lateAction: edition.afterwards === 'expires' ? 'note-expiry' : 'place-late-order',
      reminders: orderReminders(edition.value),
    },
  ];
};
