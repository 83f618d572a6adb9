import { countIn } from '#core/language/count.ts';
import type { Messages } from '#core/language/language.ts';
import type { vipHistory as swedish } from '../sv/vip-history.ts';

const n = countIn('en');

const licences = (count: number): string => (count === 1 ? '1 licence' : `${n(count)} licences`);

/** Words of a VIP customer's order and authorization history. */
export const vipHistory = {
  waiting: 'Waiting',
  none: {
    title: 'No history yet',
    sentence: 'Authorizations, orders and returns are collected here.',
  },
  orderBy: (day: string) => `order by ${day}`,
  ordered: (what: string) => `Order ${what}`,
  renewed: (count: number) => `Renewed, ${licences(count)}`,
  placedBy: (name: string) => `Placed in LWS by ${name}.`,
  listedBy: (name: string) => `Imported from a list by ${name}.`,
  invoicedBy: (name: string) => `Recorded from an invoice by ${name}.`,
  number: (number: string) => `Order ${number}.`,
  returnUntil: (day: string) => `Can be returned until ${day}.`,
  returnClosed: (day: string) => `The return window closed ${day}.`,
  level: (level: string) => `Level ${level}`,
  withdrawn: 'Withdrawn authorization',
  expired: 'Expired authorization',
  removed: 'Removed product',
  'return-asked': 'Return requested',
  'return-granted': 'Return granted',
  'return-denied': 'Return denied',
  'renewal-closed': 'The rest is not being renewed',
  'renewal-declined': 'The customer is not renewing',
  lapses: (what: string, day: string) => `${what} ends after ${day}.`,
  lapsed: (what: string, day: string) => `${what} ended after ${day}.`,
  without: (names: string) => `Without a licence: ${names}.`,
  users: (count: number) => (count === 1 ? '1 user' : `${n(count)} users`),
  others: (count: number) => `${n(count)} more`,
  correct: 'Correct the order',
  askReturn: 'Request a return authorization',
  noteReturn: 'Record a requested return',
  grant: 'Mark as granted',
  deny: 'Mark as denied',
  referenceIs: (number: string) => `Adobe’s number ${number}.`,
  granted: 'The return is granted',
  denied: 'The return is denied',
  notSo: 'This is wrong',
  waitsAgain: 'The authorization is waiting for an order again',
  reopen: 'The answer was wrong',
  reopened: 'The return is waiting for an answer again',
  waits: (day: string) => `Waiting for an answer since ${day}.`,
  returnedPart: (count: number, all: number) =>
    `${n(count)} of ${n(all)} ${count === 1 ? 'has' : 'have'} been returned.`,
  returnedAll: 'Everything is returned: Adobe calls the order cancelled.',
  by: (what: string, name: string) => (name === '' ? what : `${what}, ${name}`),
} satisfies Messages<typeof swedish>;
