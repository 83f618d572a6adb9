import { countIn } from '#core/language/count.ts';
import type { Messages } from '#core/language/language.ts';
import type { sync as source } from '../sv/sync.ts';
import { keys } from './sync-keys.ts';
import { writeOver } from './sync-write-over.ts';
import { syncProblems } from './sync-problems.ts';
import { notAllowedHere } from '#ui/words/en/not-allowed-here.ts';

const n = countIn('en');

const records = (count: number): string => (count === 1 ? '1 record' : `${n(count)} records`);
const changes = (count: number): string => (count === 1 ? '1 change' : `${n(count)} changes`);

/** Words of a second device, in English. */
export const sync = {
  states: {
    alone: {
      title: 'Everything is saved here',
      detail: 'On this device only. No server is connected.',
    },
    starting: { title: 'Everything is saved here', detail: 'Connecting' },
    fetching: { title: 'Fetching from the server', detail: 'You can keep working.' },
    'in-step': { title: 'Everything is saved here', detail: '' },
    offline: {
      title: 'Everything is saved here',
      detail: 'The server cannot be reached. Changes are sent when it answers again.',
    },
    'not-allowed-here': {
      title: 'The server cannot be reached from here',
      detail: `${notAllowedHere} Your changes are still here.`,
    },
    'not-let-in': {
      title: 'The server does not let this device in',
      detail:
        'A colleague may have shut it out. Everything stays here, but nothing is sent or fetched. Ask for a new invitation and open it here, and syncing continues.',
    },
    'login-refused': {
      title: 'CouchDB does not let the user in',
      detail:
        'The password may have been changed. Type the new one under Sync and safety. Your changes are still here.',
    },
    'other-keys': {
      title: 'The keys were changed',
      detail:
        'Type the passphrase once, or open a new invitation, and this device syncs again. Your changes are still here.',
    },
    'server-trouble': {
      title: 'The server is returning errors',
      detail: 'Everything is saved here. Volym will try again automatically.',
    },
    'comparing-again': {
      title: 'The server is in an older state',
      detail: 'Volym compares everything and sends what is missing.',
    },
    'device-trouble': {
      title: 'Not everything could be saved on the device',
      detail: 'It may be full. Free some space and reload the page. Your changes are still here.',
    },
  },
  lastInStep: (when: string) => `Last synced ${when}`,
  neverInStep: 'Not synced yet',
  fetched: (count: number) => `${records(count)} fetched`,
  waiting: (count: number, more: boolean) => `${changes(count)}${more ? ' or more' : ''} waiting`,
  unsent: { noNetwork: 'No network', noAnswer: 'The server cannot be reached' },
  aside: (count: number) => `${changes(count)} not accepted by the server`,
  asideHint: 'They stay here. Sync now or change the record, and Volym tries once more.',
  keyringAside: 'The keyring did not reach the server',
  keyringAsideHint:
    'If you changed the keys, the old ones apply on the server until it has accepted the keyring.',
  notCarried: (count: number) => `${changes(count)} stopped by your network`,
  notCarriedHint:
    'They stay here. The server answers, but something in between cuts them off, perhaps because they are large. Volym retries now and then, and on another network.',
  more: {
    section: 'Safety',
    people: (count: number) => (count === 1 ? '1 person' : `${n(count)} people`),
  },
  safety: {
    where: 'Where your data is',
    thisDevice: 'This device',
    holds: (all: number, codes: number) =>
      `${records(all)}, ${codes === 1 ? '1 locked code' : `${n(codes)} locked codes`}`,
    now: 'Now',
    server: (host: string) => `Server ${host}`,
    same: 'The same records, sealed. The server cannot read them.',
    sameAt: (when: string) => `The same records ${when}.`,
    notCompared: 'Not compared yet.',
    lacks: (count: number) => `Has not received ${changes(count)}.`,
    lacksRecords: (count: number) =>
      `Lacks ${records(count)} that ${count === 1 ? 'is' : 'are'} here.`,
    hasMore: (count: number) =>
      `Has ${records(count)} that ${count === 1 ? 'is' : 'are'} not here.`,
    hasUnreadable: (count: number) =>
      `Has ${records(count)} in a state that cannot be opened here.`,
    sealed: 'Everything there is sealed.',
    toBeCounted: 'Counted when the server has answered.',
    countedAt: (when: string) => `Counted ${when}.`,
    countedLast: (when: string) => `Counted ${when}. Counted again when everything is synced.`,
    connect: 'Connect to a server',
    connectHint: 'So that a colleague or your tablet has the same data',
    connectHere: (host: string) => `This server, ${host}, can do that`,
    syncNow: 'Sync now',
    trying: 'Trying now',
    allSynced: 'Everything is synced and counted',
    loadAgain: 'Reload',
    openKeys: 'Type the passphrase',
    resealing: 'The server gets everything sealed with the new keys',
    checked: 'Checked just now',
    persisted: 'Storage is protected',
    promised: 'yes',
    notPromised: 'not yet',
    askToPersist: 'Ask for protection',
    stillNotPromised:
      'The browser does not protect the storage yet. It usually does once Volym is installed.',
    installed: 'Installed as an app',
    yes: 'yes',
    no: 'no',
    writeOver,
    missing: 'On the server but not here',
    unreadable: 'Cannot be opened here',
    unreadableWhy:
      'Records on the server that are sealed with another key, were changed in transit, or contain something Volym never writes. Volym leaves them alone.',
    unreadableKeys:
      'Sealed with the new keys. They open once the passphrase is typed on this device.',
    unreadableHere: (count: number) =>
      `Of them, ${n(count)} ${count === 1 ? 'is' : 'are'} here too, as this device last had ${count === 1 ? 'it' : 'them'}.`,
    unreadableThere: (count: number) =>
      `Of them, ${n(count)} ${count === 1 ? 'is' : 'are'} on the server only.`,
    writtenBack: 'Older on the server, replaced',
    writtenBackWhy: 'The server was in an older state. The newer version here applies.',
    keys,
    worksOffline: 'Works offline',
    triedAt: (when: string) => `tested ${when}`,
    notYet: 'not yet',
    worksOfflineWhy: 'Open Volym once more while online. It does not work in private windows.',
    questions: 'Open questions',
    questionsWhy: 'They come first in Deadlines. Nothing is held up by them.',
    asideCheck: 'Refused by the server',
  },
  /** What other screens say of people; their own words are an area of its own. */
  people: { title: 'People', haveLink: 'I have a link' },
  join: {
    title: 'Join a workspace',
    paste: 'Open the link you were given, or paste it here.',
    link: 'Link',
    linkOrCode: 'Link or code',
    notALink: 'This is not a link to Volym. Copy the whole link and paste it again.',
    ownCouch: 'Your own CouchDB',
    ownCouchDetail: 'With address, user and password',
    next: 'Continue',
    scan: 'Scan the QR code',
    scanning: {
      picture: 'The camera’s picture',
      aim: 'Point the camera at the code on your colleague’s screen.',
      other: 'That code is not an invitation to Volym.',
      stop: 'Close the camera',
      forbidden: 'The camera is not allowed. Paste the link instead.',
      noCamera: 'No camera was found. Paste the link instead.',
      noReader: 'The QR reader could not be loaded. Paste the link instead.',
    },
    invitedTo: (workspace) => `Join ${workspace}`,
    invitedBy: (person) => `${person} has invited you.`,
    invited: 'You are invited',
    invitedText:
      'This device fetches the workspace and keeps it in sync with the others. The link works once.',
    server: (host) => `The workspace is on ${host}.`,
    codesLater:
      'If this device can edit, you open codes with the workspace’s passphrase. A read-only device opens none.',
    codesBy: {
      member:
        'This device can read and edit everything. Codes are opened with the workspace’s passphrase.',
      reader: 'This device is read-only: it sees everything except codes, and changes nothing.',
    },
    alreadyHere: (name: string, isSameName: boolean) =>
      isSameName
        ? `This device already has ${name}. If it is the same workspace, it continues where it was, and what is waiting is sent. Otherwise the device has both, and you switch between them in Settings.`
        : `This device already has the workspace ${name}. It stays, and you switch between them in Settings.`,
    leavesDemo: 'The example is erased from this device.',
    joinIn: 'Join',
    hasJoined: 'The invitation has been used',
    connectTitle: 'Connect the workspace to the server',
    connectText: (name: string) =>
      `${name} is also saved on the server that you opened the link from. Everything is sealed on this device first: the server cannot read it.`,
    connect: 'Connect',
    isConnectedTitle: 'Already connected',
    isConnected: (name: string) =>
      `${name} is already kept in sync with a server. Invite colleagues under People.`,
    toPeople: 'Go to People',
    otherLink: 'Paste another link',
    connected: 'Connected. Now you can invite a colleague.',
    firstTitle: 'Create the workspace first',
    firstText:
      'The link connects a workspace to the server. Create it here, and you will be connected afterwards.',
    first: 'Create the workspace',
    giveUp: 'Cancel',
    fetching: 'Fetching the workspace',
    fetchingText: 'Keep this page open until everything has arrived.',
    waitsForOther:
      'The server has not received everything yet. Open Volym on the device that invited you.',
    who: 'Who are you?',
    whoText: 'Your name is shown beside what you do.',
    someoneElse: 'Someone else',
    name: 'Your name',
    nameNeeded: 'Choose a name, or enter yours.',
    done: 'Done',
  },
  conflict: {
    title: 'You changed the same thing',
    lead: (answers: number) =>
      `${answers > 2 ? 'Several' : 'Two'} devices changed it without knowing about each other. Choose which answer applies.`,
    about: (field) => `You changed the same thing: ${field}`,
    standsMeanwhile: (value) => `For now it is ${value}`,
    stands: 'applies now',
    later: 'Later',
    at: (place: number, of: number) => `${place} of ${of}`,
    was: (value: string) => `was ${value}`,
    mine: 'Your change',
    theirs: (name: string) => (name === '' ? 'Another change' : `${name}’s change`),
    keep: (value: string) => `Keep ${value}`,
    keepChosen: 'Keep the selected one',
    keptSecret:
      'The link you do not choose is not kept. The history shows who answered, but never the link.',
    nothing: 'empty',
    other: 'Something else',
    otherDetail: 'Enter the right value',
    keepOther: 'Save the answer',
    undoneReason: 'Two answers were compared',
    askedAgain: 'The question will be asked again',
    changedSince: 'It has changed since then, and stays.',
    left: (count: number) =>
      count === 1
        ? 'The answer is saved, 1 question left'
        : `The answer is saved, ${count} questions left`,
    otherField: 'Another field',
    fields: {
      name: 'Name',
      appleId: 'Apple ID',
      manager: 'Registered in',
      parent: 'Belongs to',
      product: 'Product',
      adamId: 'App Store number',
      buyer: 'Bought by',
      purchaseDate: 'Purchase date',
      purchased: 'Codes bought',
      redeemed: 'Codes redeemed',
      remaining: 'Codes left',
      programmes: 'What you manage',
      supportForm: 'Address of Apple’s form',
      ownStore: 'Your own Apple Online Store',
      organisationType: 'Type of organisation',
      mayOpenCodes: 'May open codes',
      organization: 'Organisation',
      location: 'Location',
      system: 'System',
      systemName: 'Name of the system',
      alsoIn: 'Also in',
      downloadedBy: 'Downloaded by',
      downloadedOn: 'Downloaded',
      holders: 'Has access',
      lastDay: 'Expires',
      sealed: 'Content of the file',
      lowAt: 'Own threshold for running low',
      productType: 'Kind',
      group: 'Group',
      email: 'Email',
      intent: 'What the deployment does',
      users: 'Users',
      invite: 'Invitation code',
      accountsEdition: 'Rules for tokens and accounts',
    },
    systems: { intune: 'Microsoft Intune', jamf: 'Jamf Pro', other: 'Another system' },
    values: {
      business: 'Business',
      education: 'Education',
      App: 'App',
      Book: 'Book',
      required: 'Required',
      available: 'Available',
      uninstall: 'Uninstall',
    },
    yes: 'Yes',
    no: 'No',
    trash: {
      field: 'The trash',
      trashed: 'In the trash',
      kept: 'Kept',
      title: 'Deleted and changed',
      you: 'You',
      someone: 'Someone',
      deletedBy: (who: string, when: string) => `${who} deleted it ${when}.`,
      changedBy: (who: string, when: string) =>
        `${who} changed it ${when}. Neither knew about the other.`,
      changes: (what: string) => `Changed: ${what}.`,
      keptMeans: 'It stays where it is, with the change, on all devices.',
      trashedMeans:
        'It goes to the trash with the change, on all devices, and can be restored from there.',
      keep: 'Keep it',
      trash: 'Move it to the trash',
      meanwhile: 'It stays until someone answers.',
      codesTitle: 'Deleted, but its codes are in use',
      codeUsedBy: (who: string, when: string) =>
        `${who} used a code in it ${when}. Neither knew about the other.`,
      codeAddedBy: (who: string, when: string) =>
        `${who} added a code to it ${when}. Neither knew about the other.`,
      codesIn: (count: number, used: number) =>
        `Now it has ${count === 1 ? '1 code' : `${n(count)} codes`}${used === 0 ? '' : count === 1 ? ', which was used' : `, of which ${n(used)} ${used === 1 ? 'was' : 'were'} used`}.`,
      restIsGone: 'Everything else about it is gone.',
      codesKeptMeans: 'It stays with its codes, on all devices. Enter what you know about it.',
      codesTrashedMeans:
        'It goes to the trash with its codes, on all devices, and can be restored from there.',
    },
    kept: (answers: number) =>
      `Everything else was merged. Nothing is lost: ${answers > 2 ? 'all' : 'both'} answers stay in the history.`,
    done: 'The answer is saved',
    gone: 'The question has been answered',
    goneText: 'Someone has already chosen what applies.',
    toRecord: 'Show the record',
  },
  problems: syncProblems,
} satisfies Messages<typeof source>;
