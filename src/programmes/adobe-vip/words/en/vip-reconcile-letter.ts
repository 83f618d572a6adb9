import { countIn } from '#core/language/count.ts';
import type { Messages } from '#core/language/language.ts';
import type { reconcileLetter as swedish } from '../sv/vip-reconcile-letter.ts';

const n = countIn('en');

type LetterLine = {
  readonly quantity: number;
  readonly product: string;
  readonly sku: string;
  readonly price: string;
};

const what = ({ quantity, product, sku, price }: LetterLine): string =>
  `${n(quantity)} × ${[product, sku === '' ? '' : `(${sku})`].filter(Boolean).join(' ')}${price === '' ? '' : ` at ${price}`}`;

/** A letter to whoever issued an invoice about what does not agree with an order. */
export const reconcileLetter = {
  subject: {
    differ: (number: string) => `Invoice ${number}: does not match our order`,
    'line-without-order': (number: string) => `Invoice ${number}: a line we have no order for`,
    'order-without-line': (number: string) => `Order ${number}: missing on the invoice`,
    credit: (number: string) => `Order ${number}: the return is not credited`,
  },
  greeting: 'Hello,',
  opening: {
    differ: 'a line on your invoice does not match our order.',
    'line-without-order': 'your invoice has a line that we have no order for.',
    'order-without-line': 'we cannot find an invoice line for this order.',
    credit: 'a return that was granted has not been credited.',
  },
  ours: (number: string, day: string, line: LetterLine) =>
    `Our order ${number}, ${day}: ${what(line)}`,
  returned: (quantity: number, day: string) => `Granted return: ${n(quantity)}, ${day}`,
  theirs: (invoice: string, line: string, order: string, values: LetterLine) =>
    `Invoice ${invoice}${line === '' ? '' : `, line ${line}`}${order === '' ? '' : `, order ${order}`}: ${what(values)}`,
  purchaseOrder: (number: string) => `PO number: ${number}`,
  customer: (name: string, number: string) =>
    `Customer: ${[name, number].filter(Boolean).join(', ')}`,
  ask: {
    differ: 'Can you correct the invoice, or tell us the reason for the difference?',
    'line-without-order': 'Can you tell us which order the line belongs to, or credit it?',
    'order-without-line': 'Can you confirm the order and tell us when it will be invoiced?',
    credit: 'Can you tell us when it will be credited?',
  },
  ending: (name: string) => (name === '' ? 'Kind regards' : `Kind regards\n${name}`),
} satisfies Messages<typeof swedish>;
