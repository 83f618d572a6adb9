import type { Messages } from '#core/language/language.ts';
import { countIn } from '#core/language/count.ts';
import type { appleSync as swedish } from '../sv/apple-sync.ts';

const n = countIn('en');

const apps = (count: number): string => (count === 1 ? 'one app' : `${n(count)} apps`);
const users = (count: number): string => (count === 1 ? 'one user' : `${n(count)} users`);
const licences = (count: number): string =>
  count === 1 ? 'one licence in use' : `${n(count)} licences in use`;

/** Words of the sync with Apple: on a token, in the list of apps, on an app. */
export const appleSync: Messages<typeof swedish> = {
  now: 'Sync now',
  unlock: 'Unlock',
  chooseFile: 'Choose file',
  stop: 'Stop',
  synced: (when) => `Synced ${when}`,
  never: 'Not synced yet',
  twice: 'Twice a day',
  next: (when) => `Twice a day, next ${when}, while Volym is open and unlocked`,
  soon: 'Twice a day, next one shortly',
  withoutText: 'The file’s content is not stored here. Choose the file for each sync.',
  waits: 'Sync is waiting',
  waitsWhy: 'Unlock to sync',
  seen: (count, given, people) => `${apps(count)}, ${licences(given)}, ${users(people)}`,
  reading: {
    users: (count) => `Reading users${count === 0 ? '' : `, ${n(count)}`}`,
    assets: (count) => `Reading apps${count === 0 ? '' : `, ${n(count)}`}`,
    assignments: (count) => `Reading licences${count === 0 ? '' : `, ${n(count)}`}`,
  },
  writing: { users: 'Saving users', assets: 'Saving apps', assignments: 'Saving licences' },
  begins: 'Asking Apple',
  pauses: (time) => `Apple is not answering or asks for a pause. Next attempt ${time}`,
  over: 'Syncs once it is renewed, or when you press Sync now',
  percent: (share) => `${Math.round(share * 100)}%`,
  done: (count, people) => `Synced: ${apps(count)} and ${users(people)}`,
  doneAll: (tokens) => `${n(tokens)} tokens are synced`,
  failed: (when) => `The sync ${when} failed`,
  stopped: (when) => `The sync ${when} did not finish`,
  goesOn: 'What was fetched already is kept, and the next sync continues from there.',
  noEndpoint: 'Not synced from here',
  noEndpointWhy:
    'The workspace has no server of its own that asks Apple. Import saved pages or lists instead.',
  toImport: 'Go to Import',
  clock: (ahead, hours) =>
    `This device’s clock is ${hours >= 48 ? `${n(Math.round(hours / 24))} days` : hours >= 2 ? `${n(Math.round(hours))} hours` : `${n(Math.round(hours * 60))} minutes`} ${ahead ? 'ahead of' : 'behind'} the server’s. Volym counts days by it, so correct the clock.`,
  file: {
    title: 'Choose the token file',
    sentence: 'Its content is used for this sync and not kept.',
    first: 'The token has no file here yet. Add it under Renew.',
    other: 'This is not the file in use. If it is newer, replace the old one under Renew.',
  },
};
