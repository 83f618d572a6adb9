import type { Messages } from '#core/language/language.ts';
import type { lock as source } from '../sv/vault-lock.ts';

/**
 * What the lock says to those who may not open it, or are not known to, and of a passphrase that
 * was changed, in English.
 */
export const lock = {
  someone: 'Someone',
  you: 'you',
  andMore: (count) => `${count} more`,
  keptOut: {
    title: 'You may not open codes',
    reason: (by, when, names) =>
      `${by} decided ${when} that you may not open codes. Ask someone who opens codes to change that, under People: ${names}.`,
  },
  onlyReads: {
    title: 'This device is read-only',
    reason: (names) =>
      `Codes can be opened only by those who can edit, since every view is logged. ${
        names === ''
          ? 'Ask a colleague to let this device edit, under People.'
          : `Ask someone who opens codes to let this device edit, under People: ${names}.`
      }`,
    anyway: 'Type the passphrase anyway',
  },
  notHeard: {
    title: 'You have not unlocked yet',
    reason: (names) => `Ask someone who opens codes for the passphrase: ${names}.`,
  },
  changed: {
    passphrase: (when, by) =>
      `The passphrase was changed ${when} by ${by}: an older one no longer works here.`,
    'recovery-kit': (when, by) =>
      `The kit was changed ${when} by ${by}: an older paper no longer works here.`,
    askForNew: 'Ask for the new one.',
  },
} satisfies Messages<typeof source>;
