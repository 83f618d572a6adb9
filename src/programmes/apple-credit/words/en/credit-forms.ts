import type { Messages } from '#core/language/language.ts';
import type { creditForms as source } from '../sv/credit-forms.ts';
import { countIn } from '#core/language/count.ts';

const n = countIn('en');

/** Words of the sheets and forms in which an order is written down and its steps are entered. */
export const creditForms = {
  step: {
    day: 'Date',
    note: 'Note',
    reason: 'Why',
    save: 'Save',
    titles: {
      ordered: 'Ordered',
      validated: 'Account valid',
      ready: 'The email has arrived',
      downloaded: 'Spreadsheet downloaded',
      redeemed: 'Redeemed',
      spent: 'Spent',
      'resend-requested': 'Resend requested',
      resent: 'The new email has arrived',
      rejected: 'Rejected by Apple',
      lost: 'The credit is lost',
      cancelled: 'Cancel the order',
    },
    hints: {
      ready: 'The day of the email is day 0. The 90 days are counted from it, last day included.',
      resent: 'The day of the new email is day 0 again.',
      spent: 'All of the credit has been used for apps and books. You can undo this step.',
      lost: 'The order is no longer counted. You can undo this step.',
      cancelled: 'The order is no longer counted. You can undo this step.',
      rejected: 'Apple did not accept the account. Order again with another one.',
    },
    mailDay: 'Date of the email',
    correctTitle: (stage: string) => `Correct: ${stage}`,
    correctHint: 'The old step stays in the history.',
    takeBackTitle: (stage: string) => `Undo: ${stage}`,
    takeBackHint: 'The step stays in the history but no longer counts.',
    takeBackSave: 'Undo step',
    cancelSave: 'Cancel the order',
    lostSave: 'Mark as lost',
    undoneReason: 'Undone',
    orderDateReason: 'Order date changed',
    saved: {
      ordered: 'Marked as ordered',
      validated: 'The account is valid',
      ready: 'The date of the email is saved',
      downloaded: 'Marked as downloaded',
      redeemed: 'Marked as redeemed',
      spent: 'Marked as spent',
      'resend-requested': 'Resend requested',
      resent: 'The new day 0 is saved',
      rejected: 'Marked as rejected',
      lost: 'Marked as lost',
      cancelled: 'The order is cancelled',
    },
    corrected: 'The step is corrected',
    takenBack: 'The step is undone',
  },

  form: {
    editTitle: 'Edit order',
    required: 'Required by Apple',
    requiredCount: (have: number, of: number) => `${have} of ${of}`,
    amount: 'Credit value',
    currency: 'Currency',
    institution: 'Name of the institution or company',
    purchaserName: 'Content purchaser',
    purchaserAppleId: 'Content purchaser’s Apple ID',
    purchase: 'Purchase',
    channels: { apple: 'Apple', 'own-store': 'Own store', reseller: 'Reseller' },
    reseller: 'Authorized reseller',
    buyerAppleId: 'Purchasing Apple ID',
    numbers: 'Numbers',
    later: 'can be filled in later',
    orderNumber: 'Order number',
    creditNumber: 'VPP credit number',
    same: 'the same',
    purchaseOrderNumber: 'Purchase order number',
    orderDate: 'Order date',
    inboxLink: 'Link to the secure inbox',
    inboxLinkHint: 'Paste it from the email when it arrives',
    saveDraft: 'Save draft',
    saveOrdered: 'Save as ordered',
    save: 'Save',
    missing: (count: number) =>
      count === 1
        ? 'One thing is missing before the order can be saved as ordered.'
        : `${n(count)} things are missing before the order can be saved as ordered.`,
    appleIdHint: 'Written as an email address.',
    oddAppleId: 'This does not look like an email address.',
    buyerHint: 'Needed when the credit is bought in your own store.',
    savedDraft: 'The draft is saved',
    savedOrdered: 'The order is saved as ordered',
    saved: 'The change is saved',
    linkTitle: 'Link to the secure inbox',
    linkHint: 'The address is in the email from Apple. It is saved on the order.',
    linkSaved: 'The link is saved',
  },

  addCode: {
    title: 'Add code',
    field: 'Redemption code',
    hint: 'Type or paste it. Spaces and hyphens do not matter.',
    sealed: 'The code is sealed before it is saved.',
    save: 'Save the code',
    forgotten: 'The vault was locked, and the code you typed is gone. Type it again.',
    saved: 'The code is sealed, the order is marked as downloaded',
    onOrder: (number: string) =>
      number === ''
        ? 'The code is already on an order without a number.'
        : `The code is already on order ${number}.`,
    inBatch: (name: string) => `The code is already among the app codes ${name}.`,
    showOrder: 'Show that order',
    showBatch: 'Show those codes',
  },
} satisfies Messages<typeof source>;
