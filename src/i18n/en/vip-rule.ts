import { countIn } from '../count.ts';
import type { Messages } from '../language.ts';
import type { vipRule as swedish } from '../sv/vip-rule.ts';

const n = countIn('en');

/** Words of the rule behind an authorization's last day; what stands between stars is drawn strong. */
export const vipRule = {
  title: (day) => `Order by ${day}`,
  titlePlain: 'Days to order',
  plain: (days) => `Counted from the day the authorization is created, plus *${n(days)} days*. The last day counts.`,
  from: (from, days) => `Created *${from}*, plus *${n(days)} days*. The last day counts.`,
  stated: (day) => `Adobe itself said *${day}*, and that day counts.`,
  never: 'The deployment day is counted from only where a list does not say when it was created.',
  after: {
    'past-due': (day) => `From ${day} the customer is past due and gets no new authorizations.`,
    expires: (day) => `From ${day} it has expired and its licences are gone. The customer can get a new one.`,
  },
  suspended: (day) => `From ${day} the licences do not work.`,
  unclear: 'When the licences stop working is unclear at Adobe.',
  theRule: 'The rule',
  programme: 'Programme',
  number: 'Days to order',
  days: (count) => `${n(count)} days`,
  source: 'Source',
  sources: {
    'adobe-vip.order-30': 'Adobe, Managing customer licences (Swedish)',
    'adobe-vip.order-14': 'Adobe, newer English edition of the same page',
    'adobe-vip.order-7': 'Adobe, VIP Marketplace',
  },
  edition: 'Edition',
  editions: {
    'adobe-vip.order-30': 'VIP, 30 days',
    'adobe-vip.order-14': 'VIP, 14 days',
    'adobe-vip.order-7': 'VIP Marketplace, 7 days',
  },
  reminds: 'Reminds on day',
  wrong: 'Is the day wrong?',
  countBy: 'Count with',
  counted: 'Counted anew',
  otherDay: 'Adobe says another day',
  due: 'Last day as Adobe says',
  why: 'Where does it say so?',
  whyHint: 'For example: the Reseller Console today.',
  saveDue: 'Save the day',
  dueSaved: 'The last day is changed',
  backToCounted: 'Back to the counted day',
  others: 'Other editions',
  kept: 'An authorization keeps the edition it was created under. Which one counts for new ones is chosen in Settings.',
} satisfies Messages<typeof swedish>;
