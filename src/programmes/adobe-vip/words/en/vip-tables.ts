import type { Messages } from '#core/language/language.ts';
import type { vipTables as swedish } from '../sv/vip-tables.ts';

/**
 * Words of the exported sheets: the customers, and a customer's history. They are loaded when one
 * is saved.
 */
export const vipTables = {
  customers: {
    file: 'vip-customers',
    heads: {
      name: 'Customer',
      vipId: 'VIP ID',
      programme: 'Programme',
      segment: 'Market segment',
      state: 'State',
      anniversary: 'Anniversary date',
      level: 'Level',
      owned: 'Owned',
      assigned: 'Assigned',
      owner: 'Account manager',
    },
  },
  history: {
    file: (customer) => `history-${customer}`,
    heads: {
      on: 'Date',
      kind: 'Event',
      product: 'Product',
      sku: 'SKU',
      quantity: 'Quantity',
      orderNumber: 'Order number',
      purchaseOrderNumber: 'PO number',
      requestNumber: 'Authorization number',
      reference: 'Return number',
      state: 'State',
      lastDay: 'Last day to order',
      returnUntil: 'Return until',
      by: 'Who',
    },
    kinds: {
      authorized: 'Purchase authorization',
      ordered: 'Order',
      renewed: 'Renewal',
      withdrawn: 'Withdrawn authorization',
      expired: 'Expired authorization',
      removed: 'Removed product',
      'return-asked': 'Return requested',
      'return-granted': 'Return granted',
      'return-denied': 'Return denied',
      'renewal-closed': 'The rest is not being renewed',
      'renewal-declined': 'The customer is not renewing',
    },
    states: {
      pending: 'Waiting for an order',
      overdue: 'Past due',
      suspended: 'Suspended',
      expired: 'Expired',
      ordered: 'Ordered',
      withdrawn: 'Withdrawn',
      'part-returned': 'Partly returned',
      returned: 'Returned',
      asked: 'Waiting for an answer',
      granted: 'Granted',
      denied: 'Denied',
    },
  },
} satisfies Messages<typeof swedish>;
