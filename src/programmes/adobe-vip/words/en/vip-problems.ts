import { countIn } from '#core/language/count.ts';
import type { vipProblems as swedish } from '../sv/vip-problems.ts';
import { notStoredProblems } from '#ui/words/en/not-stored.ts';

const n = countIn('en');

const users = (count: string | number | undefined): string =>
  Number(count) === 1 ? '1 user' : `${count} users`;

/** Why something of VIP is refused, and what to do instead: the code of the refusal leads here. */
export const vipProblems = {
  'customer-name-needed': () => 'Enter the customer’s name.',
  'not-an-email': () =>
    'That does not look like an email address. Enter it as name@domain.com, or leave it empty.',
  'day-needed': () => 'Enter a date that exists, with the full year.',
  'day-ahead': () => 'That day is in the future. Choose today or an earlier day.',
  'vip-id-known': ({ name }) =>
    `${name} already has that VIP ID. Open that customer, or correct the number.`,
  'invited-already': () => 'The invitation is already marked as sent.',
  'accepted-already': () => 'The terms are already accepted.',
  'product-needed': () => 'Enter the product.',
  'products-needed': () => 'Add at least one product.',
  'product-twice': ({ product }) =>
    `${product} is listed twice. Add the quantities together on one line.`,
  'quantity-not-whole': () => 'The quantity must be a whole number, at least 1.',
  'quantity-too-large': ({ most }) =>
    `A line takes ${n(Number(most))} licences at most. Split them over several authorizations.`,
  'quantity-above-line': ({ left }) =>
    `Only ${left} ${Number(left) === 1 ? 'is' : 'are'} left on the line.`,
  'count-not-whole': () => 'The number must be a whole number, 0 or more.',
  'licence-type-needed': () => 'Choose Enterprise or Team.',
  'order-from-adobe': () =>
    'Education device licences have no purchase authorization. Order them directly from Adobe.',
  'purchase-order-too-long': ({ longest, length }) =>
    `VIP Marketplace takes at most ${longest} characters in the PO number; this one has ${length}. Shorten it.`,
  'customer-past-due': ({ createdOn, due }) =>
    `The customer is past due: the order for the authorization of ${createdOn} should have been placed by ${due}. Place that order, or withdraw the authorization, to be able to create a new one.`,
  'unassign-first': ({ users: count, product }) =>
    `${users(count)} ${Number(count) === 1 ? 'has' : 'have'} a licence for ${product}. Unassign them in the Admin Console, or place the order.`,
  'ordered-ask-return': ({ order }) =>
    `Order ${order} has already been placed. Request a return authorization instead.`,
  'withdrawn-already': () => 'The authorization has already been withdrawn.',
  'expired-already': () =>
    'The authorization has expired and its licences are gone. Create a new one if they are needed.',
  'commitment-ends-first': () =>
    'The last day cannot be before the day the commitment was accepted.',
  'commitment-too-small': ({ least }) =>
    `Adobe has no three-year commitment for fewer than ${least} licences. Enter at least ${least}, or remove the commitment.`,
  'no-such-edition': () => 'That rule belongs to another programme. Choose one from the list.',
  'line-gone': () => 'The product has already been removed.',
  'not-expired': () => 'The authorization has not expired.',
  'due-before-created': ({ createdOn }) =>
    `The last day cannot be before ${createdOn}, when it was created.`,
  'reason-needed': () => 'Say why, so that others understand the date.',
  'type-of-order': () =>
    'Part of the authorization has already been ordered, so its licence type is fixed. Correct it on the order.',
  'order-number-needed': () => 'Enter the order number from the licensing site.',
  'return-without-order': () => 'The order of these licences is in the trash. Restore it first.',
  'asked-again': () =>
    'A return of the same licences has been requested again. First mark that request as denied.',
  'return-before-order': ({ orderDate, askedOn }) =>
    `The order is dated ${orderDate}, but the return was requested on ${askedOn}. Correct the order’s day first, and the return can wait for an answer again.`,
  'request-number-known': ({ number }) =>
    `Authorization ${number} already exists. Check the number.`,
  'created-after': ({ on }) =>
    `It cannot have been created after ${on}, when something had already happened to it.`,
  'order-before-authorization': ({ createdOn }) =>
    `The order cannot be older than the authorization, which was created on ${createdOn}. Correct the order date, or first the authorization date if that is the wrong one.`,
  'nothing-to-order': () => 'Nothing on the authorization is waiting for an order any more.',
  'lines-needed': () => 'Choose at least one product that the order covers.',
  'line-ordered-already': () =>
    'One of the products has already been ordered. Open the authorization again.',
  'duration-not-whole': () => 'The duration must be a whole number, at least 1.',
  'quantity-of-authorization': ({ quantity }) =>
    `The authorization is for ${quantity}. If the quantity was different, remove the order and record it again.`,
  'order-after-return': ({ askedOn }) =>
    `A return of the order was requested on ${askedOn}. Enter that day or an earlier one.`,
  'quantity-below-returned': ({ least }) =>
    `${least} of them ${Number(least) === 1 ? 'is' : 'are'} being returned. The quantity cannot be lower.`,
  'order-has-returns': () =>
    'A return of the order has been requested or granted. As long as it exists, the order stays.',
  'order-known': ({ number }) =>
    `Order ${number} already exists, from a list or another device. Correct it under History, or remove it there and record it again.`,
  'segment-stays': () =>
    'Adobe changes the market segment only for a customer without licences. Leave it as it is.',
  'deputy-is-owner': () => 'Choose someone other than the account manager as deputy.',
  'name-needed': () => 'Enter a name.',
  ...notStoredProblems,
  'only-reads': () => 'This device is read-only.',
  'record-is-gone': () =>
    'The record no longer exists. It may have been removed on another device.',
  'record-not-understood': () => 'The record was saved by a newer version. Update Volym first.',
  'changed-since': () => 'It has changed since then, and stays as it is.',
} satisfies typeof swedish;
