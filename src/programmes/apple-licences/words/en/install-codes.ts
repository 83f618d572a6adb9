import type { Messages } from '#core/language/language.ts';
import type { installCodes as swedish } from '../sv/install-codes.ts';

/** Why an app was not installed, by the codes of Intune (apple.md §5). */
export const installCodes = {
  'no-licence-left': {
    short: 'no licences left',
    means: 'No licence was free.',
    todo: 'Buy more from Apple, or free one, and sync.',
  },
  'no-licence-found': {
    short: 'licence not found',
    means: 'No licence was found for the app.',
    todo: 'Revoke the licence and assign it again.',
  },
  'licence-not-fetched': {
    short: 'licence could not be fetched',
    means: 'The licence could not be fetched for the app.',
    todo: 'Sync the token and the device. If that does not help, revoke the licence and assign it again, to the device if you can.',
  },
  'often-the-token': {
    short: 'unknown error, often the token',
    means: 'The error is unknown. Often the token has expired.',
    todo: 'Check that the token is valid, renew it if it is not, and try again.',
  },
  'not-paid': {
    short: 'not paid for',
    means: 'The app costs money, and neither licence nor code came with it.',
    todo: 'Assign a licence, or redeem a code for the app.',
  },
  'device-licence-needs-ios-9': {
    short: 'iOS is too old',
    means: 'A device licence needs iOS 9 or later.',
    todo: 'Update the device, or assign the licence to the user.',
  },
  'device-licence-not-here': {
    short: 'no device licence here',
    means: 'The device is the user’s own (User Enrollment) and cannot have a device licence.',
    todo: 'Assign the licence to the user.',
  },
  'not-signed-in': {
    short: 'nobody is signed in',
    means: 'Nobody is signed in to the App Store on the device.',
    todo: 'Ask the user to sign in, or assign the licence to the device.',
  },
  'install-declined': {
    short: 'the user declined',
    means: 'The user declined the installation.',
    todo: 'Ask the user to accept it next time.',
  },
  'management-declined': {
    short: 'the user declined management',
    means: 'The user does not want the app to be managed.',
    todo: 'Ask the user to accept it, or to remove their own app first.',
  },
  'shared-ipad': {
    short: 'Shared iPad takes only VPP apps',
    means: 'A Shared iPad takes only apps with a device licence.',
    todo: 'Assign the licence to the device.',
  },
  'store-is-off': {
    short: 'the App Store is off',
    means: 'The App Store is turned off on the device.',
    todo: 'Assign the licence to the device, or allow the App Store.',
  },
  'newer-version': {
    short: 'a newer version exists',
    means: 'The app is installed, and there is a newer version.',
    todo: 'Nothing to do. Sync the device to get the new version now.',
  },
} satisfies Messages<typeof swedish>;
