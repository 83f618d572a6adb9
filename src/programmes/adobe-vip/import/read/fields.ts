/**
 * The lists that are read (C13), in the order in which headings are compared: a line of an invoice
 * names all that an order does.
 */
export const VIP_LISTS = ['invoices', 'customers', 'authorizations', 'orders', 'prices'] as const;

/** Which of them a sheet is. */
export type VipListKind = (typeof VIP_LISTS)[number];

/** What a column of each list can mean, in the order in which it is offered. */
export const VIP_LIST_FIELDS = {
  customers: [
    'vipId',
    'name',
    'marketplaceId',
    'programme',
    'segment',
    'level',
    'anniversary',
    'adminName',
    'adminEmail',
    'product',
    'sku',
    'licenceType',
    'licences',
    'used',
  ],
  authorizations: [
    'requestNumber',
    'vipId',
    'name',
    'marketplaceId',
    'createdOn',
    'deploymentDate',
    'licenceType',
    'product',
    'sku',
    'quantity',
    'purchaseOrder',
    'status',
    'daysToOrder',
    'dueOn',
    'orderNumber',
  ],
  orders: [
    'orderNumber',
    'vipId',
    'name',
    'marketplaceId',
    'orderDate',
    'sku',
    'product',
    'licenceType',
    'quantity',
    'orderType',
    'purchaseOrder',
    'requestNumber',
    'originalOrder',
    'unitPrice',
    'currency',
  ],
  invoices: [
    'invoiceNumber',
    'lineItem',
    'charge',
    'orderReason',
    'orderNumber',
    'orderDate',
    'purchaseOrder',
    'name',
    'vipId',
    'marketplaceId',
    'subscription',
    'sku',
    'product',
    'startsOn',
    'endsOn',
    'quantity',
    'unitPrice',
    'netAmount',
    'taxAmount',
    'totalAmount',
    'currency',
    'billingCycle',
    'comments',
  ],
  prices: ['sku', 'product', 'segment', 'level', 'yearlyPrice', 'currency', 'months', 'validFrom'],
} as const satisfies Readonly<Record<VipListKind, readonly string[]>>;

/** What a column of any of the lists can mean. */
export type VipField = (typeof VIP_LIST_FIELDS)[VipListKind][number];
