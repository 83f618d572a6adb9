import type { Messages } from '#core/language/language.ts';
import type { kinds as source, readAs as readAsSource } from '../sv/kinds.ts';

/** What its records are called, in English. */
export const kinds = {
  'content-token': {
    name: 'Token',
    imported: 'Tokens',
    restore: 'Restore the token',
  },
  'volume-app': {
    name: 'App',
    imported: 'Apps',
    restore: 'Restore the app',
  },
  'volume-user': {
    name: 'VPP user',
    imported: 'Users',
    restore: 'Restore the user',
  },
  'assigned-licence': {
    name: 'Assigned licence',
    imported: 'Assigned licences',
    restore: 'Restore the licence',
  },
  'app-deployment': {
    name: 'Deployment',
    imported: 'Deployments',
    restore: 'Restore the deployment',
  },
} satisfies Messages<typeof source>;

/** What its sheets are read as, in English. */
export const readAs = {
  licences: 'Apps and licences',
  installs: 'Install status',
  users: 'Users',
  assignments: 'Who has which licence',
} satisfies Messages<typeof readAsSource>;
