import type { Day } from '#core/day/day.ts';
import { currentSteps, type Step } from '#core/record/step.ts';
import type { CreditOrder } from '#programmes/apple-credit/rules/order/credit-order.ts';
import { inboxToday } from '#programmes/apple-credit/rules/editions.ts';
import type { DeskParent } from '../match/desk.ts';
import type { RowWhy } from '#core/import/planned-row.ts';
import type { IncomingRow, OrderField, PlannedNote, PlannedStep, RowChange } from './planned.ts';
import { BY_CODES, dayUnsaid, saidDay } from '#core/import/import-steps.ts';
import { daysClash, orderedOn } from '#programmes/apple-credit/rules/order/order-days.ts';
import { orderKey } from '#programmes/apple-credit/rules/order/order-key.ts';
import {
  endOf,
  inboxCount,
  orderState,
  type Dated,
} from '#programmes/apple-credit/rules/order/order-life.ts';
import { isPlanned, stepsThen } from './planned-steps.ts';

/** Who sold the credit may be Apple, which is no reseller. */
const APPLE = /^apple(?: (?:inc\.?|distribution international(?: ltd\.?| limited)?))?$/i;

/** What a row says about its order; empty values are left out. */
export const valuesOf = (row: IncomingRow): Partial<Record<OrderField, string>> => {
  const { orderNumber, creditNumber, purchaseOrderNumber, orderDate, amount, currency } = row;
  const { purchaserName, purchaserAppleId, institution, reseller, buyer } = row;
  const isApple = reseller !== undefined && APPLE.test(reseller);
  const fields = {
    orderNumber,
    purchaseOrderNumber,
    orderDate,
    amount,
    purchaserName,
    purchaserAppleId,
    institution,
    reseller: isApple ? undefined : reseller,
    currency: amount ? currency : undefined,
    // The credit number is the order number unless another is given (A2).
    creditNumber: creditNumber === orderNumber ? undefined : creditNumber,
    buyerAppleId: buyer?.includes('@') ? buyer : undefined,
    channel: isApple ? 'apple' : reseller ? 'reseller' : undefined,
  };
  return Object.fromEntries(
    Object.entries(fields).filter(([, value]) => value !== undefined && value !== ''),
  );
};

/** Apple IDs are the same in capitals and small letters. */
const same = (field: string, a: string, b: string): boolean =>
  a === b || (field.endsWith('AppleId') && a.toLowerCase() === b.toLowerCase());

/**
 * Notes on the order what a row says about its fields. The first row of a file that gives a field
 * decides.
 */
export const changesOf = (order: DeskParent, row: IncomingRow): RowChange[] => {
  const before = orderIn(order)?.data;
  const changes: RowChange[] = [];
  for (const [field, to] of Object.entries(valuesOf(row)) as [OrderField, string][]) {
    const from = before?.[field] ?? '';
    if (order.setFields.has(field)) continue;
    order.setFields.set(field, { row: row.row, value: to });
    // A number or channel that someone corrected is right.
    const kept = from !== '' && (field === 'orderNumber' || field === 'channel');
    if (kept || same(field, from, to)) continue;
    order.fields[field] = { from, to };
    changes.push({ field, from, to });
  }
  return changes;
};

/**
 * A later row of the file gives the order a different value from the first one: this is reported,
 * not lost (A5).
 */
export const unusedAmount = (order: DeskParent, row: IncomingRow): RowWhy<PlannedNote>[] => {
  const amount = order.setFields.get('amount');
  if (!row.amount || amount === undefined || amount.value === row.amount) return [];
  return [{ code: 'amount-not-used', params: { row: amount.row } }];
};

/**
 * The record in the place of the row's order or list of codes has another number, and nobody has
 * changed it since it had this one: this is reported, since the row goes there.
 */
export const otherThere = (
  { record }: Pick<DeskParent, 'record'>,
  orderNumber = '',
): RowWhy<PlannedNote>[] => {
  const [known, read] = [record?.data.orderNumber ?? '', orderKey(orderNumber)];
  const isCorrected = record?.history.some(
    ({ field, from }) => field === 'orderNumber' && orderKey(String(from)) === read,
  );
  if (known === '' || read === '' || orderKey(known) === read || isCorrected === true) return [];
  return [{ code: 'other-order-there', params: { number: known } }];
};

/** The order that a code belongs to has ended: the code is kept with it, and the row says so. */
export const endNotes = (order: DeskParent): RowWhy<PlannedNote>[] => {
  if (order.kind !== 'credit-order') return [];
  const end = endOf(currentSteps(stepsOf(order)));
  return end === undefined ? [] : [{ code: `order-${end.kind}` }];
};

/**
 * The sheet gives the order an impossible day, or leaves it with one: it is imported as it is, and
 * worth a look (A5).
 */
export const clashingDays = (order: DeskParent, row: IncomingRow): RowWhy<PlannedNote>[] => {
  if (!row.orderDate && !row.readyOn) return [];
  return daysClash(datesOf(order)) ? [{ code: 'before-the-order' }] : [];
};

/**
 * The row would move the order's day past the first use of a code: the forms refuse that, so the
 * day is left unchanged and reported (A5). `usedOn` is called only if the day would change.
 */
export const dayPastUse = (
  order: DeskParent,
  row: IncomingRow,
  usedOn: (order: string) => Day,
): RowWhy<PlannedNote>[] => {
  const { orderDate = '' } = row;
  const isTaken =
    orderDate !== '' &&
    !order.setFields.has('orderDate') &&
    orderDate !== orderedOn(datesOf(order));
  const firstUse = isTaken ? usedOn(order.id) : '';
  return firstUse !== '' && firstUse < orderDate ? [{ code: 'after-code-was-used' }] : [];
};

const datesOf = (
  order: DeskParent,
): { readonly steps: readonly Step[]; readonly orderDate: Day } => {
  const said = order.fields.orderDate?.to;
  const orderDate = typeof said === 'string' ? said : (orderIn(order)?.data.orderDate ?? '');
  return { steps: stepsOf(order), orderDate };
};

const orderIn = (parent: DeskParent): CreditOrder | undefined =>
  parent.kind === 'credit-order' ? parent.record : undefined;

const stepsOf = ({ record, steps }: DeskParent): Step[] => stepsThen(record, steps);

const datedBy = (order: DeskParent): Dated => {
  const data = orderIn(order)?.data;
  return { orderDate: data?.orderDate ?? '', inboxEdition: data?.inboxEdition ?? inboxToday.id };
};

const stateOf = (order: DeskParent, today: Day) =>
  orderState(datedBy(order), stepsOf(order), today);

/**
 * A row with a code that has a day, too, is read while its credit lies in the inbox: it was
 * downloaded today. Where it has none, or its time there is over, the day is not known.
 */
const whenDownloaded = (
  order: DeskParent,
  { orderDate, readyOn }: IncomingRow,
  today: Day,
): Pick<PlannedStep, 'data'> => {
  const isDated = [orderDate, readyOn].some((day = '') => day !== '');
  const count = inboxCount(datedBy(order), stepsOf(order));
  return isDated && count !== undefined && today <= count.lastDay ? {} : { data: dayUnsaid(today) };
};

const AFTER_DOWNLOAD = ['downloaded', 'redeemed', 'spent'];

/** Whether the order's credit has been redeemed: its code is not touched any more. */
export const isRedeemed = (order: DeskParent, today: Day): boolean =>
  ['redeemed', 'spent'].includes(stateOf(order, today));

/**
 * Notes on the order the steps that a row tells of: ordered, in the inbox, downloaded with its
 * code, redeemed (A4).
 */
export const changesOfSteps = (
  order: DeskParent,
  row: IncomingRow,
  seen: {
    readonly bringsCode: boolean;
    readonly isRedeemed: boolean;
    /** That it is redeemed is what its codes say. */
    readonly byCodes?: boolean;
    readonly today: Day;
  },
): RowChange[] => {
  const changes: RowChange[] = [];
  const append = (step: PlannedStep, from?: Day): void => {
    order.steps.push(step);
    changes.push({ step: step.kind, to: saidDay(step), ...(from === undefined ? {} : { from }) });
  };
  const standing = currentSteps(stepsOf(order));
  if (row.orderDate && standing.length === 0) append({ kind: 'ordered', on: row.orderDate });
  const ordered = standing.findLast(({ kind }) => kind === 'ordered');
  const moves = ordered !== undefined && !isPlanned(ordered) && !order.setFields.has('orderedOn');
  // Field and life line never tell two days; a change of the field is shown once.
  if (row.orderDate && moves && ordered.on !== row.orderDate) {
    const step = { kind: 'ordered', on: row.orderDate, corrects: ordered.id } as const;
    if (order.fields.orderDate === undefined) append(step, ordered.on);
    else order.steps.push(step);
  }
  if (row.orderDate) order.setFields.set('orderedOn', { row: row.row, value: row.orderDate });
  const arrived = standing.findLast(({ kind }) => kind === 'ready' || kind === 'resent');
  if (row.readyOn && arrived === undefined) append({ kind: 'ready', on: row.readyOn });
  // A resent credit has its own day 0, and the first row of a file decides.
  const corrects =
    arrived?.kind === 'ready' && !isPlanned(arrived) && !order.setFields.has('readyOn');
  if (row.readyOn && arrived !== undefined && corrects && arrived.on !== row.readyOn)
    append({ kind: 'ready', on: row.readyOn, corrects: arrived.id }, arrived.on);
  if (row.readyOn) order.setFields.set('readyOn', { row: row.row, value: row.readyOn });
  if (seen.bringsCode && !AFTER_DOWNLOAD.includes(stateOf(order, seen.today)))
    append({ kind: 'downloaded', on: seen.today, ...whenDownloaded(order, row, seen.today) });
  // No list says when it was redeemed.
  if (seen.isRedeemed && !isRedeemed(order, seen.today)) {
    const unsaid = dayUnsaid(seen.today);
    const data = seen.byCodes === true ? { ...BY_CODES, ...unsaid } : unsaid;
    append({ kind: 'redeemed', on: seen.today, data });
  }
  return changes;
};
