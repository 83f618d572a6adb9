import type { Messages } from '#core/language/language.ts';
import type { credit as source } from '../sv/credit.ts';
import { countIn } from '#core/language/count.ts';
import { creditOrder } from './credit-order.ts';
import { creditForms } from './credit-forms.ts';
import { creditCodes } from './credit-codes.ts';
import { creditPurchasers } from './credit-purchasers.ts';
import { notUnderstood } from '#ui/words/en/not-understood.ts';
import { refusals } from '#ui/words/en/refusals.ts';

const n = countIn('en');

const days = (count: number): string => (count === 1 ? '1 day' : `${n(count)} days`);

/** Words of credit orders, their codes and batches, and the rule behind their dates. */
export const credit = {
  title: 'Credit',
  detail: 'Selected order',
  newOrder: 'New order',
  orderNumber: (number: string) => `order ${number}`,
  vppCredit: 'VPP credit',
  noAmount: 'No amount',
  noOrderNumber: 'No order number',
  withoutNumber: 'no order number',

  list: {
    unredeemed: 'Not redeemed',
    orders: (count: number) => (count === 1 ? '1 order' : `${n(count)} orders`),
    bar: (total: string, parts: string) => `${total} is not redeemed: ${parts}.`,
    parts: {
      downloaded: (sum: string) => `${sum} downloaded`,
      inbox: (sum: string) => `${sum} in the inbox`,
      ordered: (sum: string) => `${sum} ordered`,
      expired: (sum: string) => `${sum} expired`,
    },
    groups: {
      expired: 'Expired in the inbox',
      inbox: 'In the secure inbox',
      ordered: 'Ordered, waiting for the email',
      downloaded: 'Downloaded, not redeemed',
      redeemed: 'Redeemed',
      draft: 'Drafts',
      ended: 'Cancelled, rejected or lost',
    },
    saveCsv: 'Save the list as a spreadsheet (.csv)',
    csvName: 'volym-credit',
    csvState: 'Group',
    csvStands: 'State',
    csvLastDay: 'Last day in the inbox',
    csvAsked: 'Resend requested on',
    csvMeets: 'May be the same order as',
    sum: (count: number, sum: string) =>
      `${count === 1 ? '1 order' : `${n(count)} orders`}, ${sum}`,
    resend: (count: number) =>
      count === 1 ? 'Resend' : count === 2 ? 'Resend both' : `Resend all ${n(count)}`,
    more: (count: number) => `Show ${n(count)} more`,
    expiredOn: (day: string) => `expired ${day}`,
    until: (day: string) => `until ${day}`,
    untilProvisional: (day: string) => `until ${day}, provisional`,
    downloadedOn: (day: string) => `downloaded ${day}`,
    requestedOn: (day: string) => `requested ${day}`,
    days,
    daysLate: (count: number) => (count === 1 ? '1 day late' : `${n(count)} days late`),
    lastDay: 'Last day',
    batches: 'App codes',
    free: (count: string) => `${count} free`,
    noneFree: 'None free',
    batchDetail: (count: string, order: string) =>
      [
        count === '1' ? '1 code' : `${count} codes`,
        ...(order === '' ? [] : [`order ${order}`]),
      ].join(' · '),
    emptyTitle: 'No orders yet',
    emptySentence:
      'Every VPP credit is shown here: how long it can be downloaded, and whether it is redeemed.',
    emptyImport: 'Import a spreadsheet',
    chooseTitle: 'No order selected',
    choose: 'The order, its steps and its days are shown here.',
  },

  state: {
    draft: 'Draft',
    ordered: 'Ordered',
    validated: 'Account valid',
    ready: 'Not downloaded',
    expired: 'Expired',
    downloaded: 'Downloaded',
    redeemed: 'Redeemed',
    spent: 'Spent',
    rejected: 'Rejected',
    'resend-requested': 'Resend requested',
    lost: 'Lost',
    cancelled: 'Cancelled',
    hasCode: 'Has a code',
  },

  notUnderstood,

  beforeTheOrderOf: (day) =>
    `That day is before the order date, ${day}. Check the year, or correct the order date first.`,
  problems: {
    ...refusals,
    'not-an-amount': 'Enter the amount in digits, for example 25,000 or 25000.50.',
    'not-a-day': 'Choose a date, with the full year.',
    'day-in-the-future': 'That day is in the future.',
    'before-the-request':
      'The day is before the request. Check the day, or correct the request first.',
    'before-the-order':
      'That day is before the order date. Check the year, or correct the order date first.',
    'after-what-followed':
      'That day is after a later step of the order. Check the year, or correct that step first.',
    'after-code-was-used':
      'One of the order’s codes was handed out or redeemed before that day. Check the year, or correct the code first.',
    'apple-id-needed': 'Enter the content purchaser’s Apple ID. Apple sends the credit to it.',
    'not-an-apple-id': 'An Apple ID is an email address. Apple rejects the order if it is wrong.',
    'not-an-address': 'The link starts with https:// and is in the email from Apple.',
    'required-by-apple': 'Apple requires this.',
    'required-by-own-store': 'Your own store needs the Apple ID used for the purchase.',
    'reason-needed': 'Say why: it stays in the history.',
    'step-is-gone': 'The step has already been changed on another device.',
    'already-ordered': 'The order has already been placed. Correct that step if the day is wrong.',
    'already-redeemed': 'The credit is already redeemed. Correct that step first.',
    'receiver-needed': 'Enter who gets the code.',
    'purchaser-is-here': 'There is already a content purchaser with that Apple ID.',
    'account-changed-since': 'The order has a different content purchaser now.',
    'not-saved-yet': 'Nothing is saved yet. Answer the question about the content purchaser.',
    'name-needed': 'Enter a name.',
    'code-needed': 'Enter the code.',
    'not-a-code': 'A code contains only the letters A to Z and digits.',
    'code-too-short': 'The code is too short. It has at least 8 characters.',
    'code-too-long': 'The code is too long. It has at most 20 characters.',
    'code-is-here': 'The code is already on this order.',
    'code-is-elsewhere': 'The code is already on another order.',
    'already-handed-out': 'The code has already been handed out. Correct that step instead.',
    'vault-locked': 'The codes were locked. Unlock and try again.',
    'cannot-open': 'The code could not be opened with the keys on this device. Nothing is changed.',
    'holds-another-text': 'What is sealed here is not a redemption code, so it is not shown.',
    'deputy-is-owner': 'Choose someone other than the owner as deputy.',
    'owner-needed': 'Choose an owner first.',
  },

  ...creditOrder,
  ...creditForms,
  ...creditCodes,
  ...creditPurchasers,
} satisfies Messages<typeof source>;
