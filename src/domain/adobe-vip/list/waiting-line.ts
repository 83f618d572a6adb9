import type { RowWhy } from '../../import/planned-row.ts';
import { linesNow, type LineNow } from '../authorization-life.ts';
import { authorizationState } from '../authorization-state.ts';
import type { PurchaseAuthorizationData } from '../purchase-authorization.ts';
import { anyLevelKey } from '../reconcile/sku-likeness.ts';
import { livesUnder, recordOnDesk } from './desk-records.ts';
import { isOfProduct } from './line-match.ts';
import type { OnDesk, VipDesk } from './vip-desk.ts';
import { numberKey } from './vip-keys.ts';
import type { SaidOrder } from './vip-values.ts';

/** A line of an authorization that waits for its order. */
export type WaitingLine = { readonly one: OnDesk<PurchaseAuthorizationData>; readonly line: LineNow };

/** The line that an order fulfils, or what is worth telling where it cannot be told. */
export type Waiting = { readonly found?: WaitingLine; readonly notes: readonly RowWhy[] };

/**
 * Which authorization an order is of whose row names none: the only one of the customer that waits for so many of the product.
 * `within` is the authorization that other lines of the order are of, or ''. Of several none is chosen: their licences would be
 * another's.
 */
export const waitingLine = (
  desk: VipDesk,
  row: SaidOrder,
  { customer, within }: { readonly customer: string; readonly within: string },
): Waiting => {
  const open = livesUnder<PurchaseAuthorizationData>(desk, 'purchase-authorization', customer)
    .filter((one) => mayBeOf(one, row, within))
    .flatMap((one) => linesNow(recordOnDesk(one)).map((line): WaitingLine => ({ one, line })))
    .filter(({ line }) => line.left > 0 && waits(line, row) && isLike(line, row));
  const numbered = open.filter(({ line }) => line.orderNumber !== '' && isNumberOf(line, row));
  const fitting = numbered.length > 0 ? numbered : open.filter(({ line }) => line.left === row.quantity);
  const [found, ...others] = fitting;
  if (found === undefined)
    return {
      notes: open.slice(0, 1).map(({ line }) => ({ code: 'waits-for-another-count', params: { left: line.left } })),
    };
  if (others.length > 0) return { notes: [{ code: 'several-waiting', params: { count: fitting.length } }] };
  return { found, notes: [{ code: 'covers-waiting', params: { day: found.one.data.createdOn } }] };
};

/** Whether it stood open on the day of the order. A row that names another number means none that has one. */
const mayBeOf = (one: OnDesk<PurchaseAuthorizationData>, row: SaidOrder, within: string): boolean => {
  const { createdOn, licenceType, requestNumber } = one.data;
  const isOfType = row.licenceType === '' || licenceType === '' || row.licenceType === licenceType;
  const isOpen = createdOn <= row.orderDate && authorizationState(recordOnDesk(one), row.orderDate) !== 'expired';
  return isOfType && isOpen && [one.id, ''].includes(within) && (row.requestNumber === '' || requestNumber === '');
};

/** No order that is here is of it. A list may have told of one, by its number or by a word in the place of it. */
const waits = (line: LineNow, row: SaidOrder): boolean =>
  line.order === '' && (!/\d/.test(line.orderNumber) || isNumberOf(line, row));

const isNumberOf = ({ orderNumber }: LineNow, row: SaidOrder): boolean =>
  numberKey(orderNumber) === numberKey(row.orderNumber);

const isLike = (line: LineNow, row: SaidOrder): boolean =>
  isOfProduct(line, row) || (anyLevelKey(line.sku) !== '' && anyLevelKey(line.sku) === anyLevelKey(row.sku));
