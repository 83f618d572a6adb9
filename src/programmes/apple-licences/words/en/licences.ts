import { countIn } from '#core/language/count.ts';
import { deployments as deploy } from './deployments.ts';
import { notStoredProblems } from '#ui/words/en/not-stored.ts';
import { numberedApps } from './numbered-apps.ts';
import type { Messages } from '#core/language/language.ts';
import type { licences as source } from '../sv/licences.ts';

const n = countIn('en');

const licencesOf = (count: number): string => (count === 1 ? '1 licence' : `${n(count)} licences`);
const usersOf = (count: number): string => (count === 1 ? '1 user' : `${n(count)} users`);

/** Words of giving and taking back licences, deployments, and users with their terms. */
export const licences = {
  problems: {
    'too-few-licences': ({ free = 0, short = 0 }) =>
      `Only ${n(free)} ${free === 1 ? 'is' : 'are'} free now, ${n(short)} too few. Check who gets one.`,
    'free-unknown': () =>
      'It is not known how many licences are free. Enter how many you own, or import a list.',
    'not-a-whole-count': () => 'Type a whole number.',
    'fewer-given': ({ assigned = 0 }) =>
      `According to the figures only ${n(assigned)} ${assigned === 1 ? 'is' : 'are'} assigned. Correct the figures first.`,
    'stays-for-good': () =>
      'The licence cannot be revoked: books and some apps stay with whoever received them.',
    'nothing-to-take-back': () => 'There is nothing to revoke: the licences are already free.',
    'has-one': () => 'Already has a licence.',
    'is-free': () => 'The licence is already free.',
    'is-assigned': () => 'The licence is assigned and not being freed.',
    'is-leaving': () => 'The licence is already being freed.',
    'nobody-chosen': () => 'Choose a group or at least one user.',
    'deployment-name-needed': () => 'Give the deployment a name.',
    'available-needs-group': () =>
      'Under the 2025 rules, Available is for groups only. Choose a group.',
    'does-that-already': () => 'The deployment already does that.',
    'has-ended': () => 'The deployment has already ended.',
    'user-name-needed': () => 'Enter a name or an email address.',
    'not-an-email': () => 'Enter a full email address.',
    'client-user-id-is-fixed': () =>
      'The name at Apple cannot be changed: the licences are tied to it.',
    'user-is-here': ({ name = '' }) => `The user already exists: ${name}.`,
    'devices-need-later-edition': () =>
      'Under the 2016 rules apps are assigned to users, not to devices.',
    'foreign-user': () =>
      'Another system created the user. Under the 2016 rules such a user cannot be taken over.',
    'is-not-invited': () => 'The user is not invited.',
    'is-invited': () => 'The user is already invited.',
    'is-accepted': () => 'The terms are already accepted.',
    'is-retired': () => 'The user is retired.',
    'invite-needed': () => 'Paste a link or a code.',
    'invite-not-read': () =>
      'That is neither a link to an invitation nor a code. Copy all of it again.',
    'invite-not-safe': () => 'The link is not encrypted (http). Get it again from where it came.',
    'invite-is-template': () =>
      'The code is missing from the link: it is a template. Copy this user’s own link.',
    'no-invite': () => 'The invitation is no longer here.',
    'cannot-open': () => 'The invitation cannot be opened with the keys here. Paste it again.',
    'holds-another-text': () =>
      'What is sealed here is not an invitation, so it is not shown. Paste it again.',
    'vault-locked': () => 'Unlock to store the invitation.',
    'before-last-step': () => 'The day is before the last step.',
    'day-in-the-future': () => 'The day is in the future.',
    'not-a-day': () => 'Choose a date, with the full year.',
    ...notStoredProblems,
    'only-reads': () => 'This device is read-only.',
    'record-is-gone': () => 'The record is no longer here.',
  },
  why: {
    'no-licence-left': 'No licence left',
    'free-unknown': 'Unknown whether one is free',
    'devices-need-later-edition': 'Devices need the 2025 rules',
    'not-device-assignable': 'For users only',
    'has-one': 'Already has one',
    'is-leaving': 'Has one being freed',
    retired: 'Retired',
    'foreign-user': 'Created by another system',
    'other-location': 'Belongs to another location',
    'not-a-serial-number': 'Not a serial number',
    'chosen-before': 'Already on the list',
  },
  recorded: {
    give: 'This is only recorded here. Assign them in your MDM as well, or in Apple School Manager or Apple Business Manager.',
    take: 'This is only recorded here. Revoke them in your MDM as well, or in Apple School Manager or Apple Business Manager.',
    deploy:
      'This is only recorded here. Deploy in your MDM as well, or in Apple School Manager or Apple Business Manager.',
  },
  pick: {
    search: (count) => `Search ${n(count)}`,
    filter: 'Show',
    all: 'All',
    chosen: (count) => `${n(count)} selected`,
    takeAll: (count) => `Select all ${n(count)}`,
    takeNone: 'Select none',
    none: 'Nobody matches what is selected.',
    nobody: 'There is nobody to select here.',
  },
  give: {
    title: (name) => `Assign ${name}`,
    perUser: 'licence per user',
    whom: 'Who gets a licence?',
    nobody: 'No users have been added yet. Import them or add them by hand.',
    toUsers: 'To the users',
    others: {
      retired: (count: number) =>
        count === 1
          ? '1 is retired and not on the list.'
          : `${n(count)} are retired and not on the list.`,
      'has-one': (count: number) =>
        count === 1 ? '1 already has a licence.' : `${n(count)} already have a licence.`,
      'is-leaving': (count: number) =>
        count === 1
          ? '1 has a licence that is being freed.'
          : `${n(count)} have a licence that is being freed.`,
      'foreign-user': (count: number) =>
        count === 1
          ? '1 was created by another system and gets none here.'
          : `${n(count)} were created by another system and get none here.`,
      'other-location': (count: number) =>
        count === 1
          ? '1 belongs to another location and gets none here.'
          : `${n(count)} belong to another location and get none here.`,
      'devices-need-later-edition': (count: number) =>
        count === 1 ? '1 device needs the 2025 rules.' : `${n(count)} devices need the 2025 rules.`,
      'not-device-assignable': (count: number) =>
        count === 1
          ? '1 device gets none: the app is for users only.'
          : `${n(count)} devices get none: the app is for users only.`,
      'not-a-serial-number': (count: number) =>
        count === 1 ? '1 has no valid serial number.' : `${n(count)} have no valid serial number.`,
    },
    otherwiseNot: (count, reason) =>
      `${n(count)} cannot be chosen${reason === '' ? '' : ` (${reason.toLowerCase()})`}.`,
    go: (count) => (count === 0 ? 'Select someone first' : `Continue with ${n(count)}`),
    toThem: 'Users',
    toDevices: 'Devices',
    side: (name, count) => (count === 0 ? name : `${name}, ${n(count)}`),
    known: 'Known devices',
    noneKnown:
      'No devices are known yet. A device becomes known when it has had a licence or been on a list of installations.',
    holdsNone: 'No licence',
    more: (count) => `${n(count)} more`,
    devices: 'Devices, one serial number per line',
    devicesHint: 'Device licences do not ask for an Apple ID.',
    devicesLater:
      'Under the 2016 rules licences go to users, not devices. Under the 2025 rules they can go to both: change the rules under',
    settings: 'Settings',
    summary: (count, free) => `${n(count)} selected, ${free}`,
    free: (count) => `${n(count)} free`,
    unlimited: 'no limit',
    unknown: 'unknown how many are free',
    of: (assigned, owned) => `${n(assigned)} of ${n(owned)} assigned`,
    bar: (assigned, more, owned) =>
      `${n(assigned)} ${assigned === 1 ? 'is' : 'are'} assigned and ${n(more)} more will be, of ${n(owned)}.`,
    notSerial: (list) => `Not a serial number: ${list}`,
    hasElsewhere: 'Has the app',
    short: (count) =>
      `${n(count)} of those selected ${count === 1 ? 'gets' : 'get'} no licence. The order decides; drag to change it.`,
    otherwise: (count) =>
      `${n(count)} of those selected ${count === 1 ? 'gets' : 'get'} no licence. The reason is next to the name.`,
    gets: 'Gets a licence',
    none: 'Gets none',
    waits: 'Installs once the terms are accepted',
    stays: 'Cannot be revoked',
    move: (name) => `Move ${name}`,
    moved: (name, place, gets) =>
      `${name} is now number ${n(place)} and gets ${gets ? 'a licence' : 'no licence'}.`,
    up: 'Move up',
    down: 'Move down',
    first: 'Move to top',
    last: 'Move to bottom',
    remove: 'Remove from the list',
    back: 'Change selection',
    password: 'Apple asks for the Apple ID password during installation.',
    buy: (count) => `Buy ${n(count)} more`,
    buyHow: (count, name) =>
      `Buy ${licencesOf(count)} of ${name} under Apps and Books in Apple School Manager or Apple Business Manager, at the same location. Once the list is imported they are counted here.`,
    save: (count) => (count === 0 ? 'Nobody gets a licence' : `Assign ${n(count)}`),
    note: (count) => (count === 0 ? 'Nobody gets a licence' : `Record ${n(count)}`),
    done: (count, name) => `${licencesOf(count)} of ${name} recorded as assigned`,
    already: 'Already assigned',
    working: (done, all) => `${n(done)} of ${n(all)}`,
  },
  take: {
    title: (name) => `Revoke ${name}`,
    retired: 'Retired',
    notInstalled: 'Not installed',
    leaving: 'Being freed',
    day: 'Date',
    means:
      'The licence is free at once. The app may stay on the device until the system removes it.',
    later: 'Under the 2025 rules Intune revokes only licences that Intune assigned.',
    noteMeans:
      'The licence counts as free here at once. The app may stay on the device until the system removes it.',
    save: (count) => (count === 0 ? 'Select someone first' : `Revoke ${n(count)}`),
    note: (count) => (count === 0 ? 'Select someone first' : `Record ${n(count)} as revoked`),
    done: (count) => `${licencesOf(count)} recorded as revoked`,
    fewer: 'Changed in another tab',
    one: 'Revoke the licence',
    noteOne: 'Record as revoked',
    gone: 'The app is gone from the device',
    stays: 'The app is still there',
    goneDone: (count) => `${licencesOf(count)} free again`,
  },
  deploy,
  users: {
    title: 'Users',
    sub: 'The terms must be accepted before the first app can be installed',
    detail: 'Selected user',
    choose: {
      title: 'Choose a user',
      sentence: 'The terms, what is waiting for them and what has happened are shown here.',
    },
    add: 'New user',
    empty: {
      title: 'No users yet',
      sentence: 'Import them from Apple, Intune or Jamf, or add them by hand.',
      byHand: 'Add by hand',
      import: 'Import a spreadsheet',
    },
    search: (count) => `Search ${usersOf(count)}`,
    filter: 'Show',
    all: 'All',
    terms: {
      'not-invited': 'Not invited',
      invited: 'Invited',
      accepted: 'Accepted',
      retired: 'Retired',
    },
    many: {
      'not-invited': 'Not invited',
      invited: 'Invited',
      accepted: 'Accepted',
      retired: 'Retired',
    },
    counts: {
      'not-invited': 'not invited',
      invited: 'invited',
      accepted: 'accepted',
      retired: 'retired',
    },
    bar: (accepted, invited, others) =>
      `${n(accepted)} ${accepted === 1 ? 'has' : 'have'} accepted, ${n(invited)} ${invited === 1 ? 'is' : 'are'} invited, ${n(others)} ${others === 1 ? 'remains' : 'remain'}.`,
    group: 'Group',
    allGroups: 'All groups',
    heads: {
      user: 'User',
      group: 'Group',
      terms: 'VPP terms',
      invited: 'Invited',
      waits: 'Waiting',
    },
    noDay: 'unknown date',
    waitsFor: (count) => (count === 1 ? '1 app waiting' : `${n(count)} apps waiting`),
    waited: (days) => (days === 0 ? 'today' : days === 1 ? 'yesterday' : `${n(days)} days`),
    remindAll: (count) => `Remind all ${n(count)}`,
    invite: 'Invite',
    inviteAll: (count) => `Invite all ${n(count)}`,
    none: { title: 'No matches', sentence: 'No user matches what is selected.', all: 'Show all' },
    list: 'Users and VPP terms',
    foreign: 'Other system',
    says: {
      'not-invited': 'Has not been invited yet.',
      invited: (day) =>
        day === ''
          ? 'Invited, but the terms are not accepted yet.'
          : `Invited ${day}. The terms are not accepted yet.`,
      accepted: 'The terms are accepted, apps can be installed.',
      retired: 'Retired at Apple. The licences stay until they are revoked.',
    },
    foreignMeans:
      'Created by another system. Shown here, but cannot be taken over under the 2016 rules.',
    foreignLater:
      'Created by another system. Under the 2025 rules the token can be taken over from it.',
    does: {
      invited: 'Invitation sent',
      reminded: 'Reminded today',
      accepted: 'Terms accepted',
      retired: 'Retire at Apple',
      returned: 'Came back',
    },
    done: {
      invited: (count) => `${usersOf(count)} invited`,
      reminded: (count) => `${usersOf(count)} reminded`,
      accepted: () => 'The terms are accepted',
      retired: () => 'The user is retired',
      returned: () => 'The user is active again, not invited yet',
    },
    letter: 'Text to the user',
    letterText: (name, apps) =>
      `Hello${name === '' ? '' : ` ${name}`},\n\nYou are getting apps from us through Apple’s volume purchasing. The invitation comes in a separate email or message. Open it on your iPhone or iPad, sign in with your Apple ID and accept the terms.\n\nThen ${apps === '' ? 'the apps' : apps} will be installed.`,
    noLink:
      'The text has no link. Once the invitation is here you get a letter that includes the link.',
    numbered: numberedApps,
    invitation: {
      title: 'Invitation',
      has: 'The link is here, sealed in the vault.',
      letter: 'Show it to copy or email a letter that includes the link.',
      none: 'There is no link here yet. It comes with the sync from Apple, or you paste the one another system shows.',
      show: 'Show invitation',
      paste: 'Paste a link',
      pasteOther: 'Paste another one',
      onlyReads: 'Someone who can edit can open it: every view is logged.',
    },
    waiting: 'Waiting for the terms',
    has: 'Has a licence for',
    assigned: 'assigned',
    leaving: 'being freed',
    way: 'Steps',
    steps: {
      invited: 'Invited',
      reminded: 'Reminded',
      accepted: 'Accepted',
      retired: 'Retired',
      returned: 'Back',
    },
    said: { done: 'done', later: 'later' },
    facts: {
      title: 'About the user',
      clientUserId: 'Name at Apple',
      email: 'Email',
      location: 'Location',
    },
    menu: { edit: 'Edit details', history: 'History', trash: 'Move to the trash' },
    form: {
      title: 'New user',
      editTitle: 'Edit details',
      name: 'Name',
      email: 'Email',
      group: 'Group',
      groupHint: 'Class, school or department',
      clientUserId: 'Name at Apple',
      clientUserIdHint: 'clientUserId in your system. Can be filled in later.',
      location: 'Location at Apple',
      save: 'Save',
    },
    saved: (name) => `${name} is added`,
    changed: 'The change is saved',
    trashed: 'The user is in the trash',
    missing: {
      title: 'The user is not here',
      sentence: 'They may have been removed, or never have reached this device.',
    },
  },
} satisfies Messages<typeof source>;
