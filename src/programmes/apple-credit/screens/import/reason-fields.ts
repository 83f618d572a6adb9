import type { PlannedReason } from '#programmes/apple-credit/import/plan/planned.ts';
import type { SheetField } from '#programmes/apple-credit/import/read/values.ts';

/** Which cells of a row a reason is about, where it does not say so itself. */
export const reasonFields: Partial<Readonly<Record<PlannedReason, readonly SheetField[]>>> = {
  'code-missing': ['code', 'link'],
  'not-a-code': ['code'],
  'several-codes': ['code'],
  'number-alone': ['code'],
  'code-too-short': ['code'],
  'code-too-long': ['code'],
  'formula-instead-of-code': ['code'],
  'code-not-opened': ['code'],
  'order-number-missing': ['orderNumber', 'creditNumber'],
  'which-order': ['orderNumber', 'creditNumber'],
  'amount-in-thousands': ['amount'],
  'amount-of-code-or-order': ['amount'],
};
