import type { Messages } from '#core/language/language.ts';
import type { keys as swedish } from '../sv/sync-keys.ts';

/**
 * Who opens codes, who changed the keys, as it is inside what the passphrase opens, and what is
 * left under older ones, in English.
 */
export const keys: Messages<typeof swedish> = {
  openCodes: 'People who can open codes',
  openCodesWhy:
    'As far as this device knows, nobody has unlocked since the passphrase, the kit or the keys were changed. Unlock the codes once to be listed.',
  changed: 'Keys changed',
  left: 'Still under an old key',
  leftWhy: (again) =>
    `The server refuses it under the new one. Anyone with the old key can read it there, but nothing new is accepted under it. “${again}” tries again. If that does not help, ask whoever runs the server.`,
  by: (who) => `By ${who}, according to what the passphrase opens.`,
  you: 'you',
  someone: 'someone who is no longer here',
};
