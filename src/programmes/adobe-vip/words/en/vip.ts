import { countIn } from '#core/language/count.ts';
import type { Messages } from '#core/language/language.ts';
import type { vip as swedish } from '../sv/vip.ts';
import { vipCommitment } from './vip-commitment.ts';
import { vipHistory } from './vip-history.ts';
import { vipList } from './vip-list.ts';
import { vipProblems } from './vip-problems.ts';

const n = countIn('en');

const licences = (count: number): string => (count === 1 ? '1 licence' : `${n(count)} licences`);
const days = (count: number): string => (count === 1 ? '1 day' : `${n(count)} days`);
const wholeMonths = (count: number): string =>
  count === 1 ? '1 whole month' : `${n(count)} whole months`;
const users = (count: number): string => (count === 1 ? '1 user' : `${n(count)} users`);

/** Words of the Adobe VIP customers: list, a customer, authorizations, orders and history. */
export const vip = {
  ...vipList,
  saved: (name: string) => `${name} is saved`,
  changed: 'Changed',
  trashed: 'Moved to the trash',
  programme: 'Programme',
  segment: 'Market segment',
  licenceTypes: { enterprise: 'Enterprise', team: 'Team' },
  licenceType: 'Licence type',
  form: {
    title: 'New VIP customer',
    edit: 'Edit customer',
    name: 'Customer’s name',
    admin: 'Customer’s admin',
    adminName: 'Customer’s admin, name',
    adminEmail: 'Customer’s admin, email',
    owner: 'Account manager',
    me: 'Me',
    vipId: 'VIP ID',
    marketplaceId: 'Marketplace customer number',
    anniversary: 'Anniversary date',
    anniversaryHint: 'Leave empty until the first order is placed: then it is calculated.',
    invitation: 'Invitation',
    send: 'Send from the Reseller Console',
    sent: 'Sent from the Reseller Console',
    isSent: 'The invitation is sent',
    sentOn: 'Sent',
    enterVipId: 'Enter the VIP ID',
    issued: 'Issued as soon as the invitation is sent',
    accepts: 'The customer accepts the terms',
    waitsForNobody: 'Authorizations can be created before the terms are accepted.',
    oddVipId: (length: number) =>
      length === 20
        ? 'A VIP ID usually has only digits and A to F. You can save it anyway.'
        : `${length === 1 ? '1 character' : `${length} characters`}; there are usually 20. You can save it anyway.`,
    save: 'Save customer',
    saveAndAuthorize: 'Save and authorize',
    saveChanges: 'Save',
    programmeStays: 'The programme cannot be changed once there are authorizations.',
    segmentStays: 'The market segment can be changed only while the customer has no licences.',
    firstOrder: 'First order',
    deputy: 'Deputy',
    nobody: 'Nobody',
  },
  tabs: { label: 'Show', plans: 'Plans', history: 'History' },
  vipId: (id: string) => `VIP ID ${id}`,
  noVipId: 'No VIP ID',
  inCalifornia: (moment: string, day: string) => `${moment} (${day} in California)`,
  lastMoment: (moment: string) => `Last moment ${moment}`,
  anniversary: (day: string) => `anniversary ${day}`,
  nextAnniversary: (day: string) => `next anniversary ${day}`,
  missing: {
    title: 'No such customer',
    sentence: 'It may have been removed on another device.',
    trashed: 'The customer is in the trash.',
    open: 'Go to the trash',
    back: 'Go to VIP customers',
  },
  pastDue: {
    title: (days: number) => (days === 1 ? 'Past due for 1 day' : `Past due for ${n(days)} days`),
    suspended: (days: number) => `Suspended, past due for ${n(days)} days`,
    wasDue: (created: string, due: string) =>
      `The order for the authorization of ${created} should have been placed by ${due}.`,
    works: 'The licences still work, but no new ones can be added.',
    stopped: 'The licences no longer work, and no new ones can be added.',
    unclear: 'No new ones can be added. Adobe does not say whether the licences work.',
    ordered: 'I have placed the order',
    site: 'Open LWS',
  },
  expired: {
    title: 'The authorization has expired',
    sentence: (due: string) =>
      `The order should have been placed by ${due}. The licences are gone. The customer can get a new authorization.`,
    note: 'Mark as expired',
    noted: 'Marked as expired. It stays in the history.',
  },
  plans: {
    authorizations: 'Purchase authorizations',
    create: 'New purchase authorization',
    title: 'Plans',
    sum: (owned: number, assigned: number) => `${licences(owned)}, ${n(assigned)} assigned`,
    sumUnknown: (owned: number, used: number) =>
      `${licences(owned)}, ${used === 0 ? 'assigned unknown' : `at least ${n(used)} assigned`}`,
    unknown: 'assigned unknown',
    assigned: (count: number) => `${n(count)} assigned`,
    free: (count: number) => `${n(count)} free`,
    waiting: (count: number) => `${n(count)} waiting for an order`,
    over: (count: number) => `${n(count)} more assigned than owned`,
    lapse: (count: number, day: string) =>
      `${n(count)} ${count === 1 ? 'expires' : 'expire'} after ${day}`,
    noneLeft:
      'No licences any more. The history shows what happened. A purchase authorization gives licences at once.',
    none: 'No licences yet. A purchase authorization gives licences at once.',
    add: 'Enter licences',
    edit: 'Change quantities',
    product: 'Product',
    sku: 'SKU',
    owned: 'Owned',
    assignedField: 'Assigned',
    save: 'Save',
    since: (day: string) => `Counted ${day}. What has happened since is included.`,
    blocked: 'Blocked until the past due order is placed.',
    noteInvited: 'Mark the invitation as sent',
    invitedOn: (day: string) => `Invitation sent ${day}`,
    acceptTerms: 'Mark the terms as accepted',
    termsAccepted: (day: string) => `Terms accepted ${day}`,
    termsWaiting: 'The terms are not accepted yet',
  },
  commitment: vipCommitment,
  authorization: {
    what: (quantity: number, product: string) => `${n(quantity)} × ${product}`,
    and: (more: number) => (more === 1 ? 'and 1 more product' : `and ${n(more)} more products`),
    po: (number: string) => (/^po\b/i.test(number) ? number : `PO ${number}`),
    states: {
      pending: (days: number) => (days === 0 ? 'today' : days === 1 ? '1 day' : `${n(days)} days`),
      overdue: 'Past due',
      suspended: 'Suspended',
      expired: 'Expired',
      ordered: 'Ordered',
      withdrawn: 'Withdrawn',
    },
    lastDay: (day: string) => `${day}, last day`,
    sentence: (passed: number, all: number, left: number, day: string) =>
      left < 0
        ? `The last day to place the order was ${day}, ${days(-left)} ago.`
        : left === 0
          ? `${n(passed)} of ${n(all)} days have passed. Today is the last day, ${day}.`
          : `${n(passed)} of ${n(all)} days have passed, ${n(left)} left, until ${day}.`,
    placeOrder: 'Place the order',
    noteOrder: 'Record the order',
    correct: 'Correct',
    withdraw: 'Withdraw',
    more: 'More options for the authorization',
    canGo: 'Can be withdrawn: no user has the licences.',
    mayGo: 'Can be withdrawn if no user has the licences.',
    cannotGo: 'Cannot be withdrawn:',
    rule: 'Show the rule',
  },
  authorize: {
    title: 'New purchase authorization',
    sub: (name: string, anniversary: string) =>
      anniversary === '' ? name : `${name} · anniversary ${anniversary}`,
    educationDevice: 'Education device',
    products: 'Products',
    count: licences,
    product: 'Product',
    productAt: (at: number) => `Product ${at}`,
    quantity: 'Quantity',
    quantityOf: (product: string) => (product === '' ? 'Quantity' : `Quantity of ${product}`),
    fewer: 'Fewer',
    moreLicences: 'More',
    has: (owned: number, after: number) => `Has ${n(owned)}, gets ${n(after)}`,
    isNew: 'New product',
    add: 'Add a product',
    remove: (product: string) => (product === '' ? 'Remove the line' : `Remove ${product}`),
    details: 'Details',
    createdOn: 'Created',
    dayThere: (day: string) => `Adobe counts in California time. There it is now ${day}.`,
    deployment: 'Deployment date',
    deploymentHint: 'The day the licences were added. It does not affect the deadline.',
    po: 'Customer’s PO number',
    request: 'Adobe’s authorization number',
    orderBy: (day: string) => `Order by ${day}`,
    otherwise: {
      'past-due': (days: number) =>
        `${n(days)} days from when it is created, otherwise the customer becomes past due.`,
      expires: (days: number) =>
        `${n(days)} days from when it is created, otherwise it expires and the licences disappear.`,
    },
    newer: 'Newer Adobe pages say 14 days. Choose the rule in Settings.',
    save: 'Create purchase authorization',
    saved: (day: string) => `Created. Order by ${day}`,
    notAccepted:
      'The customer has not accepted the terms yet. The authorization can be created anyway, but Adobe does not say whether the order goes through.',
  },
  order: {
    title: 'Place the order',
    sub: (name: string, left: number, day: string) =>
      left < 0
        ? `${name} · was due ${day}`
        : left === 0
          ? `${name} · today is the last day`
          : `${name} · ${days(left)} left, until ${day}`,
    type: 'Enter on Adobe’s licensing site',
    vipId: 'VIP ID',
    authorization: 'Purchase authorization',
    po: 'Customer’s purchase order number',
    noNumber: 'missing',
    line: (product: string, type: string) => (type === '' ? product : `${product}, ${type}`),
    quantity: (count: number) => (count === 1 ? '1 licence' : `${n(count)} licences`),
    oddSku: 'An SKU has 15 characters, such as 65297752BA01A12. You can save it anyway.',
    level: (level: string) => `Discount level ${level}.`,
    next: (more: number, level: string) =>
      `${n(more)} more ${more === 1 ? 'licence' : 'licences'} in the same order ${more === 1 ? 'gives' : 'give'} level ${level}.`,
    otherSku: (sku: string, level: string, other: string) =>
      `${sku} belongs to another level. At level ${level} it is ${other}.`,
    duration: 'Duration',
    to: (day: string) => `to the anniversary ${day}`,
    months: 'Months',
    days: 'Days',
    whole: (left: number, months: number) => `${days(left)}, ${wholeMonths(months)}`,
    unclear: 'Adobe does not say how a partial month is counted. Check in the Reseller Console.',
    noAnniversary:
      'The customer has no anniversary yet: the first order sets it, and lasts a year.',
    notSoLong: (most: number) => `Enter a whole number from 1 to ${n(most)}.`,
    summary: 'Summary',
    site: 'Open LWS',
    placed: 'The order is placed',
    number: 'Order number',
    on: 'Order date',
    which: 'The order covers',
    skuOf: (product: string) => `SKU, ${product}`,
    save: (count: number) =>
      count === 1 ? 'Save the order, 1 line' : `Save the order, ${n(count)} lines`,
    saved: (number: string) => `Order ${number} is saved`,
    savedFirst: (number: string, day: string) =>
      `Order ${number} is saved. The anniversary is set to ${day}`,
    undone: 'The order is removed again',
    summaryLine: (quantity: number, sku: string, duration: string) =>
      [`${n(quantity)} × ${sku}`, duration].filter(Boolean).join(', '),
    forMonths: (count: number) => (count === 1 ? '1 month' : `${n(count)} months`),
    forDays: (count: number) => (count === 1 ? '1 day' : `${n(count)} days`),
  },
  withdraw: {
    title: 'Withdraw',
    what: 'What should be withdrawn?',
    all: 'The whole authorization',
    allDetail: licences,
    line: (product: string) => `Only ${product}`,
    some: 'Only some of the licences',
    quantity: 'Number to remove',
    unknown:
      'Nobody has entered how many are assigned. Check in the Admin Console that nobody has the licence.',
    effect: 'The licences disappear from the Admin Console at once.',
    save: (count: number) => `Withdraw ${licences(count)}`,
    done: 'Withdrawn',
    removed: (count: number, product: string) =>
      `${n(count)} × ${product} ${count === 1 ? 'is' : 'are'} removed`,
    users,
  },
  history: vipHistory,
  menu: { edit: 'Edit', rules: 'Rules', history: 'Changes', trash: 'Move to the trash' },
  problems: vipProblems,
} satisfies Messages<typeof swedish>;
