import { foldedText } from '#core/text/found-text.ts';
import { keptKey } from '#core/record/kept-key.ts';
import { visibleText } from '#core/text/visible-text.ts';
import type { LicenceType } from '../edition/programme.ts';

/**
 * A product as its names are compared: authorizations and lists name it, and no number joins them
 * (adobe.md §6).
 */
export const productKey = (product: string): string => foldedText(visibleText(product));

/**
 * Under which key a customer's licences of a product are kept; '' where a list says no licence
 * type.
 */
export const planKey = (product: string, licenceType: LicenceType | ''): string =>
  keptKey(`${productKey(product)}|${licenceType}`);
