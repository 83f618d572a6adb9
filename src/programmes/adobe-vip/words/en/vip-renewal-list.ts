import { countIn } from '#core/language/count.ts';
import type { Messages } from '#core/language/language.ts';
import type { renewalList as swedish } from '../sv/vip-renewal-list.ts';

const n = countIn('en');

const licences = (count: number): string => (count === 1 ? '1 licence' : `${n(count)} licences`);
const days = (count: number): string => (count === 1 ? '1 day' : `${n(count)} days`);

/** Words of the lists of renewals: the overview and the history. */
export const renewalList = {
  title: 'Renewals',
  detail: 'Selected renewal',
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
  groups: {
    // As home says it (`shell.actions`).
    late: 'Place the late renewal',
    lapsed: 'Too late to renew: make a new purchase',
    itself: 'Did it renew automatically?',
    partial: 'Partly renewed',
    blocked: 'Blocked by a past due order',
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
    renewed: (day: string, count: number) =>
      count === 0 ? `Renewed ${day}` : `Renewed ${day}, ${licences(count)}`,
    until: (month: string) => `to ${month}`,
    days,
    today: 'today',
    daysLate: (count: number) => `${days(count)} late`,
  },
  empty: {
    title: 'Nothing to renew now',
    sentence: 'A customer is shown here from 90 days before its anniversary.',
  },
  none: { title: 'No matches', sentence: 'Change the search or show all.', all: 'Show all' },
  noHistory: {
    title: 'No history yet',
    sentence: 'Renewals that have been ordered are collected here.',
  },
  timing: {
    early: 'Early',
    'in-window': 'In the window',
    late: 'Late',
    outside: 'Outside the window',
  },
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
    mail: 'Email the admin',
  },
  lapse: {
    ends: (count: number, day: string) =>
      `${licences(count)} ${count === 1 ? 'ends' : 'end'} after ${day}`,
    ended: (count: number, day: string) => `${licences(count)} ended after ${day}`,
    'renewal-closed': 'The rest is not being renewed',
    'renewal-declined': 'The customer is not renewing',
  },
  loss: {
    title: (count: number, day: string) =>
      count === 1
        ? `1 user loses access after ${day}`
        : `These ${n(count)} lose access after ${day}`,
    lost: (count: number, day: string) =>
      count === 1
        ? `1 user lost access after ${day}`
        : `These ${n(count)} lost access after ${day}`,
    unnamed: (count: number) =>
      count === 1 ? '1 more without a name' : `${n(count)} more without a name`,
    nameless: (count: number) =>
      count === 1 ? '1 user without a name' : `${n(count)} users without a name`,
    add: 'Enter who',
    proposal:
      'Adobe does not say who is removed. The suggestion is in name order; reassign in Admin Console.',
  },
  hero: {
    to: (count: number) => (count === 0 ? 'is the' : count === 1 ? 'day to the' : 'days to the'),
    since: (count: number) => (count === 1 ? 'day since the' : 'days since the'),
    anniversary: (day: string) => `anniversary ${day}`,
    window: (from: string, to: string) => `Order ${from} to ${to}`,
    sentence: (day: string, from: string, to: string) =>
      `The anniversary is ${day}. Orders can be placed from ${from} to ${to}.`,
    opens: (day: string) => `${day} opens`,
    ends: (day: string) => `to ${day}`,
  },
  blocked: 'Sort out the past due order first.',
  suggestion: {
    title: 'Suggested order',
    rest: 'Left to renew',
    sum: (owned: number, assigned: number) => `${licences(owned)}, ${n(assigned)} assigned`,
    counts: (owned: number, assigned: number) => `${n(assigned)} of ${n(owned)} assigned`,
    countsUnknown: (owned: number) => `${n(owned)} owned, assigned unknown`,
    sumUnknown: (owned: number, used: number) =>
      `${licences(owned)}, ${used === 0 ? 'assigned unknown' : `at least ${n(used)} assigned`}`,
    renewed: (count: number) => `${n(count)} renewed`,
    level: (level: string) => `level ${level}`,
    next: (more: number, level: string) =>
      `${n(more)} more ${more === 1 ? 'licence gives' : 'licences give'} level ${level}.`,
    noSku: 'SKU missing',
    writeSku: 'SKU missing: enter it',
    notListed: 'Not on the price list',
    noPriceIn: (currency: string) => `No yearly price in ${currency}`,
    quantity: (product: string) => `Renew ${product}`,
    fewer: (product: string) => `Fewer ${product}`,
    more: (product: string) => `More ${product}`,
    price: (sum: string) => `${sum} per year according to the price list`,
    reset: 'Back to the suggestion',
    free: (used: number, owned: number, keeps: number) =>
      `${n(used)} of ${n(owned)} ${used === 1 ? 'is' : 'are'} assigned. ${n(keeps)} ${keeps === 1 ? 'keeps' : 'keep'} the level.`,
    keeps: (used: number, owned: number, keeps: number, level: string) =>
      `${n(used)} of ${n(owned)} ${used === 1 ? 'is' : 'are'} assigned. ${n(keeps)} ${keeps === 1 ? 'is' : 'are'} needed for level ${level}.`,
    over: (count: number, used: number) =>
      `${n(count)} more ${count === 1 ? 'is' : 'are'} assigned than owned. Renew ${n(used)}, and everyone keeps theirs.`,
    uncounted: 'Nobody has entered how many are assigned.',
    none: 'No licences to renew. Enter them under Plans.',
    short: (count: number) =>
      count === 1
        ? 'The three-year commitment requires 1 more licence.'
        : `The three-year commitment requires ${n(count)} more licences.`,
    copy: 'Copy order lines',
    copyShort: 'Copy SKUs',
    record: 'Record order',
    quote: 'Quote text',
    opens: (day: string) => `Orders can be placed from ${day}.`,
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
    hint: 'Adobe emails the customer’s admin. Press a row to write to them yourself.',
  },
  letter: {
    language: 'Language of the text',
    languages: { sv: 'Swedish', en: 'English' },
    quote: 'Quote text',
    copy: 'Copy text',
    mail: 'Open in email',
    to: (name: string) => `To ${name}`,
    nobody: 'The customer’s admin has not been entered: the email has no recipient.',
  },
} satisfies Messages<typeof swedish>;
