import type { Messages } from '#core/language/language.ts';
import type { reminders as source } from '../sv/reminders.ts';

/** Words of the reminders, in English. */
export const reminders = {
  about: (what: string, sentence: string) => (what === '' ? sentence : `${what}. ${sentence}`),
  left: (day: string, days: number) =>
    `The last day is ${day}, ${days === 1 ? '1 day' : `${days} days`} left.`,
  lastDay: 'Today is the last day.',
  ahead: (day: string) => `The last day is ${day}.`,
  past: (day: string) => `The last day was ${day}.`,
  due: 'Due today.',
  wasDue: (day) => `Was due ${day}.`,
  provisional: 'Counted from the day of the order.',
  from: (day: string) => `Reminder from ${day}.`,
  section: 'Reminders on this device',
  allow: 'Allow notifications',
  showSample: 'Show a sample',
  sampleShown:
    'The sample was sent. Not there? Check whether Do Not Disturb is on or notifications are off.',
  sampleFailed: 'The sample could not be shown. Reload the page and try once more.',
  sample: {
    title: 'This is what a reminder looks like',
    body: 'A sample from Volym. Press to open the app.',
  },
  states: {
    ask: {
      title: 'Reminders are off',
      detail:
        'Volym can remind you well before a last day. A notification never contains a code or a link.',
    },
    asking: {
      title: 'The browser is asking',
      detail: 'Answer yes to the question about notifications.',
    },
    allowed: {
      title: 'Reminders are on',
      detail:
        'They are shown when you open Volym. Installed on a computer or Android, the app can also remind you while it is closed.',
    },
    blocked: {
      title: 'Notifications are blocked',
      detail:
        'Open the browser’s settings for this page and allow notifications. Then come back here.',
    },
    'install-first': {
      title: 'Add Volym to the Home Screen first',
      detail:
        'Tap Share in Safari, then Add to Home Screen. Open Volym from there and allow notifications here.',
    },
    unsupported: {
      title: 'This browser has no notifications',
      detail:
        'Deadlines are shown in Volym as usual. Try another browser if you want to be reminded.',
    },
  },
} satisfies Messages<typeof source>;
