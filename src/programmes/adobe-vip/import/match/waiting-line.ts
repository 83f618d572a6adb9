import type { RowWhy } from '#core/import/planned-row.ts';
import type { VipRowNote } from '#programmes/adobe-vip/rules/row-reason.ts';
import {
  linesNow,
  type LineNow,
} from '#programmes/adobe-vip/rules/authorization/authorization-life.ts';
import { hadExpiredOn } from '#programmes/adobe-vip/rules/authorization/authorization-state.ts';
import { productKey } from '#programmes/adobe-vip/rules/product/product-name.ts';
import { anyLevelKey } from '#programmes/adobe-vip/rules/reconcile/sku-likeness.ts';
import type { NamedProduct } from '#programmes/adobe-vip/rules/order/type-of-product.ts';
import { livesUnder, recordOnDesk } from './desk-records.ts';
import { isOfProduct } from './line-match.ts';
import type { OnDesk, VipDesk } from './desk.ts';
import { numberKey } from '#programmes/adobe-vip/rules/number-key.ts';
import type { ListedOrder } from '../read/values.ts';

/** A line of an authorization that waits for its order. */
export type WaitingLine = {
  readonly authorization: OnDesk<'purchase-authorization'>;
  readonly line: LineNow;
};

/** The line that an order fulfils, or what is worth telling where it cannot be told. */
export type Waiting = {
  readonly found?: WaitingLine;
  readonly notes: readonly RowWhy<VipRowNote>[];
};

/**
 * Which authorization an order is of whose row names none: the only one of the customer that waits
 * for so many of the product. `within` is the authorization that other lines of the order are of,
 * or ''. Of several none is chosen: their licences would be another's.
 */
export const waitingLine = (
  desk: VipDesk,
  row: ListedOrder,
  { customer, within }: { readonly customer: string; readonly within: string },
): Waiting => {
  const open = waitingLike(desk, row, customer)
    .filter((authorization) => mayBeOf(authorization, row, within))
    .flatMap((authorization) =>
      linesNow(recordOnDesk(authorization)).map((line): WaitingLine => ({ authorization, line })),
    )
    .filter(({ line }) => line.left > 0 && waits(line, row) && isOfProduct(line, row))
    .filter(({ authorization }) => !hadExpiredOn(recordOnDesk(authorization), row.orderDate));
  const numbered = open.filter(({ line }) => line.orderNumber !== '' && isNumberOf(line, row));
  const fitting =
    numbered.length > 0 ? numbered : open.filter(({ line }) => line.left === row.quantity);
  const [found, ...others] = fitting;
  if (found === undefined)
    return {
      notes: open
        .slice(0, 1)
        .map(({ line }) => ({ code: 'waits-for-another-count', params: { left: line.left } })),
    };
  if (others.length > 0)
    return { notes: [{ code: 'several-waiting', params: { count: fitting.length } }] };
  return {
    found,
    notes: [{ code: 'covers-waiting', params: { day: found.authorization.data.createdOn } }],
  };
};

/**
 * The authorizations of a customer that wait for an order of the product; thousands may wait, and
 * thousands of orders be read.
 */
const waitingLike = (
  desk: VipDesk,
  row: NamedProduct,
  customer: string,
): readonly OnDesk<'purchase-authorization'>[] => {
  const known = desk.waiting.get(customer) ?? waitingBy(desk, customer);
  desk.waiting.set(customer, known);
  return [...new Set(productKeys(row).flatMap((key) => known.get(key) ?? []))];
};

const waitingBy = (
  desk: VipDesk,
  customer: string,
): ReadonlyMap<string, readonly OnDesk<'purchase-authorization'>[]> => {
  const found = new Map<string, OnDesk<'purchase-authorization'>[]>();
  for (const authorization of livesUnder(desk, 'purchase-authorization', customer)) {
    const lines = linesNow(recordOnDesk(authorization)).filter(
      ({ left, order }) => left > 0 && order === '',
    );
    for (const key of new Set(lines.flatMap(productKeys))) {
      const there = found.get(key);
      if (there === undefined) found.set(key, [authorization]);
      else there.push(authorization);
    }
  }
  return found;
};

/** What tells a product: its name, its SKU, and that whatever the level. */
const productKeys = ({ product, sku }: NamedProduct): string[] => [
  ...(product === '' ? [] : [`name ${productKey(product)}`]),
  ...(sku === '' ? [] : [`sku ${sku}`]),
  ...(anyLevelKey(sku) === '' ? [] : [`product ${anyLevelKey(sku)}`]),
];

/**
 * Whether an order of its day and type may be of it. A row that names another number means none
 * that has one.
 */
const mayBeOf = (
  authorization: OnDesk<'purchase-authorization'>,
  row: ListedOrder,
  within: string,
): boolean => {
  const { createdOn, licenceType, requestNumber } = authorization.data;
  const isOfType = row.licenceType === '' || licenceType === '' || row.licenceType === licenceType;
  return (
    isOfType &&
    createdOn <= row.orderDate &&
    [authorization.id, ''].includes(within) &&
    (row.requestNumber === '' || requestNumber === '')
  );
};

/**
 * Whether no existing order belongs to it. A list may have mentioned one, by its number or by a
 * word instead.
 */
const waits = (line: LineNow, row: ListedOrder): boolean =>
  line.order === '' && (!/\d/.test(line.orderNumber) || isNumberOf(line, row));

const isNumberOf = ({ orderNumber }: LineNow, row: ListedOrder): boolean =>
  numberKey(orderNumber) === numberKey(row.orderNumber);
