import type { Messages } from '../language.ts';
import type { lock as source } from '../sv/vault-lock.ts';

/** What the lock says to those who may not open it, or are not known to, and of a passphrase that was changed, in English. */
export const lock = {
  someone: 'Someone',
  you: 'you',
  andMore: (count) => `${count} more`,
  keptOut: {
    title: 'You do not open codes',
    reason: (by, when, names) =>
      `${by} decided ${when} that you do not open codes. Ask someone who opens codes for another decision, under People: ${names}.`,
  },
  onlyReads: {
    title: 'This device only reads',
    reason: (names) =>
      `Codes are opened only by those who may change, since each look is logged. ${
        names === ''
          ? 'Ask a colleague to let this device change, under People.'
          : `Ask someone who opens codes to let this device change, under People: ${names}.`
      }`,
    anyway: 'Type the passphrase all the same',
  },
  notHeard: {
    title: 'You have not unlocked yet',
    reason: (names) => `Ask someone who opens codes for the passphrase: ${names}.`,
  },
  changed: {
    passphrase: (when, by) => `The passphrase was changed ${when} by ${by}: an older one does not open here any more.`,
    'recovery-kit': (when, by) => `The kit was changed ${when} by ${by}: an older paper does not open here any more.`,
    askForNew: 'Ask for the new one.',
  },
} satisfies Messages<typeof source>;
