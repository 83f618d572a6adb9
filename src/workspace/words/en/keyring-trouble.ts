import type { Messages } from '#core/language/language.ts';
import type { keyringTrouble as swedish } from '../sv/keyring-trouble.ts';

/** Texts about a keyring that someone made useless, and of putting the good one back. */
export const keyringTrouble: Messages<typeof swedish> = {
  someone: 'Someone',
  you: 'You',
  closed: {
    title: 'The keyring no longer opens the codes',
    written: (by, when) =>
      `Last changed by ${by}, ${when}. It lacks the passphrase, the kit or the key that is in use.`,
    deleted: 'It was deleted on the server, and nothing shows who did it.',
  },
  'went-back': {
    title: 'The keyring points to old keys',
    written: (by, when) =>
      `Last changed by ${by}, ${when}. It marks replaced keys as current. They are not used here.`,
    deleted: '',
  },
  'too-many': {
    title: 'The keyring has too many locks',
    written: (by, when) =>
      `Last changed by ${by}, ${when}. Only a few of the locks are tried, the one last opened here first.`,
    deleted: '',
  },
  newer: {
    title: 'The keyring was saved by a newer Volym',
    written: (by, when) => `Last changed by ${by}, ${when}. Update the app to read it.`,
    deleted: '',
  },
  nobodys: {
    title: 'Nobody vouches for the keyring on the server',
    written: () => '',
    deleted:
      'It looks like a change of keys, but nobody who has opened the keyring made it. Syncing is paused on all devices.',
  },
  'newer-there': {
    title: 'The keyring on the server claims to be from a newer Volym',
    written: () => '',
    deleted:
      'That may be true, or someone with write access to the server may want to stop syncing. This app cannot read it, so syncing is paused.',
  },
  waits: {
    title: 'Syncing is paused',
    detail: 'See below about the keyring on the server. Your changes are still here.',
  },
  refusing: {
    nobodys: {
      what: 'If a colleague changed the keys with an older Volym, type the new passphrase instead. If none of you changed the keys, restore the keyring from here, and syncing continues.',
      sure: 'Are you sure that nobody changed the keys? If someone did, this device stops syncing with them and overwrites the new keys.',
      button: 'Nobody did, restore it',
    },
    'newer-there': {
      what: 'If another device has a newer Volym, update this one first, so that it can read the keyring. If none of you has one, restore the keyring from here, and syncing continues.',
      sure: 'Are you sure that none of you has a newer Volym? If someone does, this device stops syncing with them and overwrites the keyring it saved.',
      button: 'Nobody has, restore it',
    },
  },
  ifNobodyHas:
    'If none of you has a newer Volym, it was not the app that wrote this. Restore the right one: it is sent to all devices.',
  kept: 'This device still has the keyring that was last opened. The passphrase and the kit open it as before.',
  what: 'Ask whoever changed it why. Then restore the right one: it is sent to all devices. If it happens again, shut out the device it came from, under People.',
  askOthers:
    'This device is read-only. Ask someone who can edit to restore it, under Sync and safety.',
  openOrAsk:
    'Unlock the codes here with the passphrase or the kit to restore it from here. Or ask someone who has unlocked them to do so, under Sync and safety.',
  putBack: 'Restore the keyring',
  done: 'The keyring is restored.',
  stays:
    'The keyring still has too many locks: this device does not know which one is right. Unlock with the passphrase and then with the kit, and choose Try all locks where it does not open. Then restore it again.',
  failed: 'It could not be restored. Nothing has changed. Try again.',
};
