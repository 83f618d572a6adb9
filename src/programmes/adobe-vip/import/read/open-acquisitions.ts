import { instantOf } from '#core/day/instant.ts';
import { refuse, ok, type Problem, type Result } from '#core/result.ts';
import { dayInZone } from '#core/day/zone-day.ts';
import { orderMarketplace7 } from '#programmes/adobe-vip/rules/order/order-editions.ts';
import type { VipRowReason } from '#programmes/adobe-vip/rules/row-reason.ts';
import { shortened } from '#core/import/tables/table-columns.ts';
import { quantityOf } from './counts.ts';
import type { VipRow } from './values.ts';

/**
 * Whether a saved answer is the Marketplace's list of a customer's open authorizations (adobe.md
 * §2).
 */
export const isOpenAcquisitions = (body: unknown): boolean =>
  Array.isArray(fieldOf(body, 'unpaidLicenses'));

/**
 * The open authorizations of a saved answer, numbered from 1. Days are those of the Marketplace's
 * zone, in which it counts (adobe.md §8.12); the end that it says itself wins over a counted one.
 */
export const readOpenAcquisitions = (
  body: unknown,
  sheet: string,
): Result<VipRow[], Problem<'not-open-acquisitions'>> => {
  const marketplaceId = wordOf(body, 'customerId');
  const licences = fieldOf(body, 'unpaidLicenses');
  if (!Array.isArray(licences)) return refuse('not-open-acquisitions');
  return ok(
    (licences as readonly unknown[]).map((licence, at) =>
      rowOf(licence, { sheet, row: at + 1 }, marketplaceId),
    ),
  );
};

const { zone, value } = orderMarketplace7;

const rowOf = (
  licence: unknown,
  where: { readonly sheet: string; readonly row: number },
  marketplaceId: string,
): VipRow => {
  const fail = (reason: VipRowReason, params = {}): VipRow => ({
    ...where,
    outcome: 'unreadable',
    reason,
    params,
  });
  const text = (field: string): string => wordOf(licence, field);
  const dayAt = (field: string): string => dayInZone(instantOf(text(field)) ?? '', zone);
  const [createdOn, dueOn, quantity] = [
    dayAt('creationDate'),
    dayAt('expiryDate'),
    quantityOf({ text: text('quantity'), isNumber: true }, false),
  ];
  if (marketplaceId === '') return fail('no-customer-named');
  if (text('productName') + text('baseOfferId') === '') return fail('product-missing');
  if (typeof quantity !== 'number') return fail(quantity.reason, quantity.params);
  if (createdOn === '')
    return fail('created-missing', { written: shortened(text('creationDate')) });
  return {
    ...where,
    outcome: 'value',
    notes: [],
    is: 'authorization',
    vipId: '',
    marketplaceId,
    name: '',
    requestNumber: text('referenceId'),
    createdOn,
    deploymentDate: createdOn,
    licenceType: '',
    quantity,
    product: text('productName'),
    sku: text('baseOfferId'),
    purchaseOrder: '',
    status: 'pending',
    written: '',
    orderNumber: '',
    daysToOrder: value,
    dueOn,
  };
};

const fieldOf = (body: unknown, field: string): unknown =>
  typeof body === 'object' && body !== null
    ? (body as Readonly<Record<string, unknown>>)[field]
    : undefined;

const wordOf = (body: unknown, field: string): string => {
  const value = fieldOf(body, field);
  return typeof value === 'string' || typeof value === 'number' ? String(value).trim() : '';
};
