import type { importVip as swedish } from '../sv/import-vip.ts';
import { countIn } from '#core/language/count.ts';

const n = countIn('en');

const licences = (count: number): string =>
  `${n(count)} ${Math.abs(count) === 1 ? 'licence' : 'licences'}`;

/** Those of a customer who have a licence for a product here. */
const holding = (count: unknown, product: unknown): string =>
  Number(count) === 1
    ? `1 person who has a licence for ${String(product)} here`
    : `${n(Number(count))} people who have a licence for ${String(product)} here`;

const areNot = (count: unknown): string => (Number(count) === 1 ? 'is not' : 'are not');

const stayAndCount = (count: unknown): string =>
  Number(count) === 1 ? 'that one stays and counts' : 'they stay and count';

/**
 * What an import of VIP customers, authorizations, orders, prices and invoices says, in English.
 */
export const importVip = {
  notListed: {
    title: (count) =>
      count === 1
        ? '1 person is no longer in the list'
        : `${n(count)} people are no longer in the list`,
    why: 'They stay unless you choose them. Those you choose are taken off with the import, and come back if it is undone.',
    kept: {
      'not-in-unread':
        'Something of what was chosen is not read, or not to its end, so nobody is offered for removal.',
      'not-in-unnamed':
        'A row of the list does not say whom it is about, so nobody is offered for removal.',
      'not-in-older': 'Those who came here after the file was written are not offered for removal.',
    },
    all: 'Choose all',
    more: (count) => `Show ${n(count)} more`,
  },
  savedAnswer: 'Purchase authorizations, saved answer from Adobe Marketplace',
  how: {
    title: 'Lists for Adobe VIP',
    lead: 'Import one list at a time. You see what will happen before anything is saved.',
    customers: 'Customers',
    customersHow:
      'In the Reseller Console: Customers, and download the list as .csv. VIP ID or name identifies the customer. If the row has product, licence type and quantity, these become the customer’s licences, one row per product.',
    authorizations: 'Purchase authorizations',
    authorizationsHow:
      'Customer, product, quantity and the day the authorization was created. With only a deployment date, the time to order is counted from that. Open authorizations saved from the Marketplace (.json) work too.',
    orders: 'Orders',
    ordersHow:
      'Order number, customer, order date, SKU or product, and quantity. If the row has the authorization number, that one is marked as ordered; otherwise the only one waiting for that quantity. Orders that renew everything complete the renewal.',
    prices: 'Price list',
    pricesHow:
      'SKU and price. A newer list replaces the price; the older one stays in the history.',
    invoices: 'Reconciliation report',
    invoicesHow:
      'The distributor’s report from VIP Marketplace, with invoices, returns and credits. Then you reconcile it with your orders.',
    holders: 'Who has a licence',
    holdersHow:
      'In the Admin Console: Users, ⋯ and Export users list to CSV. Who has which of the customer’s products is added, and how many they are. The list seldom says which customer it belongs to: then Volym asks. The list of the users of one product works too.',
    columns:
      'The columns may be called anything: you map them yourself, and the mapping is saved for next time. If the list is taken for something else, choose what it is under Read as.',
  },
  headName: 'Customer or product',
  headHolder: 'Who',
  assignedOf: (product) => `${product}, assigned`,
  holdersCame: (count) => `${n(count)} ${count === 1 ? 'holds' : 'hold'} a licence`,
  holdersGone: (count) => `${n(count)} taken off the list`,
  asksOwner: 'Which customer does the list belong to?',
  asksOwnerWhy: 'The list does not say whose the people with licences are.',
  groupCustomers: 'Customers',
  chooseOwner: 'Choose customer',
  chooseOwnerFirst: 'First choose which customer the list belongs to.',
  asksColumns: 'Are the columns mapped correctly?',
  asksColumnsWhy: (heading) =>
    `The headings are not recognised. Volym guesses from the column “${heading}”. Map the rest.`,
  asksColumnsOpen:
    'The headings are not recognised. Choose what the list is under Read as, and map the columns.',
  /** Where each row has a customer's number and an address of its own. */
  asksWhoseRows: {
    users: {
      title: 'Are these the people who have licences?',
      why: 'Each row has the number of a customer, and a person of its own. If they are customers after all, choose that under Read as.',
    },
    unclear: {
      title: 'Are the rows customers?',
      why: 'The same customer has several email addresses, and the first becomes the administrator’s. If the rows are people, choose VIP: who has a licence under Read as.',
    },
  },
  licences,
  months: (count) => (count === 1 ? '1 month' : `${n(count)} months`),
  fresh: {
    customer: 'New customer',
    authorization: 'New purchase authorization',
    order: 'New order',
    return: 'New return, granted',
    price: 'New price',
    invoice: '',
    holder: 'Has a licence',
    '': '',
  },
  charges: { invoice: 'Invoice line', return: 'Return', credit: 'Credit' },
  reconcile: 'Reconcile',
  reconcileWhat: 'Invoice lines and orders',
  back: 'Restored from the trash',
  columns: {
    vipId: 'VIP ID',
    name: 'Customer',
    marketplaceId: 'Marketplace customer id',
    programme: 'Programme',
    segment: 'Segment',
    level: 'Discount level',
    anniversary: 'Anniversary date',
    adminName: 'Administrator',
    adminEmail: 'Administrator’s email',
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
    netAmount: 'Line amount excluding tax',
    taxAmount: 'Line tax',
    totalAmount: 'Line amount including tax',
    billingCycle: 'Billing cycle',
    comments: 'Comment',
    email: 'Email',
    userName: 'User name',
    firstName: 'First name',
    lastName: 'Last name',
    personName: 'Name',
    configurations: 'Products',
    profile: 'Product profile',
    userGroup: 'Department',
    identityType: 'Identity type',
    memberName: 'Customer',
  },
  fields: {
    line: 'New line',
    authorization: 'Authorization',
    edition: 'Time to order',
    purchaseOrderNumber: 'Purchase order number',
    holder: 'Licence',
    person: 'Name',
    account: 'Account',
    department: 'Department',
    takenOff: 'Taken off the list:',
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
  otherField: 'Another field',
  otherRule: 'another rule',
  otherValue: 'something else',
  programmes: { vip: 'VIP', 'vip-marketplace': 'VIP Marketplace' },
  purchases: {
    'purchase-authorization': (count) =>
      count === 1 ? '1 authorization' : `${n(count)} authorizations`,
    'vip-order': (count) => (count === 1 ? '1 order' : `${n(count)} orders`),
    'return-authorization': (count) => (count === 1 ? '1 return' : `${n(count)} returns`),
  },
  why: {
    'no-customer-named': () => 'The row names no customer',
    'several-customers': ({ name = '' }) =>
      `Several customers are called ${name === '' ? 'that' : name}. Add the VIP ID.`,
    'names-two-customers': ({ name = '', other = '' }) =>
      name === '' || other === ''
        ? 'The row names two customers. Correct its VIP ID or its name.'
        : `The row names two customers, ${name} and ${other}. Correct its VIP ID or its name.`,
    'record-not-understood': () =>
      'A record that this version of Volym does not recognise is in its place. Update the app first.',
    'duplicate-of-row': ({ row = '', sheet = '' }) =>
      sheet === '' ? `The same as row ${row}` : `The same as row ${row} in ${sheet}`,
    'product-missing': () => 'The product is missing',
    'quantity-missing': () => 'The quantity is missing',
    'quantity-not-whole': ({ written = '' }) =>
      written === '' ? 'The quantity is not a whole number' : `“${written}” is not a whole number`,
    'quantity-not-above-nothing': ({ written = '' }) =>
      written === ''
        ? 'The quantity must be at least 1'
        : `The quantity is ${written}; it must be at least 1`,
    'quantity-too-large': ({ written = '' }) =>
      `The quantity${written === '' ? '' : ` ${written}`} is more than any order can be`,
    'order-cancelled': ({ written = '' }) =>
      `The order is cancelled${written === '' ? '' : ` (${written})`}. If it is here, remove it by hand.`,
    'order-from-adobe': () =>
      'Education device licences are ordered directly from Adobe and not authorized',
    'created-missing': () => 'The day the authorization was created cannot be read',
    'day-ahead': ({ day = '' }) =>
      day === '' ? 'The day is in the future' : `The day ${day} is in the future`,
    'order-number-missing': () => 'The order number is missing',
    'order-date-missing': () => 'The day the order was placed cannot be read',
    'return-without-order': ({ number = '' }) =>
      number === ''
        ? 'The order being returned is not here'
        : `Order ${number} is not here. Import the orders first.`,
    'return-before-order': ({ day = '' }) =>
      day === ''
        ? 'The return is before its order. Check the day in the list.'
        : `The return is before its order, which was placed ${day}. Check the day in the list.`,
    'return-of-other-product': ({ number = '' }) =>
      number === '' ? 'The order has no such product' : `Order ${number} has no such product`,
    'return-of-too-many': ({ left = '' }) =>
      left === '' ? 'More than the order has left' : `More than the ${left} the order has left`,
    'sku-missing': () => 'The SKU is missing',
    'price-missing': () => 'The price is missing',
    'price-below-nothing': ({ written = '' }) =>
      written === '' ? 'The price is below zero' : `The price ${written} is below zero`,
    'amount-unclear': ({ written = '' }) =>
      written === '' ? 'The price is unclear' : `“${written}” is unclear`,
    'not-an-amount': ({ written = '' }) =>
      written === '' ? 'The price cannot be read' : `“${written}” is not a price`,
    'sku-twice': ({ row = '', price = '' }) =>
      row === '' || price === ''
        ? 'The same SKU has another price earlier in the list'
        : `The same SKU costs ${price} in row ${row}, which is used`,
    'invoice-number-missing': () => 'Invoice number and order number are missing',
    'invoice-day-unreadable': ({ written = '' }) =>
      written === '' ? 'A date cannot be read' : `“${written}” is not a date`,
    'charge-not-known': ({ written = '' }) =>
      written === ''
        ? 'Neither invoice, return nor credit'
        : `“${written}” is neither invoice, return nor credit`,
    'line-twice': ({ row = '' }) =>
      row === ''
        ? 'The same invoice line is different earlier in the report'
        : `The same invoice line is different in row ${row}, which is used`,
    'count-below-nothing': ({ written = '' }) =>
      written === '' ? 'The count is below zero' : `The count ${written} is below zero`,
    'customer-twice': ({ row = '' }) =>
      row === ''
        ? 'An earlier row says something else of the same customer, and that one is used'
        : `Row ${row} says something else of the same customer, and that one is used`,
    'counts-twice': ({ row = '' }) =>
      row === ''
        ? 'The same product has another count earlier in the list'
        : `The same product has another count in row ${row}, which is used`,
    'purchase-order-too-long': ({ length = '', most = '' }) =>
      length === ''
        ? 'The purchase order number is too long'
        : `The purchase order number has ${length} characters; VIP Marketplace takes at most ${most}`,
    'older-than-known': ({ day = '' }) =>
      day === '' ? 'What is here is newer' : `The price already here is newer, from ${day}`,
    'total-row': () => 'Adds up other rows and is not imported',
    'note-row': () => 'A note beside the list, not imported',
    'headings-again': () => 'The headings once more, not imported',
    'another-table': () =>
      'Belongs to another table below the first. Put it on a sheet of its own to import it.',
    'number-was-rounded': ({ written = '' }) =>
      `${written === '' ? 'A number' : `“${written}”`} was changed by the spreadsheet. Give the column the format Text at the source and export again.`,
    'nobody-listed': () => 'The row has neither email, user name nor name',
    'holder-gone': ({ written = '' }) =>
      `The row says that the person no longer has the licence${written === '' ? '' : ` (${written})`}`,
    'has-no-product': () => 'Has no product, not imported',
    'which-customer': () => 'First choose which customer the list belongs to',
    'customer-not-here': ({ name = '' }) =>
      name === ''
        ? 'There is no customer here yet. Add the customer first.'
        : `${name} is not among the customers`,
    'product-not-owned': ({ product = '' }) =>
      `${product === '' ? 'The product' : product} is not among the customer’s products. Add it, or import the orders, and import the list again.`,
    'product-of-several-plans': ({ product = '' }) =>
      `${product === '' ? 'The product' : product} can be several of the customer’s products`,
    'holders-too-many': ({ count = '' }) =>
      `The customer has no room for ${count === '' ? '' : `${n(Number(count))} `}more names: they are counted, but the names are not saved`,
  },
  notes: {
    'odd-vip-id': ({ written = '' }) => `VIP ID ${written} does not look like Adobe’s, check it`,
    'odd-sku': ({ written = '' }) => `SKU ${written} does not look like Adobe’s, check it`,
    'side-number-rounded': ({ field = '', written = '' }) =>
      `${field}: “${written}” was changed by the spreadsheet and is left out`,
    'count-may-be-decimal': ({ written = '', thousands = '', decimals = '' }) =>
      `“${written}” is read as ${thousands} and not as ${decimals}, check it`,
    'said-otherwise': ({ field = '', row = '' }) =>
      `${field === '' ? 'Something' : field} is left out: row ${row} of the same customer says something else`,
    'counts-without-product': () => 'Licence counts without a product are not read',
    'not-an-email': ({ written = '' }) => `“${written}” is not an email address and is left out`,
    'word-not-known': ({ written = '' }) => `“${written}” is not recognised and is left out`,
    'date-unclear': ({ written = '' }) => `“${written}” can mean several days`,
    'not-a-day': ({ written = '' }) => `“${written}” is not a date`,
    'amount-unclear': ({ written = '' }) => `The price “${written}” is unclear and is left out`,
    'not-an-amount': ({ written = '' }) => `“${written}” is not a price and is left out`,
    'currency-missing': () => 'The currency is missing',
    'price-in-other-currency': ({ written = '', currency = '' }) =>
      `The price in ${written} is left out: the order is in ${currency}`,
    'currency-unclear': ({ written = '' }) =>
      `The currency “${written}” is unclear and is left out`,
    'taken-as-swedish': () =>
      'Nothing says whose kronor “kr” means; they are taken as Swedish, SEK',
    'named-as-another': ({ name = '', other = '' }) =>
      `The row’s number is of ${name}, but ${other} is another customer; the number decides`,
    'new-customer': () => 'The customer is new and is added',
    'other-customer-there': ({ name = '', number = '' }) =>
      `Another customer is in its place (${number === '' ? name : `${name}, ${number}`}); the row is added to it`,
    'programme-differs': () => 'The programme is different here; change it on the customer',
    'sku-not-in-price-list': ({ sku = '' }) => `SKU ${sku} is not in the price list`,
    'said-cancelled': () => 'Cancelled according to the list, added as withdrawn',
    'said-ordered': () => 'Already ordered, according to the list',
    'said-expired': () => 'Expired, according to the list',
    'days-of-their-own': ({ days = '' }) =>
      `${days} days is not a known rule; the date is kept as stated by Adobe`,
    'day-far-ahead': ({ day = '' }) =>
      day === ''
        ? 'A date is more than a year away; check the year'
        : `${day} is more than a year away; check the year`,
    'counts-from-deployment': ({ day = '' }) =>
      day === ''
        ? 'The list does not say when the authorization was created, the time to order is counted from the deployment date'
        : `The list does not say when it was created: the time to order is counted from the deployment date, ${day}`,
    'number-several-times': ({ number = '', count = '' }) =>
      `${count} authorizations have the number ${number} here and are counted separately: keep one and withdraw the rest`,
    'ordered-here': ({ number = '' }) => `Already ordered here, order ${number}`,
    'authorization-not-here': ({ number = '' }) => `The authorization ${number} is not here`,
    'order-before-authorization': ({ day = '' }) =>
      `The order is older than the authorization, created ${day}`,
    'order-after-return': ({ day = '' }) =>
      `The order date is not changed: a return of the order was requested on ${day}`,
    'other-product': ({ product = '' }) => `The authorization is for another product: ${product}`,
    'ordered-by-other': ({ number = '' }) =>
      `The authorization is already ordered with order ${number}`,
    'first-order': ({ day = '' }) =>
      day === '' ? 'The customer’s first order' : `The customer’s first order is from ${day}`,
    'corrected-here': ({ field = '' }) =>
      field === ''
        ? 'Corrected here after an earlier import, not changed'
        : `${field}: corrected here after an earlier import, not changed`,
    'licence-type-open': ({ product = '' }) =>
      `${product === '' ? 'The product' : product} exists here in several licence types: its counts are left out unless the list has the licence type`,
    'covers-waiting': ({ day = '' }) =>
      `The authorization from ${day} was waiting for the order and is marked as ordered`,
    'several-waiting': ({ count = '' }) =>
      `${count} authorizations are waiting for an order like this; record it on the right one`,
    'waits-for-another-count': ({ left = '' }) =>
      `An authorization for the product is waiting for a different quantity: ${left}`,
    'renewal-closed': ({ day = '', left = '' }) =>
      left === ''
        ? `Everything is renewed, the next anniversary is ${day}`
        : `Everyone who has a licence keeps it. Free licences not renewed: ${left}. The next anniversary is ${day}`,
    'ordered-since': ({ day = '' }) =>
      `The customer has ordered since its anniversary${day === '' ? '' : `; the next one is ${day}`}`,
    'taken-as-renewal': ({ day = '' }) =>
      `The list does not say whether it renews: taken as the renewal ${day === '' ? 'of its time' : `of ${day}`}`,
    'may-renew': ({ day = '' }) =>
      `Ordered shortly before the anniversary${day === '' ? '' : ` ${day}`}, and the list does not say whether it renews: taken as more licences until then`,
    'term-ended': ({ day = '' }) =>
      `Its term has ended${day === '' ? '' : `, on ${day}`}, and no renewal of it is here: its licences are not counted as owned`,
    'anniversary-counted': ({ day = '' }) =>
      `The anniversary is counted from the customer’s first order: ${day}`,
    'price-to-come': ({ day = '', price = '' }) =>
      price === '' ? `Valid from ${day}` : `Valid from ${day}; until then it costs ${price}`,
    'price-before': ({ day = '' }) => `Valid until ${day}, when a newer price takes over`,
    'also-not-owned': ({ product = '' }) =>
      `${product === '' ? 'A product' : product} is not among the customer’s products and is left out`,
    'also-of-several-plans': ({ product = '' }) =>
      `${product === '' ? 'A product' : product} can be several of the customer’s products and is left out`,
    'other-department': ({ department = '', written = '' }) =>
      `The department is ${department} and is not changed to ${written}`,
    'not-in-list': ({ count = '', product = '' }) =>
      `${holding(count, product)} ${areNot(count)} in the list: ${Number(count) === 1 ? 'that one stays, but does not count' : 'they stay, but do not count'}`,
    'not-in-part': ({ count = '', product = '' }) =>
      `${holding(count, product)} ${areNot(count)} in the file. It is not the Admin Console’s list of all users, so nobody is offered for removal`,
    'not-in-unread': ({ count = '', product = '' }) =>
      `${holding(count, product)} ${areNot(count)} in what is read. Not all that was chosen is, so ${stayAndCount(count)}`,
    'not-in-unnamed': ({ count = '', product = '' }) =>
      `${holding(count, product)} ${areNot(count)} in the list. One of its rows does not say whom it is about, so ${stayAndCount(count)}`,
    'not-in-older': ({ count = '', product = '' }) =>
      `${holding(count, product)} came after the file was written: ${stayAndCount(count)}`,
    'holders-only-counted': ({ count = '', product = '' }) =>
      `${Number(count) === 1 ? '1 person has' : `${n(Number(count))} have`} ${product}: they are counted, but the names are not saved`,
  },
} satisfies typeof swedish;
