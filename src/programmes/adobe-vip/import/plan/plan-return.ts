import type { RowWhy } from '#core/import/planned-row.ts';
import type { VipRowNote } from '#programmes/adobe-vip/rules/row-reason.ts';
import { nextIdOf } from '#core/record/next-id.ts';
import { returnState } from '#programmes/adobe-vip/rules/return/return-deadlines.ts';
import type { ReturnAuthorizationData } from '#programmes/adobe-vip/rules/return/return-authorization.ts';
import { returnFollowUp7 } from '#programmes/adobe-vip/rules/return/return-editions.ts';
import { mayReturnOn } from '#programmes/adobe-vip/rules/return/return-window.ts';
import { windowOfOrder } from '#programmes/adobe-vip/rules/return/returnable.ts';
import { askedOf } from '#programmes/adobe-vip/rules/return/returned-quantity.ts';
import { correctedNote } from '../match/corrected-here.ts';
import { hadNumber, isKnownByItsOwn } from '../match/earlier-number.ts';
import { lineKey } from '../match/line-match.ts';
import { returnedLine } from '../match/ordered-line.ts';
import { shownOrder } from './plan-order.ts';
import { duplicateRow, takenRow, unreadableRow } from './planned-row-of.ts';
import type { PlannedVipRow } from './planned.ts';
import { newOnDesk, touch, underOf, type OnDesk, type VipDesk } from '../match/desk.ts';
import { returnKey } from '../match/keys.ts';
import { numberKey } from '#programmes/adobe-vip/rules/number-key.ts';
import type { ListedOrder, VipValue } from '../read/values.ts';

/** `key` as the row is written: no id was made for what the price list calls its product. */
type ReturnRow = VipValue & ListedOrder & { readonly key: readonly string[] };
type ReturnOnDesk = OnDesk<'return-authorization'>;

/**
 * One row that went back (adobe.md §2): a return of an order that is known here, which was granted,
 * since it is in the list.
 */
export const planReturnRow = (desk: VipDesk, given: VipValue & ListedOrder): PlannedVipRow => {
  const product = given.product || desk.products.of(given.sku) || given.sku;
  const row = { ...given, product, key: returnKey(given) };
  const shown = shownOrder(row);
  if (row.orderDate > desk.known.today)
    return unreadableRow(shown, 'day-ahead', { day: row.orderDate });
  const number = row.originalOrder || row.orderNumber;
  const order = orderMeant(desk, row, number);
  if (order === undefined) return unreadableRow(shown, 'return-without-order', { number });
  const customer = desk.people.get(order.parent);
  const shownRow = { ...shown, name: customer?.data.name ?? shown.name };
  const { orderDate } = order.data;
  if (row.orderDate < orderDate)
    return unreadableRow(shownRow, 'return-before-order', { day: orderDate });
  const found = returnedLine(order.data, row);
  if (found === undefined) return unreadableRow(shownRow, 'return-of-other-product', { number });
  const { id: line, names } = found;
  const { quantity } = found.line;
  const takenBy = ({ lines }: ReturnAuthorizationData): number => askedOf(lines, names);
  const spoken = order.sayings.get(`return ${row.orderNumber} ${row.orderDate} ${lineKey(row)}`);
  if (spoken !== undefined) return duplicateRow(shownRow, order.parent, spoken);
  order.sayings.set(`return ${row.orderNumber} ${row.orderDate} ${lineKey(row)}`, {
    sheet: row.sheet,
    row: row.row,
  });
  const returns = underOf(desk, 'return-authorization', order.parent).filter(
    ({ data, before }) => data.order === order.id && !before?.trashedOn,
  );
  const known = returns.find(
    ({ data, ownRow }) => ownRow === undefined && takenBy(data) === row.quantity,
  );
  if (known !== undefined)
    return answered(desk, known, { row, shownRow, notes: notesOf(order, row) });
  const stand = returns.filter(
    ({ before }) => before === undefined || returnState(before) !== 'denied',
  );
  const gone = stand.reduce((sum, { data }) => sum + takenBy(data), 0);
  if (gone + row.quantity > quantity)
    return unreadableRow(shownRow, 'return-of-too-many', { left: quantity - gone });
  const request = returnOf(desk, order, { row, line, customerName: customer?.data.name ?? '' });
  return request === undefined
    ? unreadableRow(shownRow, 'record-not-understood')
    : takenRow(shownRow, request, { changes: [], notes: notesOf(order, row) });
};

/** What it is worth telling: an order that is meant by the number that it had may be another. */
const notesOf = (
  { data }: OnDesk<'vip-order'>,
  { notes, originalOrder, orderNumber }: ReturnRow,
): readonly RowWhy<VipRowNote>[] =>
  numberKey(data.orderNumber) === numberKey(originalOrder || orderNumber)
    ? notes
    : [...notes, correctedNote('orderNumber')];

/**
 * The order that goes back: of the row's customer, or the only one of that number where the row
 * names nobody.
 */
const orderMeant = (
  desk: VipDesk,
  row: ReturnRow,
  number: string,
): OnDesk<'vip-order'> | undefined => {
  const [customer] = desk.customers.find(row);
  const own =
    customer === undefined ? [...desk.orders.values()] : underOf(desk, 'vip-order', customer);
  const stand = own.filter(({ before }) => !before?.trashedOn);
  const called = stand.filter(({ data }) => numberKey(data.orderNumber) === numberKey(number));
  const found =
    called.length > 0 ? called : stand.filter((order) => isMeant(desk, order, { number, row }));
  const isIdentified = customer !== undefined || row.vipId + row.marketplaceId + row.name === '';
  return isIdentified && found.length === 1 ? found[0] : undefined;
};

/**
 * Whether a row means an order by the number that it had before it was corrected. What goes back of
 * it goes back while it can, and a list that knows the order by its own number means another one.
 */
const isMeant = (
  desk: VipDesk,
  order: OnDesk<'vip-order'>,
  { number, row }: { readonly number: string; readonly row: ReturnRow },
): boolean => {
  return (
    hadNumber(order, 'orderNumber', number) &&
    !isKnownByItsOwn(desk, 'order', order) &&
    mayReturnOn(windowOfOrder(order), row.orderDate)
  );
};

type Answer = {
  readonly row: ReturnRow;
  readonly shownRow: ReturnType<typeof shownOrder>;
  readonly notes: readonly RowWhy<VipRowNote>[];
};

/** A return that is here: one that waited for its answer has it now. */
const answered = (
  desk: VipDesk,
  request: ReturnOnDesk,
  { row, shownRow, notes }: Answer,
): PlannedVipRow => {
  request.ownRow = { sheet: row.sheet, row: row.row };
  if (request.before === undefined || returnState(request.before) !== 'asked')
    return takenRow(shownRow, request, { changes: [], notes });
  touch(desk, request, row.row).steps.push({ kind: 'return-granted', on: row.orderDate });
  const changes = [{ field: 'status', from: '', to: 'return-granted' }];
  return takenRow(shownRow, request, { changes, notes });
};

const returnOf = (
  desk: VipDesk,
  order: OnDesk<'vip-order'>,
  {
    row,
    line,
    customerName,
  }: { readonly row: ReturnRow; readonly line: string; readonly customerName: string },
): ReturnOnDesk | undefined => {
  const isOthers = (id: string): boolean =>
    (desk.returns.get(id)?.parent ?? order.parent) !== order.parent;
  const id = nextIdOf(desk.known.idOf(row.key), isOthers);
  if (desk.known.strange.has(id)) return undefined;
  const there = desk.returns.get(id);
  const data: ReturnAuthorizationData = {
    v: 1,
    customerName,
    order: order.id,
    lines: { [line]: row.quantity },
    reference: row.originalOrder === '' ? '' : row.orderNumber,
    followUpEdition: returnFollowUp7.id,
    owner: order.data.owner,
  };
  const fresh =
    there ??
    newOnDesk({ id, kind: 'return-authorization', parent: order.parent, row: row.row, data });
  const request = touch(desk, fresh, row.row);
  request.ownRow = { sheet: row.sheet, row: row.row };
  const steps = ['return-asked', 'return-granted'].map((kind) => ({ kind, on: row.orderDate }));
  if (there === undefined) request.steps.push(...steps);
  return request;
};
