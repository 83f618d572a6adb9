import type { Messages } from '#core/language/language.ts';
import type { notUnderstood as source } from '../sv/not-understood.ts';

/** What is said of a record that this version does not understand. */
export const notUnderstood = {
  list: 'Cannot be read here',
  title: 'A record that cannot be read',
  newer: 'Saved by a newer version of Volym',
  unreadable: 'The content cannot be read',
  kept: 'Nothing is lost and nothing changes. Update the app and try again.',
} satisfies Messages<typeof source>;
