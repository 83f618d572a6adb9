import { countIn } from '#core/language/count.ts';
import type { Sentences } from '#core/language/sentence.ts';
import type { GuessCode } from '#programmes/adobe-vip/rules/reconcile/guesses.ts';
import type { Messages } from '#core/language/language.ts';
import type { vipReconcile as swedish } from '../sv/vip-reconcile.ts';

const n = countIn('en');
const days = (count: number): string => (count === 1 ? 'one day' : `${n(count)} days`);
const lines = (count: number): string => (count === 1 ? '1 line' : `${n(count)} lines`);
const orders = (count: number): string => (count === 1 ? '1 order' : `${n(count)} orders`);

const guesses: Sentences<GuessCode> = {
  'price-differs': ({ by = '', way = '', listed = '', from = '' }) =>
    `Price differs: the invoice is ${by} ${way === 'more' ? 'higher' : 'lower'} per licence.` +
    (listed === '' ? '' : ` The price list${from === '' ? '' : ` of ${from}`} says ${listed}.`),
  'quantity-differs': ({ by = 0, way = '' }) =>
    `Quantity differs: the invoice has ${n(by)} ${way === 'more' ? 'more' : 'fewer'}.`,
  returned: ({ quantity = 0, on = '' }) =>
    `A return of ${n(quantity)} was granted on ${on}; the invoice has already deducted it.`,
  'other-level': ({ ours = '', theirs = '' }) =>
    `The invoice has level ${theirs}, the order level ${ours}.`,
  'other-pool': ({ ours = '', theirs = '' }) =>
    `The order has ${ours}, the invoice ${theirs}: same product number, different price pool or segment.`,
  'other-product': ({ ours = '', theirs = '' }) =>
    `A different product: the order has ${ours}, the invoice ${theirs}.`,
  'other-currency': ({ ours = '', theirs = '' }) =>
    `Different currencies, ${[ours, theirs].filter((currency) => currency !== '').join(' and ')}: prices are not compared.`,
  'other-number': ({ theirs = '' }) =>
    `Paired by PO number. The invoice has order number ${theirs}.`,
  'looks-like-order': ({ number = '', days: apart = 0, sku = '' }) =>
    `Looks like order ${number}: same customer, ${sku === 'same' ? 'SKU' : 'product'} and quantity, ` +
    (apart === 0 ? 'the same day.' : `${days(Number(apart))} apart.`),
  'looks-like-line': ({ line = '', invoice = '' }) =>
    `Looks like line ${line} on invoice ${invoice}.`,
  'no-customer': ({ number = '', vipId = '', name = '' }) =>
    vipId !== ''
      ? `VIP ID ${vipId} is not in this workspace.`
      : number === ''
        ? `No customer here is called ${name}.`
        : `Customer number ${number} is not in this workspace.`,
  'several-customers': ({ name = '' }) =>
    `Several customers are called ${name}. Pair the line with the right order.`,
  'no-order': ({ number = '' }) =>
    number === ''
      ? 'The line has no order number, and no order resembles it.'
      : 'No order here resembles it.',
  'not-in-order': ({ number = '' }) => `Order ${number} is here, but not with this product.`,
  'no-return': ({ number = '' }) =>
    number === ''
      ? 'A credit without an order number.'
      : `No return has been granted on order ${number}.`,
  'named-elsewhere': ({ number = '' }) =>
    `The invoice names order ${number}, but does not charge this line.`,
  'not-invoiced': () => 'No line on the invoice names the order.',
  'all-returned': ({ on = '' }) => `Everything was returned: the return was granted on ${on}.`,
  'credit-to-come': ({ on = '' }) =>
    `The return was granted on ${on}. The credit usually comes on the next invoice.`,
};

/** Words of the reconciliation of orders with a distributor's invoice. */
export const vipReconcile = {
  title: 'Reconciliation',
  sub: (file: string, count: number, against: number, when: string) =>
    [file, `${lines(count)} against ${orders(against)}`, ...(when === '' ? [] : [`read ${when}`])]
      .filter((part) => part !== '')
      .join(' · '),
  files: (count: number) => (count === 1 ? '1 file' : `${n(count)} files`),
  readAnother: 'Import another file',
  read: 'Import a reconciliation report',
  export: 'Export what is left',
  csvName: 'reconciliation',
  sides: 'Left: our orders. Right: the invoice.',
  report: 'Report',
  allReports: 'All reports',
  counts: {
    pair: () => 'match in quantity, and in price where both have one',
    differ: () => 'belong together, but differ',
    'line-without-order': (count: number) =>
      count === 1 ? 'line without an order' : 'lines without an order',
    'order-without-line': (count: number) =>
      count === 1 ? 'order without a line' : 'orders without a line',
  },
  answered: (count: number) => (count === 1 ? '1 is answered' : `${n(count)} are answered`),
  bar: (pair: number, rest: number) =>
    `${n(pair)} ${pair === 1 ? 'matches' : 'match'}, ${n(rest)} left to check`,
  filter: 'Show',
  filters: { open: 'To check', pair: 'Match', all: 'All' },
  groups: {
    differ: 'Belong together, but differ',
    'line-without-order': 'Lines without an order',
    'order-without-line': 'Orders without a line',
    pair: 'Match',
    answered: 'Answered',
  },
  showMore: (count: number) => `Show ${n(count)} more`,
  ours: {
    order: (number: string) => (number === '' ? 'Order without a number' : `Order ${number}`),
    returned: (number: string) => (number === '' ? 'Return' : `Return, order ${number}`),
  },
  theirs: {
    line: (line: string) => `Line ${line}`,
    lines: (list: string) => `Lines ${list}`,
    credit: (line: string) => `Credit line ${line}`,
  },
  sum: (quantity: string, price: string) => (price === '' ? quantity : `${quantity} × ${price}`),
  side: { ours: 'Our order', theirs: 'The invoice' },
  missing: {
    order: 'No order with this number',
    product: 'Not in the order',
    return: 'No return has been granted',
    'customer-id': 'No customer with this number',
    'vip-id': 'No customer with this VIP ID',
    'customer-name': 'No customer with this name',
    line: 'No line for this order',
    credit: 'No credit',
  },
  differs: 'differs from',
  unpriced: {
    order: 'Only the quantity is compared: the order has no price.',
    invoice: 'Only the quantity is compared: the invoice has no price.',
  },
  agrees: 'matches',
  alone: 'has no counterpart',
  guesses,
  verbs: {
    accept: 'Accept the invoice',
    write: 'Write to Adobe',
    explain: 'Explain and close',
    pair: 'Pair',
    pairOther: 'Pair with another',
    make: 'Create an order',
    notOurs: 'Not ours',
    addCustomer: 'Add the customer',
    takeBack: 'Undo the answer',
    of: (verb: string, what: string) => `${verb}: ${what}`,
    more: (what: string) => `More options: ${what}`,
  },
  answers: {
    accepted: 'The invoice is accepted; the order stays as it is',
    explained: 'Explained',
    'not-ours': 'Not ours',
    paired: 'Paired by hand',
    by: (what: string, who: string, on: string) => `${what}. ${who}, ${on}`,
  },
  done: {
    accepted: 'Accepted. The order stays as it is.',
    explained: 'Explained and closed',
    'not-ours': 'Marked as not ours',
    paired: (number: string) => (number === '' ? 'Paired' : `Paired with order ${number}`),
    made: (number: string) => `Order ${number} is created`,
    takenBack: 'The answer is undone',
  },
  explain: {
    title: 'Explain and close',
    note: 'Explanation',
    hint: 'The row leaves the list. It stays under All, with the explanation.',
    save: 'Close the row',
  },
  noMatch: { title: 'No line matches', sentence: 'Change the search or show all.' },
  pairSheet: {
    title: 'Pair',
    label: 'Order',
    search: 'Order, customer or product',
    none: 'No order matches. Change the search.',
    line: (quantity: string, product: string) => `${quantity} × ${product}`,
    invoiced: 'already has a line',
    save: 'Pair',
    hint: 'Several lines can belong to one order: they are added together.',
  },
  letter: {
    title: 'Write to Adobe',
    language: 'Language of the text',
    languages: { sv: 'Swedish', en: 'English' },
    copy: 'Copy text',
    mail: 'Open in email',
    hint: 'Send it to whoever issued the invoice: the distributor or Adobe.',
  },
  empty: {
    title: 'No invoice has been imported',
    sentence:
      'The reconciliation report is the monthly file of what was invoiced, as CSV from the distributor or Adobe. Volym compares it with your orders.',
    read: 'Import a report',
  },
  nothing: {
    title: 'Nothing left to check',
    sentence: 'Everything on the invoice matches your orders or has been answered.',
    all: 'Show all',
  },
  noPair: {
    title: 'Nothing matches',
    sentence: 'Nothing on the invoice matches an order without differing.',
  },
  outside: (count: number) =>
    count === 1
      ? '1 order line is outside the days that the report covers and is not counted.'
      : `${n(count)} order lines are outside the days that the report covers and are not counted.`,
  csvHeads: {
    group: 'State',
    guess: 'Guess',
    customer: 'Customer',
    order: 'Order number',
    orderDate: 'Order date',
    purchaseOrder: 'PO number',
    product: 'Product',
    sku: 'SKU',
    quantity: 'Quantity',
    price: 'Price per licence',
    currency: 'Currency',
    invoice: 'Invoice number',
    line: 'Invoice line',
    invoicedCustomer: 'Invoiced customer',
    customerNumber: 'Customer number',
    invoicedOrder: 'Invoiced order number',
    invoicedProduct: 'Invoiced product',
    invoicedSku: 'Invoiced SKU',
    invoicedQuantity: 'Invoiced quantity',
    invoicedPrice: 'Invoiced price',
    netAmount: 'Invoiced amount',
    invoicedCurrency: 'Invoiced currency',
  },
  problems: {
    'note-needed': 'Enter an explanation.',
    'changed-since': 'The row has already been answered on another device.',
    'order-number-needed': 'The line has no order number. Pair it with an order instead.',
    'day-needed': 'The line has no order date. Pair it with an order instead.',
    'quantity-not-whole': 'A credit is not an order.',
    'record-is-gone': 'It no longer exists.',
    'only-reads': 'You can read, not edit.',
    other: 'That did not work. Reload the page.',
  },
} satisfies Messages<typeof swedish>;
