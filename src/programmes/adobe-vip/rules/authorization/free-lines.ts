import { linesNow, type LineNow } from './authorization-life.ts';
import { linesOnce, type NamedLine } from '../order/lines-once.ts';
import type { PurchaseAuthorization } from './purchase-authorization.ts';
import { isSameProduct } from '../reconcile/sku-likeness.ts';
import type { OrderLine, VipOrderData } from '../order/vip-order.ts';

/** A line of an authorization, which others may have under the same name. */
export type CoveredLine = LineNow & { readonly authorization: string };

/** The lines of authorizations that say which order covers them, by that order's id. */
export const coveredLines = (
  authorizations: readonly PurchaseAuthorization[],
): ReadonlyMap<string, readonly CoveredLine[]> =>
  Map.groupBy(
    authorizations
      .filter(({ steps }) => steps.some(({ kind }) => kind === 'ordered'))
      .flatMap((authorization) =>
        linesNow(authorization).map((line) => ({ ...line, authorization: authorization.id })),
      )
      .filter(({ order }) => order !== ''),
    ({ order }) => order,
  );

/**
 * The lines of an order that no authorization came before. Where one device noted the order without
 * the authorization that another noted it on, the order may not say so: the authorization does, and
 * its licences are counted already (adobe.md §2).
 */
export const freeNamed = (
  { lines }: Pick<VipOrderData, 'lines'>,
  covered: readonly CoveredLine[] = [],
): NamedLine[] => {
  const all = linesOnce(lines);
  const unclaimed = [...covered];
  const take = (at: number): boolean => at >= 0 && unclaimed.splice(at, 1).length > 0;
  const saying = all.map(({ line }) => line).filter((line) => line.authorizationLine !== '');
  // One that does not know its authorization is of any that is left.
  for (const named of [...saying.filter(isKnown), ...saying.filter((line) => !isKnown(line))])
    take(unclaimed.findIndex((line) => coversLine(named, line)));
  return all.filter(({ line }) => {
    if (line.authorizationLine !== '') return false;
    return !take(
      unclaimed.findIndex(
        (covered) => covered.left === line.quantity && isSameProduct(covered, line),
      ),
    );
  });
};

const isKnown = ({ authorization }: OrderLine): boolean => authorization !== undefined;

/**
 * Whether a line of an order covers one of an authorization; one that does not know its
 * authorization may be of any.
 */
export const coversLine = (
  { authorizationLine, authorization }: OrderLine,
  line: Pick<CoveredLine, 'id' | 'authorization'>,
): boolean =>
  authorizationLine === line.id && (authorization ?? line.authorization) === line.authorization;

/** The same, as they are counted. */
export const freeLines = (
  order: Pick<VipOrderData, 'lines'>,
  covered?: readonly CoveredLine[],
): OrderLine[] => freeNamed(order, covered).map(({ line }) => line);
