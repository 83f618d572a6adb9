import { countIn } from '../count.ts';
import type { vipProblems as swedish } from '../sv/vip-problems.ts';

const n = countIn('en');

const users = (count: string | number | undefined): string => (Number(count) === 1 ? '1 user' : `${count} users`);

/** Why something of VIP is refused, and what to do instead: the code of the refusal leads here. */
export const vipProblems = {
  'customer-name-needed': () => 'Write the customer’s name.',
  'not-an-email': () => 'That does not look like an e-mail address. Write it as name@domain.com, or leave it empty.',
  'day-needed': () => 'Give a day that the calendar has.',
  'day-ahead': () => 'That day has not been yet. Choose today or an earlier day.',
  'vip-id-known': ({ name }) => `${name} has that VIP ID already. Open that customer, or correct the number.`,
  'accepted-already': () => 'The terms are accepted already.',
  'product-needed': () => 'Write which product it is.',
  'products-needed': () => 'Add at least one product.',
  'product-twice': ({ product }) => `${product} stands twice. Add the quantities up on one line.`,
  'quantity-not-whole': () => 'The quantity must be a whole number, at least 1.',
  'quantity-too-large': ({ most }) =>
    `A line takes ${n(Number(most))} licences at most. Split them over several authorizations.`,
  'quantity-above-line': ({ left }) => `Only ${left} are left on the line.`,
  'count-not-whole': () => 'The number must be whole, 0 or more.',
  'licence-type-needed': () => 'Choose Enterprise or Team.',
  'order-from-adobe': () => 'Education device licences have no purchase authorization. Order them from Adobe directly.',
  'purchase-order-too-long': ({ longest, length }) =>
    `VIP Marketplace takes ${longest} characters in the PO number, this one has ${length}. Shorten it.`,
  'customer-past-due': ({ createdOn, due }) =>
    `The customer is past due: the order for the authorization of ${createdOn} should have been placed by ${due}. Place that order, or withdraw the authorization; then a new one can be made.`,
  'unassign-first': ({ users: count, product }) =>
    `${users(count)} have a licence of ${product}. Unassign them in the Admin Console, or place the order.`,
  'ordered-ask-return': ({ order }) => `Order ${order} has been placed. Ask for a return authorization instead.`,
  'withdrawn-already': () => 'The authorization has been withdrawn already.',
  'expired-already': () =>
    'The authorization has expired and its licences are gone. Make a new one if they are needed.',
  'commitment-ends-first': () => 'The last day cannot be before the day on which the commitment was accepted.',
  'no-such-edition': () => 'That edition belongs to another programme. Choose one from the list.',
  'line-gone': () => 'The product has been removed already.',
  'not-expired': () => 'The authorization has not expired.',
  'due-before-created': ({ createdOn }) => `The last day cannot be before ${createdOn}, when it was created.`,
  'reason-needed': () => 'Write why, so that others understand the date.',
  'type-of-order': () =>
    'Something of the authorization is ordered already, so its licence type stands. Correct it on the order.',
  'order-number-needed': () => 'Write the order number from the licensing site.',
  'asked-again': () => 'The same licences were asked back once more. Note that request as denied first.',
  'request-number-known': ({ number }) => `The authorization ${number} is here already. Check the number.`,
  'created-after': ({ on }) => `It cannot have been created after ${on}, when something had happened to it already.`,
  'order-before-authorization': ({ createdOn }) =>
    `The order cannot be older than the authorization, which was created on ${createdOn}. Correct the day of the order, or first that of the authorization if it is the wrong one.`,
  'nothing-to-order': () => 'Nothing of the authorization waits for an order any more.',
  'lines-needed': () => 'Choose at least one product that the order covers.',
  'line-ordered-already': () => 'One of the products has been ordered already. Open the authorization again.',
  'duration-not-whole': () => 'The duration must be a whole number, at least 1.',
  'quantity-of-authorization': ({ quantity }) =>
    `The authorization is for ${quantity}. If it was another number, remove the order and record it again.`,
  'order-after-return': ({ askedOn }) =>
    `A return of the order was asked for on ${askedOn}. Give that day or an earlier one.`,
  'quantity-below-returned': ({ least }) => `${least} of them are being returned. It cannot be fewer.`,
  'order-has-returns': () => 'A return of the order is asked for or granted. As long as it is there, the order stays.',
  'order-known': ({ number }) =>
    `Order ${number} is here already, from a list or another device. Correct it under History, or remove it there and record it again.`,
  'segment-stays': () => 'Adobe changes the market segment only of a customer without licences. Leave it as it is.',
  'deputy-is-owner': () => 'Choose someone else than the account manager as deputy.',
  'name-needed': () => 'Write a name.',
  'only-reads': () => 'This device may only read.',
  'record-is-gone': () => 'The record is not there any more. It may have been removed on another device.',
  'record-not-understood': () => 'The record was written by a newer version. Update Volym first.',
  'changed-since': () => 'It has been changed since, and stays.',
} satisfies typeof swedish;
