import type { Messages } from '#core/language/language.ts';
import type { after as source } from '../sv/vault-after.ts';

/**
 * The last step of another passphrase or other keys: what is left to do, for others too, in
 * English.
 */
export const after = {
  left: 'What is left to do',
  done: 'Done',
  phrase: {
    title: 'The passphrase is changed',
    lead: 'The new one applies from now on. Nothing was lost.',
  },
  keys: {
    title: 'The keys are changed',
    lead: 'Anything new can be read only with the new keys. Nothing was lost.',
  },
  tell: (names) => `Tell the new passphrase to ${names === '' ? 'those who open codes' : names}`,
  tellDetail: 'It is typed the next time the codes are unlocked.',
  tellKeysDetail: 'It is typed once on each device, which then syncs again.',
  notToldTo: (names) => `Not to ${names}, whose devices are all shut out.`,
  typeAgain: (names) =>
    `The passphrase must be typed once by ${names === '' ? 'those who open codes' : names}`,
  typeAgainDetail: 'The same as before, on each device, which then syncs again.',
  invite: 'Invite the others again',
  inviteDetail:
    'Anyone who does not know the passphrase opens a new invitation on their device, which keeps its place.',
  backup: 'Make a new backup',
  backupPhrase: 'Older ones open with the old passphrase. Delete them afterwards.',
  backupKeys: 'Older ones open with the old kit and the passphrase in use at the time.',
  kit: 'Lock the new kit away',
  kitDetail: 'The old paper opens only older backups. Tear it up once the new one is made.',
} satisfies Messages<typeof source>;
