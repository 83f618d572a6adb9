import {
  creditNumberOf,
  isAskedAbout,
  type CreditOrder,
} from '#programmes/apple-credit/rules/order/credit-order.ts';
import {
  type CreditGroup,
  type OrderRow,
  CREDIT_GROUPS,
} from '#programmes/apple-credit/rules/order/credit-summary.ts';
import { inboxCount } from '#programmes/apple-credit/rules/order/order-life.ts';
import { lastOf, standingSteps } from '#core/record/step.ts';
import { sheetText } from '#ui/sheet-text.ts';
import type { Texts } from '#ui/text.ts';

/**
 * Fields of an order that leave the app in a sheet: never its link to the inbox, and its codes lie
 * elsewhere.
 */
const FIELDS = [
  'orderNumber',
  'amount',
  'currency',
  'institution',
  'purchaserName',
  'purchaserAppleId',
  'purchaseOrderNumber',
  'orderDate',
] as const;

/**
 * All orders of the list as a csv file for the user's own spreadsheet program: a comma in amounts
 * and a semicolon between cells in Swedish, point and comma in English.
 */
export const orderTable = (
  groups: ReadonlyMap<CreditGroup, readonly OrderRow[]>,
  { credit, language }: Pick<Texts, 'credit' | 'language'>,
): string => {
  const { fields } = credit.history;
  const { csvState, csvStands, csvLastDay, csvAsked, csvMeets } = credit.list;
  const all = [...groups.values()].flat().map(({ order }) => order);
  const numbers = new Map(all.map(({ id, data }) => [id, data.orderNumber]));
  const heads = [...FIELDS.map((field) => fields[field]), fields.creditNumber];
  const derived = [csvState, csvStands, csvLastDay, csvAsked, csvMeets];
  const written = (field: (typeof FIELDS)[number], value: string): string =>
    field === 'amount' && language === 'sv' ? value.replace('.', ',') : value;
  const rows = CREDIT_GROUPS.flatMap((group) =>
    (groups.get(group) ?? []).map(
      ({ order: { data, steps }, state, lastDay = lastDayBefore({ data, steps }) }) => [
        ...FIELDS.map((field) => written(field, data[field])),
        creditNumberOf(data),
        credit.list.groups[group],
        credit.state[state],
        lastDay,
        lastOf(steps, 'resend-requested')?.on ?? '',
        // Of the two the other one counts, as on the screen.
        isAskedAbout({ data }) ? (numbers.get(data.meets ?? '') ?? data.orderNumber) : '',
      ],
    ),
  );
  return sheetText([[...heads, ...derived], ...rows], language);
};

/** The last day of what is asked for again: that of the count before it was. */
const lastDayBefore = ({ data, steps }: Pick<CreditOrder, 'data' | 'steps'>): string =>
  inboxCount(
    data,
    standingSteps(steps).filter(({ kind }) => kind !== 'resend-requested'),
  )?.lastDay ?? '';
