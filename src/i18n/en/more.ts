import type { Messages } from '../language.ts';
import type { more as source } from '../sv/more.ts';

/** Words of More, Settings, the trash, and of a device whose records are gone, in English. */
export const more = {
  page: {
    open: 'Codes are open',
    openSince: (time) => `Lock after ${time} without activity`,
    lock: 'Lock now',
    locked: 'Codes are locked',
    lockedHint: 'Deadlines and orders still show',
    unlock: 'Unlock',
    noImport: 'Excel or CSV, with a dry run first',
    lastImport: (when, rows) => `Last ${when}, ${rows === '1' ? '1 row' : `${rows} rows`}`,
    undoneImport: (when) => `Undone ${when}`,
    workspace: 'Workspace',
  },
  vip: {
    title: 'Adobe VIP',
    orderDays: 'Days to order, VIP',
    more: 'More rules',
    moreDetail: 'Returns, renewal, anniversary and levels',
    days: (count) => `${count} days`,
    hint: 'Adobe’s Swedish page says 30 days, newer English pages 14. The choice counts for new authorizations; those that exist keep their days. VIP Marketplace always has 7.',
  },
  accounts: {
    title: 'Tokens and accounts',
    note: 'for the whole workspace',
    edition: 'Edition',
    editions: {
      'apple-licences.accounts-2016': 'The 2016 edition',
      'apple-licences.accounts-2025': 'The 2025 edition',
    } as Record<string, string>,
    details: {
      'apple-licences.accounts-2016': 'An organisation has one account and one token, for good. Licences go to users.',
      'apple-licences.accounts-2025': 'Many tokens, one for each location. Licences go to users or devices.',
    } as Record<string, string>,
  },
  settings: {
    language: 'Language',
    languages: { sv: 'Svenska', en: 'English' },
    theme: 'Theme',
    themes: { system: 'Device', light: 'Light', dark: 'Dark' },
    themeIs: { system: 'the device’s theme', light: 'light theme', dark: 'dark theme' },
    names: 'Names',
    yourName: 'Your name',
    workspaceName: 'The workspace’s name',
    nameNeeded: 'Type a name.',
    workspaces: 'Workspaces on this device',
    workspaceInUse: 'In use',
    unnamed: 'Without a name',
    programmes: 'What you look after',
    hidden: 'Not in the menu, but its deadlines are shown',
    codes: 'Codes',
    codesNote: 'hidden at once when you leave the app',
    lockHidden: 'Lock when the app is hidden',
    lockIdle: 'Lock when nothing happens',
    atOnce: 'at once',
    seconds: (count) => `${count} s`,
    minutes: (count) => `${count} min`,
    people: 'People',
    peopleHint: 'Who has the workspace, on which devices, and how a colleague gets in',
    history: 'Changes of the settings',
    historyHint: 'Who changed what in what everyone shares',
    vault: 'Lock and passphrase',
    vaultHint: 'Recovery kit, another passphrase and other keys',
  },
  trash: {
    title: 'Trash',
    detail: 'What was deleted can be put back',
  },
  lost: {
    title: 'The records are gone from this device',
    sentence:
      'The browser has emptied what Volym kept here. Load the page again. If it is still empty, all that is left on this device is to start over.',
    again: 'Load again',
    startOver: 'Start over from the beginning',
  },
  leaveDemo: {
    title: 'What you entered is erased too',
    sentence:
      'Everything in the example is erased from the device, also what you entered yourself. This cannot be undone.',
    stay: 'Stay here',
  },
} satisfies Messages<typeof source>;
