import { customersBy } from '../customer/customer-index.ts';
import type { InvoiceLineData } from '../product/invoice-line.ts';
import { productKey } from '../product/product-name.ts';
import type { VipCustomer } from '../customer/vip-customer.ts';
import { hasVipIdShape, vipIdText } from '../customer/vip-id.ts';
import { grouped } from '#core/grouped.ts';

/** Whom an invoice calls by a number and a name. */
export type Called = Pick<InvoiceLineData, 'customerNumber' | 'customerName'>;

/**
 * The records of the customers that an invoice may mean: none, one, or several with the same
 * name.
 */
export type WhoseLine = (called: Called) => readonly string[];

/**
 * Forms of a company that a name has on one side only: `Kvarnåsens Energi`, `Kvarnasens Energi AB`.
 */
const FORM =
  /(?<![\s,])[\s,]+(ab|aktiebolag|hb|kb|oy|oyj|as|asa|aps|a\/s|ltd|limited|gmbh|inc|llc|b\.?v\.?)\.?$/;

const bareName = (name: string): string =>
  productKey(name)
    .replace(/(?<!\s)\s*\(publ\)$/, '')
    .replace(FORM, '');

/**
 * Finds customers by Adobe's number (a VIP ID or a Marketplace number), else by name, whatever
 * company form it ends with.
 */
export const whoseLines = (customers: readonly VipCustomer[]): WhoseLine => {
  const known = customersBy(customers);
  const byName = grouped(customers, ({ data }) => bareName(data.name));
  return ({ customerNumber, customerName }) => {
    const id = vipIdText(customerNumber);
    // An odd number may be a VIP ID all the same: nobody says which one it is.
    const exact = known.find({ vipId: id, marketplaceId: customerNumber, name: '' });
    if (exact.length > 0) return exact;
    const [vipId, marketplaceId] = hasVipIdShape(id) ? [id, ''] : ['', customerNumber];
    const found = known.find({ vipId, marketplaceId, name: customerName });
    if (found.length > 0) return found;
    const isFilled = (own: string): boolean => own !== '';
    // One who has another number of that kind is another.
    return (byName.get(bareName(customerName)) ?? [])
      .filter(
        ({ data }) =>
          !(vipId !== '' && isFilled(data.vipId)) &&
          !(marketplaceId !== '' && isFilled(data.marketplaceId)),
      )
      .map((customer) => customer.id);
  };
};
