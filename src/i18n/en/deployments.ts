import { countIn } from '../count.ts';
import type { Messages } from '../language.ts';
import type { deployments as source } from '../sv/deployments.ts';

const n = countIn('en');

const licencesOf = (count: number): string => (count === 1 ? '1 licence' : `${n(count)} licences`);
const usersOf = (count: number): string => (count === 1 ? '1 user' : `${n(count)} users`);

/** English words of deployments. */
export const deployments: Messages<typeof source> = {
  newTitle: 'New deployment',
  to: 'To',
  choose: 'Choose a group',
  chosenUsers: 'Chosen users',
  groupOf: (group, count) => `${group} (${n(count)})`,
  name: 'Name',
  nameHint: 'Empty: the name of the group',
  intent: 'What it does',
  intents: { required: 'Required', available: 'Available', uninstall: 'Uninstall' },
  means: {
    required: 'The app is installed for all. Every user who installs takes a licence.',
    available: 'Each installs it if they want to. Who does takes a licence.',
    uninstall: 'The app is removed. The licence is free only once the app is gone from the device.',
  },
  takes: (count, free) => (count === 0 ? `Takes no more licences, ${free}.` : `Takes ${licencesOf(count)}, ${free}.`),
  takesAtMost: (count, free) =>
    count === 0 ? `Takes no more licences, ${free}.` : `Takes ${licencesOf(count)} at most, ${free}.`,
  shortTitle: (count) => `${n(count)} go without`,
  shortMeans: 'Licences go in the order of names. The installation fails for those who go without.',
  more: (count) => `and ${n(count)} more`,
  without: 'Go without',
  leaves: (count) =>
    count === 0 ? 'None of them has a licence to give back.' : `${licencesOf(count)} will be on the way back.`,
  leavesUnknown: 'Volym does not know which of them have a licence: no list has said it.',
  retired: (count) => `${n(count)} ${count === 1 ? 'is' : 'are'} retired and ${count === 1 ? 'gets' : 'get'} none.`,
  against: (names) => `Goes against ${names}, which goes to the same users. End one of them.`,
  stay: (count) => `${licencesOf(count)} on the way back will stay.`,
  first2016: 'The edition of 2016 knows licences per user only, and Uninstall is the way to free them.',
  later2025:
    'In the edition of 2025 a licence per device is the rule, and removing the deployment alone frees nothing: choose Uninstall or take the licences back.',
  save: 'Deploy',
  change: (intent) => `Change to ${intent}`,
  made: (name) => `${name} is deployed`,
  changed: (count) =>
    count === 0 ? 'The deployment is changed' : `The deployment is changed, ${licencesOf(count)} concerned`,
  assign: (count) => `Assign ${licencesOf(count)}`,
  assignHow: 'Those it goes to who have no licence.',
  goneAll: (count) => (count === 1 ? 'The app is gone for one' : `The app is gone for all ${n(count)}`),
  goneOne: 'App gone',
  goneOneOf: (name) => `App gone for ${name}`,
  waiting: 'On their way back',
  end: 'End the deployment',
  endMeans: 'The licences stay with those who have them.',
  ended: 'The deployment has ended',
  reaches: (count) => `Goes to ${usersOf(count)}`,
};
