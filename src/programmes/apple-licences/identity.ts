import type { Identity } from '../programme.ts';
import type { AssignedLicence } from './rules/licence/assigned-licence.ts';
import type { VolumeUser } from './rules/user/volume-user.ts';

/** Who the records of tokens, apps and licences are. */
export const identity: Identity = {
  names: {
    // A user whom nobody named is known by a record's id, which is no name.
    'assigned-licence': ({ data: { name, target, user } }: AssignedLicence) =>
      name || (target === user ? '' : target),
  },
  heldBy: {
    'assigned-licence': {
      of: ({ data }: AssignedLicence) => (data.name === '' ? data.user : ''),
      name: ({ data: { name, email, clientUserId } }: VolumeUser) => name || email || clientUserId,
    },
  },
};
