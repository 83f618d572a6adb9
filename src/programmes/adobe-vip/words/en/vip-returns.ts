import { countIn } from '#core/language/count.ts';
import type { Messages } from '#core/language/language.ts';
import type { vipReturns as swedish } from '../sv/vip-returns.ts';

const n = countIn('en');
const users = (count: number): string => (count === 1 ? '1 user' : `${n(count)} users`);

/** Why something cannot go back, and what to do instead. */
const problems: (typeof swedish)['problems'] = {
  'return-window-closed': ({ lastDay = '' }) =>
    `The last day to return was ${lastDay}. Choose a line that can still be returned.`,
  'return-before-order': ({ orderDate = '' }) =>
    `The order was placed ${orderDate}, and a return cannot be earlier. Enter that day or a later one.`,
  'return-not-for-switch': () => 'A switch order cannot be returned. Revert the switch instead.',
  'consumable-used': () => 'Adobe does not take back anything that has been used.',
  'quantity-not-whole': () => 'Choose how many to return.',
  'return-exceeds-remaining': ({ remaining = 0 }) =>
    `Only ${n(remaining)} ${remaining === 1 ? 'is' : 'are'} left to return on the line.`,
  'return-not-for-minimum-order': ({ remaining = 0, minimum = 0 }) =>
    `The offer requires at least ${n(minimum)}. Return the whole line of ${n(remaining)}.`,
  'return-whole-lines-only': ({ remaining = 0 }) =>
    `The line can only be returned whole, all ${n(remaining)}.`,
  'below-commitment': ({ minimum = 0 }) =>
    `The three-year commitment requires at least ${n(minimum)} licences. Choose fewer.`,
  'unassign-first': ({ users: count = 0 }) =>
    `Unassign ${users(Number(count))} first, in the Admin Console.`,
  'only-reads': () => 'This device is read-only.',
};

/** Words of the sheet that asks for a return. */
export const vipReturns = {
  title: 'Request a return',
  sub: (name: string, level: string) => (level === '' ? name : `${name} · ${level}`),
  levelStays: (level: string, licences: number) => `still level ${level} with ${n(licences)}`,
  levelFalls: (before: string, after: string, licences: number) =>
    `level ${before} becomes level ${after} with ${n(licences)}`,
  product: 'Product',
  howMany: 'How many to return?',
  owned: (count: number) => `${n(count)} owned`,
  quantity: 'Quantity',
  fewer: 'Fewer',
  more: 'More',
  goes: (quantities: string) => `${quantities} can be returned.`,
  everyUpTo: (most: number) =>
    most === 1 ? '1 can be returned.' : `Any quantity from 1 to ${n(most)} can be returned.`,
  wholeLines: 'Under this rule an order line is returned whole.',
  wholeConsumables: 'Consumables can be returned only as whole order lines.',
  parts: 'Part of an order line can be returned.',
  instead: (quantity: number) => `${n(quantity)} cannot be returned. The nearest are:`,
  used: 'Some of it has been used',
  lines: 'Lines that can be returned',
  days: (count: number) => `${n(count)} days from the order`,
  line: (quantity: number, product: string) => `${n(quantity)} × ${product}`,
  partOfLine: (quantity: number, all: number, product: string) =>
    `${n(quantity)} of ${n(all)} × ${product}`,
  order: (number: string, day: string) =>
    number === '' ? `Order ${day}` : `Order ${number} · ${day}`,
  lastDay: (day: string) => `Last day ${day}`,
  ordered: (day: string) => `${day}, order`,
  tape: (passed: number, all: number, left: number, day: string) =>
    left === 0
      ? `${n(passed)} of ${n(all)} days have passed. Today is the last day, ${day}.`
      : `${n(passed)} of ${n(all)} days have passed, ${n(left)} left, until ${day}.`,
  unassign: (count: number) => `Unassign ${users(count)}`,
  unassignWhy: (assigned: number, left: number) =>
    `${n(assigned)} ${assigned === 1 ? 'is' : 'are'} assigned, ${n(left)} will be left:`,
  mayDeny: 'otherwise Adobe may deny it.',
  willDeny: 'otherwise Adobe will not accept the return.',
  stop: 'Returned licences stop working at once.',
  who: 'Who has the licences?',
  closed: {
    title: 'Nothing can be returned',
    sentence:
      'The return window has closed, or everything on the order has already been returned or requested.',
  },
  askedOn: 'Requested from Adobe on',
  askedOnHint: 'That day must be within the return window.',
  reference: 'Adobe’s return number',
  referenceHint: 'Can be left empty. You can enter it when Adobe has answered.',
  grantHint: 'Can be left empty.',
  saveGrant: 'Save',
  save: (count: number) =>
    count === 0 ? 'Create the request' : `Create a request for ${n(count)}`,
  saved: (count: number) => `The request to return ${n(count)} is created`,
  problems,
} satisfies Messages<typeof swedish>;
