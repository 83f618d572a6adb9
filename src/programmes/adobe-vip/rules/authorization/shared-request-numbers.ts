import { hasLines, isOrdered, linesNow } from './authorization-life.ts';
import { numberKey } from '../number-key.ts';
import type { PurchaseAuthorization } from './purchase-authorization.ts';

/** A request number that several authorizations of a customer have. */
export type SharedRequestNumber = {
  /** As it is written first. */
  readonly number: string;
  /**
   * One of them at least waits for its order and can be withdrawn; what is ordered can only be put
   * right.
   */
  readonly mayWithdraw: boolean;
};

/**
 * The request numbers that several authorizations of a customer have. Adobe gives a number once:
 * one was noted by hand and came with a list on another device. What was withdrawn whole counts
 * nothing and is left out.
 */
export const sharedRequestNumbers = (
  authorizations: readonly PurchaseAuthorization[],
): readonly SharedRequestNumber[] =>
  [...Map.groupBy(authorizations.filter(hasLines), ({ data }) => numberKey(data.requestNumber))]
    .filter(([number, all]) => number !== '' && all.length > 1)
    .map(([, all]) => ({
      number: all[0]!.data.requestNumber.trim(),
      mayWithdraw: all.some(isWaiting),
    }));

const isWaiting = (authorization: PurchaseAuthorization): boolean =>
  !linesNow(authorization).some(isOrdered);
