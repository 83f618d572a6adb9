import type { Messages } from '#core/language/language.ts';
import type { creditCodes as source } from '../sv/credit-codes.ts';
import { who } from '#ui/words/en/who.ts';
import { countIn } from '#core/language/count.ts';

const n = countIn('en');

/** Words of redemption codes: one that is shown, and the list of many. */
export const creditCodes = {
  code: {
    title: 'Redemption code',
    titleNumber: (number: string) => `Code ${number}`,
    qr: 'QR code with the redemption code',
    qrLink: 'QR code with a link to redeem',
    shown: 'Redemption code',
    whyLabel: 'Why are you opening the code?',
    why: 'Why are you opening the code? Tap a reason to show it. The view is logged.',
    reasons: { redeem: 'Redeem', 'hand-out': 'Hand out', check: 'Check' },
    hidesIn: (seconds: number) =>
      seconds === 1 ? 'Hidden in 1 second' : `Hidden in ${seconds} seconds`,
    locked: 'The codes are locked. Unlock to show it.',
    onlyReads: 'The code is locked. Someone who can edit can open it: every view is logged.',
    copy: 'Copy code',
    copyLink: 'Copy link',
    copied: 'The code is copied.',
    copiedLink: 'The link is copied.',
    notCopied: 'The device does not allow copying here.',
    clipboard: 'The clipboard is cleared after 60 seconds where the device allows it.',
    appsAndBooks: 'Apps and Books',
    views: 'Views',
    allChanges: 'All changes',
    alwaysLogged: 'always logged',
    noViews: 'Nobody has opened the code.',
    viewedFor: {
      redeem: (who: string) => `${who}, to redeem`,
      'hand-out': (who: string) => `${who}, to hand out`,
      check: (who: string) => `${who}, to check`,
    },
    viewed: (who: string) => `${who}, without a reason`,
    now: 'now',
    moreViews: (count: number) => `Show ${n(count)} more`,
    ...who,
    redeemedTitle: (day: string) =>
      day === '' ? 'Redeemed, the file does not say which day' : `Redeemed ${day}`,
    showAnyway: 'Show anyway',
    saysSheet: (file) => `according to ${file}`,
    handedOutTitle: (to: string, day: string) => `Handed out to ${to}, ${day}`,
    correct: 'Correct',
    markRedeemed: 'Mark as redeemed',
    handOut: 'Hand out the code',
    gone: 'The code is not here.',
    goneSentence: 'It may have been undone with its import, or not have synced here yet.',
    newer: 'The code was saved by a newer version of Volym. Update the app to show it.',
    redeemTitle: 'Mark as redeemed',
    account: 'Redeemed with Apple ID',
    place: 'Where',
    placeHint: 'For example Apple School Manager',
    day: 'Date',
    redeemSave: 'Mark as redeemed',
    redeemed: 'The code is redeemed',
    handOutTitle: 'Hand out the code',
    to: 'Recipient',
    toHint: 'A person or a class',
    handOutSave: 'Hand out',
    handedOut: (to: string) => `Handed out to ${to}`,
    takeBackRedeemed: 'Not redeemed',
    takeBackHandedOut: 'Not handed out',
    takeBackHint: 'The old step stays in the history. Say why.',
    correctSave: 'Save the correction',
    correctedTo: (sentence: string, reason: string) => `Corrected: ${sentence}. ${reason}`,
    handedOutBack: (reason: string) => `Hand-out reversed: ${reason}`,
    redeemedBack: (reason: string) => `Redemption reversed: ${reason}`,
    takenBack: 'The correction is saved',
  },

  codes: {
    appCodes: (count: string) => (count === '1' ? '1 app code' : `${count} app codes`),
    creditCodes: (count: string) =>
      count === '1' ? '1 redemption code' : `${count} redemption codes`,
    free: () => 'free',
    handedOut: () => 'handed out',
    redeemed: () => 'redeemed',
    bar: (redeemed: string, handedOut: string, free: string) =>
      `${redeemed} redeemed, ${handedOut} handed out, ${free} free.`,
    filter: 'Which codes',
    filters: { all: 'All', free: 'Free', 'handed-out': 'Handed out', redeemed: 'Redeemed' },
    list: (name: string) => `Codes of ${name}`,
    states: { free: 'Free', 'handed-out': 'Handed out', redeemed: 'Redeemed' },
    nextFree: 'Next free code',
    dayUnsaid: 'the file does not say which day',
    to: (to: string, day: string) => (to === '' ? day : `${to} · ${day}`),
    code: 'Code',
    hiddenCode: '•••• •••• ••••',
    position: (at: string, of: string) => `${at} of ${of}`,
    handOut: 'Hand out codes',
    noneFree: 'No codes are free.',
    noneOfState: 'No codes here.',
    none: 'No codes',
    noneSentence: 'Codes come with the spreadsheet from the secure inbox, or are added by hand.',
    handOutTitle: 'Hand out codes',
    howMany: 'How many',
    howManyHint: (free: string) => (free === '1' ? '1 is free' : `${free} are free`),
    howManyNeeded: 'Enter a whole number, 1 or more.',
    tooMany: (free, count) =>
      free === 1 ? 'Only 1 is free. Enter 1.' : `Only ${count} are free. Enter ${count} or fewer.`,
    fewer: 'One fewer',
    moreOne: 'One more',
    toWhom: 'Recipient',
    startsAt: (first: string, last: string) =>
      first === last ? `Code ${first}` : `Code ${first} to ${last}`,
    startsAtGaps: (first: string, last: string) =>
      `The next free ones, from code ${first} to ${last}`,
    handOutSave: (count: number) =>
      count === 1 ? 'Hand out 1 code' : `Hand out ${n(count)} codes`,
    handedOutDone: (count: number, to: string) =>
      count === 1 ? `1 code handed out to ${to}` : `${n(count)} codes handed out to ${to}`,
    handedOutSome: (done: number, count: number) =>
      `${n(done)} of ${n(count)} codes were handed out, the rest were already taken.`,
    done: 'Done',
    copyAll: (count: number) => (count === 1 ? 'Copy the code' : `Copy ${n(count)} codes`),
    copyWhich: 'Copy codes',
    copyWhichTitle: 'Whose codes should be copied?',
    portion: (count: number, day: string) =>
      count === 1 ? `1 code · ${day}` : `${n(count)} codes · ${day}`,
    copiedAll: (count: number) =>
      count === 1 ? 'The code is copied.' : `${n(count)} codes are copied, one on each line.`,
    giveHow:
      'Copy them and paste them into a message to the recipient. App codes are copied as links that open the redemption page. Each code is logged as shown.',
    renameTitle: 'Rename',
    name: 'Name',
    renamed: 'The name is changed',
  },
} satisfies Messages<typeof source>;
