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
      ? 'None of them has a licence to give back.'
      : `${licencesOf(count)} will be on their way back.`,
  leavesUnknown: 'Volym does not know which of them have a licence: no list says so.',
  retired: (count) =>
    `${n(count)} ${count === 1 ? 'is' : 'are'} retired and ${count === 1 ? 'gets' : 'get'} none.`,
  against: (names) => `Conflicts with ${names}, which reaches the same users. End one of them.`,
  stay: (count) => `${licencesOf(count)} on the way back will stay.`,
  first2016:
    'Under the 2016 rules there are only user licences, and Uninstall is how to free them.',
  later2025:
    'Under the 2025 rules device licences are the norm, and just removing the deployment frees nothing: choose Uninstall or take the licences back.',
  save: 'Note the deployment',
  change: (intent) => `Note ${intent}`,
  made: (name) => `The deployment ${name} is noted`,
  changed: (count) =>
    count === 0 ? 'The change is noted' : `The change is noted, ${licencesOf(count)} affected`,
  assign: (count) => `Assign ${licencesOf(count)}`,
  noteAssign: (count) => `Note ${licencesOf(count)}`,
  assignHow: 'Those it reaches who have no licence.',
  goneAll: (count) =>
    count === 1 ? 'The app is gone for one' : `The app is gone for all ${n(count)}`,
  goneOne: 'App gone',
  goneOneOf: (name) => `App gone for ${name}`,
  waiting: 'On their way back',
  end: 'End the deployment',
  endMeans: 'The licences stay with those who have them.',
  ended: 'The deployment has ended',
  reaches: (count) => `Reaches ${usersOf(count)}`,
};
