import { productKey } from '../product/product-name.ts';
import { readSku, skuText } from '../product/sku.ts';

/** How alike what two sides say of a product is. */
export type Likeness = 'same' | 'level' | 'pool' | 'other' | 'unknown';

type NamedProduct = { readonly sku: string; readonly product: string };

/**
 * The product of a SKU whatever its level: its first ten characters (adobe.md §3, W4); '' where it
 * cannot be read.
 */
export const anyLevelKey = (sku: string): string => {
  const read = readSku(sku);
  return read.valid ? read.productKey : '';
};

/** Whether two are one product, whatever its level: by their SKUs, or as they are named. */
export const isSameProduct = (a: NamedProduct, b: NamedProduct): boolean =>
  (anyLevelKey(a.sku) !== '' && anyLevelKey(a.sku) === anyLevelKey(b.sku)) ||
  (a.product !== '' && productKey(a.product) === productKey(b.product));

/**
 * How alike two are: the same SKU; another level of it; another price pool or segment of the same
 * product number (VIP writes `B` where its Marketplace writes `C`, adobe.md §3); another product.
 * Unknown where a side has no SKU that can be read and the names differ, which says nothing: nobody
 * names products alike.
 */
export const likeness = (a: NamedProduct, b: NamedProduct): Likeness => {
  if (a.sku !== '' && skuText(a.sku) === skuText(b.sku)) return 'same';
  const [left, right] = [readSku(a.sku), readSku(b.sku)];
  if (left.valid && right.valid) {
    if (left.productKey === right.productKey) return left.level === right.level ? 'pool' : 'level';
    return left.productKey.slice(0, 8) === right.productKey.slice(0, 8) ? 'pool' : 'other';
  }
  const isNamedAlike = a.product !== '' && productKey(a.product) === productKey(b.product);
  return isNamedAlike ? 'same' : 'unknown';
};
