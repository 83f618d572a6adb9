import { onceARow } from '#core/import/once-a-row.ts';
import type { SheetRow } from '#core/import/sheet.ts';
import { areMostly, cellsUnder, filledRows } from '#core/import/tables/table-columns.ts';
import { readSku } from '#programmes/adobe-vip/rules/product/sku.ts';
import { VIP_LISTS, type VipField, type VipListKind } from './fields.ts';
import { isConfigurations } from './names-vip.ts';
import { isPlainAmount, isPlainDate, tellingFields, vipFieldOf } from './headings.ts';

/**
 * Whether a row of headings belongs to a kind of list: it must name enough that no other list of
 * Adobe's or Apple's is mistaken for it.
 */
export const isHeadedAs = ({ cells }: SheetRow, kind: VipListKind): boolean => {
  const fields = tellingFields(cells);
  const hasAny = (...any: readonly VipField[]): boolean => any.some((field) => fields.has(field));
  // What lists of any shop have, too: it tells beside what they have not.
  const named = namedIn(cells);
  const ofCustomer = hasAny('vipId', 'marketplaceId', 'name');
  const ofProduct = hasAny('product', 'sku') && hasAny('quantity');
  const isAuthorized = hasAny('deploymentDate', 'daysToOrder');
  switch (kind) {
    case 'holders': {
      // A product's profile or configurations, and the identity of an account, are the Admin
      // Console's alone.
      const isConfigured = cells.some((cell) => isConfigurations(cell, vipFieldOf(cell, kind)));
      return hasAny('email', 'userName') && (hasAny('profile', 'identityType') || isConfigured);
    }
    case 'orders': {
      const isOrdered =
        hasAny('orderNumber') &&
        hasAny('vipId', 'sku') &&
        (hasAny('orderDate', 'orderType') || cells.some(isPlainDate));
      return isOrdered && ofCustomer && ofProduct && !isAuthorized;
    }
    case 'authorizations': {
      return (
        ofCustomer &&
        ofProduct &&
        (isAuthorized ||
          hasAny('requestNumber') ||
          (hasAny('vipId') && named.has('requestNumber'))) &&
        !isHeadedAs({ cells, number: 0 }, 'orders')
      );
    }
    case 'invoices': {
      // A user's own order list may name the invoice; only a report says what each line is charged
      // for.
      const isBilled =
        hasAny('charge') ||
        (hasAny('lineItem', 'netAmount') && !isHeadedAs({ cells, number: 0 }, 'orders'));
      return hasAny('invoiceNumber') && ofProduct && isBilled;
    }
    case 'prices': {
      // Whether the SKUs are Adobe's, those who read the list look at (`isOfVip`).
      return named.has('sku') && named.has('yearlyPrice') && !ofCustomer && !hasAny('quantity');
    }
    default: {
      const isOfPurchases =
        hasAny('requestNumber', 'orderNumber', 'orderDate', 'invoiceNumber') || isAuthorized;
      if (hasAny('product', 'sku') && isOfPurchases) return false;
      // One that counts purchases in its rows is no list of customers, unless it counts who uses
      // them.
      if (hasAny('used') && ofProduct && hasAny('vipId', 'marketplaceId')) return true;
      return (
        (hasAny('vipId')
          ? hasAny('name', 'anniversary')
          : hasAny('name') && hasAny('anniversary')) && !hasAny('quantity')
      );
    }
  }
};

/**
 * Whether a row of headings belongs to an invoice with generic names for its sums. Any invoice has
 * those: what is sold must be Adobe's, shown by its members or its SKUs.
 */
export const isPlainlyBilled = ({ cells }: SheetRow, rows: readonly SheetRow[]): boolean => {
  const fields = tellingFields(cells);
  if (!fields.has('invoiceNumber') || !fields.has('quantity') || !cells.some(isPlainAmount))
    return false;
  const sku = cells.findIndex((cell) => vipFieldOf(cell, 'invoices') === 'sku');
  if (sku < 0 && !fields.has('product')) return false;
  return fields.has('vipId') || (sku >= 0 && areMostly(cellsUnder(filledRows(rows), sku), isSku));
};

/** Whether a text has the shape of an Adobe SKU. */
export const isSku = (text: string): boolean => readSku(text).valid;

/** What headings mean in any of the lists. */
export const namedIn = onceARow(
  (cells): ReadonlySet<VipField> =>
    new Set(cells.flatMap((cell) => VIP_LISTS.flatMap((list) => vipFieldOf(cell, list) ?? []))),
);
