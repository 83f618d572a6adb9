import type { Messages } from '#core/language/language.ts';
import type { resend as source } from '../sv/resend.ts';
import { countIn } from '#core/language/count.ts';

const n = countIn('en');

const theCredit = (count: number): string => (count === 1 ? 'The credit was' : 'The credits were');
const them = (count: number): string => (count === 1 ? 'it' : 'them');
const was = (count: number): string => (count === 1 ? 'was' : 'were');

const credits = (count: number): string => (count === 1 ? '1 credit' : `${n(count)} credits`);

/** Texts of this area in English. */
export const resend = {
  title: 'Resend credit',
  step: (at: number) => `${at} of 3`,
  routes: { 'own-store': 'Apple Online Store', applecare: 'AppleCare' },
  route: 'Route',

  choose: {
    title: 'Which credits should be resent?',
    sub: 'They are no longer in the secure inbox. Several can be requested at once, one route at a time.',
    lacks: {
      orderNumber: 'Order number missing, enter it first',
      purchaserAppleId: 'The content purchaser’s Apple ID is missing, enter it first',
    },
    none: 'No credit has left the inbox',
    noneSentence: 'Once an order has passed its 90 days you can request it again from here.',
    next: (count: number) =>
      count === 0 ? 'Choose at least one' : `Continue with ${credits(count)}`,
  },

  why: {
    'own-store': (count) =>
      `${theCredit(count)} bought in your own Apple Online Store. You resend ${them(count)} there yourselves.`,
    applecare: (count) =>
      `${theCredit(count)} bought from Apple or a reseller. AppleCare sends ${them(count)} again.`,
    reseller: (count) =>
      `${theCredit(count)} bought from a reseller. AppleCare sends ${them(count)} again.`,
    unknown: (count) =>
      count === 1
        ? 'It is not known where the credit was bought. In your own store you resend it yourselves, otherwise AppleCare does.'
        : 'It is not known where all of them were bought. In your own store you resend them yourselves, otherwise AppleCare does.',
    none: () => 'No credit is requested this way.',
  },
  strange: {
    'own-store': (names, count) =>
      `${names} ${was(count)} not bought in your own Apple Online Store. AppleCare resends ${them(count)}, unless you know better.`,
    applecare: (names, count) =>
      `${names} ${was(count)} bought in your own Apple Online Store. You resend ${them(count)} there yourselves, unless you know better.`,
  },
  next: {
    'own-store': (names) => `Next in your own Apple Online Store: ${names}.`,
    applecare: (names) => `Next from AppleCare: ${names}.`,
  },
  more: (count) => `${n(count)} more`,
  bought: {
    '': 'not known where it was bought',
    apple: 'bought from Apple',
    'own-store': 'bought in your own store',
    reseller: 'bought from a reseller',
  },
  rest: {
    'own-store': 'Requested in the Apple Online Store',
    applecare: 'Requested from AppleCare',
  },
  moveHere: 'Request here instead',
  moveAll: (count) => `Request ${credits(count)} here instead`,
  moved: {
    'own-store': (names) => `Now in the Apple Online Store: ${names}`,
    applecare: (names) => `Now from AppleCare: ${names}`,
  },
  cameHere: 'Moved here',
  moveBack: 'Move back',
  askedOtherwise: 'Have you already requested it another way, by phone for example? Note it here.',
  refused: (name, why) => `${name} is not noted. ${why}`,
  toOther: 'Go to the other route',
  storeTitle: 'Four steps in the store',
  formTitle: 'How to fill in the form',
  done: (done: number, of: number) => `${done} of ${of} done`,
  tick: (step: string) => `Done: ${step}`,
  steps: {
    'open-store': 'Go to your Apple Online Store',
    'order-status': 'Account, Check Order Status',
    'sign-in': 'Sign in, or enter the order number',
    resend: 'Click Resend Credit',
    'open-form': 'Open Business and Education Support',
    contact: 'Contact information and company name',
    'organisation-type': 'Type of company',
    issue: 'Tell us about your issue',
    details: 'Details of your issue: paste the text',
    submit: 'Click Submit',
  },
  orderStatusHint: 'The Account menu is at the top of the page',
  openedAt: (time: string) => `opened ${time}`,
  chosen: (count: number, sum: string) =>
    sum === '' ? credits(count) : `${credits(count)}, ${sum}`,
  mailTo: (address: string) =>
    address === '' ? 'The email goes to the content purchaser' : `The email goes to ${address}`,
  buyerAppleId: 'Apple ID that bought the credit',
  orderNumber: 'Order number',
  copyContact: 'Copy the contact information',
  organisationTypes: { business: 'Business', education: 'Education' },
  other: 'Other',
  submitHint: 'Send',
  newDays: 'When the email arrives, 90 new days begin in the secure inbox.',
  open: { 'own-store': 'The store', applecare: 'Open the form' },
  openAgain: 'Open again',
  asked: 'Requested today',

  textNumber: (at: number, of: number) => (of === 1 ? 'The text' : `Text ${n(at)} of ${n(of)}`),
  severalTexts: (count: number) =>
    `The credits go to ${n(count)} Apple IDs. Send the form once for each text.`,
  languages: { sv: 'Svenska', en: 'English' },
  language: 'Language of the text',
  copyText: 'Copy text',
  copyFirst: 'Copy text 1',
  copied: 'The text is copied',
  notCopied: 'This device does not allow copying here.',
  mail: 'Email the text',
  subject: 'Resend VPP credit',
  letter: ({ appleId, purchaser, institution, credits }) =>
    [
      'Hello,',
      '',
      credits.length === 1
        ? `The VPP credit below was not downloaded within 90 days and has left our secure inbox. Please resend it to our Apple ID ${appleId}.`
        : `The VPP credits below were not downloaded within 90 days and have left our secure inbox. Please resend them to our Apple ID ${appleId}.`,
      '',
      ...credits.map(({ number, amount }) => (amount === '' ? number : `${number}    ${amount}`)),
      '',
      ...(institution === '' ? [] : [`Organisation: ${institution}`]),
      ...(purchaser === '' ? [] : [`Content purchaser: ${purchaser}`]),
    ].join('\n'),

  saved: (count: number) =>
    count === 1 ? 'Resend requested' : `Resend of ${credits(count)} requested`,
  wait: {
    title: 'Wait for the answer',
    sub: 'Apple emails the content purchaser when the credit is back in the inbox.',
    askedOn: (day: string) => `requested ${day}`,
    followUp: (day: string) => `If nothing has arrived by ${day}, Deadlines will remind you.`,
    which: 'Which have arrived?',
    mailDay: 'Date of the email',
    mailCame: (count: number) => (count === 0 ? 'Choose at least one' : 'The email has arrived'),
    askAgain: 'Ask again',
    none: 'Nothing to wait for',
    noneSentence: 'No resend has been requested.',
    close: 'Done',
    came: (count: number) =>
      count === 1
        ? 'The credit is in the inbox, 90 new days'
        : `${credits(count)} in the inbox, 90 new days`,
  },
  addresses: {
    title: 'Resending',
    note: 'for the whole workspace',
    supportForm: 'The form Business and Education Support',
    ownStore: 'Your own Apple Online Store',
    hint: 'Empty means Apple’s own address.',
    saved: 'The address is saved',
    notAnAddress: 'The address starts with https://',
  },
} satisfies Messages<typeof source>;
