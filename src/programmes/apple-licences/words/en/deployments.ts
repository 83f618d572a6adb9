import { countIn } from '#core/language/count.ts';
import type { Messages } from '#core/language/language.ts';
import type { deployments as source } from '../sv/deployments.ts';

const n = countIn('en');

const licencesOf = (count: number): string => (count === 1 ? '1 licence' : `${n(count)} licences`);
const usersOf = (count: number): string => (count === 1 ? '1 user' : `${n(count)} users`);

/** English words of deployments. */
export const deployments: Messages<typeof source> = {
  newTitle: 'New deployment',
  to: 'To',
  choose: 'Choose a group',
  chosenUsers: 'Selected users',
  groupOf: (group, count) => `${group} (${n(count)})`,
  name: 'Name',
  nameHint: 'Empty: the name of the group',
  intent: 'What it does',
  intents: { required: 'Required', available: 'Available', uninstall: 'Uninstall' },
  means: {
    required: 'The app is installed for everyone. Every user who installs it takes a licence.',
    available: 'Users install it themselves if they want to. Each one who does takes a licence.',
    uninstall: 'The app is removed. The licence becomes free once the app is gone from the device.',
  },
  takes: (count, free) =>
    count === 0 ? `Takes no more licences, ${free}.` : `Takes ${licencesOf(count)}, ${free}.`,
  takesAtMost: (count, free) =>
    count === 0
      ? `Takes no more licences, ${free}.`
      : `Takes ${licencesOf(count)} at most, ${free}.`,
  shortTitle: (count) => `${n(count)} ${count === 1 ? 'goes' : 'go'} without`,
  shortMeans: 'Licences are given in name order. Installation fails for those who go without.',
  more: (count) => `and ${n(count)} more`,
  without: 'Go without',
  leaves: (count) =>
    count === 0
      ? 'None of them has a licence to free.'
      : `${licencesOf(count)} will be freed once the app is gone.`,
  leavesUnknown: 'Volym does not know which of them have a licence: no list says so.',
  retired: (count) =>
    `${n(count)} ${count === 1 ? 'is' : 'are'} retired and ${count === 1 ? 'gets' : 'get'} none.`,
  against: (names) => `Conflicts with ${names}, which reaches the same users. End one of them.`,
  stay: (count) => `${licencesOf(count)} being freed will stay assigned.`,
  first2016:
    'Under the 2016 rules there are only user licences, and Uninstall is how to free them.',
  later2025:
    'Under the 2025 rules device licences are the norm, and just removing the deployment frees nothing: choose Uninstall or revoke the licences.',
  save: 'Record the deployment',
  change: (intent) => `Record ${intent}`,
  made: (name) => `The deployment ${name} is recorded`,
  changed: (count) =>
    count === 0
      ? 'The change is recorded'
      : `The change is recorded, ${licencesOf(count)} affected`,
  assign: (count) => `Assign ${licencesOf(count)}`,
  noteAssign: (count) => `Record ${licencesOf(count)}`,
  assignHow: 'Those it reaches who have no licence.',
  goneAll: (count) =>
    count === 1 ? 'The app is gone for one' : `The app is gone for all ${n(count)}`,
  goneOne: 'App gone',
  goneOneOf: (name) => `App gone for ${name}`,
  waiting: 'Being freed',
  end: 'End the deployment',
  endMeans: 'The licences stay with those who have them.',
  ended: 'The deployment has ended',
  reaches: (count) => `Reaches ${usersOf(count)}`,
};
