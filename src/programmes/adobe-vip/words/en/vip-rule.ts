import { countIn } from '#core/language/count.ts';
import type { Messages } from '#core/language/language.ts';
import type { vipRule as swedish } from '../sv/vip-rule.ts';

const n = countIn('en');

/**
 * Words of the rule behind an authorization's last day; what is between stars is drawn strong.
 */
export const vipRule = {
  title: (day) => `Order by ${day}`,
  titlePlain: 'Days to order',
  plain: (days) =>
    `Counted from the day the authorization is created, plus *${n(days)} days*. The last day counts.`,
  from: (from, days) => `Created *${from}*, plus *${n(days)} days*. The last day counts.`,
  stated: (day) => `Adobe itself has stated *${day}*, and that day applies.`,
  inCalifornia: 'Adobe counts the days in California time.',
  never:
    'The deployment date is used only when a list does not say when the authorization was created.',
  after: {
    'past-due': (day) => `From ${day} the customer is past due and gets no new authorizations.`,
    expires: (day) =>
      `From ${day} it has expired and its licences are gone. The customer can get a new one.`,
  },
  suspended: (day) => `From ${day} the licences do not work.`,
  unclear: 'Adobe does not say when the licences stop working.',
  theRule: 'The rule',
  programme: 'Programme',
  number: 'Days to order',
  days: (count) => `${n(count)} days`,
  source: 'Source',
  sources: {
    'adobe-vip.order-30': 'Adobe, Managing customer licences (Swedish)',
    'adobe-vip.order-14': 'Adobe, newer English version of the same page',
    'adobe-vip.order-7': 'Adobe, VIP Marketplace',
  },
  edition: 'Version',
  editions: {
    'adobe-vip.order-30': 'VIP, 30 days',
    'adobe-vip.order-14': 'VIP, 14 days',
    'adobe-vip.order-7': 'VIP Marketplace, 7 days',
  },
  reminds: 'Reminds on day',
  wrong: 'Is the day wrong?',
  countBy: 'Count with',
  counted: 'Recalculated',
  otherDay: 'Adobe states another day',
  due: 'Last day according to Adobe',
  why: 'Where does it say so?',
  whyHint: 'For example: the Reseller Console today.',
  saveDue: 'Save the day',
  dueSaved: 'The last day is changed',
  backToCounted: 'Back to the calculated day',
  others: 'Other versions',
  kept: 'An authorization keeps the rule that applied when it was created. Which rule applies to new ones is chosen in Settings, or for one customer in its menu under Rules.',
} satisfies Messages<typeof swedish>;
