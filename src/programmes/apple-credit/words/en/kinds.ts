import type { Messages } from '#core/language/language.ts';
import type { kinds as source, readAs as readAsSource } from '../sv/kinds.ts';

/** What its records are called, in English. */
export const kinds = {
  'credit-order': {
    name: 'VPP credit',
    imported: 'Orders',
    restore: 'Restore the order',
  },
  'code-batch': {
    name: 'App codes',
    imported: 'Code lists',
    restore: 'Restore the codes',
  },
  'redemption-code': {
    name: 'Redemption code',
    imported: 'Codes',
    restore: 'Restore the code',
  },
  'content-purchaser': {
    name: 'Content purchaser',
    imported: '',
    restore: 'Restore the purchaser',
  },
} satisfies Messages<typeof source>;

/** What its sheets are read as, in English. */
export const readAs = {
  codes: 'Apple codes and credit',
} satisfies Messages<typeof readAsSource>;
