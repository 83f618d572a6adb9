import { countIn } from '#core/language/count.ts';
import { dayCount } from '#ui/words/en/day-count.ts';
import type { Messages } from '#core/language/language.ts';
import type { tokenRule as source } from '../sv/tokens-rule.ts';

const n = countIn('en');

/** Words of the rule behind a token's last day; what is between stars is drawn strong. */
export const tokenRule = {
  why: 'How this date was counted',
  title: (day) => `Renew by ${day}`,
  titlePlain: 'A token is valid for a year',
  plain: 'Counted from its download, plus *a year*. The last day counts.',
  fromDownload: (from) =>
    `Downloaded *${from}*, plus *a year*. The file says the same day, and the last day counts.`,
  fromFile: (day) =>
    `The file says *${day}*: the last day of *a year* from its download. That day counts.`,
  after: (day) => `From ${day} no licences can be assigned with it.`,
  found: (state) => `It is marked here as ${state.toLowerCase()}, so the day does not apply.`,
  tape: (day, days) =>
    days < 0
      ? `The last day was ${day}, ${dayCount(-days)} ago.`
      : days === 0
        ? `Today is the last day, ${day}. Taller ticks are reminders.`
        : `${dayCount(days)} left until ${day}. Taller ticks are reminders.`,
  theRule: 'The rule',
  programme: 'Programme',
  programmeName: 'Tokens for apps from Apple',
  number: 'A token is valid',
  year: 'a year',
  source: 'Source',
  sources: {
    'apple-licences.token-year-calendar': 'Microsoft, Volume-purchased apps; Apple, Content tokens',
  },
  edition: 'Version',
  editions: { 'apple-licences.token-year-calendar': 'A calendar year, according to the source' },
  since: 'In force',
  sinceAlways: 'for as long as the source has existed',
  warns: 'Warns in Deadlines',
  warnsFrom: (days) => `${n(days)} days before`,
  reminds: 'Reminds, days before',
  kills: 'What else ends it',
} satisfies Messages<typeof source>;
