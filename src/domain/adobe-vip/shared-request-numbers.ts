import { linesNow } from './authorization-life.ts';
import { numberKey } from './list/vip-keys.ts';
import type { PurchaseAuthorization } from './purchase-authorization.ts';

/**
 * The request numbers that several authorizations of a customer have, each as it is written first. Adobe gives a number once: one was
 * noted by hand and came with a list on another device. What was withdrawn whole counts nothing and is left out.
 */
export const sharedRequestNumbers = (authorizations: readonly PurchaseAuthorization[]): readonly string[] =>
  [...Map.groupBy(authorizations.filter(isThere), ({ data }) => numberKey(data.requestNumber))]
    .filter(([number, all]) => number !== '' && all.length > 1)
    .map(([, [first]]) => first!.data.requestNumber.trim());

const isThere = (authorization: PurchaseAuthorization): boolean => linesNow(authorization).some(({ left }) => left > 0);
