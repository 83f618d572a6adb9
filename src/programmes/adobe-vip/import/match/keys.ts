import { gatherKeys, type RecordKey } from '#core/import/record-keys.ts';
import { numberKey } from '#programmes/adobe-vip/rules/number-key.ts';
import { productKey } from '#programmes/adobe-vip/rules/product/product-name.ts';
import type { ListedAuthorization, ListedInvoice, ListedOrder, VipRow } from '../read/values.ts';
import type { NamedCustomer } from '#programmes/adobe-vip/rules/customer/named-customer.ts';

const whoKey = ({ vipId, marketplaceId, name }: NamedCustomer): string[] =>
  vipId !== ''
    ? ['vip-id', vipId]
    : marketplaceId !== ''
      ? ['marketplace-id', numberKey(marketplaceId)]
      : ['name', productKey(name)];

/**
 * What a customer is known by on every device: its VIP ID, else its Marketplace id, else its name.
 */
export const customerKey = (who: NamedCustomer): string[] => ['vip-customer', ...whoKey(who)];

/**
 * Whether a customer has the number that identifies another: the record with that id may have been
 * corrected since.
 */
export const hasNumberOf = (
  customer: Pick<NamedCustomer, 'vipId' | 'marketplaceId'>,
  { vipId, marketplaceId }: Pick<NamedCustomer, 'vipId' | 'marketplaceId'>,
): boolean =>
  vipId === ''
    ? numberKey(customer.marketplaceId) === numberKey(marketplaceId)
    : customer.vipId === vipId;

const lineOf = ({
  product,
  sku,
  quantity,
}: Pick<ListedOrder, 'product' | 'sku' | 'quantity'>): string[] => [
  productKey(product),
  sku,
  String(quantity),
];

/** What an authorization is known by: its number, else its day, product and quantity. */
export const authorizationKey = (row: ListedAuthorization): string[] => [
  ...(row.requestNumber === ''
    ? ['purchase-authorization', ...whoKey(row), row.createdOn, ...lineOf(row)]
    : requestKey(row)),
];

/** What an authorization is known by that has a number. */
export const requestKey = (
  row: NamedCustomer & Pick<ListedAuthorization, 'requestNumber'>,
): string[] => ['purchase-authorization', ...whoKey(row), 'number', numberKey(row.requestNumber)];

/** What an order is known by. */
export const orderKey = (row: NamedCustomer & Pick<ListedOrder, 'orderNumber'>): string[] => [
  'vip-order',
  ...whoKey(row),
  numberKey(row.orderNumber),
];

/** What a return is known by: a list gives it no number of its own. */
export const returnKey = (
  row: NamedCustomer &
    Pick<
      ListedOrder,
      'originalOrder' | 'orderNumber' | 'orderDate' | 'product' | 'sku' | 'quantity'
    >,
): string[] => [
  'return-authorization',
  ...whoKey(row),
  numberKey(row.originalOrder || row.orderNumber),
  numberKey(row.orderNumber),
  row.orderDate,
  ...lineOf(row),
];

/**
 * What a price is known by: its SKU, and its currency where a SKU has prices in several (`idFor` of
 * a price's row).
 */
export const priceKey = (sku: string, ...currency: readonly string[]): string[] => [
  'price-list-item',
  sku,
  ...currency,
];

/**
 * What identifies a line of an invoice. Its number alone is not enough: an invoice holds several
 * orders (adobe.md §7.1), each of which may begin at `000010`, and a credit may have the number of
 * the line that it credits. Without line numbers, the product identifies a line.
 */
export const invoiceKey = ({
  invoiceNumber,
  line,
  charge,
  orderNumber,
  subscription,
  ...sold
}: ListedInvoice): string[] => [
  'invoice-line',
  numberKey(invoiceNumber),
  numberKey(orderNumber),
  charge,
  ...(line === ''
    ? [subscription, sold.sku, productKey(sold.product), String(sold.quantity)]
    : [line]),
];

/**
 * The keys that a plan of these rows may ask ids for, in steps that say how many rows they went
 * over.
 */
export function* vipKeys(rows: readonly VipRow[]): Generator<number, RecordKey[], void> {
  const { add, all } = gatherKeys();
  for (const row of rows) {
    yield 1;
    // Who holds a licence is in the record of a customer that is here.
    if (row.outcome !== 'value' || row.is === 'holder') continue;
    if (row.is === 'price') {
      add(priceKey(row.sku));
      if (row.currency !== '') add(priceKey(row.sku, row.currency));
    } else if (row.is === 'invoice') add(invoiceKey(row));
    else add(customerKey(row));
    if (row.is === 'authorization') add(authorizationKey(row));
    if (row.is === 'order') add(row.type === 'return' ? returnKey(row) : orderKey(row));
  }
  return all();
}
