import type { Answers, Question } from '#core/import/file-question.ts';
import {
  habitsIn,
  questionsIn,
  writtenUnder,
  type AllWritten,
  type Written,
} from '#core/import/written-habits.ts';
import { saysNothing } from '#core/import/tables/nothing-headings.ts';
import { isRounded } from '#core/import/rounded-number.ts';
import type { SheetRow } from '#core/import/sheet.ts';
import { calledIn, standsIn } from '#core/import/tables/row-stands.ts';
import { mayBeEmail } from '#core/text/written-email.ts';
import { cellText, shortened } from '#core/import/tables/table-columns.ts';
import { levelText } from '#programmes/adobe-vip/rules/level/sku-level.ts';
import { readSku } from '#programmes/adobe-vip/rules/product/sku.ts';
import { currencyOf, meaning, productOf, vipIdOf } from './cell-meanings.ts';
import { cellsOf, type Cells, type Failure, type Ways } from './cells.ts';
import { countMarksIn } from './count-marks.ts';
import { quantityOf, wholeOf } from './counts.ts';
import { saysNoCount, type WrittenCount } from './written-count.ts';
import { INVOICE_AMOUNTS, INVOICE_DAYS, readInvoiceLine } from './invoice-row.ts';
import type { VipField } from './fields.ts';
import { readHolder } from './holder-row.ts';
import {
  crownsIn,
  licenceTypeIn,
  orderTypeIn,
  programmeIn,
  segmentIn,
  statusIn,
} from './headings.ts';
import type { VipTable } from './table.ts';
import { ROW_NUMBERS, SIDE_NUMBERS } from './row-numbers.ts';
import { setAside, type AsideReason } from './set-aside.ts';
import type {
  ListedAuthorization,
  ListedCounts,
  ListedCustomer,
  ListedHolder,
  ListedInvoice,
  ListedOrder,
  ListedPrice,
  UnreadableVipRow,
  VipRow,
  Where,
} from './values.ts';
import type { NamedCustomer } from '#programmes/adobe-vip/rules/customer/named-customer.ts';

const DAYS: readonly VipField[] = [
  'anniversary',
  'createdOn',
  'deploymentDate',
  'dueOn',
  'validFrom',
  ...INVOICE_DAYS,
];
const AMOUNTS: readonly VipField[] = ['yearlyPrice', ...INVOICE_AMOUNTS];

/** What is unclear in the lists, once for each mark: `03/04/2026`, `1.250`. */
export const vipQuestions = (tables: readonly VipTable[]): Question[] =>
  questionsIn(allWritten(tables.map(laidOut)));

/**
 * Every row of the lists, with days and sums read as the whole file writes them, or as was
 * answered.
 */
export function* readVipRows(
  tables: readonly VipTable[],
  answers: Answers,
): Generator<VipRow, void, void> {
  const laid = tables.map(laidOut);
  const habits = habitsIn(allWritten(laid), answers);
  for (const { table, aside } of laid) {
    const own = table.rows.filter((row) => !aside.has(row));
    const ways: Ways = {
      habits,
      marks: countMarksIn(table, own, habits),
      crowns: crownsIn(table.columns.map(({ heading }) => heading)),
    };
    for (const row of table.rows) {
      const reason = aside.get(row);
      yield reason === undefined
        ? readVipRow(row, table, ways)
        : unreadable(row, table, { reason });
    }
  }
}

type LaidOut = { readonly table: VipTable; readonly aside: ReadonlyMap<SheetRow, AsideReason> };

const laidOut = (table: VipTable): LaidOut => ({ table, aside: setAside(table) });

const allWritten = (laid: readonly LaidOut[]): AllWritten => ({
  amounts: writtenIn(laid, AMOUNTS),
  days: writtenIn(laid, DAYS),
});

const writtenIn = (laid: readonly LaidOut[], fields: readonly VipField[]): Written[] =>
  laid.flatMap(({ table: { sheet, columns, rows }, aside }) => {
    const indexes = columns
      .filter(({ field }) => field !== '' && fields.includes(field))
      .map(({ index }) => index);
    const own = rows.filter((row) => !aside.has(row));
    return writtenUnder({ name: sheet, rows: own }, indexes, cellText);
  });

type Listed =
  | ListedCustomer
  | ListedAuthorization
  | ListedOrder
  | ListedPrice
  | ListedInvoice
  | ListedHolder;

const READ = {
  customers: (cells: Cells) => readCustomer(cells),
  authorizations: (cells: Cells) => readAuthorization(cells),
  orders: (cells: Cells) => readOrder(cells),
  prices: (cells: Cells) => readPrice(cells),
  invoices: (cells: Cells) => readInvoiceLine(cells),
  holders: (cells: Cells) => readHolder(cells),
} satisfies Record<VipTable['kind'], (cells: Cells) => Listed | Failure>;

const placeOf = ({ number }: SheetRow, { sheet }: VipTable): Where => ({ sheet, row: number });

const readVipRow = (row: SheetRow, table: VipTable, ways: Ways): VipRow => {
  const cells = withoutRounded(cellsOf(row, table, ways));
  const where = placeOf(row, table);
  const read = roundedIn(cells) ?? READ[table.kind](cells);
  if ('reason' in read) return unreadable(row, table, read);
  return { ...where, outcome: 'value', notes: cells.notes, ...read };
};

/** What a row may be called, in the order in which that tells most. */
const CALLED: readonly VipField[] = [
  'name',
  'personName',
  'email',
  'userName',
  'lastName',
  'memberName',
  'product',
  'sku',
  'orderNumber',
  'requestNumber',
  'invoiceNumber',
  'vipId',
];

/** Fields of people's own words. */
const IN_WORDS: readonly VipField[] = ['comments', 'orderReason', 'status', 'userGroup'];

const unreadable = (
  row: SheetRow,
  table: VipTable,
  { reason, params = {} }: Failure,
): UnreadableVipRow => ({
  ...placeOf(row, table),
  outcome: 'unreadable',
  reason,
  params,
  called: calledIn(row, table.columns, CALLED),
  stands: standsIn(row, table.columns, IN_WORDS),
});

/** A number that names another record once a spreadsheet has rounded it. */
const roundedIn = (
  { count }: Cells,
  fields: readonly VipField[] = ROW_NUMBERS,
): Failure | undefined => {
  const field = fields.find((one) => isRoundedCell(count(one)));
  return field === undefined
    ? undefined
    : { reason: 'number-was-rounded', params: { field, written: shortened(count(field).text) } };
};

const isRoundedCell = ({ text, isNumber }: WrittenCount): boolean => isRounded(text, isNumber);

/** The cells without numbers besides that a spreadsheet has rounded, and a note of each. */
const withoutRounded = (cells: Cells): Cells => {
  const rounded = SIDE_NUMBERS.filter((field) => isRoundedCell(cells.count(field)));
  for (const field of rounded)
    cells.note('side-number-rounded', { field, written: shortened(cells.text(field)) });
  return { ...cells, text: (field) => (rounded.includes(field) ? '' : cells.text(field)) };
};

const whoOf = (cells: Cells): NamedCustomer => {
  const { text } = cells;
  return { vipId: vipIdOf(cells), marketplaceId: text('marketplaceId'), name: text('name') };
};

const isNobody = ({ vipId, marketplaceId, name }: NamedCustomer): boolean =>
  vipId + marketplaceId + name === '';

const readCustomer = (cells: Cells): ListedCustomer | Failure => {
  const { text, day, note } = cells;
  const who = whoOf(cells);
  if (isNobody(who)) return { reason: 'no-customer-named' };
  const counts = countsOf(cells);
  if (counts !== undefined && 'reason' in counts) return counts;
  const email = text('adminEmail');
  if (email !== '' && !mayBeEmail(email)) note('not-an-email', { written: shortened(email) });
  return {
    is: 'customer',
    ...who,
    programme: meaning(cells, 'programme', programmeIn),
    segment: meaning(cells, 'segment', segmentIn),
    level: text('level'),
    anniversary: day('anniversary'),
    adminName: saysNothing(text('adminName')) ? '' : text('adminName'),
    adminEmail: mayBeEmail(email) ? email : '',
    ...(counts === undefined ? {} : { counts }),
  };
};

const countsOf = (cells: Cells): ListedCounts | Failure | undefined => {
  const { text, count, note } = cells;
  if (saysNoCount(text('licences')) && saysNoCount(text('used'))) return undefined;
  const product = productOf(cells);
  // Licences are of a product; a bare count would be of none.
  if (product.product + product.sku === '') return void note('counts-without-product');
  const [owned, assigned] = [countOf(count('licences')), countOf(count('used'))];
  if (typeof owned === 'object') return owned;
  if (typeof assigned === 'object') return assigned;
  const licenceType = meaning(cells, 'licenceType', licenceTypeIn);
  return {
    ...product,
    licenceType: licenceType === 'education-device' ? '' : licenceType,
    owned,
    assigned,
  };
};

/** None may be owned or used; undefined where the list does not say. */
const countOf = (written: WrittenCount): number | Failure | undefined => {
  if (saysNoCount(written.text)) return undefined;
  const count = wholeOf(written);
  if (typeof count !== 'number' || count >= 0) return count;
  return { reason: 'count-below-nothing', params: { written: shortened(written.text) } };
};

const readAuthorization = (cells: Cells): ListedAuthorization | Failure => {
  const { text, day, note } = cells;
  const who = whoOf(cells);
  const product = productOf(cells);
  if (isNobody(who)) return { reason: 'no-customer-named' };
  if (product.product + product.sku === '') return { reason: 'product-missing' };
  const quantity = quantityOf(cells.count('quantity'), false);
  if (typeof quantity !== 'number') return quantity;
  const licenceType = meaning(cells, 'licenceType', licenceTypeIn);
  // "Beställningar av Education-enhetslicenser kan göras direkt via Adobe" (seed 002).
  if (licenceType === 'education-device') return { reason: 'order-from-adobe' };
  const deploymentDate = day('deploymentDate');
  // A list without the day of creation has the deployment day: both are one where the console makes
  // it (adobe.md §2). The time to order counts from the first and never from the second (C3), so
  // that each row says which one it took.
  const noted = day('createdOn');
  const createdOn = noted || deploymentDate;
  if (createdOn === '') return { reason: 'created-missing' };
  if (noted === '') note('counts-from-deployment', { day: deploymentDate });
  const status = meaning(cells, 'status', statusIn) || 'pending';
  const days = text('daysToOrder');
  if (days !== '' && !/^\d{1,3}$/.test(days))
    note('word-not-known', { field: 'daysToOrder', written: shortened(days) });
  return {
    is: 'authorization',
    ...who,
    ...product,
    quantity,
    licenceType,
    createdOn,
    deploymentDate,
    status,
    requestNumber: text('requestNumber'),
    purchaseOrder: text('purchaseOrder'),
    written: text('status'),
    orderNumber: text('orderNumber'),
    daysToOrder: /^\d{1,3}$/.test(days) ? Number(days) : 0,
    dueOn: day('dueOn'),
  };
};

const readOrder = (cells: Cells): ListedOrder | Failure => {
  const { text, day, amount } = cells;
  const who = whoOf(cells);
  const product = productOf(cells);
  const orderNumber = text('orderNumber');
  if (orderNumber === '') return { reason: 'order-number-missing' };
  if (product.product + product.sku === '') return { reason: 'product-missing' };
  if (meaning(cells, 'status', statusIn) === 'cancelled')
    return { reason: 'order-cancelled', params: { written: shortened(text('status')) } };
  const type = meaning(cells, 'orderType', orderTypeIn);
  // A return is of its order, and without that number it would be of another.
  const rounded = type === 'return' ? roundedIn(cells, ['originalOrder']) : undefined;
  if (rounded !== undefined) return rounded;
  const quantity = quantityOf(cells.count('quantity'), type === 'return');
  if (typeof quantity !== 'number') return quantity;
  const orderDate = day('orderDate');
  if (orderDate === '') return { reason: 'order-date-missing' };
  const licenceType = meaning(cells, 'licenceType', licenceTypeIn);
  const unitPrice = amount('unitPrice');
  if (typeof unitPrice !== 'string') cells.note(unitPrice.reason, unitPrice.params);
  return {
    is: 'order',
    ...who,
    ...product,
    type,
    orderNumber,
    orderDate,
    quantity,
    originalOrder: text('originalOrder'),
    licenceType: licenceType === 'education-device' ? '' : licenceType,
    purchaseOrder: text('purchaseOrder'),
    requestNumber: text('requestNumber'),
    unitPrice: typeof unitPrice === 'string' ? unitPrice : '',
    currency: currencyOf(cells, 'unitPrice'),
  };
};

const readPrice = (cells: Cells): ListedPrice | Failure => {
  const { text, day, amount } = cells;
  const { sku, product } = productOf(cells);
  if (sku === '') return { reason: 'sku-missing' };
  const yearlyPrice = amount('yearlyPrice');
  if (typeof yearlyPrice !== 'string') return yearlyPrice;
  if (yearlyPrice === '') return { reason: 'price-missing' };
  if (yearlyPrice.startsWith('-'))
    return { reason: 'price-below-nothing', params: { written: yearlyPrice } };
  const parts = readSku(sku);
  const fromParts = parts.valid ? parts : { segment: '' as const, level: '', months: 0 };
  const months = text('months').replace(/[.,]0+$/, '');
  return {
    is: 'price',
    sku,
    product,
    yearlyPrice,
    currency: currencyOf(cells, 'yearlyPrice'),
    segment: meaning(cells, 'segment', segmentIn) || fromParts.segment,
    level: levelText(text('level')) || fromParts.level,
    months: /^\d{1,2}$/.test(months) ? Number(months) : fromParts.months,
    validFrom: day('validFrom'),
  };
};
