import { countIn } from '#core/language/count.ts';
import type { Messages } from '#core/language/language.ts';
import type { people as swedish } from '../sv/sync-people.ts';

const n = countIn('en');

/** Words of the screen of people, in English. */
export const people = {
  invite: 'Invite a colleague',
  inviteHint: 'The link works once. Inviting needs the passphrase.',
  inviteeMay: 'What your colleague can do',
  roles: { member: 'Can edit', reader: 'Read-only' },
  roleHints: {
    member: 'Reads and edits everything. Codes open with the passphrase.',
    reader: 'Sees everything except codes, and changes nothing.',
  },
  roleBadges: { member: 'Edits', reader: 'Reads' },
  roleOf: (device: string) => `What ${device} can do`,
  roleIsSet: { member: 'The device can edit', reader: 'The device is read-only' },
  onlyReads: {
    title: 'You can read, not edit',
    text: 'Someone who can edit can give you access: on their own device, under People, beside the name of yours. Codes can be opened only by those who can edit, since every view is logged.',
    waiting: (waiting: string) =>
      `${waiting} from when you could edit. They stay here, and are sent if you can edit again.`,
    send: 'Send a request to edit',
    copy: 'Copy a request to edit',
    nameHint: 'Shown in the request. Saved on this device only, not in the workspace.',
    nameNeeded: 'Enter your name, so that whoever reads the request knows who is asking.',
    subject: (name) => `${name} asks for edit access in Volym`,
    letter: (name, cameIn) =>
      `${name} asks for edit access in Volym. ${cameIn === '' ? 'The device is' : `The device joined ${cameIn} and is`} listed under People, where you can let it edit and give it a name.`,
    sent: 'The request was handed to the app you chose.',
    notSent: 'The request was not sent. Try again, or ask someone who can edit to open People.',
    copied: 'The request is copied. Paste it into an email or chat to someone who can edit.',
    notCopied: 'The request could not be copied. Ask someone who can edit to open People.',
    next: 'When someone lets the device edit, this disappears and you can edit.',
  },
  make: 'Create an invitation',
  scan: 'Scan here, or send the link.',
  once: (minutes: number) => (minutes <= 1 ? 'Once, 1 min left' : `Once, ${minutes} min left`),
  over: 'The invitation has expired',
  again: 'Create a new one',
  share: 'Share the link',
  copy: 'Copy the link',
  copied: 'The link is copied. The clipboard is cleared after a minute where the device allows it.',
  notCopied: 'The link could not be copied. Select it and copy it yourself.',
  otherLink:
    'The link is new. If you copied or sent the previous one, it no longer works: share this one.',
  hidden: 'The invitation is valid, but not shown while codes and tokens are locked.',
  show: 'Unlock and show',
  takeBack: 'Revoke',
  takenBack: 'The invitation is revoked',
  qr: 'QR code with the invitation',
  others: 'Pending invitations',
  other: (until: string) => `Valid until ${until}`,
  letterTitle: 'Invitation to Volym',
  needsServer: 'You need a shared server',
  needsServerHint:
    'Start Volym on a computer or server that everyone can reach (npm start), and open the link it prints on this device.',
  /** Of the server that the app came from, by what it keeps in step. */
  ownServer: {
    'set-up': {
      title: 'This server can sync your workspace',
      text: (host: string) =>
        `Server ${host} can sync the workspace between devices. You need the link that it printed when it started, or just the code at its end.`,
    },
    members: {
      title: 'This server already syncs a workspace',
      text: (host: string) =>
        `The link that ${host} printed has been used. Ask a colleague who has the workspace for an invitation, and open it on this device. If nobody is left, whoever runs the server can make a new link.`,
    },
  },
  people: 'People',
  you: 'you',
  owns: (count: number) =>
    count === 1 ? 'responsible for 1 deadline' : `responsible for ${n(count)} deadlines`,
  yourDeputy: 'your deputy',
  codes: {
    opens: 'Opens codes',
    changes: 'edits',
    noPhrase: 'does not have the passphrase',
    ownDevice: 'only on their own device',
    readerKnows: 'knows the passphrase, but the device shows no codes',
    isKeptOut: 'may not open codes',
    isOut: 'all devices are shut out',
    hasOpened: 'Has unlocked with the current passphrase or kit.',
    hasNotOpened: 'Has not unlocked with the current ones, as far as the devices have reported.',
    readerSays: 'Only reads, and sees no codes.',
    someone: 'Someone',
    allowedBy: (name: string, when: string) => `${name} allowed opening codes again ${when}.`,
    keptOutBy: (name: string, when: string) =>
      `${name} decided ${when} that codes may not be opened.`,
    notOwn: 'A colleague who opens codes decides whether you may.',
    legend: (name: string) => `Whether ${name} may open codes`,
    may: 'May open codes',
    mayHow:
      'Tell them the passphrase yourself: it is typed once on their device. Volym cannot stop anyone from passing it on.',
    mayNot: 'May not open codes',
    mayNotHow:
      'Volym locks the codes on their devices as soon as they are online, and does not open them again. Someone who knows the phrase and takes the app apart can still get at them.',
    onlyTheApp: 'To be certain, change the keys and use a new phrase that is not passed on.',
    otherKeys: 'Change keys',
    history: 'History',
    allowed: (name: string) => `${name} may open codes`,
    keptOut: (name: string) => `${name} may not open codes`,
    problems: {
      'not-yourself': 'You cannot decide about yourself. Ask a colleague who opens codes.',
      'kept-out-decides':
        'You may not open codes, and cannot decide about others. Ask someone who may.',
      'last-who-opens':
        'Nobody could open codes then. Unlock them yourself first, or let a colleague do it.',
      'already-decided': 'That is already the case.',
      'only-reads': 'This device is read-only. Ask someone who can edit.',
      failed: 'It could not be saved. Close this and try again.',
    },
  },
  devices: 'Devices',
  own: 'This device',
  nowSeen: 'now',
  seen: (when: string) => `seen ${when}`,
  shutOut: 'Shut out',
  shutOutTitle: (device: string) => `Shut out ${device}?`,
  shutOutText:
    'The device gets nothing new and cannot send anything. What is already on it cannot be removed: change the keys afterwards, and the codes too if it was stolen.',
  letIn: (count: number) =>
    count === 1
      ? 'It let in 1 more device, which stays unless you shut it out as well.'
      : `It let in ${n(count)} more devices, itself or through them, which stay unless you shut them out as well.`,
  andMore: (count: number) => `and ${n(count)} more`,
  shutOutWithLetIn: (count: number) =>
    count === 1 ? 'Shut out both' : `Shut out all ${n(count + 1)}`,
  everybodySees: 'Everyone sees under People that you did it, and when.',
  whoMayShutOut: 'Anyone who can edit can shut out a device. Everyone sees who did it.',
  notInside: 'This device has no access at the moment',
  shutOutDevices: 'Shut out',
  wasShutOut: (when: string, by: string) => `shut out ${when} by ${by}`,
  changeKeysWhy: 'So that nothing new can be read with the keys on it.',
  changeKeys: 'Change keys',
  areShutOut: (count: number) =>
    count === 1 ? 'The device is shut out' : `${n(count)} devices are shut out`,
  rename: 'Rename this device',
  deviceName: 'Name of the device',
  deviceNameHint: 'For example iPad at the office. Your colleagues see it too.',
  saveName: 'Save',
  renamed: 'The device has been renamed',
  comingIn: 'owner not known yet',
  readerUses: 'read-only, so its owner is not known',
  cameIn: (when: string) => `joined ${when}`,
  letInBy: (who: string) => `let in by ${who}`,
  renameOf: (device: string) => `Rename ${device}`,
  models: {
    iphone: 'iPhone',
    ipad: 'iPad',
    android: 'Android',
    windows: 'Windows computer',
    mac: 'Mac',
    chromebook: 'Chromebook',
    linux: 'Linux computer',
    reader: 'Read-only device',
    unknown: 'Unknown device',
    other: 'Device',
  },
} satisfies Messages<typeof swedish>;
