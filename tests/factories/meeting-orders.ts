import { meetingInTurns } from '#programmes/apple-credit/rules/order/same-order.ts';

/** Which orders may be an older one, without waiting. */
export const meetingOrders = (
  orders: Parameters<typeof meetingInTurns>[0],
): ReadonlyMap<string, string> => {
  const turns = meetingInTurns(orders);
  let turn = turns.next();
  while (turn.done !== true) turn = turns.next();
  return turn.value;
};
