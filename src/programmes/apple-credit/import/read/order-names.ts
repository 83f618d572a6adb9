import { orderKey } from '#programmes/apple-credit/rules/order/order-key.ts';
import type { ReadableRow } from './values.ts';

/** What of a row says which order it is about. */
export type NamesOrder = Pick<ReadableRow, 'orderNumber' | 'purchaserAppleId'>;

/**
 * Which order each of some rows is about, by its number and its purchaser. A row without a purchaser
 * belongs to the purchaser that other rows with its number name, wherever they are.
 */
export const orderNames = (rows: readonly NamesOrder[]) => {
  /** By order number, as compared. */
  const purchasers = new Map<string, string[]>();
  for (const row of rows) {
    const purchaser = purchaserOf(row);
    if (purchaser === '') continue;
    const named = purchasers.get(numberOf(row));
    if (named === undefined) purchasers.set(numberOf(row), [purchaser]);
    else if (!named.includes(purchaser)) named.push(purchaser);
  }
  const purchasersOf = (row: NamesOrder): readonly string[] => purchasers.get(numberOf(row)) ?? [];
  const purchaserFor = (row: NamesOrder): string => {
    const [only = '', ...more] = purchasersOf(row);
    return purchaserOf(row) || (more.length === 0 ? only : '');
  };
  return {
    purchasersOf,
    purchaserFor,
    /** The same for all rows of one order. */
    nameOf: (row: NamesOrder): string => `${numberOf(row)}\n${purchaserFor(row)}`,
  };
};

/** The order number of a row, as it is compared. */
export const numberOf = ({ orderNumber = '' }: NamesOrder): string => orderKey(orderNumber);

const purchaserOf = ({ purchaserAppleId = '' }: NamesOrder): string =>
  purchaserAppleId.toLowerCase();
