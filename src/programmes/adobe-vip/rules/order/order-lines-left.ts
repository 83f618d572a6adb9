import { linesOnce } from './lines-once.ts';
import type { ReturnAuthorization } from '../return/return-authorization.ts';
import { returnState } from '../return/return-deadlines.ts';
import { askedOf, remainingOf } from '../return/returned-quantity.ts';
import type { OrderLine, VipOrder } from './vip-order.ts';

/** A line of an order with what went back of it, what is asked to, and what is left. */
export type OrderLineLeft = OrderLine & {
  readonly id: string;
  /** All names that returns may call it by, its id among them. */
  readonly names: readonly string[];
  readonly granted: number;
  /** Asked for and not answered yet. */
  readonly asked: number;
  /** What can still be asked back: a return that was denied took nothing. */
  readonly left: number;
};

/**
 * The lines of an order after its returns (adobe.md §8.19); those of other orders are passed over.
 */
export const linesLeft = (
  { id: order, data }: Pick<VipOrder, 'id' | 'data'>,
  returns: readonly ReturnAuthorization[],
): OrderLineLeft[] => {
  const own = returns.filter((request) => request.data.order === order);
  const taken = (names: readonly string[], state: 'granted' | 'asked'): number[] =>
    own
      .filter((request) => returnState(request) === state)
      .map((request) => askedOf(request.data.lines, names));
  return linesOnce(data.lines).map(({ id, line, names }) => {
    const [granted, asked] = [taken(names, 'granted'), taken(names, 'asked')];
    const left = remainingOf({ quantity: line.quantity, returned: [...granted, ...asked] });
    return { ...line, id, names, granted: sum(granted), asked: sum(asked), left };
  });
};

/**
 * What went back of an order: nothing, a part, or all, so that Adobe calls it cancelled (1008;
 * adobe.md §8.24).
 */
export const orderReturned = (
  order: Pick<VipOrder, 'id' | 'data'>,
  returns: readonly ReturnAuthorization[],
): 'none' | 'part' | 'all' => {
  const lines = linesLeft(order, returns);
  if (!lines.some(({ granted }) => granted > 0)) return 'none';
  return lines.every(({ quantity, granted }) => granted >= quantity) ? 'all' : 'part';
};

const sum = (numbers: readonly number[]): number =>
  numbers.reduce((all, number) => all + number, 0);
