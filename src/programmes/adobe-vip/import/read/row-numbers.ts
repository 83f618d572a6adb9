import type { VipField } from './fields.ts';

/** Columns whose cells identify what a row is about. */
export const ROW_NUMBERS: readonly VipField[] = [
  'vipId',
  'marketplaceId',
  'orderNumber',
  'requestNumber',
  'invoiceNumber',
  'sku',
];

/** Whether a column with this meaning is one of them. */
export const isRowNumber = (field: VipField | ''): boolean =>
  ROW_NUMBERS.some((number) => number === field);
