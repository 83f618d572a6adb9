import type { SheetField, SheetKind } from '../read/values.ts';

/**
 * What a sheet may say that its records have no place for: an order is of money and no product, a
 * list of codes is of a product and has no life line of its own.
 */
const NOT_KEPT: Readonly<Record<SheetKind, readonly SheetField[]>> = {
  credit: ['product', 'adamId', 'comment'],
  codes: ['purchaseOrderNumber', 'readyOn', 'institution', 'reseller', 'comment'],
};

/** Whether what a column means is understood, but kept nowhere. */
export const isNotKept = (kind: SheetKind, field: string): boolean =>
  (NOT_KEPT[kind] as readonly string[]).includes(field);
