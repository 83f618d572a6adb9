import { countIn } from '#core/language/count.ts';
import type { Messages } from '#core/language/language.ts';
import type { vipList as swedish } from '../sv/vip-list.ts';

const n = countIn('en');

const licences = (count: number): string => (count === 1 ? '1 licence' : `${n(count)} licences`);

/** Words of the list of VIP customers: all that it says where no customer is beside it. */
export const vipList = {
  title: 'VIP customers',
  detail: 'Selected customer',
  choose: {
    title: 'Choose a customer',
    sentence: 'Authorizations, plans and history are shown here.',
  },
  search: 'Name, VIP ID, PO or order',
  add: 'New VIP customer',
  csv: 'Save as CSV',
  filter: 'Show',
  list: (group: string) => `${group}, customers`,
  customers: (count: number) => (count === 1 ? '1 customer' : `${n(count)} customers`),
  empty: {
    title: 'No customers yet',
    sentence: 'Add a customer, and Volym counts the days to order and renewal.',
    import: 'Import customers',
  },
  none: { title: 'No matches', sentence: 'Change the search or show all.', all: 'Show all' },
  reconcile: 'Reconcile with the invoice',
  calculate: 'Calculate duration and price',
  programmes: { vip: 'VIP', 'vip-marketplace': 'VIP Marketplace' },
  segments: { COM: 'Commercial', EDU: 'Education', GOV: 'Government' },
  filters: {
    all: 'All',
    mine: 'Mine',
    'past-due': 'Past due',
    pending: 'Waiting for an order',
    ready: 'Ready to renew',
    late: 'Late renewals',
    expired: 'Expired',
    lapsed: 'Too late to renew',
    itself: 'Renewed automatically?',
    returning: 'Returns without an answer',
    question: 'Questions',
    upcoming: 'Renewing soon',
    'no-products': 'No products',
    calm: 'Nothing to do',
  },
  groups: {
    'past-due': 'Past due',
    pending: 'Waiting for an order',
    ready: 'Ready to renew',
    // As home says it (`shell.actions`).
    late: 'Place the late renewal',
    expired: 'The authorization has expired',
    lapsed: 'Too late to renew: make a new purchase',
    itself: 'Did it renew automatically?',
    returning: 'Ask about the return',
    question: 'You changed the same thing',
    upcoming: 'Upcoming renewal',
    'no-products': 'No products',
    calm: 'Nothing to do',
  },
  row: {
    orderWasDue: (day: string) => `Order was due ${day}`,
    authorized: (day: string, count: number) => `Authorized ${day}, ${licences(count)}`,
    anniversary: (day: string) => `Anniversary ${day}`,
    licences,
    invited: (day: string) => `Invited ${day}`,
    accepted: (day: string) => `Accepted ${day}`,
    termsNotAccepted: 'terms not accepted',
    noAnniversary: 'No anniversary given',
    isNew: 'New',
    suspended: (day: string) => `Suspended, last day ${day}`,
    due: {
      pending: (day: string) => `order ${day}`,
      late: (day: string) => `renewal ${day}`,
      ready: (day: string) => `anniversary ${day}`,
      returning: (day: string) => `return ${day}`,
    },
    daysLate: (count: number) => (count === 1 ? '1 day late' : `${n(count)} days late`),
    days: (count: number) => (count === 1 ? '1 day' : `${n(count)} days`),
    today: 'today',
    expired: 'expired',
  },
} satisfies Messages<typeof swedish>;
