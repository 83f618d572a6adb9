import type { Messages } from '#core/language/language.ts';
import type {
  intuneFacts as factsSource,
  intuneNotes as notesSource,
  intuneWhy as whySource,
} from '../sv/import-intune.ts';

const rowIn = (row: string | number, sheet: string | number): string =>
  sheet === '' ? `row ${row}` : `row ${row} in ${sheet}`;

/** Why a row about a token or an assignment in Intune ends as it does. */
export const intuneWhy = {
  'same-token-as-row': ({ row = '', sheet = '' }) =>
    `Same token as ${rowIn(row, sheet)}, which is used`,
  'several-tokens': ({ who = '' }) =>
    `Several tokens match${who === '' ? '' : ` ${who}`}, none is changed`,
  'token-end-missing': ({ who = '' }) =>
    `The list does not say when ${who === '' ? 'the token' : who} expires`,
  'one-token-only': ({ name = '' }) =>
    `Under the 2016 rules an organisation has one token, and ${name === '' ? 'one' : name} already exists. Choose the 2025 rules in Settings.`,
  'group-named-before': () => 'The same group appears earlier for the app',
  'intent-not-known': ({ app = '' }) =>
    app === '' ? 'Unknown deployment action' : `${app}: unknown deployment action`,
  'goes-to-all-users': ({ app = '' }) =>
    `${app === '' ? 'The app' : app} goes to all users in Intune. Here a deployment goes to a group or to users by name.`,
  'goes-to-all-devices': ({ app = '' }) =>
    `${app === '' ? 'The app' : app} goes to all devices in Intune. Here a deployment goes to a group or to users by name.`,
  'leaves-a-group-out': ({ app = '' }) =>
    `${app === '' ? 'The app' : app} leaves out a group in Intune. There are no exceptions here.`,
  'target-not-known': ({ app = '' }) =>
    `${app === '' ? 'The app' : app}: it is not known who it goes to`,
} satisfies Messages<typeof whySource>;

/** What a row about a token or an assignment in Intune tells besides. */
export const intuneNotes = {
  'without-its-file': () => 'The token file is not here. Add it to sync with Apple.',
  'account-is-for-good': () => 'The account cannot be changed later under the 2016 rules',
  'expired-in-intune': () =>
    'Expired in Intune. Download a new file from Apple, upload it to Intune and add it here.',
  'invalid-in-intune': () =>
    'Invalid in Intune: the password or domain of the account may have changed. Download a new file from Apple, upload it to Intune and add it here.',
  'state-not-known-in-intune': () =>
    'The token’s state in Intune is not said or not recognised, and is left out',
  'claimed-from-intune': () =>
    'Another system has taken it over. If Intune is to have it: download a new file from Apple and upload it to Intune.',
  'duplicate-in-intune': () =>
    'The same location is in Intune twice. Sync is paused until one of them is removed there.',
  'sync-failed-in-intune': ({ day = '' }) =>
    day === ''
      ? 'The sync in Intune failed. Sync again in Intune.'
      : `The sync in Intune failed, last synced ${day}. Sync again in Intune.`,
  'newer-file-in-intune': ({ day = '' }) =>
    `Intune has a newer file, until ${day}. Renew with that file here.`,
  'older-file-in-intune': ({ day = '' }) =>
    `Intune has an older file, until ${day}. Upload the new one to Intune.`,
  'group-is-an-id': () => 'Intune only gives the id of the group, which becomes its name here',
} satisfies Messages<typeof notesSource>;

/** Facts of a token in Intune, for the row in full. */
export const intuneFacts: Messages<typeof factsSource> = {
  until: (day) => `until ${day}`,
  expires: 'Expires',
  account: 'Account type',
  accounts: { business: 'business', education: 'education' },
  country: 'Country',
  group: 'Group',
  sync: 'Sync in Intune',
  syncs: {
    none: 'not synced',
    running: 'running',
    completed: 'completed',
    failed: 'failed',
    unknown: '',
  },
  synced: 'Last synced in Intune',
};
