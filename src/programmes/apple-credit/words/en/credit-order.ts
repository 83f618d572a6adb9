import type { Messages } from '#core/language/language.ts';
import type { creditOrder as source } from '../sv/credit-order.ts';
import { countIn } from '#core/language/count.ts';

const n = countIn('en');

const days = (count: number): string => (count === 1 ? '1 day' : `${n(count)} days`);

/**
 * Words of an order's own screen: its days, its life, its facts and history, and the rule behind
 * its dates.
 */
export const creditOrder = {
  order: {
    left: (count: number) =>
      count === 0 ? 'is the last day' : count === 1 ? 'day left' : 'days left',
    inInbox: 'in the secure inbox',
    provisionally: 'counted provisionally',
    late: (count: number) => (count === 1 ? 'day since the credit' : 'days since the credit'),
    leftInbox: 'left the inbox',
    orderedAgo: (count: number) => (count === 1 ? 'day overdue,' : 'days overdue,'),
    countedFromOrder: 'counted from the order',
    dayOf: (day: number, of: number) => `day ${day} of ${of}`,
    tape: (day: number, of: number, left: number, last: string) =>
      left === 0
        ? `${day} of ${of} days have passed. Today is the last day, ${last}.`
        : left > 0
          ? `${day} of ${of} days have passed, ${days(left)} left, until ${last}.`
          : `The ${of} days ended ${days(-left)} ago. The last day was ${last}.`,
    tapeProvisional:
      'Counted provisionally from the order date, until the date of the email is entered.',
    meaning:
      'Until then, the credit can be downloaded from the inbox. The days do not apply to a downloaded code.',
    provisional: 'Counted from the order date until you enter the day the email arrived.',
    whyThisDate: 'How this date was counted',
    inbox: 'Secure inbox',
    inboxAddLink: 'Add the link',
    addCode: 'Add code',
    mailCame: 'The email has arrived',
    resend: 'Resend credit',
    again: 'Order again',
    allWaiting: 'All waiting',
    showCode: 'Show code',
    showCodes: 'Show the codes',
    markRedeemed: 'Mark as redeemed',
    markOrdered: 'Mark as ordered',
    downloadedWithoutCode: 'The code is downloaded, but it is not in Volym.',
    downloadedTitle: 'Downloaded, not redeemed',
    downloadedSentence: 'Redeem the code in Apps and Books. There is no last day for that.',
    redeemedTitle: (day: string) =>
      day === '' ? 'Redeemed, the file does not say which day' : `Redeemed ${day}`,
    spentTitle: (day: string) => `Spent ${day}`,
    redeemedSentence: (account: string) => (account === '' ? '' : `To the account ${account}`),
    draftTitle: 'Draft',
    draftSentence: (have: number, of: number) => `${have} of ${of} required details are filled in.`,
    draftContinue: 'Fill in the rest',
    endedSentence: 'Nothing more to do. If this was a mistake, undo the step under Order steps.',
    expiredOwnStore:
      'Bought in your own Apple Online Store: choose Account, Check Order Status and Resend Credit.',
    expiredAppleCare:
      'AppleCare resends the credit. Send the Business and Education Support form with the VPP credit number.',
    expiredUnknown:
      'Bought in your own Apple Online Store: resend it there. Otherwise AppleCare does. Enter where it was bought to see the right route.',
    waitingTitle: 'Resend requested',
    waitingSentence: 'When the new email arrives, 90 new days begin.',
    gone: 'The order is not here.',
    goneSentence: 'It may be in the trash, or come from another device that has not synced yet.',
    toList: 'Go to Credit',
    trashed: 'It is in the trash.',
    trashedSentence: 'It can be restored from there.',
    restore: 'Restore it',
  },

  life: {
    label: 'Order steps',
    done: 'done',
    now: 'now',
    later: 'later',
    stopped: 'ended',
    lastDay: (day: string) => `by ${day}`,
    lastDayProvisional: (day: string) => `by ${day}, provisional`,
    wasLastDay: (day: string) => `last day ${day}`,
    noDay: 'no date',
    dayUnsaid: 'the file does not say which day',
    stages: {
      ordered: { done: 'Ordered', now: 'Order the credit', later: 'Ordered' },
      validated: { done: 'Account valid', now: 'Apple checks the account', later: 'Account valid' },
      ready: {
        done: 'Ready in the secure inbox',
        now: 'The email with the link to the secure inbox',
        later: 'Ready in the secure inbox',
      },
      downloaded: {
        done: 'Spreadsheet downloaded',
        now: 'Download the spreadsheet',
        later: 'Download the spreadsheet',
      },
      redeemed: {
        done: 'Redeemed in Apps and Books',
        now: 'Redeem in Apps and Books',
        later: 'Redeem in Apps and Books',
      },
      spent: { done: 'Spent', now: 'Spent', later: 'Spent' },
      'resend-requested': {
        done: 'Resend requested',
        now: 'Request a resend',
        later: 'Request a resend',
      },
      resent: {
        done: 'In the secure inbox again',
        now: 'Wait for the new email',
        later: 'In the inbox again',
      },
      rejected: { done: 'Rejected by Apple', now: 'Rejected by Apple', later: 'Rejected by Apple' },
      lost: { done: 'Lost', now: 'Lost', later: 'Lost' },
      cancelled: { done: 'Cancelled', now: 'Cancelled', later: 'Cancelled' },
    },
    orderedBy: (who: string, channel: string) =>
      [who, channel].filter((part) => part !== '').join(', '),
    channels: {
      '': '',
      apple: 'from Apple',
      'own-store': 'in your own store',
      reseller: 'from the reseller',
    },
    validated: 'Apple has checked the content purchaser',
    mailTo: (address: string) =>
      address === '' ? 'Email with a link to the inbox' : `Email to ${address}`,
    containsCode: 'Contains the order’s redemption code',
    redeemedOn: (account: string, place: string) =>
      [account, place].filter((part) => part !== '').join(', '),
    corrected: (reason: string) => `Corrected: ${reason}`,
    menu: (stage: string) => `${stage}, more options`,
    enterDay: 'Enter the date',
    correct: 'Correct',
    takeBack: 'Undo step',
  },

  facts: {
    label: 'Details',
    purchaser: 'Content purchaser',
    purchaserAppleId: 'Content purchaser’s Apple ID',
    institution: 'Institution',
    boughtFrom: 'Bought from',
    channels: {
      apple: 'Apple',
      'own-store': 'Own Apple Online Store',
      reseller: 'Authorized reseller',
    },
    reseller: 'Reseller',
    buyerAppleId: 'Purchasing Apple ID',
    orderNumber: 'Order number',
    creditNumber: 'VPP credit number',
    purchaseOrderNumber: 'Purchase order number',
    orderDate: 'Order date',
    inboxLink: 'Link to the secure inbox',
    owner: 'Owner',
    deputy: 'Deputy',
    fromFileRow: (row: number) => `row ${row} of the spreadsheet`,
    importedFrom: 'See the import',
  },

  history: {
    label: 'History',
    note: 'who changed what',
    changed: (field: string, from: string, to: string) =>
      from === ''
        ? `${field}: ${to}`
        : to === ''
          ? `${field}: ${from} was removed`
          : `${field}: ${from} became ${to}`,
    changedSecret: (field: string) => `${field} was changed`,
    answered: (field: string, value: string, others: string, count: number) =>
      [
        'Answer to a question:',
        field,
        value,
        ...(others === ''
          ? []
          : [`(${count === 1 ? 'the other was' : 'the others were'} ${others})`]),
      ]
        .filter(Boolean)
        .join(' '),
    nothing: 'empty',
    by: (who: string, when: string) => `${who}, ${when}`,
    stepCorrected: (stage: string, day: string, reason: string) =>
      `${stage} was corrected${day === '' ? '' : ` to ${day}`}: ${reason}`,
    stepTakenBack: (stage: string, reason: string) => `${stage} was undone: ${reason}`,
    more: (count: number) => `Show ${n(count)} more`,
    otherField: 'Another field',
    fields: {
      amount: 'Credit value',
      currency: 'Currency',
      institution: 'Institution',
      purchaserName: 'Content purchaser',
      purchaserAppleId: 'Content purchaser’s Apple ID',
      channel: 'Bought from',
      reseller: 'Reseller',
      buyerAppleId: 'Purchasing Apple ID',
      orderNumber: 'Order number',
      creditNumber: 'VPP credit number',
      purchaseOrderNumber: 'Purchase order number',
      orderDate: 'Order date',
      inboxLink: 'Link to the secure inbox',
      inboxEdition: 'Inbox rule',
      owner: 'Owner',
      deputy: 'Deputy',
      origin: 'Import',
    },
  },

  assign: {
    title: 'Owner and deputy',
    hint: 'The deputy sees the order among their own. Choose them from the people in the workspace.',
    nobody: 'Nobody',
    save: 'Save',
    saved: 'Owner and deputy are saved',
  },

  menu: {
    edit: 'Edit details',
    assign: 'Owner and deputy',
    addCode: 'Add another code',
    codes: 'Show the codes',
    lost: 'Lost',
    cancel: 'Cancel the order',
    rejected: 'Rejected by Apple',
    spent: 'Mark as spent',
    history: 'History',
    trash: 'Move to the trash',
    rename: 'Rename',
    trashedOrder: 'The order is in the trash',
    trashedBatch: 'The codes are in the trash',
  },

  rule: {
    title: (day: string) => `Download by ${day}`,
    titlePlain: 'Days in the secure inbox',
    from: (day: string, count: string) =>
      `The email arrived *${day}*, plus *${count}*. The last day counts.`,
    fromOrder: (day: string, count: string) =>
      `Ordered *${day}*, provisionally plus *${count}*. The last day counts. Enter the date of the email to count from that.`,
    after: (day: string) => `From ${day} the credit is gone from the inbox and can only be resent.`,
    plain: (count: string) =>
      `Counted from the day of the email, plus ${count}. The last day counts.`,
    days,
    theRule: 'The rule',
    programme: 'Programme',
    programmeName: 'VPP credit from Apple',
    number: 'Days in the secure inbox',
    source: 'Source',
    edition: 'Version',
    sources: { 'apple-credit.inbox-90': 'Apple, Get VPP credit' },
    editions: { 'apple-credit.inbox-90': '90 days, according to the source' },
    since: 'In force',
    sinceAlways: 'for as long as the source has existed',
    warns: 'Warns in Deadlines',
    warnsFrom: (day: number) => `from day ${day}`,
    notLife:
      'The days are the time to download the spreadsheet from the inbox. Apple states no last day for a downloaded code.',
  },
} satisfies Messages<typeof source>;
