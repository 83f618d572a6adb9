import type { SheetField, SheetKind, SheetOutline } from '../read/values.ts';

/**
 * What a sheet may say that its records have no place for: an order is of money and no product, a
 * list of codes is of a product and has no life line of its own.
 */
const NOT_KEPT: Readonly<Record<SheetKind, readonly SheetField[]>> = {
  credit: ['product', 'adamId', 'comment'],
  codes: ['purchaseOrderNumber', 'readyOn', 'institution', 'reseller', 'comment'],
};

/** What a list of codes has one of, for all its codes. */
const OF_ALL_CODES: readonly SheetField[] = [
  'amount',
  'currency',
  'orderDate',
  'buyer',
  'purchaserName',
  'purchaserAppleId',
];

/**
 * Whether what a column means is understood, but kept nowhere. What its rows say differently is not,
 * where the list has only one of it.
 */
export const isNotKept = (
  { kind, columns }: Pick<SheetOutline, 'kind' | 'columns'>,
  field: string,
): boolean => {
  const differs = columns.some((column) => column.field === field && column.samples.length > 1);
  const isOfAll = (OF_ALL_CODES as readonly string[]).includes(field);
  return (
    (NOT_KEPT[kind] as readonly string[]).includes(field) ||
    (kind === 'codes' && isOfAll && differs)
  );
};
