import type { Messages } from '#core/language/language.ts';
import type { appleErrors as source } from '../sv/apple-errors.ts';

const waits = 'Wait. Volym tries again.';
const splits = 'Volym splits the request and sends it again. You do not need to do anything.';
const report = 'Update Volym. If the error returns, report it with its number.';
const oneOfEach =
  'Volym removes the duplicate and sends it again. If the error still occurs, report it with its number.';

/** Apple's error numbers, in English. */
const numbers = {
  9600: { means: 'A detail was missing from the request to Apple.', todo: report },
  9601: { means: 'No token reached Apple.', todo: 'Load the token file again and sync.' },
  9602: { means: 'Apple does not accept one of the details in the request.', todo: report },
  9603: {
    means: 'Apple had a temporary error. The request is probably right.',
    todo: 'Wait. Volym tries again, first after seconds and then after minutes.',
  },
  9609: {
    means: 'Apple does not know the user at this location.',
    todo: 'Add the user and assign the licence again.',
  },
  9610: {
    means: 'The device found no licence when the app was to be installed.',
    todo: 'Try again in a while. If the error returns, check that the token is not used in two systems.',
  },
  9616: { means: 'The user or device already has the licence.', todo: 'Nothing needs to be done.' },
  9621: {
    means: 'The token has expired.',
    todo: 'Renew it: download a new file from Apple for the same location, and replace the old one.',
  },
  9622: {
    means: 'Apple does not recognise the token.',
    todo: 'Download the file from Apple again and load it unchanged.',
  },
  9624: {
    means: 'The licence was refunded and is no longer valid.',
    todo: 'Do not count on it. Sync to see how many are left.',
  },
  9625: {
    means: 'The token was revoked. It is no longer valid, whatever day the file says.',
    todo: 'Ask whoever manages the account at Apple why, and download a new token.',
  },
  9634: { means: 'Apple has removed this service.', todo: 'Update Volym.' },
  9635: {
    means: 'The managed Apple account does not exist, or belongs to another organisation.',
    todo: 'Correct the user’s managed Apple account.',
  },
  9637: {
    means: 'The account that downloaded the token may not do this.',
    todo: 'Give the account a role at Apple that may, or download the token with an account that has that role.',
  },
  9641: {
    means: 'The Apple account is already linked to a user.',
    todo: 'Assign to that user, or use another Apple account.',
  },
  9642: {
    means:
      'The Apple account cannot be used yet: it manages volume purchases and has not accepted the terms.',
    todo: 'Sign in to Apple with the account and accept the terms, or use another Apple account.',
  },
  9643: {
    means: 'The licence is locked while it is transferred to another location.',
    todo: 'Wait until the transfer is done. Volym tries again.',
  },
  9644: { means: 'Apple’s volume purchasing is closed for maintenance.', todo: waits },
  9645: {
    means: 'The location is run by Apple’s own device management and can only be read from here.',
    todo: 'Assign and revoke licences in Apple’s device management.',
  },
  9646: {
    means: 'Apple has had too many requests from the organisation.',
    todo: 'Wait. Volym asks again, with more time in between.',
  },
  9650: {
    means: 'The page that Volym asked for does not exist at Apple.',
    todo: 'Sync again. The list may have become shorter while it was read.',
  },
  9700: { means: 'There were too many apps and books in one request.', todo: splits },
  9701: { means: 'There were too many users in one request.', todo: splits },
  9702: { means: 'There were too many devices in one request.', todo: splits },
  9703: { means: 'The same app or book was listed twice in the request.', todo: oneOfEach },
  9704: { means: 'The same user was listed twice in the request.', todo: oneOfEach },
  9705: { means: 'The same device was listed twice in the request.', todo: oneOfEach },
  9706: {
    means: 'The licence cannot be revoked. Books, for example, never can.',
    todo: 'Leave it out and revoke the others.',
  },
  9707: {
    means: 'The app or book cannot be assigned to devices.',
    todo: 'Assign it to users instead.',
  },
  9708: {
    means: 'Apple cannot find the assignment that Volym asks about.',
    todo: 'Sync and see who has the licence.',
  },
  9709: {
    means: 'There are not enough licences for everyone.',
    todo: 'Revoke licences that are not used, or buy more.',
  },
  9710: {
    means: 'The address and the key for notifications must be given together.',
    todo: 'Enter both, or neither.',
  },
  9711: {
    means: 'The address or the key for notifications is too long.',
    todo: 'Enter a shorter one.',
  },
  9712: {
    means: 'The address for notifications is not a valid https address.',
    todo: 'Enter a full address that begins with https.',
  },
  9713: {
    means: 'The extra detail about the MDM system is too long.',
    todo: 'Enter a shorter one.',
  },
  9714: { means: 'There were too many users to add or change at once.', todo: splits },
  9715: { means: 'The same user was to be added or changed twice.', todo: oneOfEach },
  9716: {
    means: 'There is already a user with the same id.',
    todo: 'Use the one there is, or give the new one another id.',
  },
  9717: {
    means: 'An email address is not valid.',
    todo: 'Correct the user’s email address and try again.',
  },
  9718: {
    means: 'The request named no app or book.',
    todo: 'Choose at least one app or book and try again.',
  },
  9719: {
    means: 'The request named neither a user nor a device.',
    todo: 'Choose at least one user or device and try again.',
  },
  9720: { means: 'The request named no user.', todo: 'Choose at least one user and try again.' },
  9721: {
    means: 'Apple does not recognise what Volym read last.',
    todo: 'Volym reads everything again. You do not need to do anything.',
  },
  9722: {
    means: 'The token reached Apple in the wrong form.',
    todo: 'Load the token file again, unchanged.',
  },
  9723: {
    means: 'The MDM system’s name, id and extra detail must be given together.',
    todo: 'Enter all three.',
  },
  9724: { means: 'The MDM system’s id is too long.', todo: 'Enter a shorter one.' },
  9725: { means: 'The MDM system’s name is too long.', todo: 'Enter a shorter one.' },
  9726: { means: 'Apple does not accept this kind of request here.', todo: report },
  9727: { means: 'Apple does not accept the format of the request.', todo: report },
  9728: {
    means: 'Apple cannot reach the address for notifications.',
    todo: 'Check that the address answers over https, or remove it.',
  },
  9816: { means: 'There were too many subscriptions in one request.', todo: splits },
  9818: {
    means: 'Subscriptions cannot be turned off while there are any.',
    todo: 'End them at Apple first.',
  },
} satisfies Messages<typeof source>['numbers'];

const replies = {
  'too-many': {
    means: 'There were too many requests.',
    todo: 'Wait. Volym asks again, with more time in between.',
  },
  down: { means: 'The service is not answering at the moment.', todo: waits },
  'not-let-in': {
    means: 'Your own server or Apple did not let Volym in.',
    todo: 'Check that the device is connected to the server and that the token is valid, then sync again.',
  },
  refused: {
    means: 'The request was refused without a reason.',
    todo: 'Try again later. If the error returns, update Volym.',
  },
  unreadable: {
    means: 'The answer did not come from Apple. The network may want you to sign in.',
    todo: 'Open a web page, sign in to the network if it asks, and sync again.',
  },
} satisfies Messages<typeof source>['replies'];

const reading = {
  'keeps-changing': {
    means: 'The list at Apple changed again and again while it was read.',
    todo: 'Wait for the next sync, or sync again in a while.',
  },
  'other-location': {
    means: 'The pages came from two locations at Apple.',
    todo: 'Check which token is used, then sync again.',
  },
  'pages-out-of-order': {
    means: 'The pages from Apple came in the wrong order.',
    todo: 'Sync again.',
  },
  'not-a-page': {
    means: 'The list from Apple is not in the expected format.',
    todo: 'Sync again. If the error returns, update Volym.',
  },
  'not-an-event': {
    means: 'Apple’s answer about the assignment is not in the expected format.',
    todo: 'Sync and see who has the licence.',
  },
} satisfies Messages<typeof source>['reading'];

/** Words for what Apple answers when it is no plain yes, in English. */
export const appleErrors = {
  numbers,
  unknown: {
    means: (number: number) =>
      `Apple answers with error ${number}, which this version of Volym does not know.`,
    todo: 'Update Volym. If the error returns, see what Apple says about the number.',
  },
  replies,
  reading,
} satisfies Messages<typeof source>;
