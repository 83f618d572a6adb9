import type { Messages } from '#core/language/language.ts';
import type { creditPurchasers as source } from '../sv/credit-purchasers.ts';
import { countIn } from '#core/language/count.ts';

const n = countIn('en');

/** Words of the register of content purchasers and of their accounts. */
export const creditPurchasers = {
  purchasers: {
    title: 'Content purchasers',
    sub: 'Apple checks the account before it delivers',
    link: 'Content purchasers',
    linkDetail: 'Which accounts Apple has approved',
    add: 'New content purchaser',
    filter: 'Show',
    all: 'All',
    states: { rejected: 'Rejected', checking: 'Being checked', valid: 'Valid', unknown: 'Unknown' },
    groups: {
      rejected: 'Rejected by Apple',
      checking: 'Being checked',
      valid: 'Valid',
      unknown: 'No answer from Apple yet',
    },
    since: (day: string) => `Since ${day}`,
    rejected: (number: string, day: string) =>
      number === '' ? `Rejected ${day}.` : `Order ${number} rejected ${day}.`,
    ordered: (amount: string) => (amount === '' ? 'Ordered' : `${amount} ordered`),
    confirmed: (day: string) => `confirmed ${day}`,
    orders: (count: number) =>
      count === 0 ? 'no orders' : count === 1 ? '1 order' : `${n(count)} orders`,
    managers: { '': '', school: 'Apple School Manager', business: 'Apple Business Manager' },
    again: 'Order again with another account',
    emptyTitle: 'No content purchasers yet',
    emptySentence: 'They are added with the orders, or by hand.',

    gone: 'The content purchaser is not here.',
    goneSentence: 'The Apple ID may have changed, or it has not synced to this device yet.',
    toList: 'Go to content purchasers',
    edit: 'Edit details',
    verdict: {
      rejected:
        'Apple did not accept the account. Correct it with Apple, or order again with another one.',
      checking:
        'Apple is checking the account. The answer comes with the email, or when the order is rejected.',
      valid: 'Apple has found the account valid. New orders can go to it.',
      unknown: 'Apple has said nothing about the account yet. It is checked with the first order.',
    },
    isValid: 'The account is valid',
    isRejected: 'Rejected by Apple',
    validTitle: 'The account is valid',
    validHint: 'Orders waiting for the check are marked as valid.',
    rejectedTitle: 'The account is rejected',
    rejectedHint: 'Orders waiting for the check are marked as rejected. Enter what Apple said.',
    saved: { validated: 'The account is valid', rejected: 'The account is rejected' },
    facts: 'Details',
    name: 'Name',
    appleId: 'Apple ID',
    institution: 'Institution',
    manager: 'Registered in',
    noManager: 'Not specified',
    ordersLabel: 'Orders',
    newTitle: 'New content purchaser',
    editTitle: 'Edit content purchaser',
    save: 'Save',
    added: 'The content purchaser is added',
    changed: 'The change is saved',
    sameAs: 'This is the same as …',
    sameAsTitle: (name) => `${name} is the same as`,
    sameAsHint: 'Choose who. Then you choose which Apple ID they keep.',
    mergeWhich: 'Apple ID to keep',
    mergeOrders: (count) =>
      count === 0 ? 'On no order' : count === 1 ? 'On 1 order' : `On ${n(count)} orders`,
    mergeMeans: (name, appleId, other, count) =>
      `They become one content purchaser, ${name}, with all orders and notes. ${
        count === 0
          ? `${other} leaves the list.`
          : `${count === 1 ? '1 order' : `${n(count)} orders`} with ${other} ${count === 1 ? 'gets' : 'get'} ${appleId}.`
      }`,
    merge: 'Merge',
    mergeBack: 'Choose someone else',
    merged: (appleId, count) =>
      count === 0
        ? `Merged into ${appleId}`
        : `Merged into ${appleId}, on ${count === 1 ? '1 more order' : `${n(count)} more orders`}`,
    mergeUndone: 'Merge undone',
    askTitle: 'The same person?',
    askSentence: (was, now, count) =>
      count === 0
        ? `${was} becomes ${now}.`
        : `${was} becomes ${now}. ${count === 1 ? '1 more order has the old Apple ID and is corrected' : `${n(count)} more orders have the old Apple ID and are corrected`} too if it is the same person.`,
    askName: (was, now) => `The name ${was} becomes ${now}.`,
    samePersonNamed: 'The same person, corrected details',
    samePerson: 'The same person, corrected Apple ID',
    anotherPerson: 'Another content purchaser',
    corrected: (count) =>
      `Apple ID corrected, in the register and on ${count === 1 ? '1 order' : `${n(count)} orders`}`,

    fromRegister: 'From the register',
    chooseOther: 'Enter it manually',
    validAccount: (day: string) => `Valid account since ${day}.`,
    rejectedAccount: (day: string) => `Apple rejected the account ${day}. Choose another one.`,
  },
} satisfies Messages<typeof source>;
