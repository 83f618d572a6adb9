import type { VipField } from './headings.ts';

/** Columns whose cells identify what a row is about. */
export const ROW_NUMBERS: readonly (VipField | '')[] = [
  'vipId',
  'marketplaceId',
  'orderNumber',
  'requestNumber',
  'invoiceNumber',
  'sku',
];
