import { countIn } from '#core/language/count.ts';
import type { CommonProblem } from '#core/result.ts';
import type { Sentences } from '#core/language/sentence.ts';
import type { TokenProblem } from '#programmes/apple-licences/rules/token/token-problem.ts';
import { dayCount } from '#ui/words/en/day-count.ts';
import { notStoredProblems } from '#ui/words/en/not-stored.ts';
import { tokenKills, tokenNote } from './tokens-note.ts';
import { recognisedProblems, tokenRecognised } from './tokens-recognised.ts';
import { tokenRule } from './tokens-rule.ts';
import type { Messages } from '#core/language/language.ts';
import type { tokens as source } from '../sv/tokens.ts';

const n = countIn('en');

const problems = {
  'token-empty': () => 'The file is empty. Download it again from Apple.',
  'token-too-large': () =>
    'The file is too large to be a token. Choose the one that ends in .vpptoken.',
  'token-is-enrolment': () =>
    'This is a server token for device enrolment (.p7m). The token for apps is under Apps and Books and ends in .vpptoken.',
  'token-is-certificate': () =>
    'This is a certificate, not a token. Choose the file that ends in .vpptoken.',
  'token-is-sheet': () => 'This is a spreadsheet. Code sheets are imported under Import.',
  'token-is-page': () => 'This is a web page. Sign in to Apple and download the file again.',
  'token-is-decoded': () =>
    'The text has already been decoded. Choose the file itself, as Apple gave it.',
  'token-is-other': () =>
    'This is not a token file. Choose the one that ends in .vpptoken, or paste all of its text.',
  'token-url-letters': () =>
    'Characters were changed along the way (- and _). Download the file again from Apple instead of sending it.',
  'token-strange-letter': ({ letter }) =>
    `The file contains characters that do not belong there (${letter}). It is damaged: download it again.`,
  'token-cut-off': () =>
    'The file is incomplete: its end is missing. Download it again from Apple.',
  'token-not-json': () =>
    'The content cannot be read. It is either not a token or damaged. Choose the file that ends in .vpptoken, or download it again from Apple.',
  'token-not-object': () =>
    'The content is not in the format of a token. Download the file again from Apple.',
  'token-field-missing': ({ fields }) =>
    `Missing in the file: ${fields}. Download it again from Apple.`,
  'token-bad-date': ({ written }) =>
    `The last day cannot be read (${written}). Download the file again from Apple.`,
  ...recognisedProblems,
  'one-token-only': ({ name }) =>
    `Under the 2016 rules an organisation has one account and one token, and ${name} already exists. Renew it, or choose the 2025 rules in Settings.`,
  'account-is-for-good': () => 'Confirm that the account cannot be changed later.',
  'account-stays': ({ account }) =>
    `The account cannot be changed under the 2016 rules. It is ${account}.`,
  'token-name-needed': () => 'Give the token a name.',
  'not-an-apple-id': () => 'Enter the Apple ID of the account. It is an email address.',
  'day-in-the-future': () => 'That day is in the future.',
  'not-a-day': () => 'Enter a date, with the full year.',
  'token-other-organization': ({ now, next }) =>
    `The file belongs to ${next}, and this token to ${now}. Download one for the right organisation.`,
  'token-not-later': () =>
    'The file ends no later than the one that is here. Download a new one from Apple.',
  'renewal-stays': () =>
    'The renewal can no longer be undone: something has since been recorded about the new file.',
  'file-first': () => 'Load the new file first.',
  'already-done': () => 'The step is already ticked off, perhaps on another device.',
  ...notStoredProblems,
  'only-reads': () => 'This device is read-only.',
  'vault-locked': () => 'Unlock to store the token.',
} satisfies Sentences<TokenProblem['code']> & Partial<Sentences<CommonProblem['code']>>;

/** Texts of this area in English. */
export const tokens = {
  title: 'Tokens',
  sub: 'Soonest to expire first',
  detail: 'Selected token',
  vppToken: 'VPP token',
  choose: {
    title: 'Choose a token',
    sentence: 'How long it is valid, its renewal and who has access are shown here.',
  },
  add: 'New token',
  empty: {
    title: 'No token yet',
    sentence:
      'A token is the file from Apple that lets an MDM system distribute apps. Volym counts the days and reminds you.',
  },
  groups: { over: 'Needs attention', soon: 'Expires soon', valid: 'Valid' },
  withinDays: (days) => `within ${n(days)} days`,
  states: {
    valid: 'Valid',
    expiring: 'Expires soon',
    expired: 'Expired',
    invalid: 'Invalid',
    revoked: 'Revoked',
    claimed: 'Taken over',
    duplicate: 'Duplicate',
  },
  until: (day) => `Until ${day}`,
  ended: (day) => `Expired ${day}`,
  fileSays: (day) => `Last day in the file: ${day}`,
  ring: {
    days: (count) => (count === 1 ? 'day' : 'days'),
    daysLeft: (count) => (count === 1 ? 'day left' : 'days left'),
    late: (count) => (count === 1 ? 'day late' : 'days late'),
    today: 'Today',
    lastDay: 'last day',
    sentence: (left, day) =>
      left < 0
        ? `Expired ${dayCount(-left)} ago, ${day}`
        : left === 0
          ? `Today is the last day, ${day}`
          : `${dayCount(left)} left of a year, until ${day}`,
    void: (state, day) => `${state}. No longer valid, although the last day in the file is ${day}`,
  },
  systems: {
    '': 'System not specified',
    intune: 'Microsoft Intune',
    jamf: 'Jamf Pro',
    other: 'Another system',
  },
  foot: {
    renew: 'Renew',
    renewSentence: 'No licences can be assigned with it',
    // Intune: assigning goes on, the sync does not (apple.md §1.4).
    syncStands: 'Sync is paused until one of them is removed',
    started: (done, of) => `Renewal started, ${n(done)} of ${n(of)} done`,
    goOn: 'Continue',
    begin: (left) =>
      left === 0
        ? 'Ends today. Renew now'
        : left === 1
          ? 'Ends tomorrow. Renew now'
          : 'Start the renewal in good time',
    nobody: 'Nobody is recorded as having access',
    onlyOne: (name) => `Only ${name} has access`,
    addHolder: 'Add',
  },
  card: {
    ends: (day) => `Expires ${day}`,
    ended: (day) => `Expired ${day}`,
    year: (day) => `Downloaded ${day}, valid for a year`,
    yearUnknown: 'Valid for a year from its download',
    void: 'No longer valid',
    kills: 'If the account’s password is changed, it stops working at once.',
    found: {
      revoked:
        'Revoked at Apple. It is no longer valid, whatever day the file says. Download a new one.',
      invalid:
        'Invalid: the account’s password or domain was changed, or the account is closed. Download a new one.',
      claimed:
        'Another system has taken it over. Assignments and users can be lost. Download a new one for this system.',
      duplicate:
        'The same location is in the system twice. Sync is paused until one of them is removed.',
    },
    foundOn: (day) => `Since ${day}`,
  },
  renewal: {
    title: 'Renew',
    count: (done, of) => `${n(done)} of ${n(of)} done`,
    tick: (step) => `Done: ${step}`,
    open: 'Open',
    choose: 'Choose file',
    nameSystem: 'Enter system',
    steps: {
      'signed-in': 'Sign in to Apple',
      downloaded: 'Download a new token',
      uploaded: {
        intune: 'Upload it in Intune',
        jamf: 'Replace the file in Jamf Pro',
        other: (system) =>
          `Replace the file ${system === '' ? 'where it is used' : `in ${system}`}`,
      },
      renewed: 'Load the file here',
      checked: 'Sync and check',
    },
    hints: {
      'signed-in': (account) =>
        account === ''
          ? 'With the same account as before'
          : `With ${account}, the same account as before`,
      downloaded: 'Settings, Payments & Billing, Apps and Books, Content Tokens',
      uploaded: {
        intune:
          'Tenant administration, Connectors and tokens, Apple VPP tokens: replace the old file',
        jamf: 'Settings, Volume purchasing: renew, and choose the file in the existing location',
        other: 'Replace the file in the existing entry. Do not create a new one.',
      },
      renewed: 'Volym compares the organisation and the last day',
      checked: (system) =>
        `Sync ${system === '' ? 'where the token is used' : `in ${system}`} and check that the last day is the new one`,
    },
    done: (step, day) => `${step}, ${day}`,
    sheetTitle: 'Load the new file',
    compare: {
      organization: 'Organisation',
      until: 'Valid until',
      now: 'now',
      next: 'new',
      same: 'the same',
    },
    verdicts: {
      renews: 'The same organisation and a later last day. The file replaces the old one.',
      first: 'The same organisation, and no file was here before.',
      'same-file': problems['token-same-file'](),
      'not-later': problems['token-not-later'](),
    },
    take: 'Replace and store',
    takeFacts: 'Replace, details only',
    taken: (day) => `The token is renewed, until ${day}`,
    finished: 'The renewal is done',
    undone: (day) =>
      `The renewal is undone. The previous file applies, until ${day}. Its content is no longer here.`,
  },
  account: {
    title: 'Sync and account',
    people: (count) =>
      count === 0
        ? 'Nobody is recorded as having access'
        : count === 1
          ? 'One person has access'
          : `${n(count)} people have access`,
    twoNeeded: 'At least two should: otherwise access is lost when someone leaves',
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
      fileDay: 'Last day in the file',
      synced: 'Last synced',
      never: 'never from here',
      holder: 'In use by, according to Apple',
      fingerprint: 'Fingerprint',
      text: 'Content of the file',
      sealed: 'in the vault',
      thrown: 'not saved',
      none: 'not here yet',
      gone: 'gone, replaced by the renewal that was undone',
    },
  },
  files: {
    title: 'Files',
    count: (count) => (count === 1 ? 'one file' : `${n(count)} files`),
    came: (day) => `Loaded ${day}`,
    now: (day) => `now, until ${day}`,
    before: (day) => `until ${day}`,
  },
  menu: {
    edit: 'Edit details',
    found: 'Mark as not valid',
    foundValid: 'It is valid after all',
    undoRenewal: 'Undo the renewal',
    history: 'History',
    forget: 'Delete the file’s content',
    trash: 'Move to trash',
  },
  finding: {
    title: 'What happened?',
    on: 'Since',
    note: 'Note',
    kinds: {
      revoked: 'Revoked at Apple',
      invalid: 'Invalid: password, domain or account',
      claimed: 'Another system has taken it over',
      duplicate: 'The same location exists twice',
    },
    save: 'Save',
    saved: 'Saved',
    valid: 'The token is valid again',
  },
  saved: 'The token is in the vault',
  savedFacts: 'The details are saved, the file’s content is deleted',
  changed: 'The change is saved',
  forgotten: 'The file’s content is deleted',
  trashed: 'The token is in the trash',
  missing: {
    title: 'The token is not here',
    sentence: 'It may have been deleted. Look in the trash.',
  },
  first: {
    title: 'First token',
    another: 'New token',
    guide: 'Get it from Apple',
    guideSteps: {
      registered: 'Registered with Apple for volume purchasing',
      downloaded: 'Token downloaded for the account',
      cleared: 'Users from an old MDM removed',
    },
    guideHints: {
      registered: 'Apple School Manager or Apple Business Manager, free for the organisation',
      downloaded: 'Settings, Payments & Billing, Apps and Books, Content Tokens, Download',
      cleared:
        'Users created by another system are not taken over. If the token was used in another system, download a new one.',
    },
    file: 'The file',
    fileSays: 'The file says',
    chooseFile: 'Choose the .vpptoken file',
    dropFile: 'Drop the file here',
    paste: 'Paste the text',
    pasteLabel: 'Token as text',
    take: 'Read the text',
    otherFile: 'Change file',
    pastedName: 'Pasted text',
    states: { valid: 'Valid file', expiring: 'Expires soon', expired: 'Expired' },
    expired: 'The file has expired. It can be saved, but download a new one from Apple.',
    until: 'Valid until',
    untilDays: (day, left) =>
      left < 0
        ? `${day}, ${dayCount(-left)} ago`
        : left === 0
          ? `${day}, today`
          : `${day}, ${dayCount(left)}`,
    fingerprint: 'Fingerprint',
    /** What was typed waits for the file. */
    fileAgain: 'The file itself is not kept: choose it again, and this is already filled in.',
    asInMdm: 'As in your MDM',
    name: 'Name of the token',
    appleId: 'Apple ID',
    holders: 'Has access to the account',
    holderName: 'Name',
    addHolder: 'Add someone',
    removeHolder: (name) => `Remove ${name}`,
    oneHolder: 'Only one person has access. At least two should.',
    forGood: 'I understand that we cannot switch to another VPP account later',
    forGoodWhy: 'An organisation has one account and one token.',
    edition: 'The 2016 rules',
    later: 'Under the 2025 rules an organisation can have many tokens, one for each location.',
    seal: 'Store the token',
    factsOnly: 'Details only',
    system: 'Used in',
    systemName: 'Name of the system',
    alsoIn: 'Also in',
    alsoInHint: 'Empty if it is in only one place',
    location: 'Location at Apple',
    downloadedBy: 'Downloaded by',
    downloadedOn: 'Downloaded on',
    save: 'Save',
    editTitle: 'Edit details',
  },
  note: tokenNote,
  kills: tokenKills,
  rule: tokenRule,
  recognised: tokenRecognised,
  problems,
} satisfies Messages<typeof source>;
