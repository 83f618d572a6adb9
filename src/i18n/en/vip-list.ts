import { countIn } from '../count.ts';
import type { Messages } from '../language.ts';
import type { vipList as swedish } from '../sv/vip-list.ts';

const n = countIn('en');

const licences = (count: number): string => (count === 1 ? '1 licence' : `${n(count)} licences`);

/** Words of the rows of VIP customers, their sections and filters. */
export const vipList = {
  filters: {
    all: 'All',
    mine: 'Mine',
    'past-due': 'Past due',
    pending: 'Waiting for an order',
    ready: 'Ready to renew',
    late: 'Late renewals',
    expired: 'Expired',
    lapsed: 'Too late to renew',
    itself: 'Renewed by themselves?',
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
    lapsed: 'Too late to renew: buy anew',
    itself: 'Did it renew by itself?',
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
  },
} satisfies Messages<typeof swedish>;
