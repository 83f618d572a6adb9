import { countIn } from '#core/language/count.ts';
import type { Messages } from '#core/language/language.ts';
import type { customerRenewal as swedish } from '../sv/vip-customer-renewal.ts';

const n = countIn('en');

const licences = (count: number): string => (count === 1 ? '1 licence' : `${n(count)} licences`);

/** Words of one customer's renewal and of the file; a list of renewals does without them. */
export const customerRenewal = {
  historyName: 'renewal-history',
  csvHeads: {
    customer: 'Customer',
    on: 'Date',
    orderNumber: 'Order number',
    purchaseOrderNumber: 'PO number',
    vipId: 'VIP ID',
    state: 'State',
    anniversary: 'Anniversary',
    lastDay: 'Last day to order',
    product: 'Product',
    level: 'Level',
    sku: 'SKU',
    owned: 'Owned',
    assigned: 'Assigned',
    renewed: 'Renewed',
    missing: 'Missing',
    suggested: 'Suggested quantity',
  },
  auto: (day: string, until: string) =>
    `VIP Marketplace renews automatically on ${day}. The quantities can be changed until ${until}.`,
  autoSince: (day: string) =>
    `On ${day} VIP Marketplace automatically renews what was not ordered, unless that was turned off. Whether it did is not known here.`,
  notYet: (day: string) => `The renewal is shown here from ${day}, 90 days before the anniversary.`,
  noAnniversary: 'The customer has no anniversary yet: the first order sets it.',
  lastClosed: (day: string) => `Last renewed ${day}.`,
  lastDeclined: (day: string) => `Not renewed, recorded ${day}.`,
  lapsed: {
    sentence: (day: string) =>
      `The last day was ${day}. What was not renewed is gone. A new purchase authorization gives licences again.`,
    itself: (day: string) =>
      `VIP Marketplace renews automatically on ${day} unless that was turned off. Enter what was renewed, so that the plans are right.`,
    ended: 'Mark as not renewed',
    close: 'Mark the rest as not renewed',
  },
  record: {
    title: 'Record the renewal',
    sub: (name: string, day: string) => `${name} · anniversary ${day}`,
    number: 'Order number',
    on: 'Order date',
    lines: 'Renewing',
    sku: (product: string) => `SKU, ${product}`,
    closes: 'The renewal is complete',
    closesDetail: 'The next renewal is next year’s. What was not renewed expires.',
    left: (count: number) =>
      count === 1
        ? '1 user is left without a licence.'
        : `${n(count)} users are left without a licence.`,
    save: (count: number) => `Save, ${licences(count)}`,
    saved: (number: string) => `Renewal ${number} is saved`,
    savedClosed: (number: string, day: string) =>
      `Renewal ${number} is saved. Next anniversary ${day}`,
  },
  end: {
    title: 'Finish',
    close: 'Mark the rest as not being renewed',
    closeDetail: (count: number, day: string) =>
      count === 0
        ? 'What is renewed is valid until the next anniversary.'
        : `${licences(count)} ${count === 1 ? 'ends' : 'end'} after ${day}.`,
    decline: 'Mark the customer as not renewing',
    declineDetail: (day: string) => `Access ends after ${day}.`,
    closed: 'The renewal is finished',
    declined: 'The customer is marked as not renewing',
    reopen: 'Open again',
    reopened: 'The renewal is open again',
  },
  banner: {
    title: (count: number) =>
      count === 1 ? 'Time to renew, 1 day left' : `Time to renew, ${n(count)} days left`,
    due: 'The anniversary is today',
    late: (day: string) => `The anniversary has passed. Orders can be placed until ${day}.`,
    sentence: (count: number, day: string) => `${licences(count)}, anniversary ${day}.`,
    open: 'Open the renewal',
  },
  problems: {
    'renewal-too-early': (from: string) =>
      `It can be ordered on ${from} at the earliest. Correct the order date.`,
    'renewal-too-late': (until: string) =>
      `The last day for a renewal was ${until}. After that only a new purchase helps.`,
    'late-renewal-new-product': (product: string) =>
      `${product} cannot be added after the anniversary. Order it separately.`,
    'late-renewal-too-many': (product: string, most: string) =>
      `After the anniversary no more than ${most} of ${product} can be renewed.`,
    'lines-needed': 'Choose at least one licence to renew.',
    'renewal-ended-already': 'The renewal is already finished.',
  },
} satisfies Messages<typeof swedish>;
