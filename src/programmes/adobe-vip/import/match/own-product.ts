import { productKey } from '#programmes/adobe-vip/rules/product/product-name.ts';
import { isNameless, productsOf } from '#programmes/adobe-vip/rules/order/type-of-product.ts';
import { underOf, type OnDesk, type VipDesk } from './desk.ts';
import type { ListedOrder } from '../read/values.ts';

/**
 * An order row with the licence type that its list leaves out, where the customer's plans and
 * authorizations name only one. All of them are laid down before the first order is.
 */
export const withOwnType = <Row extends ListedOrder>(
  desk: VipDesk,
  { id, data }: OnDesk<'vip-customer'>,
  row: Row,
): Row => {
  if (row.licenceType !== '') return row;
  const known = desk.ownProducts.get(id);
  const authorizations = (): readonly OnDesk<'purchase-authorization'>[] =>
    underOf(desk, 'purchase-authorization', id).filter(({ before }) => !before?.trashedOn);
  const find = known ?? productsOf({ customer: { data }, authorizations: authorizations() });
  if (known === undefined) desk.ownProducts.set(id, find);
  const own = find(row);
  if (own === undefined) return row;
  if (isNameless(row)) return { ...row, ...own };
  // Under another name its order stays as the list says it; only the counts take both for one
  // (`withTypes`).
  return productKey(own.product) === productKey(row.product)
    ? { ...row, licenceType: own.licenceType }
    : row;
};
