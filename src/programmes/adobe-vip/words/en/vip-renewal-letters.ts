import { countIn } from '#core/language/count.ts';
import type { Messages } from '#core/language/language.ts';
import type { renewalLetters as swedish } from '../sv/vip-renewal-letters.ts';

const n = countIn('en');

const licences = (count: number): string => (count === 1 ? '1 licence' : `${n(count)} licences`);

/** Letters about a renewal to a customer's admin, as the text of a mail. */
export const renewalLetters = {
  greeting: (name: string) => (name === '' ? 'Hello,' : `Hello ${name},`),
  ending: (name: string) => (name === '' ? 'Kind regards' : `Kind regards\n${name}`),
  subjects: {
    quote: (customer: string) => `Quote: renewal of Adobe licences, ${customer}`,
    'time-to-renew': (customer: string) => `Time to renew your Adobe licences, ${customer}`,
    'renewal-due': (customer: string) => `Your Adobe licences are due for renewal, ${customer}`,
    'access-ends': (customer: string) => `Access to Adobe will soon be removed, ${customer}`,
  },
  quote: (day: string, last: string) =>
    `Here is our proposal for renewing your Adobe licences. The anniversary is ${day}, and the order can be placed until ${last}.`,
  'time-to-renew': (day: string) =>
    `Your Adobe licences expire on their anniversary, ${day}. The renewal can be ordered now. We suggest:`,
  'renewal-due': (day: string, last: string) =>
    `The anniversary of your Adobe licences is ${day}, and the renewal has not been ordered. It can be ordered until ${last}. Left to renew:`,
  'access-ends': (day: string, last: string) =>
    `The anniversary of your Adobe licences is ${day}. They can be renewed until ${last}; after that, access is removed. Left to renew:`,
  itself: {
    subject: (customer: string) => `The renewal of your Adobe licences, ${customer}`,
    'time-to-renew': (day: string) =>
      `Your Adobe licences in VIP Marketplace renew automatically on the anniversary, ${day}, unless that is turned off. They can also be ordered in advance.`,
    'renewal-due': (day: string, last: string) =>
      `The anniversary of your Adobe licences is ${day}. What is not ordered renews automatically, unless that is turned off. What does not renew can be ordered until ${last}.`,
    'access-ends': (day: string, last: string) =>
      `The anniversary of your Adobe licences is ${day}. What is neither ordered nor renewed automatically can be ordered until ${last}; after that, access to it is removed.`,
    suggest: 'We suggest:',
  },
  line: (quantity: number, product: string, sku: string) =>
    `– ${n(quantity)} × ${product}${sku === '' ? '' : ` (${sku})`}`,
  price: (each: string, sum: string) => `, ${each} per licence per year, ${sum}`,
  level: (level: string, count: number) => `${licences(count)} in all, discount level ${level}.`,
  total: (sum: string) => `Total per year: ${sum}, excluding VAT.`,
  pricesFrom: (day: string) => `The prices are valid from ${day}.`,
  losing: (names: string, count: number) =>
    names === ''
      ? `Otherwise ${count === 1 ? '1 user loses' : `${n(count)} users lose`} access.`
      : `Otherwise these users lose access: ${names}.`,
  others: (count: number) => `${n(count)} more`,
  vipId: (id: string) => `VIP ID: ${id}`,
  ask: 'Reply to this email with the quantities, and we will place the order.',
} satisfies Messages<typeof swedish>;
