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
import { lastOf, currentSteps } from '#core/record/step.ts';
import type { App } from '#ui/app.svelte.ts';
import { amountIn, csvTable, saveTable, type Column } from '#ui/csv-table.ts';
import type { Texts } from '#programmes/apple-credit/screens/text.ts';

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
): Promise<string> => {
  const { fields } = credit.history;
  const { csvState, csvStands, csvLastDay, csvAsked, csvMeets } = credit.list;
  const rows = CREDIT_GROUPS.flatMap((group) => groups.get(group) ?? []);
  const numbers = new Map(rows.map(({ order: { id, data } }) => [id, data.orderNumber]));
  const written = (field: (typeof FIELDS)[number], value: string): string =>
    field === 'amount' ? amountIn(language, value) : value;
  return csvTable<OrderRow>(
    [
      ...FIELDS.map((field): Column<OrderRow> => [
        fields[field],
        ({ order }) => written(field, order.data[field]),
      ]),
      [fields.creditNumber, ({ order }) => creditNumberOf(order.data)],
      [csvState, ({ group }) => credit.list.groups[group]],
      [csvStands, ({ state }) => credit.state[state]],
      [csvLastDay, ({ order, lastDay = lastDayBefore(order) }) => lastDay],
      [csvAsked, ({ order }) => lastOf(order.steps, 'resend-requested')?.on ?? ''],
      // Of the two the other one counts, as on the screen.
      [
        csvMeets,
        ({ order: { data } }) =>
          isAskedAbout({ data }) ? (numbers.get(data.meets ?? '') ?? data.orderNumber) : '',
      ],
    ],
    rows,
    language,
  );
};

/** Hands the list of orders to the device as a file of the day. */
export const saveOrders = async (
  { today }: Pick<App, 'today'>,
  groups: ReadonlyMap<CreditGroup, readonly OrderRow[]>,
  text: Pick<Texts, 'credit' | 'language'>,
): Promise<void> => saveTable(text.credit.list.csvName, today, await orderTable(groups, text));

/** The last day of an order with a requested resend: the one of the count before the request. */
const lastDayBefore = ({ data, steps }: Pick<CreditOrder, 'data' | 'steps'>): string =>
  inboxCount(
    data,
    currentSteps(steps).filter(({ kind }) => kind !== 'resend-requested'),
  )?.lastDay ?? '';
