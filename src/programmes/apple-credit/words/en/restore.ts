import type { Messages } from '#core/language/language.ts';
import type { restore as source } from '../sv/restore.ts';

/** What takes a record of each kind out of the trash. */
export const restore = {
  'credit-order': 'Restore the order',
  'code-batch': 'Restore the codes',
  'redemption-code': 'Restore the code',
  'content-purchaser': 'Restore the purchaser',
} satisfies Messages<typeof source>;
