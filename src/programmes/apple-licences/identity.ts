import FileKey from '@lucide/svelte/icons/file-key-2';
import LayoutGrid from '@lucide/svelte/icons/layout-grid';
import Ticket from '@lucide/svelte/icons/ticket';
import UserRound from '@lucide/svelte/icons/user-round';
import type { IdentityOf } from '../programme.ts';
import type { appleLicences } from './programme.ts';
import type { AssignedLicence } from './rules/licence/assigned-licence.ts';
import type { VolumeUser } from './rules/user/volume-user.ts';

/** Who the records of tokens, apps and licences are. */
export const identity: IdentityOf<(typeof appleLicences)['id']> = {
  icons: {
    'content-token': FileKey,
    'volume-app': LayoutGrid,
    'volume-user': UserRound,
    'assigned-licence': Ticket,
    'app-deployment': LayoutGrid,
  },
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
