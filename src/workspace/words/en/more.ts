import { countIn } from '#core/language/count.ts';
import type { Messages } from '#core/language/language.ts';
import type { more as source } from '../sv/more.ts';
import { rulesToday } from './rules-today.ts';

const n = countIn('en');

/** Words of More, Settings, the trash, and of what is erased from a device, in English. */
export const more = {
  keys: { title: 'Keyboard shortcuts', detail: 'What you can do with the keyboard' },
  page: {
    open: 'Codes are open',
    openSince: (time) => `Locks after ${time} without activity`,
    lock: 'Lock now',
    locked: 'Codes are locked',
    lockedHint: 'Deadlines and orders are still shown',
    unlock: 'Unlock',
    noImport: 'Excel or CSV, with a dry run first',
    lastImport: (when, rows) => `Last ${when}, ${rows === '1' ? '1 row' : `${rows} rows`}`,
    undoneImport: (when) => `Undone ${when}`,
    workspace: 'Workspace',
    licences: 'Licences of the software Volym uses',
  },
  rules: rulesToday,
  settings: {
    language: 'Language',
    languages: { sv: 'Svenska', en: 'English' },
    theme: 'Theme',
    themes: { system: 'Device', light: 'Light', dark: 'Dark' },
    themeIs: { system: 'the device’s theme', light: 'light theme', dark: 'dark theme' },
    names: 'Names',
    yourName: 'Your name',
    workspaceName: 'Workspace name',
    nameNeeded: 'Enter a name.',
    workspaces: 'Workspaces on this device',
    workspaceInUse: 'In use',
    unnamed: 'No name',
    programmes: 'What you manage',
    hidden: 'Not in the menu, but its deadlines are shown',
    codes: 'Codes',
    codesNote: 'hidden at once when you leave the app',
    lockHidden: 'Locks when the app is hidden',
    lockIdle: 'Locks when idle',
    atOnce: 'at once',
    seconds: (count) => `${count} s`,
    minutes: (count) => `${count} min`,
    people: 'People',
    peopleHint: 'Who shares the workspace, on which devices, and how to invite a colleague',
    history: 'Changes to the settings',
    historyHint: 'Who changed what in the shared settings',
    vault: 'Lock and passphrase',
    vaultHint: 'Recovery kit, new passphrase and new keys',
  },
  trash: {
    title: 'Trash',
    detail: 'Restore what was deleted',
  },
  lost: {
    title: 'The records are gone from this device',
    sentence:
      'The browser has cleared what Volym saved here. Reload the page. If it is still empty, all you can do on this device is start over.',
    again: 'Reload',
    startOver: 'Start over',
    sure: 'Erase what is left?',
    goes: (workspace) =>
      `${workspace === '' ? 'The workspace' : workspace} is removed from the device, with the device’s keys and what you typed but did not save. This cannot be undone.`,
    stays:
      'Other devices, the server, backups and your other workspaces are not touched. You can get the records back with a backup or, if the workspace is synced, with a new invitation.',
    erase: 'Erase and start over',
  },
  giveUp: {
    title: 'Stop fetching the workspace?',
    goes: (count) =>
      `${count === 1 ? '1 record that was fetched is erased' : `${n(count)} records that were fetched are erased`} from the device, and the device no longer belongs to the workspace. This cannot be undone.`,
    nothingYet:
      'Nothing has been fetched yet, but the device no longer belongs to the workspace. This cannot be undone.',
    invited: 'The invitation is used. To join later you need a new one.',
    login: 'To join later you log in again.',
    stays:
      'The workspace stays on the server and with the others. Your other workspaces are not touched.',
    erase: 'Erase and stop',
    stay: 'Go on fetching',
  },
  leaveDemo: {
    title: 'What you entered is erased too',
    added: 'Records added',
    changed: 'Records changed',
    removed: 'Records removed',
    typed: 'Started, not saved',
    sentence:
      'Everything in the example is erased from the device, including what you entered, changed or imported yourself. This cannot be undone.',
    stays:
      'The example is never synced: other devices, the server and your own workspaces are not touched. A file that you imported is still where you chose it.',
    keep: 'Is there something to keep? Stay, and save the list as csv where it is shown.',
    stay: 'Stay here',
  },
} satisfies Messages<typeof source>;
