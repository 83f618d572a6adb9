import { countIn } from '../count.ts';
import { shell } from './shell.ts';
import type { Messages } from '../language.ts';
import type { vipRenewals as swedish } from '../sv/vip-renewals.ts';

const n = countIn('en');

const licences = (count: number): string => (count === 1 ? '1 licence' : `${n(count)} licences`);
const days = (count: number): string => (count === 1 ? '1 day' : `${n(count)} days`);

/** Words of the renewals: the overview, a customer's renewal and the history. */
export const vipRenewals = {
  title: 'Renewals',
  detail: 'Chosen renewal',
  choose: { title: 'Choose a customer', sentence: 'What to order, and by when, is shown here.' },
  link: (count: number) => (count === 0 ? 'Renewals' : `Renewals ${n(count)}`),
  tab: 'Renewal',
  customers: 'VIP customers',
  plans: 'Plans',
  vipId: (id: string) => `VIP ID ${id}`,
  views: { label: 'Show', overview: 'Overview', history: 'History' },
  search: 'Name or VIP ID',
  filter: 'Whose',
  all: 'All',
  mine: 'Mine',
  csv: 'Save as CSV',
  csvName: 'renewals',
  csvHeads: {
    customer: 'Customer',
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
  groups: {
    late: shell.actions['renew-late'](),
    lapsed: shell.actions['renew-lost'](),
    itself: shell.actions['renewed-itself'](),
    partial: 'Partly renewed',
    blocked: 'Blocked by past due',
    now: 'Can be ordered now',
    prepare: 'Prepare',
    ending: 'Not renewed, ends soon',
    done: 'Done this quarter',
  },
  notes: { now: 'from 30 days before', prepare: 'within 90 days' },
  list: (group: string) => `${group}, customers`,
  row: {
    anniversary: (day: string, count: number) =>
      count === 0 ? `Anniversary ${day}` : `Anniversary ${day}, ${licences(count)}`,
    missing: (count: number) => `${n(count)} missing`,
    renewed: (day: string, count: number) => (count === 0 ? `Renewed ${day}` : `Renewed ${day}, ${licences(count)}`),
    until: (month: string) => `to ${month}`,
    days,
    today: 'today',
    daysLate: (count: number) => `${days(count)} late`,
  },
  empty: { title: 'Nothing to renew now', sentence: 'A customer is shown here from 90 days before its anniversary.' },
  none: { title: 'No customer fits', sentence: 'Change the search or show all.', all: 'Show all' },
  noHistory: { title: 'No history yet', sentence: 'Renewals that were ordered are gathered here.' },
  timing: { early: 'Early', 'in-window': 'In the window', late: 'Late' },
  event: {
    line: (quantity: number, what: string) => `${n(quantity)} × ${what}`,
    level: (level: string) => `level ${level}`,
    declined: 'Not renewed',
    order: (number: string) => `Order ${number}`,
  },
  partial: {
    sub: (day: string) => `Anniversary ${day}`,
    owned: 'owned',
    assigned: 'assigned',
    renewed: 'renewed',
    missing: 'missing',
    open: (count: number) => `Renew ${n(count)} more`,
    mail: 'E-mail the admin',
  },
  lapse: {
    ends: (count: number, day: string) => `${licences(count)} ${count === 1 ? 'ends' : 'end'} after ${day}`,
    ended: (count: number, day: string) => `${licences(count)} ended after ${day}`,
    'renewal-closed': 'The rest is not renewed',
    'renewal-declined': 'The customer does not renew',
  },
  loss: {
    title: (count: number, day: string) =>
      count === 1 ? `1 user loses access after ${day}` : `These ${n(count)} lose access after ${day}`,
    lost: (count: number, day: string) =>
      count === 1 ? `1 user lost access after ${day}` : `These ${n(count)} lost access after ${day}`,
    unnamed: (count: number) => (count === 1 ? '1 more without a name' : `${n(count)} more without a name`),
    add: 'Write down who',
    proposal: 'Whom Adobe removes is not written anywhere. The proposal is by name; reassign in Admin Console.',
    sheet: 'Who has a licence',
    name: 'Name',
    group: 'Department',
    plan: 'Product',
    save: 'Save',
    remove: 'Take off the list',
    added: (name: string) => `${name} is added`,
    removed: (name: string) => `${name} is taken off the list`,
  },
  hero: {
    to: (count: number) => (count === 1 ? 'day to the' : 'days to the'),
    since: (count: number) => (count === 1 ? 'day since the' : 'days since the'),
    anniversary: (day: string) => `anniversary ${day}`,
    window: (from: string, to: string) => `Order ${from} to ${to}`,
    sentence: (day: string, from: string, to: string) =>
      `The anniversary is ${day}. Orders can be placed from ${from} to ${to}.`,
    opens: (day: string) => `${day} opens`,
    ends: (day: string) => `to ${day}`,
  },
  auto: (day: string, until: string) =>
    `VIP Marketplace renews by itself on ${day}. The quantities can be changed until ${until}.`,
  blocked: 'Sort out the order that is past due first.',
  notYet: (day: string) => `Shown here from ${day}, 90 days before the anniversary.`,
  noAnniversary: 'The customer has no anniversary yet: the first order sets it.',
  lastClosed: (day: string) => `Last renewed ${day}.`,
  lastDeclined: (day: string) => `Not renewed, noted ${day}.`,
  lapsed: {
    sentence: (day: string) =>
      `The last day was ${day}. What was not renewed is gone. A new purchase authorization gives licences again.`,
    itself: (day: string) =>
      `VIP Marketplace renews by itself on ${day} unless that was turned off. Note what was renewed, so that the plans are right.`,
    ended: 'Note that it was not renewed',
    close: 'Note that nothing more is renewed',
  },
  suggestion: {
    title: 'Suggested order',
    rest: 'Left to renew',
    sum: (owned: number, assigned: number) => `${licences(owned)}, ${n(assigned)} assigned`,
    counts: (owned: number, assigned: number) => `${n(assigned)} of ${n(owned)} assigned`,
    renewed: (count: number) => `${n(count)} renewed`,
    level: (level: string) => `level ${level}`,
    next: (more: number, level: string) => `${licences(more)} more give level ${level}.`,
    noSku: 'SKU missing',
    notListed: 'Not on the price list',
    noPriceIn: (currency: string) => `No yearly price in ${currency}`,
    quantity: (product: string) => `Renew ${product}`,
    fewer: (product: string) => `Fewer ${product}`,
    more: (product: string) => `More ${product}`,
    price: (sum: string) => `${sum} a year by the price list`,
    reset: 'Back to the suggestion',
    free: (used: number, owned: number, keeps: number) =>
      `${n(used)} of ${n(owned)} are assigned. ${n(keeps)} keeps the level.`,
    keeps: (used: number, owned: number, keeps: number, level: string) =>
      `${n(used)} of ${n(owned)} are assigned. ${n(keeps)} are needed for level ${level}.`,
    over: (count: number, used: number) =>
      `${n(count)} more ${count === 1 ? 'is' : 'are'} assigned than owned. Renew ${n(used)}, and all keep theirs.`,
    uncounted: 'Nobody has written down how many are assigned.',
    none: 'No licences to renew. Write them down under Plans.',
    short: (count: number) =>
      count === 1
        ? 'The three-year commitment asks for 1 more licence.'
        : `The three-year commitment asks for ${n(count)} more licences.`,
    copy: 'Copy order lines',
    copyShort: 'Copy SKUs',
    record: 'Record order',
    quote: 'Quote text',
    opens: (day: string) => `Orders can be placed from ${day}.`,
  },
  record: {
    title: 'Record the renewal',
    sub: (name: string, day: string) => `${name} · anniversary ${day}`,
    number: 'Order number',
    on: 'Day of the order',
    lines: 'Renewed',
    sku: (product: string) => `SKU, ${product}`,
    closes: 'The renewal is complete',
    closesDetail: 'The next renewal is next year’s. What was not renewed ends.',
    left: (count: number) =>
      count === 1 ? '1 user is left without a licence.' : `${n(count)} users are left without a licence.`,
    save: (count: number) => `Save, ${licences(count)}`,
    saved: (number: string) => `Renewal ${number} is saved`,
    savedClosed: (number: string, day: string) => `Renewal ${number} is saved. Next anniversary ${day}`,
  },
  end: {
    title: 'Finish',
    close: 'Note that the rest is not renewed',
    closeDetail: (count: number, day: string) =>
      count === 0
        ? 'What is renewed holds until the next anniversary.'
        : `${licences(count)} ${count === 1 ? 'ends' : 'end'} after ${day}.`,
    decline: 'Note that the customer does not renew',
    declineDetail: (day: string) => `Access ends after ${day}.`,
    closed: 'The renewal is finished',
    declined: 'Noted: the customer does not renew',
    reopen: 'Open again',
    reopened: 'The renewal is open again',
  },
  notices: {
    title: 'Notices from Adobe',
    kinds: {
      'time-to-renew': 'Time to renew',
      'renewal-due': 'Renewal is due',
      'access-ends': 'Before access is removed',
    },
    sent: (day: string) => `sent ${day}`,
    comes: (day: string) => day,
    around: (day: string) => `around ${day}`,
    hint: 'Adobe mails the customer’s admin. Press a row for a text of your own to them.',
  },
  letter: {
    language: 'Language of the text',
    languages: { sv: 'Swedish', en: 'English' },
    quote: 'Quote text',
    copy: 'Copy text',
    mail: 'Open in mail',
    to: (name: string) => `To ${name}`,
    nobody: 'The customer’s admin is not written down: the mail has no receiver.',
  },
  banner: {
    title: (count: number) => (count === 1 ? 'Time to renew, 1 day left' : `Time to renew, ${n(count)} days left`),
    due: 'The anniversary is today',
    late: (day: string) => `The anniversary has passed. Orders can be placed until ${day}.`,
    sentence: (count: number, day: string) => `${licences(count)}, anniversary ${day}.`,
    open: 'Open the renewal',
  },
  problems: {
    'renewal-too-early': (from: string) =>
      `It can be ordered on ${from} at the earliest. Correct the day of the order.`,
    'renewal-too-late': (until: string) =>
      `The last day of a renewal was ${until}. After it only a new purchase helps.`,
    'late-renewal-new-product': (product: string) =>
      `${product} cannot be added after the anniversary. Order it by itself.`,
    'late-renewal-too-many': (product: string, most: string) =>
      `After the anniversary no more than ${most} of ${product} can be renewed.`,
    'lines-needed': 'Choose at least one licence to renew.',
    'renewal-ended-already': 'The renewal is finished already.',
  },
} satisfies Messages<typeof swedish>;
