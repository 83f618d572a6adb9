/** What the browser here does not do, and what to do instead, in English. */
export const lacks = {
  sevenDays: {
    label: 'Seven days',
    title: 'Safari deletes what is not used for seven days',
    why: 'That is everything you saved here, as long as Volym is only a tab. An app on the Home Screen or in the Dock is kept.',
    onPhone: ['Tap Share in Safari.', 'Choose Add to Home Screen.', 'Open Volym from there.'],
    onMac: ['Choose File in Safari.', 'Choose Add to Dock.', 'Open Volym from there.'],
    backUpFirst: 'Back up first',
    ownStore:
      'The installed app keeps its own data and starts empty. Restore the backup there, or join by an invitation.',
  },
  label: 'What this browser cannot do',
  promises: {
    what: 'Protect the storage',
    instead: 'Back up often, or connect a server. Then everything is in two places.',
  },
  asksWhereToSave: {
    what: 'Ask where to save a file',
    instead:
      'The backup goes to your downloads. Move it to a safe place, and restore from it once.',
  },
  notifies: {
    what: 'Show notifications',
    instead: 'Open Volym every day. What is urgent comes first under Deadlines.',
  },
  wakes: {
    what: 'Remind you while Volym is closed',
    instead: 'Open Volym every day. Reminders are shown as soon as it opens.',
  },
  shares: {
    what: 'Share to other apps',
    instead: 'Copy the link, and paste it where you need it.',
  },
  badges: {
    what: 'Show a number on the icon',
    instead: 'Deadlines shows how much is urgent.',
  },
};
