import { linesNow, type LineNow } from './authorization-life.ts';
import { linesOnce, type NamedLine } from './lines-once.ts';
import type { PurchaseAuthorization } from './purchase-authorization.ts';
import { isSameProduct } from './reconcile/sku-likeness.ts';
import type { OrderLine, VipOrderData } from './vip-order.ts';

/** The lines of authorizations that say which order covers them, by that order's id. */
export const coveredLines = (
  authorizations: readonly PurchaseAuthorization[],
): ReadonlyMap<string, readonly LineNow[]> =>
  Map.groupBy(
    authorizations
      .filter(({ steps }) => steps.some(({ kind }) => kind === 'ordered'))
      .flatMap((one) => linesNow(one))
      .filter(({ order }) => order !== ''),
    ({ order }) => order,
  );

/**
 * The lines of an order that no authorization came before. Where one device noted the order without the authorization that another
 * noted it on, the order may not say so: the authorization does, and its licences are counted already (adobe.md §2).
 */
export const freeNamed = ({ lines }: Pick<VipOrderData, 'lines'>, covered: readonly LineNow[] = []): NamedLine[] => {
  const all = linesOnce(lines);
  const said = new Set(all.map(({ line }) => line.authorizationLine));
  const unsaid = covered.filter(({ id }) => !said.has(id));
  return all.filter(({ line }) => {
    if (line.authorizationLine !== '') return false;
    const at = unsaid.findIndex((one) => one.left === line.quantity && isSameProduct(one, line));
    if (at >= 0) unsaid.splice(at, 1);
    return at < 0;
  });
};

/** The same, as they are counted. */
export const freeLines = (order: Pick<VipOrderData, 'lines'>, covered?: readonly LineNow[]): OrderLine[] =>
  freeNamed(order, covered).map(({ line }) => line);
