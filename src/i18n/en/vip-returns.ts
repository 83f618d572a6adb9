import { countIn } from '../count.ts';
import type { Messages } from '../language.ts';
import type { vipReturns as swedish } from '../sv/vip-returns.ts';

const n = countIn('en');
const users = (count: number): string => (count === 1 ? '1 user' : `${n(count)} users`);

/** Why something cannot go back, and what to do instead. */
const problems: (typeof swedish)['problems'] = {
  'return-window-closed': ({ lastDay = '' }) => `The last day to return was ${lastDay}. Choose a line that still can.`,
  'return-not-for-switch': () => 'A switch order is not returned. Revert the switch instead.',
  'consumable-used': () => 'Adobe takes nothing back that has been used.',
  'quantity-not-whole': () => 'Choose how many are to go back.',
  'return-exceeds-remaining': ({ remaining = 0 }) => `Only ${n(remaining)} are left of the line to return.`,
  'return-not-for-minimum-order': ({ remaining = 0, minimum = 0 }) =>
    `The offer needs at least ${n(minimum)}. Return the whole line of ${n(remaining)}.`,
  'return-whole-lines-only': ({ remaining = 0 }) => `The line can only go back whole, all ${n(remaining)}.`,
  'below-commitment': ({ minimum = 0 }) => `The 3-year commitment needs at least ${n(minimum)} licences. Choose fewer.`,
  'unassign-first': ({ users: count = 0 }) => `Unassign ${users(Number(count))} first, in the Admin Console.`,
  'only-reads': () => 'This device may only read.',
};

/** Words of the sheet that asks for a return. */
export const vipReturns = {
  title: 'Ask for a return',
  sub: (name: string, level: string) => (level === '' ? name : `${name} · ${level}`),
  levelStays: (level: string, licences: number) => `level ${level} holds with ${n(licences)} too`,
  levelFalls: (before: string, after: string, licences: number) =>
    `level ${before} becomes level ${after} with ${n(licences)}`,
  product: 'Product',
  howMany: 'How many are to go back?',
  owned: (count: number) => `${n(count)} owned`,
  quantity: 'Quantity',
  fewer: 'Fewer',
  more: 'More',
  goes: (quantities: string) => `${quantities} can go back.`,
  everyUpTo: (most: number) => (most === 1 ? '1 can go back.' : `Every quantity from 1 to ${n(most)} can go back.`),
  wholeLines: 'In this edition an order line goes back whole.',
  wholeConsumables: 'Consumables go back by whole order lines only.',
  parts: 'A part of an order line may go back.',
  instead: (quantity: number) => `${n(quantity)} cannot go back. The nearest are:`,
  used: 'Some of it has been used',
  lines: 'Lines that can go back',
  days: (count: number) => `${n(count)} days from the order`,
  line: (quantity: number, product: string) => `${n(quantity)} × ${product}`,
  partOfLine: (quantity: number, all: number, product: string) => `${n(quantity)} of ${n(all)} × ${product}`,
  order: (number: string, day: string) => (number === '' ? `Order ${day}` : `Order ${number} · ${day}`),
  lastDay: (day: string) => `Last day ${day}`,
  ordered: (day: string) => `${day}, order`,
  tape: (passed: number, all: number, left: number, day: string) =>
    `${n(passed)} of ${n(all)} days have passed, ${n(left)} are left, until ${day}.`,
  unassign: (count: number) => `Unassign ${users(count)}`,
  unassignWhy: (assigned: number, left: number) => `${n(assigned)} are assigned, ${n(left)} will be left:`,
  mayDeny: 'Adobe may deny it otherwise.',
  willDeny: 'Adobe does not take the return otherwise.',
  stop: 'Returned licences stop working at once.',
  who: 'Who has the licences?',
  closed: {
    title: 'Nothing can go back',
    sentence: 'The days to return have ended, or all of the order has been returned or asked for already.',
  },
  askedOn: 'Asked of Adobe on',
  askedOnHint: 'The days to return are those of that day.',
  reference: 'Adobe’s number of the return',
  referenceHint: 'May be left empty. It can be written down when Adobe has answered.',
  grantHint: 'May be left empty.',
  saveGrant: 'Save',
  save: (count: number) => (count === 0 ? 'Create the request' : `Create a request for ${n(count)}`),
  saved: (count: number) => `The request to return ${n(count)} is created`,
  problems,
} satisfies Messages<typeof swedish>;
