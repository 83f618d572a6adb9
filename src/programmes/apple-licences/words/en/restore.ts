import type { Messages } from '#core/language/language.ts';
import type { restore as source } from '../sv/restore.ts';

/** What takes a record of each kind out of the trash. */
export const restore = {
  'content-token': 'Restore the token',
  'volume-app': 'Restore the app',
  'volume-user': 'Restore the user',
  'assigned-licence': 'Restore the licence',
  'app-deployment': 'Restore the deployment',
} satisfies Messages<typeof source>;
