import type { importVip as swedish } from '../sv/import-vip.ts';
import { countIn } from '../count.ts';

const n = countIn('en');

const licences = (count: number): string => `${n(count)} ${Math.abs(count) === 1 ? 'licence' : 'licences'}`;

/** What an import of VIP customers, authorizations, orders, prices and invoices says, in English. */
export const importVip = {
  how: {
    title: 'Lists for Adobe VIP',
    lead: 'Read one list at a time. You see what happens before anything is saved.',
    customers: 'Customers',
    customersHow:
      'In the Reseller Console: Customers, and download the list as .csv. VIP ID or name tells which customer it is. With product, licence type and count in its row, they become the customer’s licences, one row for each product.',
    authorizations: 'Purchase authorizations',
    authorizationsHow:
      'Customer, product, quantity and the day the authorization was created. With only a deployment date, the time to order counts from it. Open authorizations saved from the Marketplace (.json) work too.',
    orders: 'Orders',
    ordersHow:
      'Order number, customer, order date, SKU or product, and quantity. With the authorization’s number in its row, it is noted as ordered; without it, the only one that waits for so many. Orders that renew everything end the renewal.',
    prices: 'Price list',
    pricesHow: 'SKU and price. A newer list takes the price’s place; the older one stays in the history.',
    invoices: 'Reconciliation report',
    invoicesHow:
      'The distributor’s report from VIP Marketplace, with invoices, returns and credits. Then you reconcile it with your orders.',
    columns:
      'The columns may be called anything: you map them yourself, and it is remembered for next time. If the list is taken for something else, say what it is under Read as.',
  },
  headName: 'Customer or product',
  /** What a sheet was taken for, and what else it may be. */
  readAs: {
    label: 'Read as',
    sheet: (name) => `${name} read as`,
    kinds: {
      codes: 'Apple codes and credit',
      licences: 'Apps and licences',
      customers: 'VIP: customers',
      authorizations: 'VIP: authorizations',
      orders: 'VIP: orders',
      prices: 'VIP: price list',
      invoices: 'VIP: reconciliation report',
    },
  },
  asksColumns: 'Are the columns mapped right?',
  asksColumnsWhy: (heading) => `The headings are not known. The list is recognised by ${heading}. Map the rest.`,
  asksColumnsOpen: 'The headings are not known. Say what the list is under Read as, and map the columns.',
  licences,
  months: (count) => (count === 1 ? '1 month' : `${n(count)} months`),
  fresh: {
    customer: 'New customer',
    authorization: 'New purchase authorization',
    order: 'New order',
    return: 'New return, granted',
    price: 'New price',
    invoice: '',
    '': '',
  },
  charges: { invoice: 'Invoice line', return: 'Return', credit: 'Credit' },
  reconcile: 'Reconcile',
  reconcileWhat: 'Invoice lines and orders',
  back: 'Back from the trash',
  columns: {
    vipId: 'VIP ID',
    name: 'Customer',
    marketplaceId: 'Marketplace customer id',
    programme: 'Programme',
    segment: 'Segment',
    level: 'Discount level',
    anniversary: 'Anniversary date',
    adminName: 'Administrator',
    adminEmail: 'Administrator’s e-mail',
    licences: 'Licences',
    used: 'Used',
    requestNumber: 'Authorization number',
    createdOn: 'Created',
    deploymentDate: 'Deployment date',
    licenceType: 'Licence type',
    product: 'Product',
    sku: 'SKU',
    quantity: 'Quantity',
    purchaseOrder: 'Purchase order number',
    status: 'Status',
    daysToOrder: 'Days to order',
    dueOn: 'Last day according to Adobe',
    orderNumber: 'Order number',
    orderDate: 'Order date',
    orderType: 'Order type',
    originalOrder: 'Original order',
    unitPrice: 'Unit price',
    currency: 'Currency',
    yearlyPrice: 'Price',
    months: 'Months',
    validFrom: 'Valid from',
    invoiceNumber: 'Invoice number',
    lineItem: 'Line',
    charge: 'Charge',
    orderReason: 'Reason',
    subscription: 'Subscription',
    startsOn: 'From',
    endsOn: 'Up to and including',
    netAmount: 'Line amount without tax',
    taxAmount: 'Tax of the line',
    totalAmount: 'Line amount with tax',
    billingCycle: 'Billing cycle',
    comments: 'Comment',
  },
  fields: {
    line: 'New line',
    authorization: 'Authorization',
    edition: 'Time to order',
    purchaseOrderNumber: 'Purchase order number',
  },
  fieldsOfDates: {
    statedDue: 'Last day according to Adobe',
    firstOrderOn: 'First order',
    renews: 'Renews the anniversary',
  },
  values: {
    ordered: 'ordered',
    cancelled: 'withdrawn',
    expired: 'expired',
    'return-granted': 'return granted',
    new: 'new',
    renewal: 'renewal',
    enterprise: 'Enterprise',
    team: 'Team',
    invoice: 'invoice',
    return: 'return',
    credit: 'credit',
    'adobe-vip.order-30': '30 days',
    'adobe-vip.order-14': '14 days',
    'adobe-vip.order-7': '7 days',
  },
  programmes: { vip: 'VIP', 'vip-marketplace': 'VIP Marketplace' },
  purchases: (count) =>
    count === 1 ? '1 authorization, order or return' : `${n(count)} authorizations, orders and returns`,
  why: {
    'nobody-named': () => 'The row names no customer',
    'several-customers': ({ name = '' }) => `Several customers are called ${name}. Add the VIP ID.`,
    'record-not-understood': () => 'The record was made in a newer version of Volym. Update the app first.',
    'duplicate-of-row': ({ row = '', sheet = '' }) =>
      sheet === '' ? `The same as row ${row}` : `The same as row ${row} in ${sheet}`,
    'product-missing': () => 'The product is missing',
    'quantity-missing': () => 'The quantity is missing',
    'quantity-not-whole': ({ written = '' }) =>
      written === '' ? 'The quantity is not whole' : `“${written}” is no whole quantity`,
    'quantity-not-above-nothing': ({ written = '' }) =>
      written === '' ? 'The quantity must be at least 1' : `The quantity is ${written}, it must be at least 1`,
    'quantity-too-large': ({ written = '' }) => `The quantity ${written} is more than any order can be`,
    'order-from-adobe': () => 'Education device licences are ordered from Adobe directly, and not authorized',
    'created-missing': () => 'The day the authorization was created cannot be read',
    'day-ahead': ({ day = '' }) => (day === '' ? 'The day lies ahead' : `The day ${day} lies ahead`),
    'order-number-missing': () => 'The order number is missing',
    'order-date-missing': () => 'The day the order was placed cannot be read',
    'return-without-order': ({ number = '' }) =>
      number === '' ? 'The order that goes back is not here' : `Order ${number} is not here. Read the orders first.`,
    'return-of-other-product': ({ number = '' }) =>
      number === '' ? 'The order has no such product' : `Order ${number} has no such product`,
    'return-of-too-many': ({ left = '' }) =>
      left === '' ? 'More than the order has left' : `More than the order has left, which is ${left}`,
    'sku-missing': () => 'The SKU is missing',
    'price-missing': () => 'The price is missing',
    'price-below-nothing': ({ written = '' }) =>
      written === '' ? 'The price is below nothing' : `The price ${written} is below nothing`,
    'amount-unclear': ({ written = '' }) => (written === '' ? 'The price is unclear' : `“${written}” is unclear`),
    'not-an-amount': ({ written = '' }) => (written === '' ? 'The price cannot be read' : `“${written}” is no price`),
    'sku-twice': ({ row = '', price = '' }) =>
      row === ''
        ? 'The same SKU has another price earlier in the list'
        : `The same SKU costs ${price} in row ${row}, which counts`,
    'invoice-number-missing': () => 'Invoice number and order number are missing',
    'invoice-day-unreadable': ({ written = '' }) =>
      written === '' ? 'A day cannot be read' : `“${written}” is no day`,
    'charge-not-known': ({ written = '' }) =>
      written === '' ? 'Neither invoice, return nor credit' : `“${written}” is neither invoice, return nor credit`,
    'line-twice': ({ row = '' }) =>
      row === ''
        ? 'The same invoice line says otherwise earlier in the report'
        : `The same invoice line says otherwise in row ${row}, which counts`,
    'count-below-nothing': ({ written = '' }) =>
      written === '' ? 'The count is below nothing' : `The count ${written} is below nothing`,
    'counts-twice': ({ row = '' }) =>
      row === ''
        ? 'The same product has another count earlier in the list'
        : `The same product has another count in row ${row}, which holds`,
    'purchase-order-too-long': ({ length = '', most = '' }) =>
      length === ''
        ? 'The purchase order number is too long'
        : `The purchase order number has ${length} characters; VIP Marketplace takes at most ${most}`,
    'older-than-known': ({ day = '' }) => `The price that is here is newer, from ${day}`,
  },
  notes: {
    'odd-vip-id': ({ written = '' }) => `VIP ID ${written} does not look like Adobe’s, check it`,
    'odd-sku': ({ written = '' }) => `SKU ${written} does not look like Adobe’s, check it`,
    'counts-without-product': () => 'Licence counts without a product are not read',
    'not-an-email': ({ written = '' }) => `“${written}” is no e-mail address and is left out`,
    'word-not-known': ({ written = '' }) => `“${written}” is not known and is left out`,
    'date-unclear': ({ written = '' }) => `“${written}” can mean several days`,
    'not-a-day': ({ written = '' }) => `“${written}” is no date`,
    'amount-unclear': ({ written = '' }) => `The price “${written}” is unclear and is left out`,
    'not-an-amount': ({ written = '' }) => `“${written}” is no price and is left out`,
    'currency-missing': () => 'The currency is missing',
    'currency-unclear': ({ written = '' }) => `The currency “${written}” is unclear and is left out`,
    'new-customer': () => 'The customer is new and is added',
    'programme-differs': () => 'The programme is another one here, change it on the customer',
    'sku-not-in-price-list': ({ sku = '' }) => `SKU ${sku} is not in the price list`,
    'said-cancelled': () => 'Cancelled in the list, added as withdrawn',
    'said-ordered': () => 'Ordered already, by the list',
    'said-expired': () => 'Expired, by the list',
    'days-of-their-own': ({ days = '' }) => `${days} days are no known rule, the day is kept as Adobe’s own`,
    'counts-from-deployment': ({ day = '' }) =>
      `The list does not say when it was created: the time to order counts from the deployment date, ${day}`,
    'number-several-times': ({ number = '', count = '' }) =>
      `${count} authorizations have the number ${number} here and each counts: keep one and withdraw the rest`,
    'ordered-here': ({ number = '' }) => `Already ordered here, order ${number}`,
    'authorization-not-here': ({ number = '' }) => `The authorization ${number} is not here`,
    'order-before-authorization': ({ day = '' }) => `The order is older than the authorization, created ${day}`,
    'order-after-return': ({ day = '' }) => `The order date stays: a return of the order was asked for on ${day}`,
    'other-product': ({ product = '' }) => `The authorization is of another product: ${product}`,
    'ordered-by-other': ({ number = '' }) => `The authorization is already ordered by order ${number}`,
    'first-order': ({ day = '' }) =>
      day === '' ? 'The customer’s first order' : `The customer’s first order is of ${day}`,
    'corrected-here': ({ field = '' }) =>
      field === ''
        ? 'Corrected here after an earlier import, and not changed'
        : `${field}: corrected here after an earlier import, and not changed`,
    'licence-type-open': ({ product = '' }) =>
      `${product === '' ? 'The product' : product} is here in several licence types: without the type in the list its counts are left out`,
    'covers-waiting': ({ day = '' }) => `The authorization of ${day} waited for the order and is noted as ordered`,
    'several-waiting': ({ count = '' }) => `${count} authorizations wait for such an order, note it on the right one`,
    'waits-for-another-count': ({ left = '' }) => `An authorization of the product waits for another count: ${left}`,
    'renewal-closed': ({ day = '', left = '' }) =>
      left === ''
        ? `Everything is renewed, the next anniversary is ${day}`
        : `Everyone who has a licence keeps it, free ones that are not renewed: ${left}. The next anniversary is ${day}`,
    'anniversary-counted': ({ day = '' }) => `The anniversary counts from the customer’s first order: ${day}`,
    'price-to-come': ({ day = '', price = '' }) =>
      price === '' ? `Holds from ${day}` : `Holds from ${day}; until then it costs ${price}`,
    'price-before': ({ day = '' }) => `Holds until ${day}, when a newer price takes over`,
  },
} satisfies typeof swedish;
