import { addDays } from '#core/day/day.ts';
import type { RowWhy } from '#core/import/planned-row.ts';
import type { VipRowNote } from '#programmes/adobe-vip/rules/row-reason.ts';
import { nextIdOf } from '#core/record/next-id.ts';
import {
  hasLines,
  linesNow,
  orderDue,
  orderEditionOf,
  type LineNow,
} from '#programmes/adobe-vip/rules/authorization/authorization-life.ts';
import { isStillAhead } from '#programmes/adobe-vip/rules/order/order-day.ts';
import { orderEditions } from '#programmes/adobe-vip/rules/order/order-editions.ts';
import type { VipProgramme } from '#programmes/adobe-vip/rules/edition/programme.ts';
import type { PurchaseAuthorizationData } from '#programmes/adobe-vip/rules/authorization/purchase-authorization.ts';
import type { VipCustomerData } from '#programmes/adobe-vip/rules/customer/vip-customer.ts';
import { chosenEdition } from '#programmes/adobe-vip/rules/edition/vip-edition.ts';
import { authorizationAlike } from '../match/authorization-alike.ts';
import { called } from '#programmes/adobe-vip/rules/order/called.ts';
import { correctedNote, isCorrected } from '../match/corrected-here.ts';
import { livesUnder, meantUnder, recordOnDesk } from '../match/desk-records.ts';
import { hadNumber, wasMeant } from '../match/earlier-number.ts';
import { renamedLine } from '../match/earlier-product.ts';
import {
  isOfProduct,
  lineKey,
  lineMeant,
  lineNamed,
  nextLine,
  type ListedLine,
} from '../match/line-match.ts';
import { rowsOfNumber } from '../match/numbers-in-list.ts';
import {
  customerNotes,
  customerOf,
  isCustomer,
  orderEditionFor,
  programmeOf,
} from './plan-customer.ts';
import { duplicateRow, takenRow, unreadableRow } from './planned-row-of.ts';
import type { PlannedVipRow, VipChange } from './planned.ts';
import { sayStatus } from './listed-status.ts';
import { timeKnown } from './time-known.ts';
import { tooLong } from './too-long.ts';
import { newOnDesk, setField, touch, type OnDesk, type VipDesk } from '../match/desk.ts';
import { authorizationKey } from '../match/keys.ts';
import { numberKey } from '#programmes/adobe-vip/rules/number-key.ts';
import type { ListedAuthorization, VipValue } from '../read/values.ts';

/** `key` as the row is written: no id was made for what the price list calls its product. */
type AuthorizationRow = VipValue & ListedAuthorization & { readonly key: readonly string[] };
type AuthorizationOnDesk = OnDesk<'purchase-authorization'>;

/**
 * One row of a list of authorizations: a line of the one that has its number, made where there is
 * none.
 */
export const planAuthorizationRow = (
  desk: VipDesk,
  given: VipValue & ListedAuthorization,
): PlannedVipRow => {
  const product = given.product || desk.products.of(given.sku) || given.sku;
  const row = { ...given, product, key: authorizationKey(given) };
  const { sheet, row: number, quantity, createdOn, requestNumber } = row;
  const at = { sheet, row: number };
  const named = { name: row.name || row.vipId || row.marketplaceId, number: requestNumber };
  const shown = {
    ...at,
    ...named,
    vip: 'authorization' as const,
    product,
    quantity,
    day: createdOn,
  };
  // By the days that its edition counts, or by the user's own: Adobe's list has the one, a
  // partner's the other.
  const edition = editionOf(row.daysToOrder, programmeOf(desk, row)) ?? orderEditionFor(desk, row);
  if (isStillAhead(edition, createdOn, timeKnown(desk.known)))
    return unreadableRow(shown, 'day-ahead', { day: createdOn });
  const long = tooLong(desk, row);
  if (long !== undefined) return unreadableRow(shown, long.code, long.params);
  const customer = customerOf(desk, row, number);
  if (!isCustomer(customer)) return unreadableRow(shown, customer.code, customer.params);
  const shownRow = { ...shown, name: customer.data.name };
  const authorization = authorizationOf(desk, customer, row);
  if (authorization === undefined) return unreadableRow(shownRow, 'record-not-understood');
  const spoken = authorization.sayings.get(lineKey(row));
  if (spoken !== undefined) return duplicateRow(shownRow, customer.id, spoken);
  const notes: RowWhy<VipRowNote>[] = [
    ...row.notes.filter(isTrueOf(authorization, row)),
    ...notesOf(desk, customer, row),
  ];
  const facts = sayFacts(desk, authorization, row, notes);
  const { line, changes: ofLine } = sayLine(desk, authorization, row, notes);
  const changes = [...facts, ...ofLine, ...sayStatus(desk, authorization, { line, row, notes })];
  authorization.sayings.set(lineKey(row), at);
  authorization.lines.set(line, at);
  authorization.ownRow ??= at;
  return takenRow(shownRow, authorization, { changes, notes });
};

/**
 * An existing authorization keeps its day of creation: it does not count from its deployment date.
 */
const isTrueOf =
  ({ data }: AuthorizationOnDesk, { createdOn }: AuthorizationRow) =>
  ({ code }: RowWhy<VipRowNote>): boolean =>
    code !== 'counts-from-deployment' || data.createdOn === createdOn;

const notesOf = (
  desk: VipDesk,
  customer: OnDesk<'vip-customer'>,
  row: AuthorizationRow,
): RowWhy<VipRowNote>[] => [
  ...customerNotes(desk, customer, row),
  ...(desk.products.misses(row.sku)
    ? [{ code: 'sku-not-in-price-list' as const, params: { sku: row.sku } }]
    : []),
  ...(row.daysToOrder > 0 && editionOf(row.daysToOrder, customer.data.programme) === undefined
    ? [{ code: 'days-of-their-own' as const, params: { days: row.daysToOrder } }]
    : []),
  ...copiesOf(desk, customer, row.requestNumber),
];

/**
 * Adobe gives a number once: two devices noted it under ids of their own, and the licences of both
 * count.
 */
const copiesOf = (
  desk: VipDesk,
  { id }: OnDesk<'vip-customer'>,
  number: string,
): RowWhy<VipRowNote>[] => {
  const own = livesUnder(desk, 'purchase-authorization', id);
  const count = called(own, 'requestNumber', number).filter((authorization) =>
    hasLines(recordOnDesk(authorization)),
  ).length;
  return count > 1 ? [{ code: 'number-several-times', params: { number, count } }] : [];
};

// Only for one programme: what follows the last day differs in the other (adobe.md §0).
const editionOf = (days: number, programme: VipProgramme) =>
  orderEditions.find((edition) => edition.value === days && edition.programme === programme);

/**
 * The authorization that a row is of: by its number, or one that was written down by hand without;
 * undefined where a newer app wrote it.
 */
const authorizationOf = (
  desk: VipDesk,
  customer: OnDesk<'vip-customer'>,
  row: AuthorizationRow,
): AuthorizationOnDesk | undefined => {
  const found = meantUnder(
    desk,
    'purchase-authorization',
    customer.id,
    (own) =>
      called(own, 'requestNumber', row.requestNumber)[0] ??
      own.find((authorization) =>
        wasMeant(desk, 'authorization', authorization, { number: row.requestNumber, linesOf }),
      ) ??
      authorizationAlike(desk, own, row),
  );
  if (found !== undefined) return touch(desk, found, row.row);
  const isOthers = (id: string): boolean => {
    const there = desk.authorizations.get(id);
    if (there === undefined) return false;
    const isOther =
      row.requestNumber !== '' && !isNumber(there.data.requestNumber, row.requestNumber);
    return isOther || there.parent !== customer.id;
  };
  const id = nextIdOf(desk.known.idOf(row.key), isOthers);
  if (desk.known.strange.has(id)) return undefined;
  const there = desk.authorizations.get(id);
  if (there !== undefined) return touch(desk, there, row.row);
  const data = newAuthorization(desk, customer.data, row);
  const made = newOnDesk({
    id,
    kind: 'purchase-authorization',
    parent: customer.id,
    row: row.row,
    data,
  });
  made.steps.push({ kind: 'authorized', on: row.createdOn });
  return touch(desk, made, row.row);
};

const linesOf = (authorization: AuthorizationOnDesk): LineNow[] =>
  linesNow(recordOnDesk(authorization));

const isNumber = (a: string, b: string): boolean => numberKey(a) === numberKey(b);

const newAuthorization = (
  desk: VipDesk,
  customer: VipCustomerData,
  row: AuthorizationRow,
): PurchaseAuthorizationData => {
  const { licenceType, createdOn, deploymentDate, requestNumber, purchaseOrder, daysToOrder } = row;
  const edition =
    editionOf(daysToOrder, customer.programme) ??
    chosenEdition(orderEditions, customer.programme, customer.editions, desk.known.editions);
  return {
    v: 1,
    customerName: customer.name,
    licenceType,
    createdOn,
    statedDue: statedDue(row, customer.programme),
    requestNumber,
    deploymentDate: deploymentDate || createdOn,
    purchaseOrderNumber: purchaseOrder,
    lines: {},
    edition: edition.id,
    owner: customer.owner || desk.known.by,
  };
};

/**
 * The last day as the list says it, or as its own number of days makes it where no edition has so
 * many.
 */
const statedDue = (
  { dueOn, daysToOrder, createdOn }: AuthorizationRow,
  programme: VipProgramme,
): string =>
  dueOn ||
  (daysToOrder > 0 && editionOf(daysToOrder, programme) === undefined
    ? addDays(createdOn, daysToOrder)
    : '');

/**
 * What differs on an existing authorization; its day of creation stays as first recorded.
 */
const sayFacts = (
  desk: VipDesk,
  authorization: AuthorizationOnDesk,
  row: AuthorizationRow,
  notes: RowWhy<VipRowNote>[],
): VipChange[] => {
  if (authorization.before === undefined || authorization.ownRow !== undefined) return [];
  const changes: VipChange[] = [];
  const say = (
    field: 'requestNumber' | 'purchaseOrderNumber' | 'licenceType' | 'edition' | 'statedDue',
    to: string,
  ): void => {
    const from = authorization.data[field];
    if (to === '' || to === from) return;
    const isEarlier = field === 'requestNumber' && hadNumber(authorization, field, to);
    if (isEarlier || isCorrected(desk, authorization.before, { field }, to))
      return void notes.push(correctedNote(field));
    changes.push({ field, from, to });
    setField(authorization, field, to);
  };
  say('requestNumber', row.requestNumber);
  say('purchaseOrderNumber', row.purchaseOrder);
  say('licenceType', row.licenceType);
  const { programme = 'vip' } = orderEditionOf({
    data: authorization.data,
    steps: authorization.before.steps,
  });
  const due = statedDue(row, programme);
  say('edition', editionOf(row.daysToOrder, programme)?.id ?? '');
  if (
    due !== '' &&
    due !== orderDue({ data: authorization.data, steps: authorization.before.steps })
  )
    say('statedDue', due);
  return changes;
};

/**
 * The line that a row is of, and what the row changes in it. A quantity that was lowered here
 * meanwhile is the list's own.
 */
const sayLine = (
  desk: VipDesk,
  authorization: AuthorizationOnDesk,
  row: AuthorizationRow,
  notes: RowWhy<VipRowNote>[],
): { readonly line: string; readonly changes: readonly VipChange[] } => {
  const { product, sku, quantity } = row;
  const { lines } = authorization.data;
  const known = linesNow({ data: authorization.data, steps: authorization.before?.steps ?? [] });
  const byId = Object.fromEntries(known.map((now) => [now.id, now]));
  const named = lineNamed(byId, authorization, row);
  const renamed = named === undefined ? lineRenamed(desk, authorization, known, row) : undefined;
  if (renamed !== undefined) notes.push(correctedNote('product'));
  const rows = (): readonly ListedLine[] => rowsOfNumber(desk, 'authorization', row.requestNumber);
  const line = renamed ?? lineMeant(byId, authorization, row, rows) ?? nextLine(lines);
  const before = lines[line];
  const isHeld =
    before !== undefined &&
    [before.quantity, known.find(({ id }) => id === line)?.left].includes(quantity);
  const part = (all: unknown): unknown => (all as typeof lines | undefined)?.[line]?.quantity;
  const isOurs =
    before !== undefined &&
    !isHeld &&
    isCorrected(desk, authorization.before, { field: 'lines', part }, quantity);
  if (isOurs) notes.push(correctedNote('quantity'));
  const stays = before !== undefined && (isHeld || isOurs);
  const now = {
    product: before?.product || product,
    quantity: stays ? before.quantity : quantity,
    // The SKU of a row is of the product that it names.
    sku: (renamed === undefined ? sku : '') || (before?.sku ?? ''),
  };
  if (before !== undefined && stays && before.sku === now.sku) return { line, changes: [] };
  setField(authorization, 'lines', { ...lines, [line]: now });
  if (authorization.before === undefined) return { line, changes: [] };
  if (before === undefined) return { line, changes: [{ field: 'line', from: '', to: product }] };
  const change = stays
    ? ['sku', before.sku, now.sku]
    : ['quantity', String(before.quantity), String(quantity)];
  return { line, changes: [{ field: change[0]!, from: change[1]!, to: change[2]! }] };
};

/**
 * The line that was renamed here, among those that no row is about: a line that the list names
 * belongs to another row.
 */
const lineRenamed = (
  desk: VipDesk,
  authorization: AuthorizationOnDesk,
  known: readonly LineNow[],
  row: AuthorizationRow,
): string | undefined => {
  const rows = rowsOfNumber(desk, 'authorization', row.requestNumber);
  const free = known.filter(
    (line) => !authorization.lines.has(line.id) && !rows.some((other) => isOfProduct(line, other)),
  );
  return renamedLine(authorization, free, row)?.id;
};
