import { countIn } from '../count.ts';
import { tokenKills, tokenNote } from './tokens-note.ts';
import { tokenRule } from './tokens-rule.ts';
import type { Messages } from '../language.ts';
import type { tokens as source } from '../sv/tokens.ts';

const n = countIn('en');

type Params = Readonly<Record<string, string | number>>;
type Sentence = (params: Params) => string;

const problems: Record<string, Sentence> = {
  'token-empty': () => 'The file is empty. Download it again from Apple.',
  'token-too-large': () => 'The file is too large to be a token. Choose the one that ends in .vpptoken.',
  'token-is-enrolment': () =>
    'This is a server token for device enrolment (.p7m). The token for apps is under Apps and Books and ends in .vpptoken.',
  'token-is-certificate': () => 'This is a certificate and no token. Choose the file that ends in .vpptoken.',
  'token-is-sheet': () => 'This is a spreadsheet. Code sheets are read under Import.',
  'token-is-page': () => 'This is a web page. Sign in at Apple and download the file again.',
  'token-is-decoded': () => 'The text has been decoded already. Choose the file itself, as Apple gave it.',
  'token-is-other': () =>
    'This is no token file. Choose the one that ends in .vpptoken, or paste the whole of its text.',
  'token-url-letters': () =>
    'Letters were changed on the way (- and _). Download the file again from Apple instead of sending it.',
  'token-strange-letter': ({ letter }) =>
    `The file has letters that do not belong there (${letter}). It is damaged: download it again.`,
  'token-cut-off': () => 'The file is not whole: its end is missing. Download it again from Apple.',
  'token-not-json': () =>
    'The content cannot be read. It is no token, or it is damaged. Choose the file that ends in .vpptoken, or download it again from Apple.',
  'token-not-object': () => 'The content has another form than a token. Download the file again from Apple.',
  'token-field-missing': ({ fields }) => `Missing in the file: ${fields}. Download it again from Apple.`,
  'token-bad-date': ({ written }) => `The last day cannot be read (${written}). Download the file again from Apple.`,
  'token-is-here': ({ name }) => `This token is here already: ${name}.`,
  'one-token-only': ({ name }) =>
    `In the 2016 edition an organisation has one account and one token, and ${name} is here. Renew it, or choose the 2025 edition in Settings.`,
  'account-is-for-good': () => 'Confirm that the account cannot be changed later.',
  'account-stays': ({ account }) => `The account cannot be changed in the 2016 edition. It is ${account}.`,
  'token-name-needed': () => 'Give the token a name.',
  'not-an-apple-id': () => 'An Apple ID is an email address.',
  'day-in-the-future': () => 'That day has not been yet.',
  'not-a-day': () => 'Give a day.',
  'token-same-file': () => 'This is the file that is here already. Download a new one from Apple.',
  'token-other-organization': ({ now, next }) =>
    `The file belongs to ${next}, and this token to ${now}. Download it for the right organisation.`,
  'token-not-later': () => 'The file ends no later than the one that is here. Download a new one from Apple.',
  'renewal-stays': () => 'The renewal cannot be undone any more: something was noted of the new file since.',
  'file-first': () => 'Read the new file first.',
  'only-reads': () => 'This device may only read.',
  'vault-locked': () => 'Unlock to lock the token in.',
};

/** Texts of this area in English. */
export const tokens = {
  title: 'Tokens',
  sub: 'The one that ends first comes first',
  detail: 'Chosen token',
  vppToken: 'VPP token',
  choose: { title: 'Choose a token', sentence: 'Its year, its renewal and who has access are shown here.' },
  add: 'New token',
  empty: {
    title: 'No token yet',
    sentence:
      'A token is the file from Apple with which an MDM system hands out apps. Volym counts its year and reminds you.',
  },
  groups: { over: 'Needs a hand', soon: 'Ends soon', valid: 'Valid' },
  withinDays: (days) => `within ${n(days)} days`,
  states: {
    valid: 'Valid',
    expiring: 'Ends soon',
    expired: 'Expired',
    invalid: 'Invalid',
    revoked: 'Revoked',
    claimed: 'Taken over',
    duplicate: 'Duplicate',
  },
  until: (day) => `Until ${day}`,
  ended: (day) => `Ended ${day}`,
  fileSays: (day) => `Last day of its file: ${day}`,
  ring: {
    days: (count) => (count === 1 ? 'day' : 'days'),
    daysLeft: (count) => (count === 1 ? 'day left' : 'days left'),
    late: (count) => (count === 1 ? 'day late' : 'days late'),
    today: 'today',
    sentence: (left, day) =>
      left < 0 ? `Ended ${n(-left)} days ago, ${day}` : `${n(left)} days left of a year, until ${day}`,
    void: (state, day) => `${state}. It counts no more, though the last day of its file is ${day}`,
  },
  systems: { '': 'System not given', intune: 'Microsoft Intune', jamf: 'Jamf Pro', other: 'Another system' },
  foot: {
    renew: 'Renew',
    renewSentence: 'No licences can be handed out with it',
    // Intune: assigning goes on, the sync does not (apple.md §1.4).
    syncStands: 'Its sync stands still until one is removed',
    started: (done, of) => `Renewal begun, ${n(done)} of ${n(of)} done`,
    goOn: 'Continue',
    begin: 'Begin the renewal in good time',
    nobody: 'Nobody is noted to have access',
    onlyOne: (name) => `Only ${name} has access`,
    addHolder: 'Add',
  },
  card: {
    ends: (day) => `Ends ${day}`,
    ended: (day) => `Ended ${day}`,
    year: (day) => `Downloaded ${day}, valid for a year`,
    yearUnknown: 'Valid for a year from its download',
    void: 'Counts no more',
    kills: 'If the account’s password is changed it ends at once.',
    found: {
      revoked: 'Revoked at Apple. It counts no more, whatever day its file says. Download a new one.',
      invalid: 'Invalid: the account’s password or domain was changed, or the account is closed. Download a new one.',
      claimed:
        'Another system has taken it over. Assignments and users can be lost. Download a new one for this system.',
      duplicate: 'The same location lies twice in the system. Its sync stands still until one of them is removed.',
    },
    foundOn: (day) => `noted ${day}`,
  },
  renewal: {
    title: 'Renew',
    count: (done, of) => `${n(done)} of ${n(of)} done`,
    tick: (step) => `Done: ${step}`,
    open: 'Open',
    choose: 'Choose file',
    nameSystem: 'Name the system',
    steps: {
      'signed-in': 'Sign in at Apple',
      downloaded: 'Download a new token',
      uploaded: {
        intune: 'Upload it in Intune',
        jamf: 'Replace the file in Jamf Pro',
        other: (system) => `Replace the file ${system === '' ? 'where it is used' : `in ${system}`}`,
      },
      renewed: 'Read the file here',
      checked: 'Sync and check',
    },
    hints: {
      'signed-in': (account) =>
        account === '' ? 'With the same account as before' : `With ${account}, the same account as before`,
      downloaded: 'Settings, Payments & Billing, Apps and Books, Content Tokens',
      uploaded: {
        intune: 'Tenant administration, Connectors and tokens, Apple VPP tokens: replace the old file',
        jamf: 'Settings, Volume purchasing: renew, and choose the file in the location that is there',
        other: 'Replace the file in the entry that is there. Do not make a new one.',
      },
      renewed: 'Volym compares organisation and last day',
      checked: (system) =>
        `Sync ${system === '' ? 'where the token is used' : `in ${system}`} and see that the last day is the new one`,
    },
    done: (step, day) => `${step}, ${day}`,
    sheetTitle: 'Read the new file',
    compare: { organization: 'Organisation', until: 'Valid until', now: 'now', next: 'new', same: 'the same' },
    verdicts: {
      renews: 'The same organisation and a later last day. The file takes the place of the old one.',
      'same-file': problems['token-same-file']?.({}) ?? '',
      'not-later': problems['token-not-later']?.({}) ?? '',
    },
    take: 'Replace and lock in',
    takeFacts: 'Replace, facts only',
    taken: (day) => `The token is renewed, until ${day}`,
    finished: 'The renewal is done',
    undone: (day) => `The renewal is undone. The file before it counts, until ${day}. Its text is no longer here.`,
  },
  account: {
    title: 'Sync and account',
    people: (count) =>
      count === 0
        ? 'Nobody is noted to have access'
        : count === 1
          ? 'One person has access'
          : `${n(count)} people have access`,
    twoNeeded: 'At least two should: whoever leaves takes the account along otherwise',
    forGood: 'The account cannot be changed later',
    twoSystems: (name) =>
      `Also in ${name}. Assignments and users can be lost: download a new token for one of the systems.`,
    facts: {
      appleId: 'Apple ID',
      organization: 'Organisation',
      location: 'Location',
      system: 'System',
      downloadedBy: 'Downloaded by',
      downloadedOn: 'Downloaded',
      updated: 'Last updated',
      expires: 'Expires',
      fileDay: 'Last day of its file',
      synced: 'Last synced',
      never: 'never from here',
      holder: 'Used, as Apple has it, by',
      fingerprint: 'Fingerprint',
      text: 'Text of the file',
      sealed: 'locked in',
      thrown: 'not kept',
      gone: 'gone, replaced by the renewal that was undone',
    },
  },
  files: {
    title: 'Files',
    count: (count) => (count === 1 ? 'one file' : `${n(count)} files`),
    came: (day) => `Read ${day}`,
    now: (day) => `now, until ${day}`,
    before: (day) => `until ${day}`,
  },
  menu: {
    edit: 'Edit details',
    found: 'Note that it does not count',
    foundValid: 'It counts after all',
    undoRenewal: 'Undo the renewal',
    history: 'History',
    forget: 'Throw the file’s text away',
    trash: 'Move to trash',
  },
  finding: {
    title: 'What happened?',
    on: 'Since',
    note: 'Note',
    kinds: {
      revoked: 'Revoked at Apple',
      invalid: 'Invalid: password, domain or account',
      claimed: 'Another system has taken it',
      duplicate: 'The same location is there twice',
    },
    save: 'Note it',
    saved: 'Noted',
    valid: 'The token counts again',
  },
  saved: 'The token is locked in',
  savedFacts: 'The facts are saved, the file’s text is thrown away',
  changed: 'The change is saved',
  forgotten: 'The file’s text is thrown away',
  trashed: 'The token is in the trash',
  missing: { title: 'The token is not here', sentence: 'It may have been deleted. Look in the trash.' },
  first: {
    title: 'First token',
    another: 'New token',
    guide: 'Get it from Apple',
    guideSteps: {
      registered: 'Registered with Apple for volume purchase',
      downloaded: 'Token downloaded for the account',
      cleared: 'Users of an old MDM removed',
    },
    guideHints: {
      registered: 'Apple School Manager or Apple Business Manager, free for the organisation',
      downloaded: 'Settings, Payments & Billing, Apps and Books, Content Tokens, Download',
      cleared:
        'Users that another system made are not taken over. If the token was used in another system, download a new one.',
    },
    file: 'The file',
    fileSays: 'The file says',
    chooseFile: 'Choose the .vpptoken file',
    dropFile: 'Drop the file here',
    paste: 'Paste the text',
    pasteLabel: 'Token as text',
    take: 'Read the text',
    otherFile: 'Another file',
    pastedName: 'Pasted text',
    states: { valid: 'Valid file', expiring: 'Ends soon', expired: 'Expired' },
    expired: 'The file has expired. It can be saved, but download a new one from Apple.',
    until: 'Valid until',
    untilDays: (day, days) => (days < 0 ? `${day}, ${n(-days)} days ago` : `${day}, ${n(days)} days`),
    fingerprint: 'Fingerprint',
    asInDialog: 'As in the dialog',
    name: 'Name of the token',
    appleId: 'Apple ID',
    holders: 'Has access to the account',
    holderName: 'Name',
    addHolder: 'Add someone',
    removeHolder: (name) => `Remove ${name}`,
    oneHolder: 'Only one has access. At least two should.',
    forGood: 'I know that we cannot change to another VPP account later',
    forGoodWhy: 'An organisation has one account and one token.',
    edition: 'The 2016 edition',
    later: 'In later editions an organisation can have many tokens, one for each location.',
    seal: 'Lock the token in',
    factsOnly: 'Facts only',
    system: 'Used in',
    systemName: 'Name of the system',
    alsoIn: 'Also in',
    alsoInHint: 'Empty if it is in one place only',
    location: 'Location at Apple',
    downloadedBy: 'Downloaded by',
    downloadedOn: 'Downloaded on',
    save: 'Save',
    editTitle: 'Edit details',
  },
  note: tokenNote,
  kills: tokenKills,
  rule: tokenRule,
  problems,
} satisfies Messages<typeof source>;
