import type { Messages } from '#core/language/language.ts';
import type { keyringTrouble as swedish } from '../sv/keyring-trouble.ts';

/** What is said of a keyring that somebody made useless, and of putting the good one back. */
export const keyringTrouble: Messages<typeof swedish> = {
  someone: 'Someone',
  you: 'You',
  closed: {
    title: 'The keyring no longer opens the codes',
    written: (by, when) =>
      `Last changed by ${by}, ${when}. It lacks the passphrase, the kit or the key that is in use.`,
    deleted: 'It was deleted on the server. Nothing tells who did it.',
  },
  'went-back': {
    title: 'The keyring points to old keys',
    written: (by, when) =>
      `Last changed by ${by}, ${when}. It calls keys current that were replaced. They are not used here.`,
    deleted: '',
  },
  'too-many': {
    title: 'The keyring has more locks than are tried',
    written: (by, when) =>
      `Last changed by ${by}, ${when}. Only a few of the locks are tried, the one last opened here first.`,
    deleted: '',
  },
  newer: {
    title: 'The keyring was saved by a newer Volym',
    written: (by, when) =>
      `Last changed by ${by}, ${when}. Update the app, and it reads the keyring.`,
    deleted: '',
  },
  nobodys: {
    title: 'Nobody vouches for the keyring on the server',
    written: () => '',
    deleted:
      'It looks like a change of keys, but nobody who has opened the keyring made it. Syncing waits on all devices.',
  },
  'newer-there': {
    title: 'The keyring on the server says that a newer Volym saved it',
    written: () => '',
    deleted:
      'A newer Volym may have done so, or somebody who can write on the server and wants to stop syncing. This app cannot read it, and syncing waits.',
  },
  waits: {
    title: 'Syncing waits',
    detail: 'See below about the keyring on the server. What you have done stays here.',
  },
  refusing: {
    nobodys: {
      what: 'If a colleague changed the keys with an older Volym, type the new passphrase instead. If none of you changed the keys, put the keyring back from here: syncing continues.',
      sure: 'Are you sure that nobody changed the keys? Otherwise this device does not sync with the colleague who did, and writes over the new keys.',
      button: 'Nobody did, put it back',
    },
    'newer-there': {
      what: 'If another device has a newer Volym, update this one first: then it reads the keyring. If none of you has one, put the keyring back from here: syncing continues.',
      sure: 'Are you sure that none of you has a newer Volym? Otherwise this device does not sync with the colleague who has, and writes over the keyring that it saved.',
      button: 'Nobody has, put it back',
    },
  },
  ifNobodyHas:
    'If none of you has a newer Volym, it was not the app that wrote this. Then put the right one back: it goes out to all devices.',
  kept: 'This device still has the keyring that was opened last. The passphrase and the kit open it as before.',
  what: 'Ask whoever changed it why. Then put the right one back: it goes out to all devices. If it happens again, shut out the device that it came from, under People.',
  askOthers:
    'This device can only read. Ask someone who can change things to put it back, under Sync and safety.',
  openOrAsk:
    'Unlock the codes here with the passphrase or the kit, and you can put it back from here. Or ask someone who has unlocked them to do so, under Sync and safety.',
  putBack: 'Put the keyring back',
  done: 'The keyring is back.',
  stays:
    'The keyring still has too many locks: this device does not know which one is right. Unlock with the passphrase and then with the kit, and choose Try all locks where it does not open. Then put it back again.',
  failed: 'It could not be put back. Nothing has changed. Try again.',
};
