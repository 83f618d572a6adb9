import type { CreditGroup, OrderRow } from '#domain/apple-credit/credit-summary.ts';
import { CREDIT_GROUPS } from '#domain/apple-credit/credit-summary.ts';
import { sheetText } from '../sheet-text.ts';
import type { Texts } from '../text.ts';

/** Fields of an order that leave the app in a sheet: never its link to the inbox, and its codes lie elsewhere. */
const FIELDS = [
  ...(['orderNumber', 'amount', 'currency', 'institution', 'purchaserName', 'purchaserAppleId'] as const),
  ...(['creditNumber', 'purchaseOrderNumber', 'orderDate'] as const),
] as const;

/**
 * All orders of the list as a csv file for the user's own spreadsheet program: a comma in amounts and a semicolon between
 * cells in Swedish, point and comma in English.
 */
export const orderTable = (
  groups: ReadonlyMap<CreditGroup, readonly OrderRow[]>,
  { credit, language }: Pick<Texts, 'credit' | 'language'>,
): string => {
  const { fields } = credit.history;
  const heads = [...FIELDS.map((field) => fields[field]), credit.list.csvState, credit.list.csvLastDay];
  const written = (field: (typeof FIELDS)[number], value: string): string =>
    field === 'amount' && language === 'sv' ? value.replace('.', ',') : value;
  const rows = CREDIT_GROUPS.flatMap((group) =>
    (groups.get(group) ?? []).map(({ order: { data }, lastDay = '' }) => [
      ...FIELDS.map((field) => written(field, data[field])),
      ...[credit.list.groups[group], lastDay],
    ]),
  );
  return sheetText([heads, ...rows], language);
};
