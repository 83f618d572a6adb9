import type { Day } from '#core/day/day.ts';
import type { RowWhy } from '#core/import/planned-row.ts';
import type { VipRowNote } from '#programmes/adobe-vip/rules/row-reason.ts';
import { nextIdOf } from '#core/record/next-id.ts';
import { firstAskedBack } from '#programmes/adobe-vip/rules/return/asked-back.ts';
import { isStillAhead } from '#programmes/adobe-vip/rules/order/order-day.ts';
import { renewalOfDay } from '#programmes/adobe-vip/rules/renewal/renewal-of-day.ts';
import { returnEditions } from '#programmes/adobe-vip/rules/return/return-editions.ts';
import { isNameless } from '#programmes/adobe-vip/rules/order/type-of-product.ts';
import type { VipCustomerData } from '#programmes/adobe-vip/rules/customer/vip-customer.ts';
import { chosenEdition } from '#programmes/adobe-vip/rules/edition/vip-edition.ts';
import type { OrderLine, VipOrderData } from '#programmes/adobe-vip/rules/order/vip-order.ts';
import { coverByOrder, type Covered } from '../match/cover-by-order.ts';
import type { NamedLine } from '#programmes/adobe-vip/rules/order/lines-once.ts';
import { correctedNote, isCorrected } from '../match/corrected-here.ts';
import { livesUnder, meantUnder, recordOnDesk } from '../match/desk-records.ts';
import { wasMeant } from '../match/earlier-number.ts';
import { lineKey } from '../match/line-match.ts';
import { newName, orderedLine } from '../match/ordered-line.ts';
import { withOwnType } from '../match/own-product.ts';
import { customerNotes, customerOf, isCustomer, orderEditionFor } from './plan-customer.ts';
import { duplicateRow, takenRow, unreadableRow } from './planned-row-of.ts';
import type { PlannedVipRow, VipChange } from './planned.ts';
import { timeKnown } from './time-known.ts';
import { tooLong } from './too-long.ts';
import { newOnDesk, setField, touch, type OnDesk, type VipDesk } from '../match/desk.ts';
import { orderKey } from '../match/keys.ts';
import { numberKey } from '#programmes/adobe-vip/rules/number-key.ts';
import type { ListedOrder, VipValue, Where } from '../read/values.ts';

type OrderRow = VipValue & ListedOrder;
type OrderOnDesk = OnDesk<'vip-order'>;

/** What an order row shows of itself. */
export const shownOrder = (row: OrderRow) => ({
  sheet: row.sheet,
  row: row.row,
  vip: row.type === 'return' ? ('return' as const) : ('order' as const),
  name: row.name || row.vipId || row.marketplaceId,
  product: row.product,
  quantity: row.quantity,
  number: row.orderNumber,
  day: row.orderDate,
  price: row.unitPrice,
  currency: row.currency,
});

/** One row of a list of orders: a line of the one that has its number, made where there is none. */
export const planOrderRow = (desk: VipDesk, given: OrderRow): PlannedVipRow => {
  const named = { ...given, product: given.product || desk.products.of(given.sku) || given.sku };
  const shown = shownOrder(named);
  if (isStillAhead(orderEditionFor(desk, named), named.orderDate, timeKnown(desk.known)))
    return unreadableRow(shown, 'day-ahead', { day: named.orderDate });
  if (named.vipId + named.marketplaceId + named.name === '')
    return unreadableRow(shown, 'no-customer-named');
  const long = tooLong(desk, named);
  if (long !== undefined) return unreadableRow(shown, long.code, long.params);
  const customer = customerOf(desk, named, named.row);
  if (!isCustomer(customer)) return unreadableRow(shown, customer.code, customer.params);
  const typed = withOwnType(desk, customer, named);
  const shownRow = { ...shownOrder(typed), name: customer.data.name };
  const order = orderOf(desk, customer, typed);
  if (order === undefined) return unreadableRow(shownRow, 'record-not-understood');
  const row = inCurrencyOf(order, typed);
  const spoken = spokenOf(order, row);
  if (spoken !== undefined) return duplicateRow(shownRow, customer.id, spoken);
  const kept: RowWhy<VipRowNote>[] = isCalled(order, row) ? [] : [correctedNote('orderNumber')];
  const facts = sayFacts(desk, order, { row, customer: customer.data, kept });
  const alike = orderedLine(desk, order, row);
  const isFree = order.data.orderType === 'new' && (alike?.line.authorizationLine ?? '') === '';
  const within = order.data.authorization;
  const covered = coverByOrder(desk, row, {
    order: order.id,
    customer: customer.id,
    within,
    isFree,
  });
  const known = covered.line === '' ? alike : orderedLine(desk, order, row, covered);
  const changes = [
    ...facts,
    ...sayLine(desk, order, { row, known, covered, kept }),
    ...sayCovered(order, covered),
  ];
  for (const saying of [sayingOf(row), anyOf(row)])
    if (!order.sayings.has(saying)) order.sayings.set(saying, { sheet: row.sheet, row: row.row });
  order.ownRow ??= { sheet: row.sheet, row: row.row };
  const notes: RowWhy<VipRowNote>[] = [
    ...row.notes,
    ...kept,
    ...covered.notes,
    ...customerNotes(desk, customer, row),
    ...(desk.products.misses(row.sku)
      ? [{ code: 'sku-not-in-price-list' as const, params: { sku: row.sku } }]
      : []),
  ];
  return takenRow(shownRow, order, { changes, notes });
};

/** An order has one currency, which its first row says: a price in another one would be a false sum. */
const inCurrencyOf = ({ ownRow, data: { currency } }: OrderOnDesk, row: OrderRow): OrderRow => {
  const isOther = row.currency !== '' && currency !== '' && row.currency !== currency;
  if (ownRow === undefined || !isOther || row.unitPrice === '') return row;
  const note = {
    code: 'price-in-other-currency' as const,
    params: { written: row.currency, currency },
  };
  return { ...row, unitPrice: '', currency: '', notes: [...row.notes, note] };
};

/**
 * What distinguishes two rows of the same order: it may order equally many of a product for each of
 * two authorizations.
 */
const sayingOf = (row: OrderRow): string => `${lineKey(row)}|${numberKey(row.requestNumber)}`;

const anyOf = (row: OrderRow): string => `${lineKey(row)}|any`;

/**
 * The earlier row that said the same: a row without an authorization is equivalent to one that
 * names it.
 */
const spokenOf = ({ sayings }: OrderOnDesk, row: OrderRow): Where | undefined =>
  row.requestNumber === ''
    ? sayings.get(anyOf(row))
    : (sayings.get(sayingOf(row)) ?? sayings.get(sayingOf({ ...row, requestNumber: '' })));

const orderOf = (
  desk: VipDesk,
  customer: OnDesk<'vip-customer'>,
  row: OrderRow,
): OrderOnDesk | undefined => {
  const found = meantUnder(
    desk,
    'vip-order',
    customer.id,
    (own) =>
      own.find((order) => isCalled(order, row)) ??
      own.find((order) => wasMeant(desk, 'order', order, { number: row.orderNumber, linesOf })),
  );
  if (found !== undefined) return touch(desk, found, row.row);
  const isOthers = (id: string): boolean => {
    const order = desk.orders.get(id);
    return order !== undefined && (order.parent !== customer.id || !isCalled(order, row));
  };
  const id = nextIdOf(desk.known.idOf(orderKey(row)), isOthers);
  if (desk.known.strange.has(id)) return undefined;
  const there = desk.orders.get(id);
  if (there !== undefined) return touch(desk, there, row.row);
  const { programme, owner, editions } = customer.data;
  const renews = typeOf(row) === 'renewal' ? renewalOfDay(row.orderDate, customer.data) : '';
  const data: VipOrderData = {
    v: 1,
    orderNumber: row.orderNumber,
    orderDate: row.orderDate,
    orderType: typeOf(row),
    authorization: '',
    purchaseOrderNumber: row.purchaseOrder,
    lines: {},
    renews,
    level: '',
    currency: row.currency,
    returnEdition: chosenEdition(returnEditions, programme, editions, desk.known.editions).id,
    owner: owner || desk.known.by,
  };
  const made = newOnDesk({ id, kind: 'vip-order', parent: customer.id, row: row.row, data });
  made.steps.push({ kind: 'order-placed', on: row.orderDate });
  return touch(desk, made, row.row);
};

const linesOf = ({ data }: OrderOnDesk): OrderLine[] => Object.values(data.lines);

const isCalled = ({ data }: OrderOnDesk, { orderNumber }: OrderRow): boolean =>
  numberKey(data.orderNumber) === numberKey(orderNumber);

const typeOf = ({ type }: ListedOrder): 'new' | 'renewal' =>
  type === 'renewal' ? 'renewal' : 'new';

const askedBackOn = (desk: VipDesk, { id, parent }: OrderOnDesk): Day | undefined =>
  firstAskedBack(id, livesUnder(desk, 'return-authorization', parent).map(recordOnDesk));

/** What differs of an order that is there. */
const sayFacts = (
  desk: VipDesk,
  order: OrderOnDesk,
  {
    row,
    customer,
    kept,
  }: {
    readonly row: OrderRow;
    readonly customer: VipCustomerData;
    readonly kept: RowWhy<VipRowNote>[];
  },
): VipChange[] => {
  if (order.before === undefined || order.ownRow !== undefined) return [];
  const changes: VipChange[] = [];
  const say = (
    field: 'orderDate' | 'purchaseOrderNumber' | 'currency' | 'orderType',
    to: string,
  ): void => {
    const from = order.data[field];
    if (to === '' || to === from) return;
    if (isCorrected(desk, order.before, { field }, to)) return void kept.push(correctedNote(field));
    changes.push({ field, from, to });
    setField(order, field, to);
  };
  const askedOn = row.orderDate === order.data.orderDate ? undefined : askedBackOn(desk, order);
  if (askedOn !== undefined && row.orderDate > askedOn)
    kept.push({ code: 'order-after-return', params: { day: askedOn } });
  else say('orderDate', row.orderDate);
  say('purchaseOrderNumber', row.purchaseOrder);
  say('currency', row.currency);
  // A list without the type says nothing of it: a renewal that was noted by hand stays one.
  if (row.type !== '') say('orderType', typeOf(row));
  if (changes.length > 0 && order.data.orderType === 'renewal' && order.data.renews === '')
    setField(order, 'renews', renewalOfDay(order.data.orderDate, customer));
  return changes;
};

type LineInput = {
  readonly row: OrderRow;
  readonly known: NamedLine | undefined;
  readonly covered: Covered;
  readonly kept: RowWhy<VipRowNote>[];
};

const sayLine = (
  desk: VipDesk,
  order: OrderOnDesk,
  { row, known, covered, kept }: LineInput,
): VipChange[] => {
  const { lines } = order.data;
  const before = known?.line;
  const line: OrderLine = {
    product: before === undefined || isNameless(before) ? row.product : before.product,
    licenceType: row.licenceType || (before?.licenceType ?? ''),
    sku: row.sku || (before?.sku ?? ''),
    quantity: row.quantity,
    ...coveringOf(before, covered),
    unitPrice: row.unitPrice || (before?.unitPrice ?? ''),
  };
  const names = known?.names ?? [newName(lines, line)];
  for (const name of names) order.lines.set(name, { sheet: row.sheet, row: row.row });
  const isOurs = (field: keyof OrderLine): boolean => {
    const wasCorrected = (name: string): boolean => {
      const part = (all: unknown): unknown => (all as typeof lines | undefined)?.[name]?.[field];
      return isCorrected(desk, order.before, { field: 'lines', part }, line[field]);
    };
    return line[field] !== before?.[field] && names.some(wasCorrected);
  };
  const ours = (['sku', 'quantity', 'unitPrice', 'licenceType'] as const).filter(isOurs);
  kept.push(...ours.map(correctedNote));
  const now: OrderLine = {
    ...line,
    ...Object.fromEntries(ours.map((field) => [field, before?.[field]])),
  };
  const differs = (
    ['sku', 'quantity', 'unitPrice', 'licenceType', 'authorizationLine'] as const
  ).filter((field) => before?.[field] !== now[field]);
  if (differs.length === 0) return [];
  setField(order, 'lines', { ...lines, ...underNames(lines, names, { now, differs }) });
  if (order.before === undefined) return [];
  if (before === undefined) return [{ field: 'line', from: '', to: row.product }];
  return differs
    .filter((field) => field !== 'authorizationLine')
    .map((field) => ({ field, from: String(before[field]), to: String(now[field]) }));
};

/** The authorization line that a line belongs to. What it said about that before stays. */
const coveringOf = (
  before: OrderLine | undefined,
  { authorization, line }: Covered,
): Pick<OrderLine, 'authorizationLine' | 'authorization'> => {
  if (before === undefined || before.authorizationLine === '')
    return line === '' ? { authorizationLine: '' } : { authorizationLine: line, authorization };
  const { authorizationLine, authorization: own } = before;
  return { authorizationLine, ...(own === undefined ? {} : { authorization: own }) };
};

/**
 * A line under each of its names: written under only one of them it would become two lines.
 */
const underNames = (
  lines: VipOrderData['lines'],
  [first = '', ...others]: readonly string[],
  { now, differs }: { readonly now: OrderLine; readonly differs: readonly (keyof OrderLine)[] },
): VipOrderData['lines'] => {
  const compared = differs
    .filter((field) => field !== 'authorizationLine')
    .map((field) => [field, now[field]]);
  return {
    [first]: now,
    ...Object.fromEntries(
      others.map((name) => [name, { ...lines[name]!, ...Object.fromEntries(compared) }]),
    ),
  };
};

const sayCovered = (order: OrderOnDesk, { authorization, named, isNews }: Covered): VipChange[] => {
  const isJoined = authorization !== '' && order.data.authorization === '';
  if (isJoined) setField(order, 'authorization', authorization);
  if (order.before === undefined || !(isJoined || isNews)) return [];
  return [{ field: 'authorization', from: '', to: named }];
};
