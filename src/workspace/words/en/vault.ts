import type { Messages } from '#core/language/language.ts';
import type { vault as source } from '../sv/vault.ts';
import { rulesToday } from './rules-today.ts';

/** First start, passphrase, recovery kit, unlocking and the screen of the lock, in English. */
export const vault = {
  start: {
    madeElsewhere: 'A workspace was just created in another tab and is now in use.',
    title: 'What do you manage?',
    sub: 'The menu shows only what you choose, but deadlines are always shown. Change it whenever you like.',
    already: 'Already have data?',
    import: 'Import a spreadsheet',
    importDetail: 'Excel or CSV, with a dry run first',
    join: 'Join a workspace',
    joinDetail: 'Scan the code on a colleague’s screen, or paste the link',
    restore: 'Restore from a backup',
    restoreDetail: 'A file that ends in .volym, and the passphrase or the kit',
    demo: 'Try example data',
    demoDetail: 'Made-up records, erased with one tap',
    safe: 'No account needed. Everything is saved on this device, and secrets are locked before they are saved.',
    empty: 'Start empty',
    chooseOne: 'Choose at least one thing to manage.',
    failed: 'The example could not be created. Try again.',
  },
  step: (at) => `${at} of 3`,
  next: 'Continue',
  rules: rulesToday,
  names: {
    title: 'What is your name?',
    sub: 'Everyone who shares the workspace sees the names. Both can be changed in Settings.',
    yours: 'Your name',
    workspace: 'Workspace name',
    example: 'For example Nordby IT',
    needed: 'Enter both names.',
  },
  phrase: {
    title: 'Choose a passphrase',
    sub: 'It locks codes and tokens before they are saved. The server cannot read them, and nobody else can open them for you.',
    subVip:
      'It locks your backups, and any codes and tokens you manage later. Nobody else can open them for you.',
    kinds: 'Kind of passphrase',
    fiveWords: 'Five words',
    own: 'Your own',
    words: 'The five words',
    newWords: 'New words',
    notDrawn:
      'The words could not be loaded. What you typed is still here. Check the network and try again.',
    rule: 'The words use only a to z and can be typed on any keyboard. Your own phrase needs at least twelve characters.',
    ownRule:
      'At least twelve characters. Several unrelated words are easier to remember and harder to guess.',
    ownPhrase: 'Your phrase',
    againWords: 'Type the words once more',
    againOwn: 'Type the phrase once more',
    /** Above a button that waits for it. */
    toGoOn: 'Type it the same way twice to continue.',
    toGoOnWords: 'Type the five words once more to continue.',
    wrongWord: (place: number) => `Word ${place} does not match the list.`,
    notSame: 'Not the same yet. The order matters.',
    tooWeak: 'The phrase is too easy to guess. Make it longer, or choose five words.',
    nowhere:
      'The phrase is not stored anywhere. In the next step you make a recovery kit, in case you forget it.',
    strength: {
      label: (word) => `Strength of the phrase: ${word}`,
      weak: 'Weak',
      fair: 'Fair',
      strong: 'Strong',
      'very-strong': 'Very strong',
    },
  },
  kit: {
    title: 'Recovery kit',
    sub: 'This opens everything again if the phrase is forgotten. Print it and put it in the safe.',
    made: (number, day, mark = '') =>
      mark === '' ? `Kit ${number}, made ${day}` : `Kit ${number}, mark ${mark}, made ${day}`,
    words: 'The kit’s twelve words',
    covered: (place) => `Word ${place} is hidden`,
    qr: 'QR code with the kit’s twelve words',
    print: 'Print',
    save: 'Save PDF',
    saved: 'The PDF is saved.',
    cannotSave: 'The PDF could not be created. Print the kit or write down the words.',
    check: (first, second) => `Check: type words ${first} and ${second} from the paper`,
    showAll: 'Show all words',
    allShown: 'All twelve words are shown',
    toCheck: 'Hide and check',
    word: (place) => `Word ${place}`,
    right: 'Correct',
    wrong: (place) => `Word ${place} is not right. Check the paper.`,
    needed: 'The button becomes active when both words are right.',
    neededHidden: 'Hide the words and type the two that are asked for.',
    risk: 'Anyone who has the paper can open everything that is locked. If you lose both the phrase and the kit, it is gone for good.',
    create: 'Create the workspace',
    creating: 'Creating the workspace',
    failed: 'The workspace could not be created. Nothing is saved. Try again.',
    paper: {
      heading: 'Recovery kit for Volym',
      purpose:
        'The twelve words open the workspace’s codes, tokens and backups when the passphrase is forgotten. Choose Use the recovery kit in Volym and type the words in order, or scan the QR code.',
      keep: 'Keep the paper locked away. Anyone who has it can open everything that is locked.',
      file: (name, number, mark) => `recovery-kit-${name}-${number}-${mark}.pdf`,
    },
  },
  unlock: {
    titles: {
      codes: 'Unlock codes',
      token: 'Unlock the token',
      'token-in': 'Unlock to store the token',
      invitation: 'Unlock the invitation',
      'invitation-in': 'Unlock to store the invitation',
      all: 'Unlock codes and tokens',
    },
    lockedSince: (time) =>
      `Deadlines and orders are shown as usual. Codes and tokens have been locked since ${time}.`,
    locked: 'Deadlines and orders are shown as usual. Codes and tokens are locked.',
    phrase: 'Passphrase',
    demo: 'This is example data. The phrase is already filled in.',
    open: 'Unlock',
    opening: 'Unlocking',
    tryAll: 'Try all locks',
    tryingWrap: (number, of) => `Trying lock ${number} of ${of}.`,
    stop: 'Stop',
    makingKey: (percent) => `The key is being made: ${percent}%. Keep the app open.`,
    waitSeconds: (seconds) => `Try again in ${seconds} ${seconds === 1 ? 'second' : 'seconds'}`,
    waitMinutes: (minutes, seconds) => `Try again in ${minutes}:${seconds}`,
    attempt: (count) => `Attempt ${count}`,
    grows: 'the wait grows with each mistake',
    seconds: (count) => `${count} s`,
    minutes: (count) => `${count} min`,
    forgotten: 'Forgot the phrase?',
    useKit: 'Use the recovery kit',
    useKitDetail: 'Scan the paper or type the twelve words',
  },
  recovery: {
    title: 'The recovery kit',
    sub: 'Type the twelve words in order, separated by spaces. Numbers and line breaks are fine.',
    words: 'The twelve words',
    count: (count) => `${count} of 12 words`,
    unknown: (place) => `Word ${place} is not in Volym’s word lists. Check the spelling.`,
    scan: 'Scan the QR code',
    aim: 'Point the camera at the QR code on the paper.',
    stop: 'Stop scanning',
    picture: 'The camera’s picture',
    forbidden:
      'The camera is off for Volym. Allow it in the browser’s settings, or type the words.',
    noCamera: 'No camera was found. Type the words instead.',
    other: 'That code is not a recovery kit.',
    noReader: 'The QR reader could not be loaded. Type the words instead.',
    usePhrase: 'Use the passphrase instead',
    offer: {
      title: 'Choose a new passphrase?',
      why: 'The kit opened the lock. If the passphrase is forgotten, choose a new one. The paper stays valid.',
      choose: 'Choose a new passphrase',
      later: 'Not now',
    },
  },
  screen: {
    title: 'Lock and passphrase',
    open: 'Codes and tokens are unlocked',
    openDetail: 'They lock automatically when the app is hidden or idle.',
    locked: 'Codes and tokens are locked',
    lockedSince: (time) => `Locked since ${time}.`,
    lockedDetail: 'Deadlines and orders are shown as usual.',
    lockNow: 'Lock now',
    unlock: 'Unlock',
    ifForgotten: 'If the phrase is forgotten',
    kit: 'Recovery kit',
    useKit: 'Unlock with the kit',
    noKit: 'There is no kit.',
    unlocked: 'Codes and tokens are unlocked.',
  },
  change: {
    section: 'Change',
    phraseTitle: 'Change passphrase',
    phraseDetail: 'The old one stops working on every device',
    kitTitle: 'Make a new recovery kit',
    kitDetail: 'The old paper stops working',
    step: (at, of = 2) => `${at} of ${of}`,
    prove: 'Type the current passphrase. If you have forgotten it, the recovery kit works too.',
    phraseAbout:
      'Do this when someone who should not know the passphrase has heard it. The old one then opens only older backups, and those who open codes need the new one. If the person who heard it has had a device or a backup, change keys instead.',
    kitAbout:
      'Do this when the paper is lost or worn. The passphrase works as before, and nothing is lost. If someone else may have the paper, change keys instead.',
    keysAbout:
      'Do this when a device or person has been shut out, or when someone else may have the paper with the kit. Anything new is locked with new keys, which they do not have. Nothing is lost: the others type the passphrase once, or open a new invitation.',
    phraseLead:
      'Everyone who opens codes in the workspace needs the new passphrase. The recovery kit works as before.',
    phraseNote: 'An offline device opens with the old passphrase until it has synced.',
    phraseSave: 'Change passphrase',
    phraseDone: 'The passphrase is changed. Tell it to those who open codes.',
    kitLead:
      'Once it is checked, the old paper opens only older backups. Make a new backup, then tear it up.',
    kitSave: 'Use the new kit',
    kitDone: 'The new kit is in use. Put the paper in the safe and tear up the old one.',
    keysTitle: 'Change keys',
    keysDetail: 'When a device is lost or someone has left',
    keysLead:
      'A device that was shut out can read nothing new. Everyone else types the passphrase once, or opens a new invitation.',
    keysWhich: 'Passphrase',
    keysKeep: 'Keep',
    keysNew: 'New',
    keysNewNote:
      'The person who should no longer read may have heard the old phrase. With a new one, the old one opens nothing new.',
    keysKeepNote:
      'Enough when only the device is lost. If someone else knows the passphrase, choose a new one.',
    keysKitLead: 'The new keys need a new kit. The old paper opens only older backups.',
    offline:
      'The server cannot be reached right now. Wait until it can: someone may be changing the keys at the same time, and then what is new here would open nothing.',
    keysSave: 'Change the keys',
    keysDone:
      'The keys are changed. Those who open codes type the passphrase once. Send the others a new invitation.',
  },
  problems: {
    locked: 'The vault was locked in the meantime. Type the current passphrase or words once more.',
    'not-kept':
      'The new one could not be saved and read back, so the old one still applies. Free some space and try again.',
    'either-counts':
      'The change was not finished: the old and the new may both apply. Keep both, free some space and try again.',
    'not-changed': 'It could not be changed. The old one still applies. Try again.',
    'only-reads': 'This device is read-only.',
    'may-not-open': (by: string) =>
      `${by || 'Someone'} decided that you may not open codes. Ask someone who may to change that, under People.`,
    'record-is-gone': 'The keyring is not on this device. Wait until everything has been fetched.',
    'wrong-passphrase': 'The phrase is not right. Check each word; the order matters.',
    'wrong-kit':
      'The words are not right. Check that the paper has the right mark, and that all twelve words are in the same order as on the paper.',
    'keys-changed':
      'The keys have been changed since then. Type the current passphrase, or use the newest kit.',
    wait: 'Wait until the time has passed, then you can try again.',
    'keyring-trouble':
      'The keyring was changed and cannot be trusted. First restore the right one, under Sync and safety.',
    'too-many-wraps':
      'The keyring has too many locks to try at once, and none of those tried opened. Check the passphrase or the words, then try them all: that can take several minutes, and you can stop it. Or ask someone who opens codes to restore the keyring, under Sync and safety.',
    'no-keyring': 'The keyring is not on this device, so codes cannot be opened here.',
    'derive-failed': (why) =>
      `The device could not make the key${why && ` (${why})`}. Nothing is lost. Close other apps and tabs and try again. If that does not help, restart the browser or use another device.`,
    'not-loaded':
      'Part of the app could not be loaded. What you typed is still here and nothing is lost. Check the network and try again.',
    'other-workspace':
      'The server offers the keys of another workspace. Nothing was changed: type the phrase of this one.',
    'not-opened':
      'The lock did not open. What you typed is still here and nothing is lost. Try again. If that does not help, reload the page.',
  },
} satisfies Messages<typeof source>;
