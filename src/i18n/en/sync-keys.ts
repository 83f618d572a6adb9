import type { Messages } from '../language.ts';
import type { keys as swedish } from '../sv/sync-keys.ts';

/** Who opens codes, and who changed the keys, as it lies inside what the passphrase opens, in English. */
export const keys: Messages<typeof swedish> = {
  openCodes: 'People who can open codes',
  openCodesWhy:
    'Nobody has unlocked since the passphrase, the kit or the keys were changed, as far as this device knows. Unlock the codes once to show it.',
  changed: 'Keys changed',
  by: (who) => `By ${who}, as told by what the passphrase opens.`,
  you: 'you',
  someone: 'someone who is no longer here',
};
