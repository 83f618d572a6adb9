import type { Messages } from '#core/language/language.ts';
import type { keys as swedish } from '../sv/sync-keys.ts';

/**
 * Who opens codes, who changed the keys, as it lies inside what the passphrase opens, and what is
 * left under older ones, in English.
 */
export const keys: Messages<typeof swedish> = {
  openCodes: 'People who can open codes',
  openCodesWhy:
    'Nobody has unlocked since the passphrase, the kit or the keys were changed, as far as this device knows. Unlock the codes once to show it.',
  changed: 'Keys changed',
  left: 'Left under an old key',
  leftWhy: (again) =>
    `The server refuses it under the new one. Whoever has the old key can read it there, but nothing new counts under it. “${again}” tries again. If that does not help, ask whoever runs the server.`,
  by: (who) => `By ${who}, as told by what the passphrase opens.`,
  you: 'you',
  someone: 'someone who is no longer here',
};
