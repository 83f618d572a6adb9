import { gatherKeys, type RecordKey } from '#core/import/record-keys.ts';
import { orderKey } from '#programmes/apple-credit/rules/order/order-key.ts';
import { numberOf, orderNames } from '../read/order-names.ts';
import { codeSums, type CodeSum } from './code-sums.ts';
import { ownSheetName, sourceOf } from '#core/import/source-file.ts';
import type { IncomingFile, IncomingRow, IncomingSheet, Known } from '../plan/planned.ts';

/** The rows of a file that are about one order. */
export type OrderInFile = {
  /** The parts of the id that two devices give the same order. */
  readonly key: RecordKey;
  /** All content purchasers that the file names for its number. */
  readonly purchasers: readonly string[];
  readonly codes: number;
  /** The sheet says that every code of the order is redeemed. */
  readonly isRedeemed: boolean;
  /** What its codes come to, where the file says what each is worth. */
  readonly amount: string | undefined;
  /** The codes of the file that are counted in the sum of their order. */
  readonly summed: ReadonlySet<string>;
};

/**
 * The order that each row of the credit sheets is about. A row without a purchaser belongs to the
 * purchaser that other rows with its number name, wherever they are in the file.
 */
export const ordersInFile = (file: IncomingFile): ((row: IncomingRow) => OrderInFile) => {
  const { orders, summed, purchaserFor, purchasersOf, nameOf } = collectOrders(file);
  return (row) => {
    const nothing: Counted = {
      key: keyOf(row, purchaserFor(row)),
      purchasers: purchasersOf(row),
      codes: 0,
      isRedeemed: false,
    };
    const { sum, ...order } = orders.get(nameOf(row)) ?? nothing;
    return { ...order, amount: sum?.amount(), summed };
  };
};

type Counted = {
  -readonly [Field in Exclude<keyof OrderInFile, 'amount' | 'summed'>]: OrderInFile[Field];
} & { readonly sum?: CodeSum };

/**
 * One pass for the names and one for the orders, each row looked up by a text: a file may have a
 * hundred thousand.
 */
const collectOrders = (file: IncomingFile) => {
  const rows = creditRows(file);
  const names = orderNames(rows);
  const { sumOfOrder, summed } = codeSums();
  const orders = new Map<string, Counted>();
  for (const row of rows) {
    const name = names.nameOf(row);
    const found = orders.get(name);
    const order = found ?? {
      key: keyOf(row, names.purchaserFor(row)),
      purchasers: names.purchasersOf(row),
      codes: 0,
      isRedeemed: true,
      sum: sumOfOrder(),
    };
    if (found === undefined) orders.set(name, order);
    if (row.codeId !== undefined) order.codes += 1;
    if (row.redeemed !== true) order.isRedeemed = false;
    order.sum?.add(row);
  }
  return { orders, summed, ...names };
};

const keyOf = (row: IncomingRow, purchaser: string): string[] => [
  'credit-order',
  numberOf(row),
  purchaser,
];

const creditRows = (file: IncomingFile): IncomingRow[] =>
  file.sheets
    .filter(({ kind }) => kind === 'credit')
    .flatMap(({ rows }) =>
      rows.filter((row): row is IncomingRow => row.outcome === 'value' && !!row.orderNumber),
    );

/** Rows of a code sheet that belong together: one order number, one product. */
export type CodeGroup = {
  readonly orderNumber: string;
  readonly adamId: string;
  readonly product: string;
  readonly rows: ReadonlySet<IncomingRow>;
};

/**
 * The groups of a code sheet; values missing in a row come from the sheet as a whole. Usually there
 * is one group.
 */
export const groupsOf = ({ rows, metadata }: IncomingSheet): CodeGroup[] => {
  const groups = new Map<string, CodeGroup & { readonly rows: Set<IncomingRow> }>();
  for (const row of rows) {
    if (row.outcome !== 'value') continue;
    const orderNumber = row.orderNumber || (metadata.orderNumber ?? '');
    const adamId = row.adamId || (metadata.adamId ?? '');
    const product = row.product || (metadata.product ?? '');
    const key = [orderKey(orderNumber), adamId || product].join('\n');
    const group = groups.get(key) ?? { orderNumber, adamId, product, rows: new Set() };
    group.rows.add(row);
    groups.set(key, group);
  }
  return [...groups.values()];
};

/**
 * What a new batch for a group is called: its product, else its sheet when there are several, else
 * the file.
 */
export const batchName = (
  file: IncomingFile,
  sheet: IncomingSheet,
  { product }: Pick<CodeGroup, 'product'>,
): string =>
  product ||
  sheetTitle(file, sheet) ||
  sourceOf(file, sheet.name).name.replace(/\.[a-z0-9]{2,5}$/i, '');

const sheetTitle = (file: IncomingFile, { name }: IncomingSheet): string =>
  (file.files?.length ?? 0) > 1 ? ownSheetName(file, name) : file.sheets.length > 1 ? name : '';

/**
 * The parts of a new batch's id; without an order number the smallest new code distinguishes two
 * files with the same name.
 */
export const batchKey = (
  file: IncomingFile,
  sheet: IncomingSheet,
  group: CodeGroup,
  isNew: (codeId: string) => boolean,
): string[] => {
  const { orderNumber, adamId, product } = group;
  const fresh = [...group.rows]
    .map(({ codeId = '' }) => codeId)
    .filter((id) => id !== '' && isNew(id));
  const smallest = fresh.reduce((least, id) => (least === '' || id < least ? id : least), '');
  return [
    'code-batch',
    orderKey(orderNumber),
    adamId || product || batchName(file, sheet, group),
    orderNumber ? '' : smallest,
  ];
};

/** All keys for which a plan may ask an id. */
export const keysOf = (
  file: IncomingFile,
  known: Pick<Known, 'codes' | 'orders' | 'batches'>,
): RecordKey[] => {
  const isNew = newCodes(known);
  const { add, all } = gatherKeys();
  for (const { key } of collectOrders(file).orders.values()) add(key);
  for (const sheet of file.sheets.filter(({ kind }) => kind === 'codes'))
    for (const group of groupsOf(sheet)) add(batchKey(file, sheet, group, isNew));
  return all();
};

/**
 * Whether a code is not there yet; one in the trash, or under something in the trash, counts as new
 * (A5).
 */
export const newCodes = (
  known: Pick<Known, 'codes' | 'orders' | 'batches'>,
): ((codeId: string) => boolean) => {
  const gone = new Set(
    [...known.orders, ...known.batches]
      .filter(({ trashedOn }) => trashedOn !== '')
      .map(({ id }) => id),
  );
  return (codeId) => {
    const code = known.codes.get(codeId);
    return code === undefined || code.trashedOn !== '' || gone.has(code.parent);
  };
};
